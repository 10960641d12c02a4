import type { Fate, PlaceAdoption, StepAdoption } from './adoption.ts'
import { isInvited } from './obligation.ts'
import type { Step } from './plan.ts'
import type { PlaceKind } from './place.ts'

/** How many lines, those that bind somebody and invitations apart. */
export interface Counted {
  obliged: number
  invited: number
}

/** What can be counted of an adoption: what becomes of the lines, and what else changes of them. */
export const COUNTED = [
  ...(['new', 'falls away', 'opens again', 'counts again', 'to confirm'] as const satisfies readonly Fate[]),
  /** Of those that fall away, how many had been answered. */
  'answered away',
  'new due day',
  'into the past',
  'reworded',
  'moved',
] as const
export type CountedOf = (typeof COUNTED)[number]

/** What an adoption comes to over some places. */
export interface AdoptionSum {
  places: number
  /** How many of them something changes at. */
  touched: number
  lines: Readonly<Record<CountedOf, Counted>>
}

/** What an adoption comes to over these places. */
export function sumOfAdoption(adoptions: readonly PlaceAdoption[]): AdoptionSum {
  const lines = emptyCounts()
  for (const { steps } of adoptions) for (const step of steps) count(lines, step)
  return { places: adoptions.length, touched: adoptions.filter(({ steps }) => steps.length > 0).length, lines }
}

/** The same for each kind of place that is among them. */
export function sumPerKind(adoptions: readonly PlaceAdoption[]): Map<PlaceKind, AdoptionSum> {
  const kinds = Map.groupBy(adoptions, ({ place }) => place.kind)
  return new Map([...kinds].map(([kind, those]) => [kind, sumOfAdoption(those)]))
}

/** What an adoption does to one step over all places, with the step as it will be, or was. */
export interface StepSum extends AdoptionSum {
  step: Step
  kind: PlaceKind
  /** Every change of due day there is, from the one most places have. */
  dues: readonly Pick<StepAdoption, 'dueBefore' | 'line'>[]
}

/** The same for each step that something changes of, per kind of place it is asked at, in the order of first mention. */
export function sumPerStep(adoptions: readonly PlaceAdoption[]): StepSum[] {
  const sums = new Map<string, { sample: StepAdoption; kind: PlaceKind; places: PlaceAdoption[] }>()
  for (const { place, steps } of adoptions) {
    for (const step of steps) {
      const key = `${place.kind} ${step.line.step.id}`
      const sum = sums.get(key) ?? { sample: step, kind: place.kind, places: [] }
      sum.places.push({ place, steps: [step] })
      sums.set(key, sum)
    }
  }
  return [...sums.values()].map(({ sample, kind, places }) => {
    return { ...sumOfAdoption(places), step: sample.line.step, kind, dues: duesOf(places) }
  })
}

function duesOf(places: readonly PlaceAdoption[]): StepSum['dues'] {
  const steps = places.flatMap(({ steps }) => steps)
  const dues = [...Map.groupBy(steps, ({ dueBefore, line }) => `${dueBefore} ${line.due}`).values()]
  return dues.sort((a, b) => b.length - a.length).flatMap(([first]) => first ?? [])
}

/** The places that something changes at, most affected first: what opens again, what gets late, what else; then by name. */
export function mostAffected(adoptions: readonly PlaceAdoption[]): PlaceAdoption[] {
  return adoptions
    .filter(({ steps }) => steps.length > 0)
    .map((adoption) => ({ adoption, weight: weightOf(adoption) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ adoption }) => adoption)
}

const WEIGHT = { opensAgain: 10_000, intoPast: 100, other: 1 }

function weightOf({ steps }: PlaceAdoption): number {
  return steps.reduce((sum, { fate, intoPast, answered }) => {
    if (fate === 'opens again' || (fate === 'falls away' && answered)) return sum + WEIGHT.opensAgain
    return sum + (intoPast ? WEIGHT.intoPast : WEIGHT.other)
  }, 0)
}

function emptyCounts(): Record<CountedOf, Counted> {
  return Object.fromEntries(COUNTED.map((each) => [each, { obliged: 0, invited: 0 }])) as Record<CountedOf, Counted>
}

function count(lines: Record<CountedOf, Counted>, step: StepAdoption): void {
  const whom = isInvited(step.line.obligation) ? 'invited' : 'obliged'
  for (const each of countedIn(step)) lines[each][whom] += 1
}

function countedIn({ fate, answered, dueBefore, intoPast, reworded, moved }: StepAdoption): CountedOf[] {
  return [
    ...(fate === 'stays' ? [] : [fate]),
    ...(fate === 'falls away' && answered ? (['answered away'] as const) : []),
    ...(dueBefore ? (['new due day'] as const) : []),
    ...(intoPast ? (['into the past'] as const) : []),
    ...(reworded && fate !== 'opens again' ? (['reworded'] as const) : []),
    ...(moved ? (['moved'] as const) : []),
  ]
}
