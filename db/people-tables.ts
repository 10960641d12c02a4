import type { Generated } from 'kysely'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Role } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import type { UnitChangeKind } from '#app/domain/unit-change.ts'
import type { Json } from './columns.ts'

/** The municipality, its units, and the people with their seats. */
export interface PeopleTables {
  municipality: { number: string; name: string; anonymous_after_months: Generated<number> }
  person: {
    id: string
    name: string
    email: string | null
    created_at: Instant
    deactivated_at: Instant | null
    anonymous_at: Generated<Instant | null>
  }
  owner: { id: string; name: string; ownership: Unit['ownership'] }
  unit: {
    id: string
    kind: Unit['kind']
    name: string
    org_number: string | null
    owner_id: string
    external_municipality: string | null
    opened_day: Generated<LocalDate | null>
    closed_day: Generated<LocalDate | null>
    merged_into: Generated<string | null>
    latitude: Generated<number | null>
    longitude: Generated<number | null>
  }
  unit_import: {
    id: string
    source: 'kindergarten register' | 'school register' | 'table'
    content: Json
    at: Instant
    person_id: string
    carried_out_at: Generated<Instant | null>
    carried_out_by: Generated<string | null>
    undone_at: Generated<Instant | null>
    undone_by: Generated<string | null>
  }
  unit_change: {
    sequence: Generated<number>
    unit_id: string
    kind: UnitChangeKind
    from_day: LocalDate
    before: string | null
    reason: string | null
    import_id: string | null
    at: Instant
    person_id: string | null
  }
  seat: {
    id: string
    person_id: string
    role: Role
    unit_id: string | null
    owner_id: string | null
    started_at: Instant
    ended_at: Instant | null
    accepted_at: Instant | null
    offered_by: Generated<string | null>
    from_day: Generated<LocalDate | null>
    to_day: Generated<LocalDate | null>
    may: Generated<Json | null>
    ended_by: Generated<string | null>
  }
  handover_note: { sequence: Generated<number>; unit_id: string; words: string; at: Instant; person_id: string }
}
