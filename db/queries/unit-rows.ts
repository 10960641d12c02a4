import type { Selectable } from 'kysely'
import type { Participation, Unit } from '#app/domain/place.ts'
import type { Schema } from '#db/schema.ts'

/** A unit as it stands in a cycle. */
export type UnitRow = Omit<Selectable<Schema['unit_in_cycle']>, 'cycle_year' | 'owner_id'>

export const UNIT_COLUMNS = [
  'id',
  'kind',
  'name',
  'ownership',
  'external_municipality',
  'closed_day',
  'participation',
  'routine_ids',
] as const satisfies readonly (keyof UnitRow)[]

/** The unit that a row says. */
export function unitOf(row: UnitRow): Unit {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    ownership: row.ownership,
    externalMunicipality: row.external_municipality,
    closedOn: row.closed_day,
    participation: participationOf(row),
  }
}

function participationOf({ participation, routine_ids }: UnitRow): Participation | null {
  if (participation === null) return null
  if (participation !== 'partly') return { answer: participation }
  return { answer: 'partly', routineIds: JSON.parse(routine_ids ?? '[]') as string[] }
}
