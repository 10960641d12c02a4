import type { LocalDate } from '#app/domain/calendar.ts'
import type { Mark } from '#app/domain/draft-marks.ts'
import type { Part } from '#app/domain/draft.ts'
import type { Language, Wording } from '#app/domain/language.ts'

/** A part of the draft as a list shows it. */
export interface PartView {
  id: string
  title: Wording
  mark?: Mark
  /** It lacks what a published plan must have. */
  unfinished?: true
}

export interface StepLineView extends PartView {
  /** In words. */
  due: string
  who: string
}

export interface ElementLineView extends PartView {
  school: Wording
}

export interface RoutineOutline extends PartView {
  count: number
  /** Null where the plan has so many steps that the outline only counts them. */
  steps: readonly StepLineView[] | null
}

export interface AreaOutline extends PartView {
  count: number
  elements: readonly PartView[] | null
}

/** Something that was taken out, and what it stood in where that is still there. */
export interface TakenOutView {
  what: Part
  id: string
  title: Wording
  of: string | null
  from: Wording | null
}

/** The draft at a glance. */
export interface OutlineView {
  title: Wording
  basedOn: number | null
  begun: LocalDate
  changed: LocalDate
  changedBy: string | null
  counts: { routines: number; steps: number; areas: number; elements: number }
  changes: number | null
  stops: number
  untranslated: readonly { language: Language; count: number }[]
  routines: readonly RoutineOutline[]
  areas: readonly AreaOutline[]
  takenOut: readonly TakenOutView[]
}
