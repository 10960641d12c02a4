import type { Agreement, SaidNumber } from '#app/domain/child-group.ts'
import type { Choice } from './select-field.tsx'

/** A child group as one of its units sees it. */
export interface GroupView {
  pairId: string
  /** The other unit, with where the pair is. */
  name: string
  href: string
  reported: SaidNumber | null
  received: SaidNumber | null
  agreement: Agreement
  /** Why the group has ended, where it moved: the name of the unit that it goes to now, or comes from. */
  movedTo: string | null
}

/** A number that is written in a field of its own, with the field's name and what its label says. */
export interface NumberField {
  field: string
  seenField: string
  said: SaidNumber | null
}

/** All that a kindergarten says in one form. */
export interface ReportView {
  rows: readonly (GroupView & NumberField)[]
  elsewhere: readonly (NumberField & { destination: 'anotherMunicipality' | 'notDecided' })[]
  added: readonly { school: string; number: string }[]
  schools: readonly Choice[]
  ended: readonly GroupView[]
  total: number
  missing: number
}

/** All that a school answers. */
export interface ReceiptView {
  rows: readonly (GroupView & NumberField & { reasonField: string; agreed: string | null })[]
  ended: readonly GroupView[]
  /** What "all are right" sends: those the school has not answered yet. */
  unanswered: readonly string[]
  total: number
  missing: number
}
