/** Where all people are, with what was just saved. */
export function peoplePath(saved: Saved | null = null): string {
  return withSaved('/people', saved)
}

/** Where one person is, or one of their pages. */
export function personPath(personId: string, saved: Saved | null = null): string {
  return withSaved(`/people/${personId}`, saved)
}

/** Where somebody is invited, with the role, and where it sits, chosen. */
export function offerPath(chosen: { role?: string; unit?: string } = {}): string {
  const search = new URLSearchParams(chosen).toString()
  return search ? `/people/new?${search}` : '/people/new'
}

/** What the pages of people say after something was saved. */
export const SAVED = ['offered', 'sent', 'ended', 'withdrawn', 'deactivated', 'anonymous', 'months'] as const
export type Saved = (typeof SAVED)[number]

function withSaved(path: string, saved: Saved | null): string {
  return saved === null ? path : `${path}?saved=${saved}`
}
