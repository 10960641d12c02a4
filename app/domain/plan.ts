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

/** One edition of a step: what one version says about the step with this identity. */
export interface Step {
  /** The identity: the same in every version, however the step is worded or placed. */
  id: string
  title: Text
  guidance: Text | null
  carriedOutBy: CarriedOutBy
  scope: PlaceKind
  responsible: Side
  confirmedBy: Side | null
  due: DueRule
  binding: Binding
  sensitive: boolean
  aboutSingleChildren: boolean
  /** Goes up when an editor says that the meaning changed; ticks of another meaning do not count. */
  meaning: number
  legalBasis: readonly LegalBasis[]
}

export interface Routine {
  id: string
  title: Text
  purpose: Text | null
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

/** A version of the municipality's plan with all it holds, in reading order. `number` is null while it is a draft. */
export interface PlanVersion {
  id: string
  number: number | null
  title: Text
  purposes: readonly Text[]
  routines: readonly Routine[]
  framework: readonly Area[]
  legalBasis: readonly LegalBasis[]
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
