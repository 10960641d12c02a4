import type { Generated } from 'kysely'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { DueRule } from '#app/domain/due-date.ts'
import type { PlaceKind, Side } from '#app/domain/place.ts'
import type { Binding, CarriedOutBy } from '#app/domain/plan.ts'
import type { Flag, Json } from './columns.ts'

/** The plan, its versions and its draft. */
export interface PlanTables {
  plan_version: {
    id: string
    number: number | null
    title: Json
    created_at: Instant
    created_by: string | null
    published_at: Instant | null
    published_by: string | null
    valid_from_cycle: number | null
    adopted_by: string | null
    case_number: string | null
    adopted_day: LocalDate | null
    change_note: string | null
    based_on: string | null
  }
  draft: {
    version_id: string
    content: Json
    taken_out: Generated<Json>
    changed_at: Instant
    changed_by: string | null
  }
  hearing: {
    id: string
    version_id: string
    from_day: LocalDate
    to_day: LocalDate
    opened_at: Instant
    opened_by: string
    closed_at: Instant | null
  }
  comment: {
    sequence: Generated<number>
    id: string
    hearing_id: string
    step_id: string | null
    words: string
    person_id: string
    at: Instant
  }
  comment_answer: {
    sequence: Generated<number>
    comment_id: string
    words: string | null
    closes: Flag
    person_id: string
    at: Instant
  }
  purpose: { version_id: string; position: number; words: Json }
  legal_basis: { version_id: string; code: string; position: number; title: Json; checked_day: LocalDate | null }
  routine: { id: string }
  routine_edition: { version_id: string; routine_id: string; position: number; title: Json; purpose: Json | null }
  step: { id: string }
  step_edition: {
    version_id: string
    step_id: string
    routine_id: string
    position: number
    title: Json
    guidance: Json | null
    carried_out_by: CarriedOutBy
    scope: PlaceKind
    responsible: Side
    confirmed_by: Side | null
    due_kind: DueRule['kind']
    due_month: number | null
    due_day: number | null
    due_days: number | null
    binding: Binding
    sensitive: Flag
    about_single_children: Flag
    spared_small_pairs: Generated<Flag>
    meaning: number
  }
  step_legal_basis: { version_id: string; step_id: string; position: number; code: string }
  area: { id: string }
  area_edition: { version_id: string; area_id: string; position: number; title: Json }
  element: { id: string }
  element_edition: {
    version_id: string
    element_id: string
    area_id: string
    position: number
    kindergarten: Json
    school: Json
    meaning: number
  }
}
