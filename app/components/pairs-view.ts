import type { Instant } from '#app/domain/calendar.ts'
import type { GroupShown, TotalShown } from '#app/domain/masking.ts'

/** Which pairs the list shows. */
export const PAIRS_SHOWN = ['all', 'differs', 'not-reported', 'not-confirmed'] as const
export type PairsShown = (typeof PAIRS_SHOWN)[number]

/** A pair in the list, as its reader sees it. */
export interface PairView extends GroupShown {
  id: string
  kindergarten: string
  school: string
  href: string
  lastSaid: Instant | null
  /** Where its numbers are said, and where its group is moved, for whoever can. */
  changes: { numbers: string; move: string } | null
}

export interface EndedPairView extends PairView {
  movedTo: { href: string; kindergarten: string; school: string } | null
  reason: string | null
}

/** The pairs of one school. Totals are of what is shown. */
export interface PairsOfSchool {
  id: string
  name: string
  /** Where the school answers, for whoever can answer for it. */
  numbers: string | null
  pairs: readonly PairView[]
  /** Where its pairs are shown, and how many, where there are too many for one page. */
  folded: { href: string; count: number } | null
  reported: TotalShown
  received: TotalShown
}
