import type { Wording } from '#app/domain/language.ts'
import type { PlaceKind } from '#app/domain/place.ts'
import type { Size, Sort } from '#app/domain/plan-impact.ts'
import type { Shortcoming, Spot } from '#app/domain/readiness.ts'

/** A part of the draft as a link to where it is edited; without a name where it has none. */
export interface SpotView {
  to: string
  what: Spot['what']
  name: Wording | null
}

/** A part of the draft with all that it lacks. */
export interface SpotLacks extends SpotView {
  lacks: readonly Shortcoming['lacks'][]
}

/** Parts that lack something, how many things they lack in all, and how many of these are not shown. */
export interface ListedLacks {
  count: number
  more: number
  spots: readonly SpotLacks[]
}

/** One sort of change, with how many steps it happens to and how many places those are asked at. */
export interface ImpactView {
  sort: Sort
  steps: number
  sizes: readonly (Size & { kind: PlaceKind })[]
}
