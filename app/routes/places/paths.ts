/** Where a place's checklist is. */
export function placePath(year: number | string, placeId: string): string {
  return `/cycles/${year}/places/${placeId}`
}
