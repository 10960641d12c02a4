import { agendaOf, type Agenda } from '#app/domain/agenda.ts'
import { linesOf, type Cycle, type Line } from '#app/domain/checklist.ts'
import { can } from '#app/domain/permissions.ts'
import type { Place } from '#app/domain/place.ts'
import { listPlaces } from '#db/queries/places.ts'
import { listTicks } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { runningCycles } from './cycles.server.ts'
import { overviewsOf, type Overview } from './overview.server.ts'
import { checklistFor, type Checklist, type Row } from './places.server.ts'

/** What a person has to do in one running cycle, and how far each of their places has come. */
export interface HomeCycle {
  cycle: Cycle
  agenda: Agenda<Row>
  checklists: readonly Checklist[]
  /** How the whole cycle stands, for those who may read it. */
  overview: Overview | null
}

/** The running cycles as seen from a person's own seats; none without a seat. An adviser's own place is the municipality. */
export async function readHome(context: SignedIn): Promise<HomeCycle[]> {
  const { actor, db, today } = context
  const cycles = actor.seats.length > 0 ? await runningCycles(db, today) : []
  const own = await ownStandings(context, cycles)
  const overviews = can(actor, 'read the overview of a cycle') ? await overviewsOf(context, cycles) : []
  return cycles.map((cycle) => {
    const overview = overviews.find((each) => each.cycle.year === cycle.year) ?? null
    const municipality = isAdviser(context) ? (overview?.standings ?? []).filter(isMunicipality) : []
    const checklists = [...municipality, ...(own.get(cycle.year) ?? [])]
      .map(({ place, lines }) => checklistFor(context, cycle, place, lines))
      .filter(({ rows }) => rows.length > 0)
    const rows = checklists.flatMap((checklist) => checklist.rows)
    return { cycle, agenda: agendaOf(actor, rows), checklists, overview }
  })
}

function isMunicipality({ place }: { place: Place }): boolean {
  return place.kind === 'municipality'
}

function isAdviser({ actor }: SignedIn): boolean {
  return actor.seats.some(({ role }) => role === 'adviser')
}

/** The lines of the places of the person's own units, per year. */
async function ownStandings({ actor, db, today }: SignedIn, cycles: readonly Cycle[]) {
  const unitIds = [...new Set(actor.seats.flatMap((seat) => seat.unitIds))]
  if (unitIds.length === 0) return new Map<number, { place: Place; lines: Line[] }[]>()
  const years = cycles.map(({ year }) => year)
  const places = await listPlaces(db, years, { unitIds })
  const ticks = await listTicks(db, years, [...places.values()].flat())
  return new Map(
    cycles.map((cycle) => {
      const ofYear = (places.get(cycle.year) ?? []).map((place) => {
        return { place, lines: linesOf(cycle, place, ticks.get(cycle.year)?.get(place.id) ?? [], today) }
      })
      return [cycle.year, ofYear]
    }),
  )
}
