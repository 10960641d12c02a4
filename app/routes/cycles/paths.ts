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
