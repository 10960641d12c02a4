/** Where all units are. */
export const UNITS = '/units'

/** Where one unit is, or one of its pages. */
export function unitPath(unitId: string, page: UnitPage | null = null): string {
  return page === null ? `${UNITS}/${unitId}` : `${UNITS}/${unitId}/${page}`
}

type UnitPage =
  | 'name'
  | 'owner'
  | 'closing'
  | 'reopening'
  | 'deputies/new'
  | 'handover'
  | 'handover/note'
  | 'leaving'
  | 'leaving/return'

/** Where units are read in from files. */
export const IMPORTS = `${UNITS}/import`

/** Where units are fetched from the national registers. */
export const FETCHING = `${IMPORTS}/registers`

/** Where one import is looked over, or undone. */
export function importPath(importId: string, page: 'undoing' | null = null): string {
  return page === null ? `${IMPORTS}/${importId}` : `${IMPORTS}/${importId}/${page}`
}
