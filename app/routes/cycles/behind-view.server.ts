import type { BehindView } from '#app/components/behind-list.tsx'
import type { Standing } from '#app/domain/matrix.ts'
import { SIDES } from '#app/domain/place.ts'
import { placePath } from '#app/routes/places/paths.ts'
import { nameOf } from '#app/routes/places/row-view.server.ts'

/** A place that needs following up, in the shape it is shown in: how much is late, since when, and on whom it waits. */
export function behindView(year: number, { place, lines, progress }: Standing): BehindView {
  const late = lines.filter((line) => line.timing === 'overdue')
  return {
    href: placePath(year, place.id),
    name: nameOf(place),
    overdue: progress.overdue,
    disputed: progress.disputed,
    oldest: late[0]?.due ?? null,
    waitsFor: SIDES.map((side) => ({
      side,
      count: late.filter(({ waitsFor }) => waitsFor?.side === side).length,
    })).filter(({ count }) => count > 0),
  }
}
