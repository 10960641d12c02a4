import type { Language, Wording } from '#app/domain/language.ts'

/** What happened to a part of the plan. *Same*: only what stands in it differs. */
export type Happened = 'added' | 'taken out' | 'changed' | 'moved' | 'same'

/** A run of words that is in both texts, or in only one of them. */
export interface Piece {
  kind: 'same' | 'added' | 'taken out'
  words: string
}

/** A text with what became of its words, in one language. */
export interface TextView {
  language: Language
  pieces: readonly Piece[]
}

/** A text that differs, in each language in which it does. The first is what people read; the others say the same. */
export interface TextChangeView {
  first: TextView
  others: readonly TextView[]
  /** The text in bokmål is the same: somebody translated it, or mended a translation. */
  translationOnly: boolean
}

/** A field that differs, by its label. */
export type FieldView =
  | ({ kind: 'text'; label: string } & TextChangeView)
  | { kind: 'texts'; label: string; items: readonly TextChangeView[] }
  | { kind: 'fact'; label: string; before: string; after: string }

/** A line of what was added or taken out as a whole. */
export type WholeLine =
  { kind: 'words'; label: string; wording: Wording } | { kind: 'guidance'; html: string; lang: Language }

/** From where something was moved, or what was moved to where. */
export interface NoteView {
  what: Wording | null
  words: string
  of: Wording | null
}

/** A step, an element or a law that differs. */
export interface PartView {
  id: string
  happened: Happened
  /** What happened in one word or two: "Nytt steg". */
  label: string
  title: Wording | null
  opensAgain: boolean
  wordingOnly: boolean
  notes: readonly NoteView[]
  fields: readonly FieldView[]
  /** All it says, where it is only in one of the plans. */
  whole: readonly WholeLine[]
}

/** A routine, an area or another chapter of the plan in which something differs. */
export interface SectionView {
  id: string
  what: 'head' | 'routine' | 'area' | 'legalBasis'
  eyebrow: string
  title: Wording
  happened: Happened
  label: string | null
  notes: readonly NoteView[]
  fields: readonly FieldView[]
  whole: readonly WholeLine[]
  parts: readonly PartView[]
  /** How many things differ in it. */
  count: number
}
