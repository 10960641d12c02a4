import type { LocalDate } from './calendar.ts'

/** Who answers for a step. */
export const SIDES = ['municipality', 'kindergarten', 'school'] as const
export type Side = (typeof SIDES)[number]

/** Where a step is asked: once in the municipality, once per unit, or once per pair. */
export const PLACE_KINDS = ['municipality', 'kindergarten', 'school', 'pair'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** A private or external unit's answer for one cycle: whether the plan's steps bind it. */
export type Participation =
  { answer: 'takes part' } | { answer: 'partly'; routineIds: readonly string[] } | { answer: 'does not take part' }

/** A kindergarten or school as it stands in one cycle. `participation` is null until somebody has answered. */
export interface Unit {
  id: string
  kind: 'kindergarten' | 'school'
  name: string
  ownership: 'municipal' | 'private'
  /** The neighbouring municipality it belongs to, or null for the plan's own. */
  externalMunicipality: string | null
  /** The first day it is no more, or null. */
  closedOn: LocalDate | null
  participation: Participation | null
}

export interface MunicipalityPlace {
  kind: 'municipality'
  id: typeof MUNICIPALITY
}
export interface KindergartenPlace {
  kind: 'kindergarten'
  id: string
  kindergarten: Unit
}
/** A school, with the kindergartens that send children to it this cycle: some steps they do together there. */
export interface SchoolPlace {
  kind: 'school'
  id: string
  school: Unit
  kindergartens: readonly Unit[]
}
/**
 * A kindergarten and a school with children between them. `children` is the size of the child group as the kindergarten
 * last said: null until it has, 0 where the group has ended.
 */
export interface PairPlace {
  kind: 'pair'
  id: string
  kindergarten: Unit
  school: Unit
  children: number | null
}
export type Place = MunicipalityPlace | KindergartenPlace | SchoolPlace | PairPlace

/** The municipality is one place, and this is its id in URLs. */
export const MUNICIPALITY = 'municipality'

export const THE_MUNICIPALITY: MunicipalityPlace = { kind: 'municipality', id: MUNICIPALITY }

/** The units that answer for a side at a place: one at most, but for the kindergartens around a school. */
export function unitsOn(place: Place, side: Side): readonly Unit[] {
  if (side === 'kindergarten') {
    if (place.kind === 'school') return place.kindergartens
    return place.kind === 'municipality' ? [] : [place.kindergarten]
  }
  if (side === 'school' && (place.kind === 'school' || place.kind === 'pair')) return [place.school]
  return []
}

/** Whether a pair has no children between it any more: nothing is asked there, and what was ticked stays. */
export function hasEnded(place: Place): boolean {
  return place.kind === 'pair' && place.children === 0
}

/** The first day that a place is no more because a unit of its own closed, or null. */
export function closedOn(place: Place): LocalDate | null {
  const days = unitsOf(place).flatMap((unit) => unit.closedOn ?? [])
  return days.toSorted()[0] ?? null
}

/** The units whose own place this is: both of a pair, the one of a unit, none of the municipality. */
export function unitsOf(place: Place): readonly Unit[] {
  if (place.kind === 'school') return [place.school]
  return [...unitsOn(place, 'kindergarten'), ...unitsOn(place, 'school')]
}
