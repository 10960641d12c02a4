import fc from 'fast-check'
import { plusDays, type LocalDate } from '#app/domain/calendar.ts'
import { answersOpenTo, withdrawable, type Line } from '#app/domain/checklist.ts'
import { ROLES, type Actor } from '#app/domain/permissions.ts'
import { SIDES, THE_MUNICIPALITY, type Participation, type Place, type Unit } from '#app/domain/place.ts'
import type { Step } from '#app/domain/plan.ts'
import type { Tick } from '#app/domain/tick.ts'
import * as field from './field.ts'

/** Anything of its kind that can come up in the field, for laws with fast-check. */

export const anyDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: -800, max: 800 })
  .map((days) => plusDays('2027-03-15' as LocalDate, days))

const anyParticipation: fc.Arbitrary<Participation | null> = fc.constantFrom<(Participation | null)[]>(
  null,
  { answer: 'takes part' },
  { answer: 'partly', routineIds: ['cooperation'] },
  { answer: 'partly', routineIds: ['another'] },
  { answer: 'does not take part' },
)

function anyOf(...units: Unit[]): fc.Arbitrary<Unit> {
  return fc.tuple(fc.constantFrom(...units), anyParticipation).map(([unit, answer]) => field.answering(unit, answer))
}

export const KINDERGARTENS = [field.BLUEBELL, field.CLOUDBERRY, field.TWINFLOWER, field.ACROSS_THE_FJORD]
export const SCHOOLS = [field.FJORDVIK_SCHOOL, field.HILL_SCHOOL, field.FREE_SCHOOL]
const anyKindergarten = anyOf(...KINDERGARTENS)
const anySchool = anyOf(...SCHOOLS)
const anyChildren = fc.integer({ min: 1, max: 12 })

export const anyPair = fc.tuple(anyKindergarten, anySchool, anyChildren).map((parts) => field.pairOf(...parts))

export const anyPlace: fc.Arbitrary<Place> = fc.oneof(
  fc.constant(THE_MUNICIPALITY),
  anyKindergarten.map(field.atKindergarten),
  fc
    .tuple(anySchool, fc.uniqueArray(anyKindergarten, { selector: ({ id }) => id, maxLength: 4 }))
    .map(([school, kindergartens]) => field.atSchool(school, ...kindergartens)),
  anyPair,
)

/** A step as editors can make it at such a place; a sensitive step is never asked of a pair, nor confirmed. */
export function anyStepAt(place: Place): fc.Arbitrary<Step> {
  const sides = SIDES.filter((side) => side === place.kind || (place.kind === 'pair' && side !== 'municipality'))
  const all = place.kind === 'school' ? (['kindergarten', ...sides] as const) : sides
  return fc
    .record({
      responsible: fc.constantFrom(...all),
      confirmed: fc.boolean(),
      binding: fc.constantFrom('law' as const, 'plan' as const),
      sensitive: place.kind === 'pair' ? fc.constant(false) : fc.boolean(),
      meaning: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ confirmed, ...step }) => {
      const other = all.find((side) => side !== step.responsible) ?? null
      return field.stepAs({ ...step, scope: place.kind, confirmedBy: confirmed && !step.sensitive ? other : null })
    })
}

/** What the people at a place said of a step, one after the other, each time something they could say then. */
export function anyStoryOf(step: Step, place: Place, maxLength = 9): fc.Arbitrary<Tick[]> {
  return fc.array(fc.nat(), { maxLength }).map((choices) => {
    const ticks: Tick[] = []
    for (const choice of choices) {
      const moves = openMoves(field.lineOf(step, place, ticks), ticks.length + 1)
      const move = moves[choice % moves.length]
      if (move) ticks.push(move)
    }
    return ticks
  })
}

/** Every tick that could be added to a line now. */
export function openMoves(line: Line, number: number): Tick[] {
  const { id: stepId, meaning } = line.step
  return SIDES.flatMap((side) => {
    const answers = answersOpenTo(line, side).map((answer) => field.tickAs(side, answer, number, { stepId, meaning }))
    const last = withdrawable(line, side)
    const changes = { stepId, meaning, withdraws: last?.id ?? null }
    return last ? [...answers, field.tickAs(side, 'withdrawn', number, changes)] : answers
  })
}

/** A line with all that was said of it, on some day. */
export const anyLine: fc.Arbitrary<Line> = anyPlace.chain(anyLineAt)

export function anyLineAt(place: Place): fc.Arbitrary<Line> {
  return anyStepAt(place)
    .chain((step) => fc.tuple(fc.constant(step), anyStoryOf(step, place), anyDay))
    .map(([step, ticks, today]) => field.lineOf(step, place, ticks, today))
}

const anySeat = fc.constantFrom(...ROLES).chain((role) => {
  const many = role === 'owner' ? 3 : role === 'adviser' || role === 'observer' ? 0 : 1
  const units = fc.uniqueArray(fc.constantFrom(...KINDERGARTENS, ...SCHOOLS), { maxLength: many })
  return units.map((taken): Parameters<typeof field.seated>[0] => [role, ...taken])
})

/** Anybody, with no, one or several seats; also seats that do not fit the unit. */
export const anyActor: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 1, arbitrary: fc.constant('visitor' as const) },
  { weight: 9, arbitrary: fc.array(anySeat, { maxLength: 3 }).map((seats) => field.seated(...seats)) },
)
