import type { Generated } from 'kysely'
import type { AgreedDateKind } from '#app/domain/agreed-date.ts'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { FrameworkMark } from '#app/domain/framework-mark.ts'
import type { Month } from '#app/domain/month.ts'
import type { Flag, Json } from './columns.ts'

/** The framework in each unit, the groups presented, and the days that are agreed. */
export interface FrameworkTables {
  framework_acknowledgement: {
    sequence: Generated<number>
    cycle_year: number
    unit_id: string
    version_id: string
    at: Instant
    person_id: string
    for_unit: Flag
  }
  local_addition: {
    sequence: Generated<number>
    id: string
    unit_id: string
    area_id: string
    words: string | null
    at: Instant
    person_id: string
    for_unit: Flag
  }
  framework_mark: {
    sequence: Generated<number>
    id: string
    cycle_year: number
    unit_id: string
    element_id: string | null
    addition_id: string | null
    mark: FrameworkMark['mark']
    from_month: Month | null
    to_month: Month | null
    how: string | null
    reason: string | null
    meaning: number
    version_number: number
    at: Instant
    person_id: string
    for_unit: Flag
  }
  presentation: {
    sequence: Generated<number>
    id: string
    cycle_year: number
    kindergarten_id: string
    pair_id: string | null
    answers: Json
    at: Instant
    person_id: string
  }
  presentation_reading: {
    sequence: Generated<number>
    presentation_id: string
    pair_id: string
    at: Instant
    person_id: string
  }
  presentation_question: {
    sequence: Generated<number>
    pair_id: string
    presentation_id: string
    words: string
    at: Instant
    person_id: string
  }
  presentation_reply: { sequence: Generated<number>; pair_id: string; words: string; at: Instant; person_id: string }
  agreed_date: {
    sequence: Generated<number>
    id: string
    cycle_year: number
    school_id: string
    kind: AgreedDateKind
    title: string | null
    step_id: string | null
    on_day: LocalDate
    from_time: string | null
    to_time: string | null
    venue: string | null
    who_comes: string | null
    reason: string | null
    cancelled: Flag
    at: Instant
    person_id: string
    for_unit: Flag
  }
  agreed_date_pair: { date_sequence: number; pair_id: string }
  calendar_link: { token_hash: string; person_id: string; made_at: Instant; ended_at: Instant | null }
}
