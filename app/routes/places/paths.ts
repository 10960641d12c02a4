/** Where a place's checklist is. */
export function placePath(year: number | string, placeId: string): string {
  return `/cycles/${year}/places/${placeId}`
}

/** Where a kindergarten or school says the numbers of its child groups. */
export function groupsPath(year: number | string, unitId: string): string {
  return `${placePath(year, unitId)}/groups`
}

/** Where a kindergarten presents its group, and a pair's school reads it; with `pair`, written for that school. */
export function presentationPath(
  year: number | string,
  placeId: string,
  { pair, write }: { pair?: string | null; write?: boolean } = {},
): string {
  const query = new URLSearchParams({ ...(pair && { pair }), ...(write && { write: '1' }) }).toString()
  return `${placePath(year, placeId)}/presentation${query && `?${query}`}`
}

/** Where a school sees the child groups that come to it. */
export function incomingPath(year: number | string, schoolId: string): string {
  return `${placePath(year, schoolId)}/incoming`
}

/** Where the dates agreed at a place are; with what was just saved said. */
export function datesPath(year: number | string, placeId: string, saved?: 'agreed' | 'changed' | 'cancelled'): string {
  return `${placePath(year, placeId)}/dates${saved === undefined ? '' : `?saved=${saved}`}`
}

/** Where one is agreed on, for a step where that is known. */
export function newDatePath(year: number | string, placeId: string, stepId?: string): string {
  return `${datesPath(year, placeId)}/new${stepId === undefined ? '' : `?step=${encodeURIComponent(stepId)}`}`
}

/** Where one is changed. */
export function datePath(year: number | string, placeId: string, dateId: string): string {
  return `${datesPath(year, placeId)}/${dateId}`
}

/** Where one is cancelled. */
export function dateCancellationPath(year: number | string, placeId: string, dateId: string): string {
  return `${datePath(year, placeId, dateId)}/cancellation`
}

/** Where a unit works with the framework. */
export function frameworkPath(year: number | string, unitId: string): string {
  return `${placePath(year, unitId)}/framework`
}

/** Where one element of it is, at a unit. */
export function elementPath(year: number | string, unitId: string, elementId: string): string {
  return `${frameworkPath(year, unitId)}/elements/${elementId}`
}

/** Where an addition of the unit's own is. */
export function additionPath(year: number | string, unitId: string, additionId: string): string {
  return `${frameworkPath(year, unitId)}/additions/${additionId}`
}

/** Where one is written, in an area. */
export function newAdditionPath(year: number | string, unitId: string, areaId: string): string {
  return `${frameworkPath(year, unitId)}/additions/new?area=${encodeURIComponent(areaId)}`
}

/** Where the year wheel of a place is. */
export function placeWheelPath(year: number | string, placeId: string): string {
  return `${placePath(year, placeId)}/wheel`
}

/** Where it is as a file. */
export function placeWheelPicturePath(year: number | string, placeId: string): string {
  return `${placeWheelPath(year, placeId)}/picture`
}
