import type { Agenda } from '#app/domain/agenda.ts'
import { linesOf, type Cycle, type Line } from '#app/domain/checklist.ts'
import { childrenShownTo, type ChildrenShown, type ShownLine } from '#app/domain/discretion.ts'
import {
  agendaOfUnit,
  leadershipOffered,
  linesHandedOver,
  movedAmong,
  notesOf,
  openSum,
  readerOf,
  type MovedStep,
  type OpenSum,
  type StepNotes,
} from '#app/domain/handover.ts'
import { can, type Person, type Seat } from '#app/domain/permissions.ts'
import { unitsOf, type PairPlace, type Place } from '#app/domain/place.ts'
import { progressOf, type Progress } from '#app/domain/progress.ts'
import { found } from '#app/domain/refusal.ts'
import { seatState } from '#app/domain/seats.ts'
import type { Db } from '#db/connection.ts'
import { listCycles } from '#db/queries/cycles.ts'
import {
  findUnitToday,
  listHandoverNotes,
  listLastNumbers,
  listParticipationOf,
  type HandoverNote,
  type ParticipationSaid,
  type UnitToday,
} from '#db/queries/handover.ts'
import { listPlaces } from '#db/queries/places.ts'
import { listAdviserSeats, listSeatsAt, listSeatsEverAt } from '#db/queries/seats.ts'
import { listTicks } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf, runningCycles } from './cycles.server.ts'
import { contactsOf, leadershipOf, type Contacts, type Leadership } from './leadership.server.ts'

/** What whoever leads a unit next has to know, made from the record as it is today. */
export interface Handover {
  unit: UnitToday
  /** The leader's seat, where it is this reader who is offered it. */
  offer: Seat | null
  leadership: Leadership
  cycles: readonly CycleHandedOver[]
  /** What the unit wrote with its answers in the cycle before, or null where there was none. */
  before: (Record<'helped' | 'reasons', StepNotes[]> & { year: number }) | null
  contacts: Contacts
  /** What leaders wrote to the next, the newest first. */
  notes: readonly HandoverNote[]
}

/** A running cycle at a unit. */
export interface CycleHandedOver {
  cycle: Cycle
  agenda: Agenda<ShownLine>
  sum: OpenSum
  places: readonly PlaceHandedOver[]
  moved: readonly MovedStep[]
  participation: ParticipationSaid | null
}

/** A place of the unit, with how far it has come, and whether the reader may open it already. */
export interface PlaceHandedOver {
  place: Place
  progress: Progress
  opens: boolean
  /** For a pair: how many children each side has said. */
  children: { kindergarten: ChildrenShown; school: ChildrenShown; differ: boolean } | null
}

/**
 * The handover of a unit. For an adviser, the unit's leader and deputies, and whoever is offered the leader's seat, who
 * reads what the unit may see. Refuses *not found*.
 */
export async function readHandover(context: SignedIn, unitId: string): Promise<Handover> {
  const { actor, db, today } = context
  const unit = found(await findUnitToday(db, unitId))
  const own = await listSeatsEverAt(db, unitId)
  const coming = own.filter((seat) => seat.personId === actor.id && seatState(seat, today) === 'will hold')
  const reader = found(readerOf(actor, unitId, coming))
  const running = await runningCycles(db, today)
  const before = await cycleBefore(db, running.at(-1)?.year ?? null)
  const all = before && !running.some(({ year }) => year === before.year) ? [before, ...running] : running
  const standings = await standingsOf(context, unit, all)
  const ofYear = (year: number) => standings.get(year) ?? []
  const shown = (year: number) => linesHandedOver(reader, unit, linesIn(ofYear(year)))
  const places = running.flatMap(({ year }) => ofYear(year).map(({ place }) => place))
  const others = new Map(places.flatMap((place) => othersAt(place, unitId)).map((other) => [other.id, other]))
  const seats = others.size === 0 ? [] : await listSeatsAt(db, [...others.keys()])
  return {
    unit,
    offer: leadershipOffered(actor, unitId),
    leadership: leadershipOf(unit, own, today),
    cycles: await cyclesHandedOver(context, { reader, unit, running, ofYear }),
    before: before && { year: before.year, ...notesOf(unit, shown(before.year)) },
    contacts: contactsOf([...others.values()], { own, others: seats, advisers: await listAdviserSeats(db) }, today),
    notes: await listHandoverNotes(db, unitId),
  }
}

/** The cycle before the newest that runs, or the newest of all where none does; null where there is none. */
async function cycleBefore(db: Db, newest: number | null): Promise<Cycle | null> {
  const years = (await listCycles(db)).map(({ year }) => year)
  const year = years.find((year) => newest === null || year < newest)
  return year === undefined ? null : cycleOf(db, year)
}

interface LinesAt {
  place: Place
  lines: readonly Line[]
}

async function standingsOf(
  { db, today }: SignedIn,
  { id }: UnitToday,
  cycles: readonly Cycle[],
): Promise<Map<number, LinesAt[]>> {
  if (cycles.length === 0) return new Map()
  const years = cycles.map(({ year }) => year)
  const places = await listPlaces(db, years, { unitIds: [id] })
  const ticks = await listTicks(db, years, [...places.values()].flat())
  return new Map(
    cycles.map((cycle) => {
      const ofYear = (places.get(cycle.year) ?? []).toSorted((a, b) => order(a, id) - order(b, id))
      const known = ticks.get(cycle.year)
      return [
        cycle.year,
        ofYear.map((place) => ({ place, lines: linesOf(cycle, place, known?.get(place.id) ?? [], today) })),
      ]
    }),
  )
}

/** The unit's own place first, then its pairs, then what kindergartens do together at its schools. */
function order({ id, kind }: Place, unitId: string): number {
  if (id === unitId) return 0
  return kind === 'pair' ? 1 : 2
}

function linesIn(standings: readonly LinesAt[]): Line[] {
  return standings.flatMap(({ lines }) => lines)
}

function othersAt(place: Place, unitId: string) {
  return place.kind === 'pair' ? unitsOf(place).filter(({ id }) => id !== unitId) : []
}

interface Handing {
  reader: Person
  unit: UnitToday
  running: readonly Cycle[]
  ofYear: (year: number) => readonly LinesAt[]
}

async function cyclesHandedOver(
  { actor, db }: SignedIn,
  { reader, unit, running, ofYear }: Handing,
): Promise<CycleHandedOver[]> {
  const years = running.map(({ year }) => year)
  const pairs = years.flatMap((year) => ofYear(year).flatMap(({ place }) => (place.kind === 'pair' ? [place.id] : [])))
  const numbers = await listLastNumbers(db, pairs)
  const schoolSaid = new Map(
    numbers.filter(({ side }) => side === 'school').map(({ pairId, children }) => [pairId, children]),
  )
  const participation = await listParticipationOf(db, unit.id, years)
  return running.map((cycle) => {
    const places = ofYear(cycle.year).map(({ place, lines }) => ({
      place,
      lines: linesHandedOver(reader, unit, lines),
    }))
    const lines = places.flatMap((each) => each.lines)
    const agenda = agendaOfUnit(unit, lines)
    return {
      cycle,
      agenda,
      sum: openSum(agenda),
      places: places
        .filter((each) => each.lines.length > 0)
        .map(({ place, lines }) => ({
          place,
          progress: progressOf(lines),
          opens: can(actor, 'read a checklist', place),
          children: place.kind === 'pair' ? childrenAt(reader, place, schoolSaid.get(place.id) ?? null) : null,
        })),
      moved: movedAmong(lines),
      participation: participation.find(({ year }) => year === cycle.year) ?? null,
    }
  })
}

function childrenAt(reader: Person, place: PairPlace, school: number | null): PlaceHandedOver['children'] {
  return {
    kindergarten: childrenShownTo(reader, place),
    school: childrenShownTo(reader, { ...place, children: school }),
    differ: place.children !== null && school !== null && place.children !== school,
  }
}
