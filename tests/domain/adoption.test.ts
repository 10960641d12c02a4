import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adoptionAt, type StepAdoption } from '#app/domain/adoption.ts'
import {
  adoptionOfUnit,
  lastReadStretch,
  standingAdoption,
  unitsWithNews,
  unreadStretch,
  type Adoption,
} from '#app/domain/adoption-history.ts'
import { mostAffected, sumOfAdoption, sumPerKind, sumPerStep } from '#app/domain/adoption-sum.ts'
import { day, instant, type LocalDate } from '#app/domain/calendar.ts'
import { linesOf, type Cycle } from '#app/domain/checklist.ts'
import { shownTo } from '#app/domain/discretion.ts'
import type { Place } from '#app/domain/place.ts'
import type { Step } from '#app/domain/plan.ts'
import type { Tick } from '#app/domain/tick.ts'
import { anyDay, anyPlace, anyStepAt, anyStoryOf } from './anything.ts'
import {
  atKindergarten,
  atSchool,
  BLUEBELL,
  CLOUDBERRY,
  cycleOf,
  FJORDVIK_SCHOOL,
  FREE_SCHOOL,
  pairOf,
  routineOf,
  seated,
  stepAs,
  told,
  TWINFLOWER,
} from './field.ts'

const PAIR = pairOf(BLUEBELL, FJORDVIK_SCHOOL)
const TODAY = day('2027-03-10')

function from(step: Step | null): { to: (next: Step | null, story?: string, place?: Place) => StepAdoption[] } {
  const cycle = (asked: Step | null) => cycleOf(routineOf('cooperation', ...(asked ? [asked] : [])))
  return {
    to: (next, story = '', place = PAIR) => [...adoptionAt(cycle(step), cycle(next), place, told(story), TODAY).steps],
  }
}

describe('adopting a version, at one place', () => {
  const confirmed = stepAs({ confirmedBy: 'school' })

  it('says nothing of a step that stays as it is, answered or not', () => {
    expect(from(stepAs()).to(stepAs())).toEqual([])
    expect(from(stepAs()).to(stepAs(), 'kindergarten done')).toEqual([])
  })

  it('asks a step that is new', () => {
    expect(from(null).to(stepAs())).toMatchObject([{ fate: 'new', answered: false, intoPast: false }])
  })

  it('counts answers from before to a step that comes back', () => {
    expect(from(null).to(stepAs(), 'kindergarten done')).toMatchObject([{ fate: 'counts again', answered: false }])
  })

  it.each([
    ['', false],
    ['kindergarten done', true],
    ['kindergarten done; kindergarten withdraws 1', false],
  ])('lets a step fall away that was answered “%s”', (story, answered) => {
    expect(from(stepAs()).to(null, story)).toMatchObject([{ fate: 'falls away', answered, line: { step: stepAs() } }])
  })

  it('opens a step again that was answered and now means something else', () => {
    const [step] = from(stepAs()).to(stepAs({ meaning: 2 }), 'kindergarten done')
    expect(step).toMatchObject({ fate: 'opens again', answered: true, line: { status: 'open', earlier: [{}] } })
  })

  it('only tells of a new meaning where nobody had answered', () => {
    expect(from(stepAs()).to(stepAs({ meaning: 2 }))).toMatchObject([{ fate: 'stays', reworded: true }])
  })

  it('lets an answer count again that was given to the meaning that is restored', () => {
    const story = 'kindergarten done; kindergarten done (meaning 2)'
    expect(from(stepAs({ meaning: 2 })).to(stepAs(), 'kindergarten done')).toMatchObject([
      { fate: 'counts again', line: { own: { id: 'tick 1' } } },
    ])
    expect(from(stepAs({ meaning: 2 })).to(stepAs(), story)).toMatchObject([
      { fate: 'counts again', line: { own: { id: 'tick 1' } } },
    ])
  })

  it('asks for a confirmation that was not asked before, and says that the answer stands', () => {
    expect(from(stepAs()).to(confirmed, 'kindergarten done')).toMatchObject([{ fate: 'to confirm', reworded: true }])
    expect(from(stepAs()).to(confirmed)).toMatchObject([{ fate: 'stays', reworded: true }])
  })

  it.each([
    ['in autumn, undone', 'year before school start', '', true],
    ['in autumn, done', 'year before school start', 'kindergarten done', false],
    ['in autumn, declined', 'year before school start', 'kindergarten not relevant', false],
    ['in May, undone', 'school start year', '', false],
  ] as const)('moves a due day: %s', (_, kind, story, intoPast) => {
    const moved = from(stepAs()).to(stepAs({ due: { kind, month: 5, day: 20 } }), story)
    expect(moved).toMatchObject([{ fate: 'stays', dueBefore: '2027-03-15', intoPast, reworded: false }])
  })

  it('says that something is late only where it was not before', () => {
    const due = (month: number) => stepAs({ due: { kind: 'school start year', month, day: 1 } })
    expect(from(due(2)).to(due(3))).toMatchObject([{ dueBefore: '2027-02-01', intoPast: false }])
    expect(from(null).to(due(2))).toMatchObject([{ fate: 'new', intoPast: true }])
    expect(from(due(2)).to({ ...due(2), meaning: 2 }, 'kindergarten done')).toMatchObject([
      { fate: 'opens again', intoPast: true },
    ])
  })

  it('tells a step that was reworded from one that was moved, translated or tied to another law', () => {
    const moved = (step: Step) =>
      adoptionAt(
        cycleOf(routineOf('a', stepAs()), routineOf('b')),
        cycleOf(routineOf('a'), routineOf('b', step)),
        PAIR,
        [],
        TODAY,
      )
    expect(moved(stepAs()).steps).toMatchObject([{ fate: 'stays', moved: true, reworded: false }])
    expect(from(stepAs()).to(stepAs({ title: { nb: 'Møte' } }))).toMatchObject([{ reworded: true, moved: false }])
    expect(from(stepAs()).to(stepAs({ title: { nb: 'Overgangsmøte', en: 'Meeting' } }))).toEqual([])
    expect(from(stepAs()).to(stepAs({ legalBasis: [{ code: 'L', title: { nb: 'L' }, checkedOn: null }] }))).toEqual([])
  })

  it('keeps a day that was moved in the cycle, whatever the versions say', () => {
    const moves = [
      {
        stepId: 'meeting',
        schoolId: null,
        to: day('2027-04-01'),
        reason: 'r',
        at: instant('2027-01-01T09:00:00Z'),
        by: 'x',
      },
    ]
    const [old, next] = [stepAs(), stepAs({ due: { kind: 'school start year', month: 2, day: 1 } })].map((step) => ({
      ...cycleOf(routineOf('cooperation', step)),
      moves,
    }))
    expect(adoptionAt(old!, next!, PAIR, [], TODAY).steps).toEqual([])
  })

  it('takes a step from one kind of place to another', () => {
    const before = cycleOf(routineOf('r', stepAs()))
    const after = cycleOf(routineOf('r', stepAs({ scope: 'kindergarten', meaning: 2 })))
    const fates = (place: Place) => adoptionAt(before, after, place, [], TODAY).steps.map(({ fate }) => fate)
    expect([fates(PAIR), fates(atKindergarten(BLUEBELL))]).toEqual([['falls away'], ['new']])
  })

  it('tells a reader no more of a sensitive step than its checklist does', () => {
    const step = stepAs({ scope: 'kindergarten', sensitive: true })
    const cycles = [step, { ...step, meaning: 2 }].map((each) => cycleOf(routineOf('support', each)))
    const fate = (story: string) =>
      adoptionAt(cycles[0]!, cycles[1]!, atKindergarten(BLUEBELL), told(story), TODAY, (line) =>
        shownTo(seated(['adviser']), line),
      ).steps.map(({ fate, line }) => [fate, line.history.length])
    expect(fate('kindergarten started')).toEqual(fate(''))
    expect(fate('kindergarten done')).toEqual([['opens again', 0]])
    expect(fate('kindergarten not relevant')).toEqual([['opens again', 0]])
  })
})

/** A place with its steps before and after, and what was said there before. */
interface Renewal {
  place: Place
  before: Cycle
  after: Cycle
  ticks: Tick[]
}

/** A step as an editor can change it: whatever makes other people answer makes another meaning, too. */
function anyChangeOf(step: Step, place: Place): fc.Arbitrary<Step | null> {
  return fc.oneof(
    fc.constant(step),
    fc.constant(null),
    fc.constant({ ...step, title: { nb: 'Ny tekst' } }),
    fc
      .integer({ min: 1, max: 12 })
      .map((month): Step => ({ ...step, due: { kind: 'school start year', month, day: 1 } })),
    anyStepAt(place).map((other) => ({ ...other, id: step.id, meaning: step.meaning + 1 })),
  )
}

const anyRenewal: fc.Arbitrary<Renewal> = anyPlace.chain((place) =>
  fc
    .array(anyStepAt(place), { maxLength: 4 })
    .map((steps) => steps.map((step, index) => ({ ...step, id: `step ${index}` })))
    .chain((steps) =>
      fc.record({
        place: fc.constant(place),
        before: fc.constant(cycleOf(routineOf('cooperation', ...steps))),
        after: fc
          .tuple(
            fc.tuple(...steps.map((step) => anyChangeOf(step, place))),
            fc.array(anyStepAt(place), { maxLength: 2 }),
          )
          .map(([changed, added]) =>
            cycleOf(
              routineOf('cooperation', ...changed.filter((step) => step !== null)),
              routineOf('more', ...added.map((step, index) => ({ ...step, id: `added ${index}` }))),
            ),
          ),
        ticks: fc.tuple(...steps.map((step) => anyStoryOf(step, place, 4))).map((stories) => stories.flat()),
      }),
    ),
)

describe('laws of adopting', () => {
  const law = (holds: (renewal: Renewal, today: LocalDate) => void) =>
    fc.assert(fc.property(anyRenewal, anyDay, (renewal, today) => holds(renewal, today)))

  it('adopting the same version changes nothing', () => {
    law(({ place, before, ticks }, today) => {
      const same = { ...before, version: structuredClone(before.version) }
      expect(adoptionAt(before, same, place, ticks, today).steps).toEqual([])
    })
  })

  it('adopting and going back leaves every line as it was', () => {
    law(({ place, before, after, ticks }, today) => {
      const [then, said] = [linesOf(before, place, ticks, today), structuredClone(ticks)]
      adoptionAt(before, after, place, ticks, today)
      linesOf(after, place, ticks, today)
      adoptionAt(after, before, place, ticks, today)
      expect(ticks).toEqual(said)
      expect(linesOf(before, place, ticks, today)).toEqual(then)
    })
  })

  it('no tick is lost: each is on its line, or on that of a step that falls away', () => {
    law(({ place, before, after, ticks }, today) => {
      const away = adoptionAt(before, after, place, ticks, today).steps.filter(({ fate }) => fate === 'falls away')
      const lines = [...linesOf(after, place, ticks, today), ...away.map(({ line }) => line)]
      expect(new Set(lines.flatMap(({ history }) => history))).toEqual(new Set(ticks))
    })
  })

  it('what opens again is exactly the answered lines whose meaning changed', () => {
    law(({ place, before, after, ticks }, today) => {
      const meanings = new Map(linesOf(after, place, [], today).map(({ step }) => [step.id, step.meaning]))
      const changed = linesOf(before, place, ticks, today).filter(
        ({ own, step }) => own && meanings.has(step.id) && meanings.get(step.id) !== step.meaning,
      )
      const again = adoptionAt(before, after, place, ticks, today).steps.filter(({ fate }) => fate === 'opens again')
      expect(new Set(again.map(({ line }) => line.step.id))).toEqual(new Set(changed.map(({ step }) => step.id)))
    })
  })

  it('a line it says nothing of is the same before and after', () => {
    law(({ place, before, after, ticks }, today) => {
      const touched = new Set(adoptionAt(before, after, place, ticks, today).steps.map(({ line }) => line.step.id))
      const rest = (cycle: Cycle) =>
        linesOf(cycle, place, ticks, today)
          .filter(({ step }) => !touched.has(step.id))
          .map(({ step, due, status, complete, timing, obligation, waitsFor }) => {
            return [step.id, due, status, complete, timing, obligation, waitsFor]
          })
      expect(new Map(rest(after).map((line) => [line[0], line]))).toEqual(
        new Map(rest(before).map((line) => [line[0], line])),
      )
    })
  })

  it('sums over kinds of place and over steps come to the sum of all', () => {
    fc.assert(
      fc.property(fc.array(anyRenewal, { maxLength: 4 }), anyDay, (renewals, today) => {
        const all = renewals.map(({ place, before, after, ticks }) => adoptionAt(before, after, place, ticks, today))
        const whole = sumOfAdoption(all)
        for (const parts of [[...sumPerKind(all).values()], sumPerStep(all)]) {
          const added = parts.reduce((sum, { lines }) => sum + total(lines), 0)
          expect(added).toBe(total(whole.lines))
        }
        expect(whole).toMatchObject({ places: all.length, touched: mostAffected(all).length })
      }),
    )
  })

  function total(lines: Readonly<Record<string, { obliged: number; invited: number }>>): number {
    return Object.values(lines).reduce((sum, { obliged, invited }) => sum + obliged + invited, 0)
  }
})

describe('an adoption over several places', () => {
  const old = cycleOf(routineOf('r', stepAs(), stepAs({ id: 'forms' })))
  const renewed = cycleOf(
    routineOf(
      'r',
      stepAs({ meaning: 2 }),
      stepAs({ id: 'visit', due: { kind: 'school start year', month: 1, day: 1 } }),
    ),
  )
  const invited = pairOf(TWINFLOWER, FJORDVIK_SCHOOL)
  const places = [pairOf(CLOUDBERRY, FREE_SCHOOL), PAIR, invited, atSchool(FJORDVIK_SCHOOL, BLUEBELL)]
  const adoptions = places.map((place) =>
    adoptionAt(old, renewed, place, place === PAIR ? told('kindergarten done') : [], TODAY),
  )

  it('counts what binds and what is an invitation apart', () => {
    expect(sumOfAdoption(adoptions)).toMatchObject({
      places: 4,
      touched: 3,
      lines: {
        new: { obliged: 2, invited: 1 },
        'falls away': { obliged: 2, invited: 1 },
        'answered away': { obliged: 0, invited: 0 },
        'opens again': { obliged: 1, invited: 0 },
        'into the past': { obliged: 2, invited: 1 },
      },
    })
    expect([...sumPerKind(adoptions)].map(([kind, { places }]) => [kind, places])).toEqual([
      ['pair', 3],
      ['school', 1],
    ])
  })

  it('puts what opens again first and leaves out what nothing happens to', () => {
    expect(mostAffected(adoptions).map(({ place }) => place.id)).toEqual([PAIR.id, places[0]!.id, invited.id])
  })

  it('tells of each step at how many places, and with which due days', () => {
    const steps = sumPerStep(adoptions).map(({ step, places, dues }) => [
      step.id,
      places,
      dues.map(({ line }) => line.due),
    ])
    expect(steps).toEqual([
      ['visit', 3, ['2027-01-01']],
      ['meeting', 3, ['2027-03-15']],
      ['forms', 3, ['2027-03-15']],
    ])
  })
})

describe('news', () => {
  const gathering = stepAs({ id: 'gathering', scope: 'school' })
  const firstDay = stepAs({ id: 'first day', scope: 'school', responsible: 'school' })
  const school = atSchool(FJORDVIK_SCHOOL, BLUEBELL)
  const news = [
    adoptionAt(cycleOf(), cycleOf(routineOf('r', gathering, firstDay)), school, [], TODAY),
    adoptionAt(cycleOf(), cycleOf(routineOf('r', stepAs())), pairOf(CLOUDBERRY, FREE_SCHOOL), [], TODAY),
  ]
  const of = (unitId: string) =>
    adoptionOfUnit(unitId, news).flatMap(({ steps }) => steps.map(({ line }) => line.step.id))

  it('for a kindergarten is what it does together with others at a school, not what the school does', () => {
    expect(of(BLUEBELL.id)).toEqual(['gathering'])
    expect(of(FJORDVIK_SCHOOL.id)).toEqual(['gathering', 'first day'])
    expect(of(TWINFLOWER.id)).toEqual([])
  })

  it('is for exactly the units that have some', () => {
    const units = [BLUEBELL, CLOUDBERRY, TWINFLOWER, FJORDVIK_SCHOOL, FREE_SCHOOL].map(({ id }) => id)
    expect(unitsWithNews(news)).toEqual(new Set(units.filter((id) => of(id).length > 0)))
  })
})

describe('what happened to the version of a cycle', () => {
  const went = (sequence: number, from: number, to: number, undoes: number | null = null): Adoption => ({
    ...{ sequence, from, to, undoes, fromId: `v${from}`, toId: `v${to}` },
    ...{ reason: 'r', at: instant('2027-01-01T09:00:00Z'), by: 'adviser' },
  })
  const read = (sequence: number, on: string) => ({ unitId: 'u', sequence, at: instant(`${on}T09:00:00Z`), by: 'x' })
  const [first, second, back] = [went(1, 1, 2), went(2, 2, 3), went(3, 3, 2, 2)]

  it('stands with the last adoption nobody went back from', () => {
    expect(standingAdoption([])).toBeNull()
    expect(standingAdoption([first, second])).toBe(second)
    expect(standingAdoption([first, second, back])).toBe(first)
    expect(standingAdoption([first, went(2, 2, 1, 1)])).toBeNull()
    expect(standingAdoption([first, went(2, 2, 1, 1), went(3, 1, 2)])).toMatchObject({ sequence: 3 })
  })

  it('is told as one stretch of all that is unread', () => {
    const whole = { from: 1, fromId: 'v1', to: 3, toId: 'v3', upTo: 2 }
    expect(unreadStretch([], [])).toBeNull()
    expect(unreadStretch([first, second], [])).toEqual(whole)
    expect(unreadStretch([first, second], [read(1, '2027-02-01')])).toMatchObject({ from: 2, to: 3 })
    expect(unreadStretch([first, second], [read(1, '2027-02-01'), read(2, '2027-02-01')])).toBeNull()
    expect(unreadStretch([first, went(2, 2, 1, 1)], [])).toMatchObject({ from: 1, to: 1 })
  })

  it('was last read as it was read then', () => {
    const reads = [read(1, '2027-02-01'), read(2, '2027-02-01'), read(3, '2027-03-01')]
    expect(lastReadStretch([first, second, back], [])).toBeNull()
    expect(lastReadStretch([first, second, back], reads)).toMatchObject({ from: 3, to: 2, upTo: 3 })
    expect(lastReadStretch([first, second, back], reads.slice(0, 2))).toMatchObject({ from: 1, to: 3, upTo: 2 })
  })
})
