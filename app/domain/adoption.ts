import type { LocalDate } from './calendar.ts'
import { linesOf, type Cycle, type Line } from './checklist.ts'
import type { ShownLine } from './discretion.ts'
import { dueDay } from './due-date.ts'
import { weightOf } from './meaning.ts'
import type { Place } from './place.ts'
import type { Routine, Step } from './plan.ts'
import type { Tick } from './tick.ts'

/**
 * What becomes of a step at a place when its cycle follows another version. *Opens again*: it was answered, and now means
 * something else. *Counts again*: an earlier answer is to what the step means now. *To confirm*: the answer stands, and
 * somebody is asked to confirm it. *Stays*: asked before and after, answered or not.
 */
export type Fate = 'new' | 'falls away' | 'opens again' | 'counts again' | 'to confirm' | 'stays'

/** One step at one place, that another version changes something of. */
export interface StepAdoption {
  fate: Fate
  /** The line as it will be; where the step falls away, as it was. */
  line: ShownLine
  /** Whether an answer stood before. It stays in the history whatever becomes of the step. */
  answered: boolean
  /** The due day as it was, where it will be another. */
  dueBefore: LocalDate | null
  /** Whether its due day will have passed with nothing done, and had not before. */
  intoPast: boolean
  /** Whether it says something else now, or other people take part in it. */
  reworded: boolean
  /** Whether it stands in another routine. */
  moved: boolean
}

/** What adopting another version does at one place. */
export interface PlaceAdoption {
  place: Place
  /** Only steps that something changes of, in order of due day; what falls away last. */
  steps: readonly StepAdoption[]
}

/** How a reader sees a line; null where it is none of theirs. */
type Seeing = (line: Line) => ShownLine | null

/**
 * What it does at a place that the cycle goes from one version to another. `ticks` are all of that place, oldest first.
 * With `seeing`, only what one reader may see of it.
 */
export function adoptionAt(
  before: Cycle,
  after: Cycle,
  place: Place,
  ticks: readonly Tick[],
  today: LocalDate,
  seeing: Seeing = (line) => line,
): PlaceAdoption {
  const changing = changingOf(before, after)
  const seen = (cycle: Cycle) =>
    linesOf(cycle, place, ticks, today)
      .map(seeing)
      .filter((line) => line !== null)
  const was = seen(changing.before)
  const becomes = seen(changing.after)
  const kept = becomes.map((line) =>
    stepAdoption(was.find(({ step }) => step.id === line.step.id) ?? null, line, today),
  )
  const away = was
    .filter(({ step }) => !becomes.some((line) => line.step.id === step.id))
    .map((line): StepAdoption => ({ ...UNCHANGED, fate: 'falls away', line, answered: isAnswered(line) }))
  return { place, steps: [...kept.filter((step) => step !== null), ...away] }
}

const UNCHANGED = { answered: false, dueBefore: null, intoPast: false, reworded: false, moved: false } as const

function stepAdoption(was: ShownLine | null, line: ShownLine, today: LocalDate): StepAdoption | null {
  const intoPast = isLate(line, today) && !(was && isLate(was, today))
  if (!was) return { ...UNCHANGED, fate: isAnswered(line) ? 'counts again' : 'new', line, intoPast }
  const step: StepAdoption = {
    fate: fateOf(was, line),
    line,
    answered: isAnswered(was),
    dueBefore: was.due === line.due ? null : was.due,
    intoPast,
    reworded: weightOf(was.step, line.step) !== 'nothing' || was.step.meaning !== line.step.meaning,
    moved: was.routine.id !== line.routine.id,
  }
  return step.fate !== 'stays' || step.dueBefore || step.reworded || step.moved ? step : null
}

function fateOf(was: ShownLine, line: ShownLine): Fate {
  if (isAnswered(was) && !isAnswered(line)) return 'opens again'
  const otherAnswer = was.own !== null && line.own !== null && was.own.id !== line.own.id
  if (isAnswered(line) && (!isAnswered(was) || otherAnswer)) return 'counts again'
  return was.complete && !line.complete ? 'to confirm' : 'stays'
}

function isAnswered({ status }: ShownLine): boolean {
  return status !== 'open'
}

/** A line that is past its due day and not done, invited or obliged; one that was declined is not waited for. */
function isLate({ complete, status, due }: ShownLine, today: LocalDate): boolean {
  return !complete && status !== 'not relevant' && due < today
}

interface Changing {
  before: Cycle
  after: Cycle
}

const changingBetween = new WeakMap<Cycle, WeakMap<Cycle, Changing>>()

/** The two cycles with only the steps that differ between them. Worked out once: a preview asks for thousands of places. */
function changingOf(before: Cycle, after: Cycle): Changing {
  const known = changingBetween.get(before) ?? new WeakMap<Cycle, Changing>()
  changingBetween.set(before, known)
  const changing = known.get(after) ?? onlyChanging(before, after)
  known.set(after, changing)
  return changing
}

function onlyChanging(before: Cycle, after: Cycle): Changing {
  const same = sameIn(before, after)
  return { before: without(same, before), after: without(same, after) }
}

/** The ids of the steps that nobody has to know of: they ask the same, in the same words, on the same day. */
function sameIn(before: Cycle, after: Cycle): Set<string> {
  const was = new Map(placed(before).map((each) => [each.step.id, each]))
  const same = placed(after).filter(({ step, routine }) => {
    const old = was.get(step.id)
    if (old?.routine.id !== routine.id || old.step.meaning !== step.meaning) return false
    return dueDay(old.step.due, before) === dueDay(step.due, after) && weightOf(old.step, step) === 'nothing'
  })
  return new Set(same.map(({ step }) => step.id))
}

function placed({ version }: Cycle): { step: Step; routine: Routine }[] {
  return version.routines.flatMap((routine) => routine.steps.map((step) => ({ step, routine })))
}

function without(same: ReadonlySet<string>, cycle: Cycle): Cycle {
  const routines = cycle.version.routines.map((routine) => ({
    ...routine,
    steps: routine.steps.filter(({ id }) => !same.has(id)),
  }))
  return { ...cycle, version: { ...cycle.version, routines } }
}
