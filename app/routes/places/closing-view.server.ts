import type { PlaceClosingView } from '#app/components/place-closed.tsx'
import { unitPath } from '#app/routes/units/paths.ts'
import type { ClosingOfPlace } from '#app/services/units.server.ts'

/** That a unit of a place closes, in the shape it is shown in. */
export function closingView(closing: ClosingOfPlace | null): PlaceClosingView | null {
  if (!closing) return null
  const { into, ...rest } = closing
  return { ...rest, into: into && { name: into.name, href: into.isRead ? unitPath(into.id) : null } }
}
