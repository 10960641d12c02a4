import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { problemsIn, LONGEST_TEXT, type Saying } from '#app/domain/saying.ts'
import { atKindergarten, BLUEBELL, FJORDVIK_SCHOOL, lineOf, pairOf, stepAs, told } from './field.ts'

const TODAY = day('2027-03-10')
const pair = pairOf(BLUEBELL, FJORDVIK_SCHOOL)

const done: Saying = {
  side: 'kindergarten',
  answer: 'done',
  doneOn: null,
  reason: null,
  note: null,
  seen: null,
  meaning: 1,
}

function problems(changes: Partial<Saying>, line = lineOf(stepAs({ confirmedBy: 'school' }), pair, [], TODAY)) {
  return problemsIn({ ...done, ...changes }, line, 2027, TODAY).map(({ field, message }) => [field, message])
}

describe('what keeps an answer from being saved', () => {
  it.each<[string, Partial<Saying>]>([
    ['a plain tick', {}],
    ['done today', { doneOn: TODAY }],
    ['done on the first day that counts', { doneOn: day('2026-01-01') }],
    ['the longest note', { note: 'a'.repeat(LONGEST_TEXT) }],
    ['not relevant, with a reason', { answer: 'not relevant', reason: 'Ingen barn skal dit' }],
    ['started, without a reason', { answer: 'started' }],
  ])('nothing: %s', (_, changes) => {
    expect(problems(changes)).toEqual([])
  })

  it.each<[string, Partial<Saying>, string[][]]>([
    ['tomorrow', { doneOn: day('2027-03-11') }, [['doneOn', 'dayInFuture']]],
    ['a day before the cycle', { doneOn: day('2025-12-31') }, [['doneOn', 'dayBeforeCycle']]],
    ['no reason', { answer: 'not done' }, [['reason', 'reasonMissing']]],
    ['a letter too many', { note: 'a'.repeat(LONGEST_TEXT + 1) }, [['note', 'textTooLong']]],
    ['eleven digits', { note: '12032112345' }, [['note', 'elevenDigits']]],
    ['a birth date', { answer: 'not done', reason: 'født 12.03.2021' }, [['reason', 'birthDate']]],
    ['the wrong side', { side: 'school' }, [['answer', 'answerNotOpen']]],
    [
      'all at once, each at its field',
      { answer: 'not done', doneOn: day('2027-03-11'), note: '12032112345' },
      [
        ['doneOn', 'dayInFuture'],
        ['reason', 'reasonMissing'],
        ['note', 'elevenDigits'],
      ],
    ],
  ])('%s', (_, changes, expected) => {
    expect(problems(changes)).toEqual(expected)
  })

  it('an answer by somebody else meanwhile, before anything else is said', () => {
    const answered = lineOf(stepAs({ confirmedBy: 'school' }), pair, told('kindergarten started'), TODAY)
    const stale = { doneOn: day('2027-03-11') }
    expect(problems(stale, answered)).toEqual([['answer', 'answeredMeanwhile']])
    expect(problems({ seen: 'tick 1' }, answered)).toEqual([])
  })

  it('another meaning of the step than the one that was read', () => {
    expect(problems({ meaning: 2 })).toEqual([['answer', 'planHasChanged']])
  })

  it('disagreement without a reason', () => {
    const waiting = lineOf(stepAs({ confirmedBy: 'school' }), pair, told('kindergarten done'), TODAY)
    const disputed = { side: 'school', answer: 'disputed', seen: 'tick 1' } as const
    expect(problems(disputed, waiting)).toEqual([['reason', 'reasonMissing']])
    expect(problems({ ...disputed, reason: 'Ett skjema mangler' }, waiting)).toEqual([])
  })

  it('words on a sensitive step, which needs none', () => {
    const sensitive = lineOf(stepAs({ scope: 'kindergarten', sensitive: true }), atKindergarten(BLUEBELL), [], TODAY)
    expect(problems({ answer: 'not relevant' }, sensitive)).toEqual([])
    expect(problems({ note: 'Ferdig', reason: 'Gjaldt ingen' }, sensitive)).toEqual([
      ['reason', 'noWordsOnSensitive'],
      ['note', 'noWordsOnSensitive'],
    ])
  })
})
