import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { explanationOf, newlyEnrolled, type Explaining } from '#app/domain/enrolling.ts'

const TODAY = day('2027-03-10')

describe('the form with those enrolled', () => {
  const said = new Map([
    ['fjordvik', { children: 40, by: 'Rådgiver' }],
    ['nes', { children: 6, by: 'Rådgiver' }],
  ])
  const row = (schoolId: string, typed: string, seen: number | null) => ({ schoolId, typed, seen })

  it('changes only what was changed on it', () => {
    const rows = [row('fjordvik', '40', 40), row('nes', ' 7 ', 6), row('beach', '0', null), row('hill', '', null)]
    expect(newlyEnrolled(rows, said)).toEqual({
      changes: [
        { schoolId: 'nes', children: 7 },
        { schoolId: 'beach', children: 0 },
      ],
      problems: [],
    })
  })

  it('leaves a number alone that another changed meanwhile, unless both wrote it', () => {
    const rows = [row('fjordvik', '38', 38), row('nes', '6', 5)]
    expect(newlyEnrolled(rows, said)).toEqual({ changes: [], problems: [] })
    const [problem, ...others] = newlyEnrolled([row('fjordvik', '39', 38)], said).problems
    const values = { children: 40, name: 'Rådgiver' }
    expect(problem).toEqual({ field: 'enrolled.fjordvik', message: 'childrenSaidMeanwhile', values })
    expect(others).toEqual([])
  })

  it.each([
    ['tre', 'childrenNotANumber'],
    ['1,5', 'childrenNotANumber'],
    ['-1', 'childrenNotANumber'],
    ['1000', 'childrenNotANumber'],
    ['', 'childrenEmptied'],
  ])('takes no "%s"', (typed, message) => {
    const { changes, problems } = newlyEnrolled([row('fjordvik', typed, 40), row('nes', '7', 6)], said)
    expect(problems).toEqual([expect.objectContaining({ field: 'enrolled.fjordvik', message })])
    expect(changes).toEqual([{ schoolId: 'nes', children: 7 }])
  })
})

describe('an explanation', () => {
  const explaining: Explaining = {
    direction: 'more enrolled',
    children: '4',
    words: 'Flytter hit',
    followedUpBy: 'nes',
  }
  const problemsOf = (changes: Partial<Explaining>) =>
    explanationOf({ ...explaining, ...changes }, ['nes', 'bluebell'], TODAY).problems

  it('is of more children enrolled, or of fewer', () => {
    expect(explanationOf(explaining, ['nes'], TODAY)).toEqual({ children: 4, problems: [] })
    expect(explanationOf({ ...explaining, direction: 'fewer enrolled' }, ['nes'], TODAY).children).toBe(-4)
  })

  it.each<[Partial<Explaining>, string, string]>([
    [{ children: '' }, 'children', 'explainedNone'],
    [{ children: '0' }, 'children', 'explainedNone'],
    [{ children: 'fire' }, 'children', 'childrenNotANumber'],
    [{ words: '' }, 'words', 'explanationMissing'],
    [{ words: 'Født 3. mai 2021' }, 'words', 'birthDate'],
    [{ words: '01 02 21 12345' }, 'words', 'elevenDigits'],
    [{ words: 'x'.repeat(301) }, 'words', 'textTooLong'],
    [{ followedUpBy: 'beach' }, 'followedUpBy', 'followUpUnknown'],
  ])('with %j is refused at the field', (changes, field, message) => {
    expect(problemsOf(changes)).toEqual([expect.objectContaining({ field, message })])
  })

  it('can be followed up by the municipality', () => {
    expect(problemsOf({ followedUpBy: null })).toEqual([])
  })
})
