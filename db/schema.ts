import type { Generated } from 'kysely'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { DueRule } from '#app/domain/due-date.ts'
import type { EventKind } from '#app/domain/event.ts'
import type { Role } from '#app/domain/permissions.ts'
import type { Participation, PlaceKind, Side, Unit } from '#app/domain/place.ts'
import type { Binding, CarriedOutBy } from '#app/domain/plan.ts'
import type { Tick } from '#app/domain/tick.ts'

/** JSON text: a `Text` of the domain, or a list. Read with `JSON.parse` in the query that selects it. */
type Json = string
type Flag = 0 | 1

/** The tables as SQL has them; `migrations/` says what each means. */
export interface Schema {
  municipality: { number: string; name: string }
  person: { id: string; name: string; email: string | null; created_at: Instant; deactivated_at: Instant | null }
  owner: { id: string; name: string; ownership: Unit['ownership'] }
  unit: {
    id: string
    kind: Unit['kind']
    name: string
    org_number: string | null
    owner_id: string
    external_municipality: string | null
  }
  seat: {
    id: string
    person_id: string
    role: Role
    unit_id: string | null
    owner_id: string | null
    started_at: Instant
    ended_at: Instant | null
  }
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
  adoption: {
    sequence: Generated<number>
    cycle_year: number
    from_version_id: string
    to_version_id: string
    undoes: number | null
    reason: string
    at: Instant
    person_id: string
  }
  news_read: { unit_id: string; adoption_sequence: number; person_id: string; at: Instant }
  due_day_move: {
    sequence: Generated<number>
    cycle_year: number
    step_id: string
    school_id: string | null
    to_day: LocalDate | null
    reason: string
    at: Instant
    person_id: string
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
  cycle: {
    year: number
    version_id: string
    first_school_day: LocalDate
    opened_at: Instant
    opened_by: string | null
  }
  participation: {
    sequence: Generated<number>
    cycle_year: number
    unit_id: string
    answer: Participation['answer']
    routine_ids: Json | null
    reason: string | null
    answered_at: Instant
    answered_by: string | null
  }
  pair: { id: string; cycle_year: number; kindergarten_id: string; school_id: string; children: number | null }
  tick: {
    sequence: Generated<number>
    id: string
    cycle_year: number
    pair_id: string | null
    unit_id: string | null
    step_id: string
    side: Side
    answer: Tick['answer']
    done_day: LocalDate | null
    reason: string | null
    note: string | null
    meaning: number
    version_number: number
    withdraws: string | null
    person_id: string
    for_unit: Flag
    at: Instant
  }
  event: {
    sequence: Generated<number>
    at: Instant
    person_id: string | null
    kind: EventKind
    content: Json
    previous_hash: string
    hash: string
  }
  submission: { key: string; person_id: string; at: Instant; result: string }
  session: {
    token_hash: string
    person_id: string
    own_device: Flag
    created_at: Instant
    last_seen_at: Instant
    ended_at: Instant | null
  }
  sign_in_code: {
    id: string
    person_id: string | null
    code_hash: string
    browser_hash: string
    created_at: Instant
    expires_at: Instant
    tries: Generated<number>
    used_at: Instant | null
  }
  outbox: {
    sequence: Generated<number>
    recipient: string
    subject: string
    body: string
    created_at: Instant
    sent_at: Instant | null
    tries: Generated<number>
    last_error: string | null
  }
  unit_in_cycle: {
    cycle_year: number
    id: string
    kind: Unit['kind']
    name: string
    external_municipality: string | null
    ownership: Unit['ownership']
    participation: Participation['answer'] | null
    routine_ids: Json | null
  }
}
