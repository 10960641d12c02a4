import { differenceInCalendarDays, parseISO } from 'date-fns'
import { day, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import { linesOf, type Cycle, type Line } from '#app/domain/checklist.ts'
import type { Actor, Role } from '#app/domain/permissions.ts'
import type { KindergartenPlace, PairPlace, Participation, Place, SchoolPlace, Side, Unit } from '#app/domain/place.ts'
import type { Routine, Step } from '#app/domain/plan.ts'
import { ANSWERS, type Tick } from '#app/domain/tick.ts'

/** Builders for the tests of the rules, in the field's words. The municipality is Fjordvik, which does not exist. */

export function unit(kind: Unit['kind'], name: string, changes: Partial<Unit> = {}): Unit {
  return {
    id: name.toLowerCase().replaceAll(' ', '-'),
    kind,
    name,
    ownership: 'municipal',
    externalMunicipality: null,
    closedOn: null,
    participation: null,
    ...changes,
  }
}

export const BLUEBELL = unit('kindergarten', 'Blåklokka barnehage')
export const CLOUDBERRY = unit('kindergarten', 'Multebær barnehage')
export const TWINFLOWER = unit('kindergarten', 'Linnea barnehage', { ownership: 'private' })
export const ACROSS_THE_FJORD = unit('kindergarten', 'Sundet barnehage', { externalMunicipality: 'Sundvik' })
export const FJORDVIK_SCHOOL = unit('school', 'Fjordvik skole')
export const HILL_SCHOOL = unit('school', 'Bakken skole')
export const FREE_SCHOOL = unit('school', 'Lyngheim friskole', { ownership: 'private' })

export function answering(unit: Unit, participation: Participation | null): Unit {
  return { ...unit, participation }
}

export function atKindergarten(kindergarten: Unit): KindergartenPlace {
  return { kind: 'kindergarten', id: kindergarten.id, kindergarten }
}

export function atSchool(school: Unit, ...kindergartens: Unit[]): SchoolPlace {
  return { kind: 'school', id: school.id, school, kindergartens }
}

export function pairOf(kindergarten: Unit, school: Unit, children = 7): PairPlace {
  return { kind: 'pair', id: `${kindergarten.id}+${school.id}`, kindergarten, school, children }
}

/** A pair step from the plan: the kindergarten does it, nobody confirms, due 15 March of the school-start year. */
export function stepAs(changes: Partial<Step> = {}): Step {
  return {
    id: 'meeting',
    title: { nb: 'Overgangsmøte' },
    guidance: null,
    carriedOutBy: 'kindergarten director',
    scope: 'pair',
    responsible: 'kindergarten',
    confirmedBy: null,
    due: { kind: 'school start year', month: 3, day: 15 },
    binding: 'plan',
    sensitive: false,
    aboutSingleChildren: false,
    sparedSmallPairs: false,
    meaning: 1,
    legalBasis: [],
    ...changes,
  }
}

export function routineOf(id: string, ...steps: Step[]): Routine {
  return { id, title: { nb: 'Samarbeid' }, purpose: null, steps }
}

/** School start 2027 with a version that holds these routines; the first school day is 16 August. */
export function cycleOf(...routines: Routine[]): Cycle {
  const version = { id: 'v3', number: 3, title: { nb: 'Plan' }, purposes: [], framework: [], legalBasis: [] }
  return {
    year: 2027,
    firstSchoolDay: day('2027-08-16'),
    version: { ...version, routines, publication: null },
    moves: [],
    sensitiveMeanings: [],
  }
}

/**
 * What was said on a step, oldest first, one tick a day from 1 January 2027:
 * `told('kindergarten done; school disputed; school withdraws 2; kindergarten done (meaning 2)')`.
 */
export function told(story: string, stepId = 'meeting'): Tick[] {
  return story === '' ? [] : story.split('; ').map((said, index) => tickFrom(said, index + 1, stepId))
}

function tickFrom(said: string, number: number, stepId: string): Tick {
  const parts = /^(?<side>\S+) (?:withdraws (?<withdraws>\d+)|(?<answer>[^(]+?))(?: \(meaning (?<meaning>\d+)\))?$/
  const { side, withdraws, answer, meaning = '1' } = parts.exec(said)?.groups ?? {}
  const given = ANSWERS.find((each) => each === answer)
  if (!given && !withdraws) throw new Error(`Nobody says that: ${said}`)
  return tickAs(side as Side, withdraws ? 'withdrawn' : (given ?? 'withdrawn'), number, {
    stepId,
    withdraws: withdraws ? `tick ${withdraws}` : null,
    meaning: Number(meaning),
  })
}

export function tickAs(side: Side, answer: Tick['answer'], number: number, changes: Partial<Tick> = {}): Tick {
  return {
    id: `tick ${number}`,
    stepId: 'meeting',
    side,
    answer,
    doneOn: null,
    reason: 'Møtet ble flyttet',
    note: 'Vi møttes på skolen',
    meaning: 1,
    version: 3,
    withdraws: null,
    at: saidAt(number),
    by: { personId: `${side} person`, name: 'Styrer, Blåklokka barnehage', forUnit: false },
    ...changes,
  }
}

/** The moment the tick with that number in a story was given. */
export function saidAt(number: number): Instant {
  return new Date(Date.UTC(2027, 0, number, 9)).toISOString() as Instant
}

/** The one line of a step at a place, in a routine of its own. */
export function lineOf(
  step: Step,
  place: Place,
  ticks: readonly Tick[] = [],
  today: LocalDate = day('2027-01-01'),
  sensitiveMeanings: Cycle['sensitiveMeanings'] = [],
): Line {
  const cycle = { ...cycleOf(routineOf('cooperation', step)), sensitiveMeanings }
  const [line] = linesOf(cycle, place, ticks, today)
  if (!line) throw new Error(`The step ${step.id} is not asked at a ${place.kind}`)
  return line
}

/** Somebody with these seats: `seated(['director', BLUEBELL], ['owner', TWINFLOWER, ACROSS_THE_FJORD])`. */
export function seated(...seats: [Role, ...Unit[]][]): Exclude<Actor, 'visitor'> {
  return {
    id: 'somebody',
    name: seats.map(([role, ...units]) => [role, ...units.map(({ name }) => name)].join(', ')).join('; '),
    seats: seats.map(([role, ...units], index) => ({ id: `seat ${index}`, role, unitIds: units.map(({ id }) => id) })),
  }
}

/** Whole days from one day to another. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from))
}
