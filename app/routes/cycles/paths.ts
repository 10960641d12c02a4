/** Where the due days of a cycle are: all of them, or those of one school's pairs. */
export function dueDaysPath(year: number, schoolId: string | null): string {
  return `/cycles/${year}/due-days${query(schoolId)}`
}

/** Where one due day is moved. */
export function dueDayPath(year: number, stepId: string, schoolId: string | null): string {
  return `/cycles/${year}/due-days/${stepId}${query(schoolId)}`
}

/** Where a move of it is taken back. */
export function withdrawalPath(year: number, stepId: string, schoolId: string | null): string {
  return `/cycles/${year}/due-days/${stepId}/withdrawal${query(schoolId)}`
}

function query(schoolId: string | null): string {
  return schoolId === null ? '' : `?school=${schoolId}`
}

/** The due days again, with the one that was saved said. */
export function savedPath({
  year,
  stepId,
  schoolId,
}: {
  year: number
  stepId: string
  schoolId: string | null
}): string {
  const path = dueDaysPath(year, schoolId)
  return `${path}${path.includes('?') ? '&' : '?'}saved=${encodeURIComponent(stepId)}`
}

/** Where a cycle is moved to a newer version: to one of them, or the newest. */
export function adoptionPath(year: number, to?: number): string {
  return `/cycles/${year}/adoption${to === undefined ? '' : `?to=${to}`}`
}

/** Where a cycle goes back to the version it came from. */
export function returnPath(year: number): string {
  return `/cycles/${year}/adoption/return`
}

/** Where people at units read what is new. */
export function newsPath(year: number): string {
  return `/cycles/${year}/news`
}
