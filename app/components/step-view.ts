import type { Choice } from '#app/domain/answering.ts'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Wording } from '#app/domain/language.ts'
import type { Side } from '#app/domain/place.ts'
import type { Binding, CarriedOutBy } from '#app/domain/plan.ts'
import type { AnswerView, RowView } from './step-row.tsx'

/** An answer in the history: also when it was given, whether it was taken back, and under which version. */
export interface HistoryEntry extends AnswerView {
  id: string
  at: Instant
  withdrawn: boolean
  /** The version it was given under, where the cycle follows another now. */
  under: number | null
}

/** A step at a place, in the shape its own page shows it in. */
export interface StepView extends Omit<RowView, 'undo' | 'said'> {
  stepId: string
  guidance: { html: string; lang: string } | null
  carriedOutBy: CarriedOutBy
  responsible: { side: Side; unit: string | null }
  confirmedBy: { side: Side; unit: string | null } | null
  binding: Binding
  sensitive: boolean
  aboutSingleChildren: boolean
  legalBasis: readonly { title: Wording; checkedOn: LocalDate | null }[]
  choices: readonly Choice[]
  undo: readonly { side: Side; tick: string }[]
  history: readonly HistoryEntry[]
  seen: string | null
  meaning: number
  /** Whether several pairs can be ticked at once from here. */
  meeting: string | null
}
