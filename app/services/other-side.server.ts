import { otherSideOf, partnerIn, readsThrough, type OtherSide } from '#app/domain/other-side.ts'
import type { Db } from '#db/connection.ts'
import { listMarks } from '#db/queries/framework-marks.ts'
import { listPairsOf } from '#db/queries/places.ts'
import type { SignedIn } from './context.server.ts'
import type { AssignedPlace } from './framework-assignment.server.ts'

/**
 * What the units on the other side of a unit's pairs have marked, by element: at a school the kindergartens that send children to
 * it, at a kindergarten the schools that receive them. Only of pairs that the actor may read.
 */
export async function readOtherSide(
  { actor }: SignedIn,
  { cycle, unit }: AssignedPlace,
  db: Db,
): Promise<Map<string, OtherSide>> {
  const pairs = (await listPairsOf(db, cycle.year, unit)).filter((pair) => readsThrough(actor, pair))
  const others = pairs.map((pair) => ({ pair, unit: partnerIn(pair, unit.kind) }))
  const marks = await listMarks(
    db,
    cycle.year,
    others.map(({ unit }) => unit.id),
  )
  const partners = others.map((each) => ({ ...each, marks: marks.get(each.unit.id) ?? [] }))
  return otherSideOf(cycle.version, partners, actor)
}
