import { plusDays, type Instant, type LocalDate } from './calendar.ts'
import { dueDay, seasonOf, type SchoolStart, type Season } from './due-date.ts'
import { movedDay, type DueDayMove, type Moved } from './due-day-move.ts'
import { isInvited, obligationOf, type Obligation } from './obligation.ts'
import { closedOn, hasEnded, type Place, type PlaceKind, type Side } from './place.ts'
import type { PlanVersion, Routine, Step } from './plan.ts'
import { isPlainlyLarge, isSpared, leavesOut } from './small-pair.ts'
import { answersOf, type Answer, type Answers, type Status, type Tick } from './tick.ts'

/** A due day this many days ahead, or fewer, is soon. */
export const SOON_DAYS = 30

/**
 * One turn of the year wheel, for the children who start school in August of `year`, with the version it follows and
 * the due days that were moved in it, oldest first.
 */
export interface Cycle extends SchoolStart {
  version: PlanVersion
  moves: readonly DueDayMove[]
  /** Every meaning that a step had while some version called it sensitive: answers to it stay so. */
  sensitiveMeanings: readonly { stepId: string; meaning: number }[]
}

export type Timing = 'overdue' | 'due soon' | 'upcoming'

/** One step at one place in one cycle, as of a day. Never stored. */
export interface Line {
  step: Step
  routine: Routine
  place: Place
  due: LocalDate
  /** What moved the due day away from the one that it had, or null. */
  moved: Moved | null
  season: Season
  status: Status
  complete: boolean
  /** Null once the line is complete or declined as not relevant, or the place is over. */
  timing: Timing | null
  obligation: Obligation
  /** The side whose answer is missing, and since when, where the other side answered before it. */
  waitsFor: { side: Side; since: Instant | null } | null
  own: Tick | null
  other: Tick | null
  earlier: readonly Tick[]
  /** All ticks on the line, oldest first, withdrawn ones too. */
  history: readonly Tick[]
  /** The id of the last of them, also where a reader may not see it: what a form was made after. */
  last: Tick['id'] | null
  sensitiveMeanings: AskedStep['sensitiveMeanings']
}

/** A step as asked in a cycle: with its due day and the season that falls in. */
export interface AskedStep {
  step: Step
  routine: Routine
  due: LocalDate
  moved: Moved | null
  season: Season
  /** The meanings it had while it was sensitive. */
  sensitiveMeanings: readonly number[]
}

const askedIn = new WeakMap<Cycle, Map<string, readonly AskedStep[]>>()

/**
 * The steps asked at a kind of place in a cycle, in order of due day; for the pairs of a school with the days it moved.
 * Worked out once per cycle, and once more for a school with moves of its own: a matrix asks 2,500 times.
 */
export function stepsAskedAt(cycle: Cycle, kind: PlaceKind, schoolId: string | null = null): readonly AskedStep[] {
  const own = schoolId !== null && cycle.moves.some((move) => move.schoolId === schoolId) ? schoolId : null
  const key = own === null ? kind : `${kind} ${own}`
  const known = askedIn.get(cycle) ?? new Map<string, readonly AskedStep[]>()
  askedIn.set(cycle, known)
  const asked = known.get(key) ?? inDueOrder(cycle, kind, own)
  known.set(key, asked)
  return asked
}

function inDueOrder(cycle: Cycle, kind: PlaceKind, schoolId: string | null): AskedStep[] {
  return cycle.version.routines
    .flatMap((routine) => routine.steps.filter((step) => step.scope === kind).map((step) => ({ step, routine })))
    .map((asked) => ({ ...asked, ...movedDay(dueDay(asked.step.due, cycle), asked.step.id, cycle.moves, schoolId) }))
    .map((asked) => {
      const sensitiveMeanings = cycle.sensitiveMeanings.filter(({ stepId }) => stepId === asked.step.id)
      return {
        ...asked,
        season: seasonOf(asked.due, cycle.year),
        sensitiveMeanings: sensitiveMeanings.map(({ meaning }) => meaning),
      }
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/**
 * The lines of a place as of `today`: each step asked there, in order of due day, with what its ticks come to.
 * `ticks` are all of that place in that cycle, oldest first. Where the child group has ended or the unit is no more,
 * nothing is due and nobody is waited for; what would be due after the unit closed is asked only where it was answered.
 */
export function linesOf(cycle: Cycle, place: Place, ticks: readonly Tick[], today: LocalDate): Line[] {
  const ticksOf = Map.groupBy(ticks, (tick) => tick.stepId)
  const soon = plusDays(today, SOON_DAYS)
  const closed = closedOn(place)
  const isOver = hasEnded(place) || (closed !== null && closed <= today)
  const all = stepsAskedAt(cycle, place.kind, place.kind === 'pair' ? place.school.id : null)
  const still = closed === null ? all : all.filter(({ step, due }) => due < closed || ticksOf.has(step.id))
  return still.map((asked) => {
    const { step, routine, due } = asked
    const history = ticksOf.get(step.id) ?? []
    const answers = unlessOutgrown(step, place, answersOf(step, history))
    const obligation = obligationOf(step, routine, place, step.responsible)
    const complete = isComplete(asked, place, answers.status)
    return {
      ...asked,
      ...answers,
      place,
      complete,
      obligation,
      timing: isOver || complete || answers.status === 'not relevant' ? null : timingOf(due, today, soon, obligation),
      waitsFor: isOver ? null : waitsFor(step, answers, complete),
      history,
      last: history.at(-1)?.id ?? null,
    }
  })
}

/** A step that was left out because the pair was small is asked again when it has grown large; the answer stays visible. */
function unlessOutgrown(step: Step, place: Place, answers: Answers): Answers {
  if (!leavesOut(step, answers.own) || !isPlainlyLarge(place)) return answers
  const earlier = answers.own ? [...answers.earlier, answers.own] : answers.earlier
  return { status: 'open', own: null, other: null, earlier }
}

/**
 * Done is complete where nobody has to confirm; a side that is only invited does not have to, but may.
 * A sensitive step that concerned nobody is taken care of: a count that told the two apart would say that there is a child.
 */
function isComplete({ step, routine }: AskedStep, place: Place, status: Status): boolean {
  if (status === 'confirmed') return true
  if (status === 'not relevant') return step.sensitive
  if (status !== 'done') return false
  return step.confirmedBy === null || isInvited(obligationOf(step, routine, place, step.confirmedBy))
}

function timingOf(due: LocalDate, today: LocalDate, soon: LocalDate, obligation: Obligation): Timing {
  if (due < today) return isInvited(obligation) ? 'upcoming' : 'overdue'
  return due <= soon ? 'due soon' : 'upcoming'
}

function waitsFor(step: Step, { status, own, other }: Answers, complete: boolean): Line['waitsFor'] {
  if (complete) return null
  if (status === 'open' || status === 'started') return { side: step.responsible, since: null }
  if (status === 'done' && step.confirmedBy && own) return { side: step.confirmedBy, since: own.at }
  if (status === 'disputed' && other) return { side: step.responsible, since: other.at }
  return null
}

/** What a side can answer now. A sensitive step has no "not done": that would need a reason, and it has no words. */
export function answersOpenTo(line: Pick<Line, 'step' | 'status'>, side: Side): Answer[] {
  const { step, status } = line
  const answers: Answer[] = []
  if (side === step.responsible) {
    const canAnswer = status !== 'done' && status !== 'confirmed'
    if (status === 'open') answers.push('started')
    if (canAnswer) answers.push('done')
    if (canAnswer && status !== 'not relevant') answers.push('not relevant')
    if (canAnswer && status !== 'not done' && !step.sensitive) answers.push('not done')
  }
  if (side === step.confirmedBy) {
    if (status === 'done' || status === 'disputed') answers.push('confirmed')
    if (status === 'done' || status === 'confirmed') answers.push('disputed')
  }
  return answers
}

/** The answer a side can take back: its own last one that stands. */
export function withdrawable(line: Pick<Line, 'own' | 'other'>, side: Side): Tick | null {
  if (line.other?.side === side) return line.other
  return line.own?.side === side ? line.own : null
}

/** Whether an answer must come with a reason: not that a small pair leaves out what the plan spares it. */
export function needsReason(line: Pick<Line, 'step' | 'place'>, answer: Answer): boolean {
  if (line.step.sensitive) return false
  if (answer === 'not relevant') return !isSpared(line.step, line.place)
  return answer === 'not done' || answer === 'disputed'
}
