import type { LocalDate } from '#app/domain/calendar.ts'
import { nextDueDays } from '#app/domain/matrix.ts'
import { authorize } from '#app/domain/permissions.ts'
import { isToStaff, staffingOf, type Staffing } from '#app/domain/seats.ts'
import { listSeatUnits, type SeatUnit } from '#db/queries/people.ts'
import { listSeats } from '#db/queries/seats.ts'
import type { SignedIn } from './context.server.ts'
import { runningCycles } from './cycles.server.ts'
import { overviewsOf } from './overview.server.ts'

/** A unit of the municipality with fewer than two people, or without a leader now or from a day that is known. */
export interface ThinUnit extends Staffing {
  unit: SeatUnit
  /** The next day something that binds the unit is due there, or null. */
  nextDue: LocalDate | null
}

/** The units that need people: those without a leader first, then those soon without, each by name. Refuses *not found*. */
export async function readThinUnits(context: SignedIn): Promise<ThinUnit[]> {
  const { actor, db, today } = context
  authorize(actor, 'read people')
  const seatsAt = Map.groupBy(await listSeats(db), ({ unitId }) => unitId)
  const thin = (await listSeatUnits(db))
    .filter((unit) => isToStaff(unit, today))
    .map((unit) => ({ unit, ...staffingOf(seatsAt.get(unit.id) ?? [], today) }))
    .filter(({ people, vacantFrom }) => people < 2 || vacantFrom !== null)
  const overviews = await overviewsOf(context, await runningCycles(db, today))
  const due = nextDueDays(
    overviews.flatMap(({ standings }) => standings),
    today,
  )
  return thin
    .map((each) => ({ ...each, nextDue: due.get(each.unit.id) ?? null }))
    .sort((a, b) => urgency(a, today) - urgency(b, today))
}

function urgency({ vacantFrom }: Staffing, today: LocalDate): number {
  if (vacantFrom === null) return 2
  return vacantFrom > today ? 1 : 0
}
