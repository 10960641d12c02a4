import type { LocalDate } from './calendar.ts'
import type { DueRule } from './due-date.ts'
import type { Text } from './language.ts'
import type { PlaceKind, Side } from './place.ts'

/** Whether a step follows from law, which binds everybody, or from the municipality's plan. */
export type Binding = 'law' | 'plan'

/** Who does the work, as distinct from the side that answers for it. */
export const CARRIED_OUT_BY = [
  'municipality',
  'kindergarten director',
  'pedagogical leader',
  'principal',
  'class teacher',
  'after-school leader',
  'parents',
] as const
export type CarriedOutBy = (typeof CARRIED_OUT_BY)[number]

/** A law or regulation the plan refers to. `checkedOn` is null until somebody has compared it with the source. */
export interface LegalBasis {
  code: string
  title: Text
  checkedOn: LocalDate | null
}

/** A step as somebody writes it: in a draft it may lack what a published one must have, and its title may be empty. */
export interface WrittenStep {
  /** The identity: the same in every version, however the step is worded or placed. */
  id: string
  title: Text
  guidance: Text | null
  carriedOutBy: CarriedOutBy | null
  scope: PlaceKind
  responsible: Side | null
  confirmedBy: Side | null
  due: DueRule | null
  binding: Binding
  sensitive: boolean
  aboutSingleChildren: boolean
  /** Whether one or two children do not need it: a small pair can leave it out. Only of a step for pairs. */
  sparedSmallPairs: boolean
  /** Goes up when an editor says that the meaning changed; ticks of another meaning do not count. */
  meaning: number
  legalBasis: readonly LegalBasis[]
}

/** One edition of a step: what one version says about the step with this identity. */
export interface Step extends WrittenStep {
  carriedOutBy: CarriedOutBy
  responsible: Side
  due: DueRule
}

export interface WrittenRoutine {
  id: string
  title: Text
  purpose: Text | null
  steps: readonly WrittenStep[]
}

export interface Routine extends WrittenRoutine {
  steps: readonly Step[]
}

/** One edition of a framework element: what kindergarten and school each do. */
export interface Element {
  id: string
  kindergarten: Text
  school: Text
  meaning: number
}

export interface Area {
  id: string
  title: Text
  elements: readonly Element[]
}

/** All that a plan says, in reading order. A step's legal basis is among those of the plan. */
export interface PlanContent {
  title: Text
  purposes: readonly Text[]
  routines: readonly WrittenRoutine[]
  framework: readonly Area[]
  legalBasis: readonly LegalBasis[]
}

/** A published version of the municipality's plan with all it holds. */
export interface PlanVersion extends PlanContent {
  id: string
  number: number | null
  routines: readonly Routine[]
  publication: Publication | null
}

/** How a version came into force. `adoptedBy` is a body, never a person. */
export interface Publication {
  publishedOn: LocalDate
  validFromCycle: number
  adoptedBy: string
  caseNumber: string | null
  adoptedOn: LocalDate
  changeNote: string
}
