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

/** Where it stands who takes part in a cycle. */
export function participationPath(year: number): string {
  return `/cycles/${year}/participation`
}

/** Where a unit answers whether it takes part. */
export function answerPath(year: number, unitId: string): string {
  return `${participationPath(year)}/${unitId}`
}

/** Where its owner and leader are reminded to answer. */
export function reminderPath(year: number, unitId: string): string {
  return `${answerPath(year, unitId)}/reminder`
}

/** Where the number enrolled is held against the groups; with what was saved said. */
export function enrolmentPath(year: number, saved = false): string {
  return `/cycles/${year}/enrolment${saved ? '?saved=1' : ''}`
}

/** Where the gap of one school is explained; with what was saved said. */
export function gapPath(year: number, schoolId: string, saved?: 'explained' | 'changed' | 'taken-back'): string {
  return `/cycles/${year}/enrolment/${schoolId}${saved ? `?saved=${saved}` : ''}`
}

/** Where one explanation of it is changed. */
export function explanationPath(year: number, schoolId: string, explanationId: string): string {
  return `${gapPath(year, schoolId)}/explanations/${explanationId}`
}

/** Where it is taken back. */
export function explanationWithdrawalPath(year: number, schoolId: string, explanationId: string): string {
  return `${explanationPath(year, schoolId, explanationId)}/withdrawal`
}

/** Where the flow of children is drawn: of all schools, or one. */
export function flowPath(year: number, schoolId?: string): string {
  return `/cycles/${year}/flow${schoolId === undefined ? '' : `?school=${schoolId}`}`
}

/** All pairs of a cycle; of them only one school's, and only those that somebody has to look at, where it is said. */
export function pairsPath(year: number, only: { show?: string; school?: string | null } = {}): string {
  const query = new URLSearchParams()
  if (only.show !== undefined && only.show !== 'all') query.set('show', only.show)
  if (only.school) query.set('school', only.school)
  return `/cycles/${year}/pairs${query.size === 0 ? '' : `?${query}`}`
}

/** Where a pair is formed. */
export function newPairPath(year: number): string {
  return `/cycles/${year}/pairs/new`
}

/** Where the group of a pair is moved. */
export function groupMovePath(year: number, pairId: string): string {
  return `/cycles/${year}/pairs/${pairId}/move`
}

/** How the kindergartens or the schools of a cycle stand to the framework: all of it, or the elements of one area. */
export function coveragePath(year: number, side: 'kindergarten' | 'school', areaId?: string): string {
  const query = new URLSearchParams()
  if (side === 'school') query.set('side', side)
  if (areaId !== undefined) query.set('area', areaId)
  return `/cycles/${year}/framework${query.size === 0 ? '' : `?${query}`}`
}

/** Where the year wheel of a cycle is. */
export function wheelPath(year: number): string {
  return `/cycles/${year}/wheel`
}

/** Where it is as a file. */
export function wheelPicturePath(year: number): string {
  return `${wheelPath(year)}/picture`
}
