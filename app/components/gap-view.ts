import type { Instant } from '#app/domain/calendar.ts'
import type { GapDirection } from '#app/domain/enrolling.ts'
import type { Choice } from './select-field.tsx'

/** Something said of a gap, once. `followedUpBy` is a unit's name, null for the municipality. */
export interface ExplanationView {
  id: string
  sequence: number
  /** 0 where it was taken back. */
  children: number
  direction: GapDirection
  words: string
  followedUpBy: string | null
  at: Instant
  by: string
}

/** An explanation that stands, with where it is changed and taken back. */
export interface StandingExplanation extends ExplanationView {
  change: string
  takeBack: string
}

/** What a form to explain a gap starts from. */
export interface ExplanationStart {
  children: string
  direction: GapDirection
  words: string
  followedUpBy: string
  followers: readonly Choice[]
}
