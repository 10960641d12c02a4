import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { ChildrenShown } from '#app/domain/discretion.ts'
import type { Wording } from '#app/domain/language.ts'
import type { Role } from '#app/domain/permissions.ts'
import type { Participation, Side, Unit } from '#app/domain/place.ts'
import type { Progress } from '#app/domain/progress.ts'
import type { State } from '#app/domain/state.ts'

/** A place by a name that says enough within one unit, with where it is for those who may open it. */
export interface NamedPlace {
  name: string
  href: string | null
}

/** A step that is open at one or more places in the same way. */
export interface OpenRow {
  key: string
  title: Wording
  state: State
  /** Who is waited for: a unit where there is one, else only the side. */
  waitsFor: { side: Side; units: readonly string[] } | null
  places: readonly NamedPlace[]
}

/** A place of the unit. The children are those of a pair, as each side has said. */
export interface PlaceRow extends NamedPlace {
  progress: Progress
  children: { kindergarten: ChildrenShown; school: ChildrenShown; differ: boolean } | null
}

/** A running cycle as it is handed over. */
export interface CycleView {
  year: number
  version: number | null
  open: number
  overdue: number
  first: { title: Wording; due: LocalDate; overdue: boolean } | null
  now: readonly OpenRow[]
  waiting: readonly OpenRow[]
  later: readonly OpenRow[]
  /** How many steps come later, each counted at each place. */
  laterCount: number
  places: readonly PlaceRow[]
  /** Children in the unit's pairs together, and how many pairs are not in the sum; null where the reader may not add up. */
  children: { sum: number; notReported: number } | null
  participation: ParticipationView | null
  moved: readonly MovedView[]
}

/** What the unit's owner answered about taking part. */
export interface ParticipationView {
  answer: Participation['answer']
  routines: readonly Wording[]
  reason: string | null
  at: Instant
  by: string | null
}

/** A due day that was moved. */
export interface MovedView {
  key: string
  title: Wording
  from: LocalDate
  to: LocalDate
  by: 'municipality' | 'school'
  reason: string
  /** Where, unless it is moved for all. */
  places: readonly string[]
}

/** What was written at one step, the newest first. */
export interface NotesView {
  id: string
  title: Wording
  notes: readonly { key: string; words: string; at: LocalDate; place: string }[]
}

/** Somebody by seat. */
export interface ContactView {
  role: Role
  email: string | null
}

/** Everything the handover of a unit shows. */
export interface HandoverView {
  unit: { id: string; name: string; kind: Unit['kind']; closedOn: LocalDate | null }
  offer: string | null
  leader: { name: string; acceptedAt: Instant | null; to: LocalDate | null; own: boolean } | null
  /** The first day without a leader, where that is ahead. */
  vacantFrom: LocalDate | null
  vacant: boolean
  offered: readonly { name: string; at: Instant }[]
  history: readonly { name: string; from: LocalDate; to: LocalDate | null }[]
  cycles: readonly CycleView[]
  before: { year: number; helped: readonly NotesView[]; reasons: readonly NotesView[] } | null
  contacts: {
    own: readonly ContactView[]
    others: readonly { name: string; kind: Unit['kind']; vacant: boolean; people: readonly ContactView[] }[]
    advisers: readonly ContactView[]
  }
  notes: readonly { words: string; at: Instant; by: string }[]
}
