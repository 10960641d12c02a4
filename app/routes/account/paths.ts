/** Where somebody's own account is: the newest of what they did, or what was before that event. */
export function accountPath(before: number | null = null): string {
  return before === null ? '/account' : `/account?before=${before}#events`
}

/** Where an own session is ended, or all others (`others`). */
export function sessionEndPath(sessionId: string): string {
  return `/account/sessions/${sessionId}/end`
}

/** Where somebody makes and ends the link to their own calendar; with the end said. */
export function calendarPath(ended = false): string {
  return `/account/calendar${ended ? '?ended=1' : ''}`
}

/** Where that link is ended. */
export function calendarEndingPath(): string {
  return '/account/calendar/ending'
}
