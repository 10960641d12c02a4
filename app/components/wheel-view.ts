import type { LocalDate } from '#app/domain/calendar.ts'
import type { Wording } from '#app/domain/language.ts'
import type { Ring } from '#app/domain/year-wheel.ts'

/** How a step looks on the wheel: what is left to do is loud, what is done is quiet. */
export type WheelLook = 'plain' | 'done' | 'late'

/** A number or a letter on the wheel, with a pin to its day. `words` are what it says in full. */
export interface WheelLabel {
  mark: string
  x: number
  y: number
  pin: string
  words: string
  look: WheelLook
}

/** Words along a curve, which the path draws. */
export interface CurvedWords {
  path: string
  words: string
}

/** A ring with what stands on it; its name stands where the wheel is open. */
export interface WheelRing {
  ring: Ring | 'dates'
  path: string
  name: { x: number; y: number; words: string }
  /** How wide its labels are. */
  label: number
  labels: readonly WheelLabel[]
}

/** The wheel as lines, points and words around the middle, with the numbers rounded. */
export interface WheelDrawing {
  /** From the middle to each side. */
  reach: number
  seasons: readonly (CurvedWords & { line: string })[]
  months: readonly (CurvedWords & { sector: string })[]
  /** What divides the months. */
  borders: string
  rings: readonly WheelRing[]
  /** Today's hand, or null on a day that the wheel does not have. */
  hand: string | null
  /** What stands in the middle, line by line. */
  middle: readonly { words: string; y: number; strong: boolean }[]
}

/** A line of the list beside the wheel. */
export interface WheelLine {
  key: string
  mark: string
  ring: Ring | 'dates'
  on: LocalDate
  title: Wording
  who: string
  /** How it stands there, where a place's wheel says it. */
  state: string | null
  look: WheelLook
  href: string | null
  /** At a unit: where the step is done, with how it stands there. */
  places: readonly WheelPlace[]
}

/** One of several places where a step of a unit is done. */
export interface WheelPlace {
  name: string
  state: string
  look: WheelLook
  href: string
}

/** A month with something in it. */
export interface WheelMonthView {
  key: string
  name: string
  lines: readonly WheelLine[]
}
