import { agendaOf, type Agenda } from '#app/domain/agenda.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import { linesOf } from '#app/domain/checklist.ts'
import { reachOf } from '#app/domain/permissions.ts'
import { THE_MUNICIPALITY, type Place } from '#app/domain/place.ts'
import { listPlaces } from '#db/queries/places.ts'
import { listTicks } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { runningCycles } from './cycles.server.ts'
import { checklistFor, type Checklist, type Row } from './places.server.ts'

/** What a person has to do in one running cycle, and how far each of their places has come. */
export interface HomeCycle {
  cycle: Cycle
  agenda: Agenda<Row>
  checklists: readonly Checklist[]
}

/** The running cycles as seen from a person's own seats. An adviser's own place is the municipality. */
export async function readHome(context: SignedIn): Promise<HomeCycle[]> {
  const cycles = await runningCycles(context.db, context.today)
  const years = cycles.map(({ year }) => year)
  const reach = ownReach(context)
  const units =
    reach.unitIds.length > 0 ? await listPlaces(context.db, years, reach) : new Map<number, readonly Place[]>()
  const own = (year: number): readonly Place[] => [
    ...(reach.municipality ? [THE_MUNICIPALITY] : []),
    ...(units.get(year) ?? []),
  ]
  const ticks = await listTicks(context.db, years, years.flatMap(own))
  return cycles.map((cycle) => {
    const checklists = own(cycle.year)
      .map((place) => {
        const lines = linesOf(cycle, place, ticks.get(cycle.year)?.get(place.id) ?? [], context.today)
        return checklistFor(context, cycle, place, lines)
      })
      .filter(({ rows }) => rows.length > 0)
    const rows = checklists.flatMap((checklist) => checklist.rows)
    return { cycle, agenda: agendaOf(context.actor, rows), checklists }
  })
}

/** The units of the person's seats, and whether the municipality is theirs; whatever else they may read is not home. */
function ownReach({ actor }: SignedIn) {
  const reach = reachOf(actor, 'read a checklist')
  if (reach !== 'everywhere') return reach
  return {
    municipality: actor.seats.some((seat) => seat.role === 'adviser'),
    unitIds: [...new Set(actor.seats.flatMap((seat) => seat.unitIds))],
  }
}
