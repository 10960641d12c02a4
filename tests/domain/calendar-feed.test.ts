import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgreedDate } from '#app/domain/agreed-date.ts'
import { ALL_PAIRS, feedOf, type FeedSource } from '#app/domain/calendar-feed.ts'
import { day, instant } from '#app/domain/calendar.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import type { PairPlace, Unit } from '#app/domain/place.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import { FJORDVIK_PLAN, STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, NES_SCHOOL, PEOPLE } from '#db/seed/fjordvik.ts'

const cycle: Cycle = {
  ...{ year: 2027, firstSchoolDay: day('2027-08-19'), version: FJORDVIK_PLAN, moves: [], sensitiveMeanings: [] },
}

function unit(kind: Unit['kind'], id: string): Unit {
  const is = { ownership: 'municipal', externalMunicipality: null, closedOn: null, participation: null } as const
  return { ...is, kind, id, name: id }
}

function pair(id: string, schoolId: string, children = 8): PairPlace {
  return { kind: 'pair', id, kindergarten: unit('kindergarten', BLUEBELL), school: unit('school', schoolId), children }
}

const [first, second] = [pair('first', FJORDVIK_SCHOOL), pair('second', NES_SCHOOL)]
const SOURCE: FeedSource = {
  ...{ cycle, before: [], adoptedAt: [], places: [first, second], endings: [], dates: [], earlier: new Map() },
}
const director = PEOPLE.bluebellDirector

const AGREED: AgreedDate = {
  ...{ id: 'd', year: 2027, schoolId: FJORDVIK_SCHOOL, pairIds: ['first'], kind: 'visit', title: null, stepId: null },
  ...{ on: day('2027-05-12'), from: '10:00', to: null, venue: null, whoComes: null, reason: null, cancelled: false },
  ...{ changes: 2, movedFrom: null, at: instant('2027-01-04T08:00:00Z') },
  by: { personId: 'p', name: 'Rektor', forUnit: false },
}

const datesOf = (source: Partial<FeedSource>) =>
  feedOf(director, { ...SOURCE, ...source }).filter(({ what }) => what.kind === 'agreed date')
const forms = (source: Partial<FeedSource> = {}) =>
  feedOf(director, { ...SOURCE, ...source }).filter(({ uid }) => uid.includes(STEPS.sendForms))

function without(version: PlanVersion, stepId: string): PlanVersion {
  const routines = version.routines.map((routine) => ({
    ...routine,
    steps: routine.steps.filter(({ id }) => id !== stepId),
  }))
  return { ...version, id: 'newer', routines }
}

describe('due days in a calendar', () => {
  it('stand once per school, on the day of that school’s pairs', () => {
    const at = instant('2027-01-05T09:00:00Z')
    const move = { stepId: STEPS.sendForms, schoolId: NES_SCHOOL, to: day('2027-04-20'), reason: 'x', at, by: 'y' }
    const moved = forms({ cycle: { ...cycle, moves: [move] } })
    expect(moved.map(({ on, sequence, modifiedAt }) => [on, sequence, modifiedAt > '2027'])).toEqual([
      ['2027-05-01', 0, false],
      ['2027-04-20', 1, true],
    ])
  })

  it('that a newer version does not ask are taken out, with a higher number', () => {
    const newer = { ...cycle, version: without(FJORDVIK_PLAN, STEPS.sendForms) }
    const adoptedAt = [instant('2027-01-05T09:00:00Z')]
    const gone = forms({ cycle: newer, before: [FJORDVIK_PLAN], adoptedAt })
    expect(gone.map(({ cancelled, sequence }) => [cancelled, sequence])).toEqual([
      [true, 1],
      [true, 1],
    ])
    expect(forms({ cycle: newer })).toEqual([])
    expect(forms().map(({ uid }) => uid)).toEqual(gone.map(({ uid }) => uid))
  })

  it('of a pair that has ended are taken out, and come back with it', () => {
    const ended = { pair: { ...second, children: 0 }, numbers: 2, at: instant('2027-01-05T09:00:00Z') }
    const out = forms({ places: [first], endings: [ended] })
    expect(out.map(({ cancelled, sequence }) => [cancelled, sequence])).toEqual([
      [false, 0],
      [true, 2],
    ])
    const back = forms({ endings: [{ ...ended, pair: second, numbers: 3 }] })
    expect(back.map(({ cancelled, sequence }) => [cancelled, sequence])).toEqual([
      [false, 0],
      [false, 3],
    ])
  })

  it('law: whoever it is for, no sensitive step and none about single children, also one that was', () => {
    const steps = FJORDVIK_PLAN.routines.flatMap((routine) => routine.steps)
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(PEOPLE)), fc.subarray(steps.map(({ id }) => id)), (person, once) => {
        const routines = FJORDVIK_PLAN.routines.map((routine) => ({
          ...routine,
          steps: routine.steps.map((step) => ({ ...step, sensitive: step.sensitive || once.includes(step.id) })),
        }))
        const before = [{ ...FJORDVIK_PLAN, id: 'older', routines }]
        const uids = feedOf(person, { ...SOURCE, before }).map(({ uid }) => uid)
        const hidden = steps.filter((step) => step.sensitive || step.aboutSingleChildren || once.includes(step.id))
        expect(uids.filter((uid) => hidden.some(({ id }) => uid.includes(id)))).toEqual([])
        expect(new Set(uids).size).toBe(uids.length)
      }),
    )
  })
})

describe('agreed dates in a calendar', () => {
  it('are those of the own pairs, numbered by their changes', () => {
    expect(datesOf({ dates: [AGREED] })).toMatchObject([{ uid: 'date-d', sequence: 2, cancelled: false, place: first }])
    expect(datesOf({ dates: [{ ...AGREED, pairIds: ['another'] }] })).toEqual([])
    expect(datesOf({ dates: [{ ...AGREED, pairIds: [] }] })).toMatchObject([{ cancelled: false }])
  })

  it.each([
    ['cancelled', { dates: [{ ...AGREED, cancelled: true }] }],
    ['for others only, since it was changed', { dates: [{ ...AGREED, pairIds: ['another'] }], was: 'first' }],
    ['for some only, since it was for all', { dates: [{ ...AGREED, pairIds: ['another'] }], was: ALL_PAIRS }],
    [
      'for a pair that has ended',
      {
        dates: [AGREED],
        places: [second],
        endings: [{ pair: { ...first, children: 0 }, numbers: 2, at: instant('2027-02-01T09:00:00Z') }],
      },
    ],
  ])('are taken out where they are %s', (_, { was, ...source }: Partial<FeedSource> & { was?: string }) => {
    const earlier = new Map(was ? [['d', new Set([was])]] : [])
    expect(datesOf({ ...source, earlier })).toMatchObject([{ uid: 'date-d', cancelled: true }])
  })

  it('stay with the school, also where a group has ended', () => {
    const school = { kind: 'school' as const, id: FJORDVIK_SCHOOL, school: first.school, kindergartens: [] }
    const source = { ...SOURCE, places: [school], dates: [{ ...AGREED, pairIds: [] }] }
    expect(feedOf(PEOPLE.fjordvikPrincipal, source).at(-1)).toMatchObject({ cancelled: false, place: school })
  })
})
