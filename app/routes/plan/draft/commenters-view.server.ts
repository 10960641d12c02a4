import type { SeatedCount } from '#app/services/hearing.server.ts'

/** How many in one role can comment, and how many of them in municipal and private units. */
export interface CommentersView {
  role: 'director' | 'principal' | 'deputy'
  municipal: number
  private: number
}

const ROLES = ['director', 'principal', 'deputy'] as const

/** Those who can comment, by role; roles that nobody has are left out. */
export function commentersView(counts: readonly SeatedCount[]): CommentersView[] {
  return ROLES.map((role) => {
    const of = (ownership: SeatedCount['ownership']) =>
      counts.find((each) => each.role === role && each.ownership === ownership)?.count ?? 0
    return { role, municipal: of('municipal'), private: of('private') }
  }).filter((each) => each.municipal + each.private > 0)
}
