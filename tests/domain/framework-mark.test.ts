import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elementLinesOf, marksOf, MARKS, type FrameworkMark } from '#app/domain/framework-mark.ts'
import { anyFramework, anyStory, areaOf, elementAs, markAs } from './any-framework.ts'

const framework = [areaOf('belonging', elementAs('friend'), elementAs('own place'))]
const markOf = (marks: readonly FrameworkMark[], plan = { framework }) => {
  const line = elementLinesOf(plan, marks).find(({ element }) => element.id === 'friend')
  return { mark: line?.mark?.mark ?? null, earlier: line?.earlier.map(({ mark }) => mark) ?? [] }
}

describe('what marks come to', () => {
  it.each<[string, FrameworkMark['mark'][], FrameworkMark['mark'] | null]>([
    ['nothing said', [], null],
    ['planned', ['planned'], 'planned'],
    ['planned, then worked with', ['planned', 'working with it', 'worked with'], 'worked with'],
    ['taken back', ['planned', 'withdrawn'], null],
    ['the last taken back: what was before stands', ['planned', 'working with it', 'withdrawn'], 'planned'],
    ['both taken back', ['planned', 'working with it', 'withdrawn', 'withdrawn'], null],
    ['said anew after it was taken back', ['planned', 'withdrawn', 'not for us'], 'not for us'],
  ])('%s', (_, said, expected) => {
    expect(markOf(said.map((mark, at) => markAs('friend', mark, at + 1))).mark).toBe(expected)
  })

  it('to another meaning is earlier, and does not count', () => {
    const now = { framework: [areaOf('belonging', elementAs('friend', { meaning: 2 }))] }
    const marks = [markAs('friend', 'worked with', 1)]
    expect(markOf(marks, now)).toEqual({ mark: null, earlier: ['worked with'] })
    const again = [...marks, markAs('friend', 'planned', 2, { meaning: 2 })]
    expect(markOf(again, now)).toEqual({ mark: 'planned', earlier: ['worked with'] })
  })

  it('is for a kindergarten one of four, for a school one of the first three', () => {
    expect(marksOf('kindergarten')).toEqual(MARKS)
    expect(marksOf('school')).toEqual(['planned', 'working with it', 'worked with'])
  })
})

describe('LAWS of marks', () => {
  it('they survive any rewording, reordering and move between areas', () => {
    fc.assert(
      fc.property(anyFramework, anyFramework, anyStory, (one, two, marks) => {
        const standing = (plan: typeof one) =>
          new Map(elementLinesOf({ framework: plan }, marks).map(({ element, mark }) => [element.id, mark?.id ?? null]))
        const after = standing(two)
        for (const [id, mark] of standing(one)) if (after.has(id)) expect(after.get(id)).toBe(mark)
      }),
    )
  })

  it('what an element comes to does not depend on the marks of others', () => {
    fc.assert(
      fc.property(anyFramework, anyStory, (plan, marks) => {
        for (const line of elementLinesOf({ framework: plan }, marks)) {
          const own = marks.filter(({ elementId }) => elementId === line.element.id)
          const [alone] = elementLinesOf({ framework: [areaOf('x', line.element)] }, own)
          expect({ mark: alone?.mark, history: alone?.history }).toEqual({ mark: line.mark, history: line.history })
        }
      }),
    )
  })

  it('taking back gives what was before, where nothing else was said', () => {
    fc.assert(
      fc.property(anyStory, fc.constantFrom(...MARKS), (marks, mark) => {
        const before = markOf(marks).mark
        const said = [...marks, markAs('friend', mark, 98)]
        expect(markOf(said).mark).toBe(mark)
        expect(markOf([...said, markAs('friend', 'withdrawn', 99)]).mark).toBe(before)
      }),
    )
  })

  it('nothing that was said is lost from the history', () => {
    fc.assert(
      fc.property(anyFramework, anyStory, (plan, marks) => {
        const lines = elementLinesOf({ framework: plan }, marks)
        const asked = new Set(lines.map(({ element }) => element.id))
        const told = lines.flatMap(({ history }) => history.map(({ id }) => id)).sort()
        expect(told).toEqual(
          marks
            .filter(({ elementId }) => asked.has(elementId ?? ''))
            .map(({ id }) => id)
            .sort(),
        )
      }),
    )
  })
})
