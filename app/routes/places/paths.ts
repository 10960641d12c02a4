/** Where a place's checklist is. */
export function placePath(year: number | string, placeId: string): string {
  return `/cycles/${year}/places/${placeId}`
}

/** Where a kindergarten or school says the numbers of its child groups. */
export function groupsPath(year: number | string, unitId: string): string {
  return `${placePath(year, unitId)}/groups`
}
