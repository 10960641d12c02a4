import { dayInOslo, type Instant, type LocalDate } from './calendar.ts'
import type { Cycle } from './checklist.ts'
import { isOver, spanOf } from './due-date.ts'
import { hasFramework } from './framework-assignment.ts'
import { FRAMEWORK } from './obligation.ts'
import { canAtUnit, type Actor } from './permissions.ts'
import { unitsOf, type Participation, type Place, type Unit } from './place.ts'
import type { PlanVersion, Routine, Step } from './plan.ts'
import type { Problem } from './problem.ts'
import { problemInText, problemsInReason } from './saying.ts'

/** As whom somebody answers whether a unit takes part: its owner, its leader on the owner's behalf, or the adviser. */
export const ANSWERED_AS = ['owner', 'leader', 'adviser'] as const
export type AnsweredAs = (typeof ANSWERED_AS)[number]

const ROLES_OF = {
  owner: ['owner'],
  leader: ['director', 'principal'],
  adviser: ['adviser'],
} as const satisfies Record<AnsweredAs, readonly string[]>

/** As whom this reader would answer for a unit, the nearest to the owner first; null for whoever may not. */
export function answersAs(actor: Actor, unitId: string): AnsweredAs | null {
  if (actor === 'visitor' || !canAtUnit(actor, 'answer about taking part', unitId)) return null
  const isSeated = (as: AnsweredAs) =>
    actor.seats.some(
      ({ role, unitIds }) =>
        ROLES_OF[as].some((each) => each === role) && (as === 'adviser' || unitIds.includes(unitId)),
    )
  return ANSWERED_AS.find(isSeated) ?? null
}

export const ANSWERS = ['takes part', 'partly', 'does not take part'] as const satisfies Participation['answer'][]

/** Whose answers are counted together: each with a denominator of its own. */
export const OWNER_TYPES = ['private kindergartens', 'private schools', 'units of neighbours'] as const
export type OwnerType = (typeof OWNER_TYPES)[number]

/** Among whose answers a unit's is counted; null for the municipality's own, which the plan binds without any answer. */
export function ownerTypeOf({ kind, ownership, externalMunicipality }: Unit): OwnerType | null {
  if (externalMunicipality !== null) return 'units of neighbours'
  if (ownership === 'municipal') return null
  return kind === 'kindergarten' ? 'private kindergartens' : 'private schools'
}

/** The units with a place of their own among these, each once. */
export function unitsAmong(places: readonly Place[]): Unit[] {
  const units = places.flatMap((place) => (place.kind === 'pair' ? [] : unitsOf(place)))
  return [...new Map(units.map((unit) => [unit.id, unit])).values()]
}

/**
 * The units of a cycle that somebody has to answer for. One that closed without an answer before `today`, or before the
 * cycle was over, has nobody to answer any more and is in no denominator.
 */
export function unitsAsked(units: readonly Unit[], year: number, today: LocalDate): Unit[] {
  return units.filter((unit) => {
    return ownerTypeOf(unit) !== null && (unit.participation !== null || isOpen(unit, year, today))
  })
}

function isOpen({ closedOn }: Unit, year: number, today: LocalDate): boolean {
  const { to } = spanOf(year)
  return closedOn === null || closedOn > (today < to ? today : to)
}

/** Of so many units asked, how many gave each answer; the four add up to `asked`. */
export interface Participations {
  takesPart: number
  partly: number
  doesNotTakePart: number
  notAnswered: number
  asked: number
}

/** How these units have answered. */
export function countParticipation(units: readonly Unit[]): Participations {
  const count = (answer: Participation['answer'] | null) =>
    units.filter(({ participation }) => (participation?.answer ?? null) === answer).length
  return {
    takesPart: count('takes part'),
    partly: count('partly'),
    doesNotTakePart: count('does not take part'),
    notAnswered: count(null),
    asked: units.length,
  }
}

/** How the units asked have answered, by owner type; a type that nobody is asked of has 0 of 0. */
export function participationByOwnerType(asked: readonly Unit[]): Record<OwnerType, Participations> {
  const of = (type: OwnerType) => countParticipation(asked.filter((unit) => ownerTypeOf(unit) === type))
  return {
    'private kindergartens': of('private kindergartens'),
    'private schools': of('private schools'),
    'units of neighbours': of('units of neighbours'),
  }
}

/** What of one routine a kind of unit answers for or confirms: what the plan asks, and what the law does. */
export interface RoutineAsked {
  routine: Routine
  plan: readonly Step[]
  law: readonly Step[]
}

/** What a version asks of kindergartens, or of schools, routine by routine; routines that ask nothing are left out. */
export function routinesAskedOf({ routines }: PlanVersion, kind: Unit['kind']): RoutineAsked[] {
  return routines
    .map((routine) => {
      const steps = routine.steps.filter((step) => step.responsible === kind || step.confirmedBy === kind)
      const bound = (binding: Step['binding']) => steps.filter((step) => step.binding === binding)
      return { routine, plan: bound('plan'), law: bound('law') }
    })
    .filter(({ plan, law }) => plan.length + law.length > 0)
}

/** The routines that a unit can take part in: those with a step that only the plan asks of it. */
export function choosableRoutines(version: PlanVersion, kind: Unit['kind']): RoutineAsked[] {
  return routinesAskedOf(version, kind).filter(({ plan }) => plan.length > 0)
}

/** What somebody answers for a unit. `routineIds` count only where it takes part partly; the framework is one of them. */
export interface Answering {
  answer: Participation['answer']
  routineIds: readonly string[]
  reason: string | null
}

/** The answer itself, as it binds. */
export function participationOf({ answer, routineIds }: Answering): Participation {
  return answer === 'partly' ? { answer, routineIds: [...new Set(routineIds)] } : { answer }
}

/** What keeps an answer from being saved; empty where nothing does. */
export function problemsInAnswering(answering: Answering, unit: Unit, cycle: Cycle, today: LocalDate): Problem[] {
  const { answer, routineIds, reason } = answering
  const closed = whyNobodyAnswers(unit, cycle.year, today)
  if (closed) return [closed]
  const problems = answer === 'partly' ? problemsInRoutines(routineIds, unit, cycle.version) : []
  const inReason = answer === 'takes part' ? problemInText('reason', reason, today) : problemsInReason(reason, today)
  return [...problems, ...inReason]
}

/** Why a unit cannot be answered for: the cycle is over, the plan binds it anyway, or it has closed; null where it can. */
export function whyNobodyAnswers(unit: Unit, year: number, today: LocalDate): Problem | null {
  const because = (message: string): Problem => ({ field: 'answer', message, values: { year, unit: unit.name } })
  if (ownerTypeOf(unit) === null) return because('planBindsUnit')
  if (isOver(year, today)) return because('cycleOver')
  return isOpen(unit, year, today) ? null : because('closedUnitAnswers')
}

function problemsInRoutines(routineIds: readonly string[], { kind }: Unit, version: PlanVersion): Problem[] {
  if (routineIds.length === 0) return [{ field: 'routines', message: 'routinesMissing' }]
  const offered = new Set(choosableRoutines(version, kind).map(({ routine }) => routine.id))
  if (hasFramework(version)) offered.add(FRAMEWORK)
  return routineIds.every((id) => offered.has(id)) ? [] : [{ field: 'routines', message: 'routineNotOffered' }]
}

/**
 * Why nobody is reminded to answer for a unit, or null where somebody can be: the answer is there, or none can be given;
 * or a reminder went out earlier the same day. `remindedAt` is the last one.
 */
export function whyNotReminded(unit: Unit, year: number, remindedAt: Instant | null, today: LocalDate): Problem | null {
  const closed = whyNobodyAnswers(unit, year, today)
  if (closed) return closed
  const because = (message: string): Problem => ({ field: 'reminder', message, values: { unit: unit.name } })
  if (unit.participation !== null) return because('answeredAlready')
  return remindedAt !== null && dayInOslo(remindedAt) === today ? because('remindedToday') : null
}
