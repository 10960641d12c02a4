import type { Generated } from 'kysely'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Elsewhere, GroupSide } from '#app/domain/child-group.ts'
import type { AnsweredAs } from '#app/domain/participation.ts'
import type { Participation, Side, Unit } from '#app/domain/place.ts'
import type { Tick } from '#app/domain/tick.ts'
import type { Flag, Json } from './columns.ts'

/** The year's work: cycles, child groups, and what was answered. */
export interface CycleTables {
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
    answered_as: Generated<AnsweredAs | null>
  }
  reminder: { sequence: Generated<number>; cycle_year: number; unit_id: string; at: Instant; person_id: string }
  pair: { id: string; cycle_year: number; kindergarten_id: string; school_id: string }
  group_number: {
    sequence: Generated<number>
    pair_id: string
    side: GroupSide
    children: number
    reason: string | null
    moved_to: string | null
    at: Instant
    person_id: string | null
    for_unit: Flag
  }
  child_group: { id: string; cycle_year: number; kindergarten_id: string; school_id: string; children: number | null }
  children_elsewhere: {
    sequence: Generated<number>
    cycle_year: number
    kindergarten_id: string
    destination: Elsewhere
    children: number
    at: Instant
    person_id: string
    for_unit: Flag
  }
  enrolment: {
    sequence: Generated<number>
    cycle_year: number
    school_id: string
    children: number
    at: Instant
    person_id: string
  }
  gap_explanation: {
    sequence: Generated<number>
    id: string
    cycle_year: number
    school_id: string
    children: number
    words: string
    followed_up_by: string | null
    at: Instant
    person_id: string
  }
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
  answer_given: CycleTables['participation'] & { owner_id: string }
  unit_in_cycle: {
    cycle_year: number
    id: string
    kind: Unit['kind']
    name: string
    external_municipality: string | null
    closed_day: LocalDate | null
    ownership: Unit['ownership']
    owner_id: string
    participation: Participation['answer'] | null
    routine_ids: Json | null
  }
}
