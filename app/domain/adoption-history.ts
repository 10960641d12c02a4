import type { PlaceAdoption, StepAdoption } from './adoption.ts'
import type { Instant } from './calendar.ts'
import { unitsOf, unitsOn, type Place, type Unit } from './place.ts'

/** A cycle that went from one version to another, as remembered. Versions by number, and by id. */
export interface Adoption {
  sequence: number
  from: number
  fromId: string
  to: number
  toId: string
  /** The adoption that this one went back from, or null. */
  undoes: number | null
  reason: string
  at: Instant
  by: string
}

/** The adoption that brought the cycle to the version it follows, or null where it follows the one it was opened with. */
export function standingAdoption(adoptions: readonly Adoption[]): Adoption | null {
  const undone = new Set(adoptions.map(({ undoes }) => undoes))
  return adoptions.findLast(({ sequence, undoes }) => undoes === null && !undone.has(sequence)) ?? null
}

/** Somebody at a unit said that its news of an adoption is read. */
export interface NewsRead {
  unitId: string
  sequence: number
  at: Instant
  by: string
}

/** Some adoptions, one after the other, seen as one: from the version before the first of them to the one after the last. */
export interface Stretch {
  fromId: string
  from: number
  toId: string
  to: number
  /** The last of them. */
  upTo: number
}

/** The adoptions that nobody at a unit has read, from the first of them to the last; null where all are read. */
export function unreadStretch(adoptions: readonly Adoption[], read: readonly NewsRead[]): Stretch | null {
  const known = new Set(read.map(({ sequence }) => sequence))
  const first = adoptions.findIndex(({ sequence }) => !known.has(sequence))
  return first === -1 ? null : stretchOf(adoptions.slice(first))
}

/** The adoptions that a unit read last, all at once; null where nobody there has read any. */
export function lastReadStretch(adoptions: readonly Adoption[], read: readonly NewsRead[]): Stretch | null {
  const last = read.reduce<Instant | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null)
  const sequences = new Set(read.filter(({ at }) => at === last).map(({ sequence }) => sequence))
  return stretchOf(adoptions.filter(({ sequence }) => sequences.has(sequence)))
}

function stretchOf(adoptions: readonly Adoption[]): Stretch | null {
  const [first, last] = [adoptions[0], adoptions.at(-1)]
  if (!first || !last) return null
  const { fromId, from } = first
  const { toId, to, sequence } = last
  return { fromId, from, toId, to, upTo: sequence }
}

/** What an adoption does at the places of one unit: its own, its pairs, and what kindergartens do together at its schools. */
export function adoptionOfUnit(unitId: string, adoptions: readonly PlaceAdoption[]): PlaceAdoption[] {
  return adoptions
    .map(({ place, steps }) => ({ place, steps: steps.filter((step) => concerns(unitId, place, step)) }))
    .filter(({ steps }) => steps.length > 0)
}

function concerns(unitId: string, place: Place, { line }: StepAdoption): boolean {
  if (unitsOf(place).some(({ id }) => id === unitId)) return true
  return isTogether(line) && unitsOn(place, 'kindergarten').some(({ id }) => id === unitId)
}

function isTogether({ step }: StepAdoption['line']): boolean {
  return step.responsible === 'kindergarten' || step.confirmedBy === 'kindergarten'
}

/** The ids of the units that an adoption changes something for. */
export function unitsWithNews(adoptions: readonly PlaceAdoption[]): Set<Unit['id']> {
  const units = adoptions
    .filter(({ steps }) => steps.length > 0)
    .flatMap(({ place, steps }) => {
      const together = place.kind === 'school' && steps.some(({ line }) => isTogether(line)) ? place.kindergartens : []
      return [...unitsOf(place), ...together]
    })
  return new Set(units.map(({ id }) => id))
}
