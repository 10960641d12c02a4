import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { day, instant, type Instant } from '#app/domain/calendar.ts'
import {
  byNeed,
  commentsIn,
  hearingState,
  isDealtWith,
  lastDayOf,
  problemsInAnswer,
  problemsInComment,
  problemsInPeriod,
  type Comment,
  type CommentAnswer,
  type Hearing,
} from '#app/domain/hearing.ts'
import { FJORDVIK_PLAN, STEPS } from '#db/seed/fjordvik-plan.ts'

const hearing: Hearing = { id: 'h', versionId: 'v', from: day('2027-03-01'), to: day('2027-03-31'), closedAt: null }
const today = day('2027-03-10')

describe('a hearing', () => {
  it.each([
    ['2027-02-28', 'upcoming'],
    ['2027-03-01', 'open'],
    ['2027-03-31', 'open'],
    ['2027-04-01', 'over'],
  ])('is on %s %s', (on, state) => {
    expect(hearingState(hearing, day(on))).toBe(state)
  })

  it('that was closed is over the same day, and ended then', () => {
    const closed = { ...hearing, closedAt: instant('2027-03-10T23:30:00Z') }
    expect(hearingState(closed, day('2027-03-10'))).toBe('over')
    expect(lastDayOf(closed)).toBe('2027-03-11')
    expect(lastDayOf({ ...hearing, closedAt: instant('2027-05-01T10:00:00Z') })).toBe('2027-03-31')
    expect(lastDayOf(hearing)).toBe('2027-03-31')
  })

  it.each([
    ['2027-03-10', '2027-03-10', null],
    ['2027-03-11', '2027-04-30', null],
    ['2027-03-09', '2027-04-30', { field: 'from', message: 'hearing.inPast' }],
    ['2027-03-20', '2027-03-19', { field: 'to', message: 'hearing.endsBeforeItBegins' }],
    ['2027-03-10', '2028-03-10', null],
    ['2027-03-10', '2028-03-11', { field: 'to', message: 'hearing.tooLong' }],
  ])('opened from %s to %s', (from, to, problem) => {
    expect(problemsInPeriod({ from: day(from), to: day(to) }, today)).toEqual(problem ? [problem] : [])
  })
})

const at = (minute: number): Instant => instant(`2027-03-10T10:${String(minute).padStart(2, '0')}:00Z`)
const answer = (closes: boolean): CommentAnswer => ({ words: closes ? null : 'Ja', closes, by: 'Rådgiver', at: at(59) })
function commentAs(id: string, more: Partial<Comment> = {}): Comment {
  return { id, stepId: null, words: 'Bra', by: 'Styrer', at: at(0), answers: [], ...more }
}

describe('comments', () => {
  it('come with those that nobody answered first, the oldest before the others', () => {
    const comments = [
      commentAs('closed', { answers: [answer(true)] }),
      commentAs('answered', { answers: [answer(false)] }),
      commentAs('late', { at: at(9) }),
      commentAs('early', { at: at(1) }),
      commentAs('opened again', { answers: [answer(true), answer(false)], at: at(2) }),
    ]
    expect(byNeed(comments).map(({ id }) => id)).toEqual(['early', 'late', 'answered', 'opened again', 'closed'])
    expect(comments.map(isDealtWith)).toEqual([true, false, false, false, false])
  })

  it('stand where they belong in the plan', () => {
    const { general, routines, gone } = commentsIn(FJORDVIK_PLAN, [
      commentAs('forms', { stepId: STEPS.sendForms }),
      commentAs('whole'),
      commentAs('lost', { stepId: 'a step that was taken out' }),
      commentAs('group', { stepId: STEPS.formGroup }),
    ])
    expect(general.map(({ id }) => id)).toEqual(['whole'])
    expect(gone.map(({ id }) => id)).toEqual(['lost'])
    expect(routines.map(({ steps }) => steps.map(({ comments }) => comments.map(({ id }) => id)))).toEqual([
      [['group']],
      [['forms']],
    ])
  })

  test('none is lost and none is shown twice', () => {
    const ids = [null, 'gone', ...Object.values(STEPS)]
    const anyComments = fc
      .array(fc.tuple(fc.constantFrom(...ids), fc.array(fc.boolean(), { maxLength: 2 })), { maxLength: 12 })
      .map((all) => all.map(([stepId, said], at) => commentAs(String(at), { stepId, answers: said.map(answer) })))
    fc.assert(
      fc.property(anyComments, (comments) => {
        const { general, routines, gone } = commentsIn(FJORDVIK_PLAN, comments)
        const placed = routines.flatMap(({ steps }) => steps.flatMap(({ comments }) => comments))
        const shown = [...general, ...placed, ...gone].map(({ id }) => id)
        expect(shown.sort()).toEqual(comments.map(({ id }) => id).sort())
      }),
    )
  })
})

describe('words', () => {
  it.each([
    ['', 'hearing.nothingSaid'],
    ['x'.repeat(2001), 'textTooLong'],
    ['Ring 010120 12345 om dette', 'elevenDigits'],
    ['Gjelder barnet født 3. mai 2021', 'birthDate'],
  ])('%s cannot be said', (words, message) => {
    expect(problemsInComment(words, today)).toMatchObject([{ field: 'words', message }])
  })

  it.each(['x'.repeat(2000), 'Flytt fristen til 1. april.'])('%s can', (words) => {
    expect(problemsInComment(words, today)).toEqual([])
  })

  it('of an adviser may be left out where the comment is closed', () => {
    expect(problemsInAnswer({ words: null, closes: true }, today)).toEqual([])
    expect(problemsInAnswer({ words: 'Ja.', closes: false }, today)).toEqual([])
    expect(problemsInAnswer({ words: null, closes: false }, today)).toMatchObject([{ message: 'hearing.noAnswer' }])
    expect(problemsInAnswer({ words: '01012012345', closes: true }, today)).toMatchObject([{ message: 'elevenDigits' }])
  })
})
