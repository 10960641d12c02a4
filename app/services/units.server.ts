import type { LocalDate } from '#app/domain/calendar.ts'
import { problemsInNewUnit, unitNamed, type NewUnit } from '#app/domain/new-unit.ts'
import { authorize, authorizeAtUnit, can, canAtUnit, reachOf } from '#app/domain/permissions.ts'
import { closedOn, unitsOf, type Place } from '#app/domain/place.ts'
import { found } from '#app/domain/refusal.ts'
import { lastCycleOver, type Owner, type UnitFacts } from '#app/domain/unit-change.ts'
import { historyOf, type UnitHistoryLine } from '#app/domain/unit-change-history.ts'
import { isRunning } from '#app/domain/due-date.ts'
import type { Db } from '#db/connection.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { findMunicipality } from '#db/queries/municipality.ts'
import { insertUnitChanges, insertUnits, listOwners } from '#db/queries/unit-changes.ts'
import {
  findSuccessor,
  listMergedInto,
  listPlacesOfUnit,
  listUnitChanges,
  listUnitFacts,
  type PlaceInCycle,
} from '#db/queries/units.ts'
import { listSeats, type SeatRow } from '#db/queries/seats.ts'
import type { SignedIn } from './context.server.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'
import { ownerOf } from './unit-changes.server.ts'

/** The units somebody may read of, by name, each with the seats at it. */
export interface Units {
  units: readonly UnitFacts[]
  seats: ReadonlyMap<string, readonly SeatRow[]>
  /** Whether they are all there are, and whether the reader may change them. */
  all: boolean
  changes: boolean
}

/** The units that the actor may read of. Refuses *not found* for whoever may read of none. */
export async function readUnits({ actor, db }: SignedIn): Promise<Units> {
  authorize(actor, 'read units')
  const reached = reachOf(actor, 'read units')
  const reach = reached === 'everywhere' ? reached : reached.unitIds
  const seats = (await listSeats(db)).filter(({ unitId }) => unitId !== null)
  return {
    units: await listUnitFacts(db, reach),
    seats: Map.groupBy(seats, ({ unitId }) => unitId ?? ''),
    all: reach === 'everywhere',
    changes: can(actor, 'change units'),
  }
}

/** All that is to know of one unit, for somebody who may read of it. */
export interface UnitRead {
  unit: UnitFacts
  /** The unit that carries on after it, and those that it carries on after. */
  successor: { id: string; name: string } | null
  predecessors: readonly { id: string; name: string; on: LocalDate }[]
  seats: readonly SeatRow[]
  history: readonly UnitHistoryLine[]
  /** What owners and units in the history are called, by id. */
  names: ReadonlyMap<string, string>
  places: readonly PlaceInCycle[]
  /** The cycles in which work goes on, the older first. */
  running: readonly number[]
  /** Whether the reader may read of every unit. */
  all: boolean
  may: { change: boolean; readPeople: boolean; nameDeputy: boolean; readHandover: boolean }
}

/** One unit with its people, places and history. Refuses *not found*. */
export async function readUnit({ actor, db, today }: SignedIn, unitId: string): Promise<UnitRead> {
  authorizeAtUnit(actor, 'read units', unitId)
  const units = await listUnitFacts(db, 'everywhere')
  const unit = found(units.find(({ id }) => id === unitId))
  const owners = await listOwners(db)
  const cycles = await listCycles(db)
  const names = new Map([...owners, ...units].map(({ id, name }) => [id, name]))
  return {
    unit,
    successor: unit.mergedInto === null ? null : { id: unit.mergedInto, name: names.get(unit.mergedInto) ?? '' },
    predecessors: await listMergedInto(db, unitId),
    seats: (await listSeats(db)).filter((seat) => seat.unitId === unitId || seat.ownerId === unit.owner.id),
    history: historyOf(unit, await listUnitChanges(db, unitId)),
    names,
    places: await listPlacesOfUnit(db, unit),
    running: cycles
      .map(({ year }) => year)
      .filter((year) => isRunning(year, today))
      .reverse(),
    all: reachOf(actor, 'read units') === 'everywhere',
    may: {
      change: canAtUnit(actor, 'change units', unitId),
      readPeople: can(actor, 'read people'),
      nameDeputy: canAtUnit(actor, 'name a deputy', unitId),
      readHandover: canAtUnit(actor, 'read the handover', unitId),
    },
  }
}

/** That a unit of a place is no more, or will not be, and what carries on after it. */
export interface ClosingOfPlace {
  unit: string
  on: LocalDate
  isClosed: boolean
  /** `isRead` where the actor may read of it. */
  into: { id: string; name: string; isRead: boolean } | null
}

/** What is to know where a unit of a place has closed or will; null where none does. The place is the actor's to read. */
export async function closingOf({ actor, db, today }: SignedIn, place: Place): Promise<ClosingOfPlace | null> {
  const on = closedOn(place)
  const closing = on && unitsOf(place).find((unit) => unit.closedOn === on)
  if (!on || !closing) return null
  const into = await findSuccessor(db, closing.id)
  return {
    unit: closing.name,
    on,
    isClosed: on <= today,
    into: into && { ...into, isRead: canAtUnit(actor, 'read units', into.id) },
  }
}

/** What a unit can be written in with: the owners there are, and the last cycle that is over, which gets no new unit. */
export async function readNewUnit({ actor, db, today }: SignedIn): Promise<{ owners: Owner[]; over: number | null }> {
  authorize(actor, 'change units')
  return { owners: await listOwners(db), over: lastCycleOver(await yearsOf(db), today) }
}

/**
 * Writes a unit in by hand, with its owner where that is new. Answers with its id, also where an earlier copy of the form
 * did it. Problems come back and nothing is saved. Refuses *not found*.
 */
export async function addUnit(
  context: SignedIn,
  unit: NewUnit,
  form: string,
): Promise<Outcome & { unitId: string | null }> {
  const { actor, now } = context
  authorize(actor, 'change units')
  const outcome = await saveOnce(context, 'new unit', form, async (db) => {
    const owners = await listOwners(db)
    const units = await listUnitFacts(db, 'everywhere')
    const municipality = (await findMunicipality(db))?.name ?? ''
    const known = { units, owners, years: await yearsOf(db), municipality }
    const problems = problemsInNewUnit(unit, known, context.today)
    if (problems.length > 0) return problems
    const { kind, name, orgNumber, externalMunicipality, openedOn } = unit
    const id = newId()
    const ownerId = await ownerOf(db, found(unit.owner), owners)
    const row = { id, kind, name, orgNumber, ownerId, externalMunicipality, openedDay: openedOn }
    await insertUnits(db, [{ ...row, latitude: null, longitude: null }])
    const by = { at: now, personId: actor.id }
    const added = { unitId: id, kind: 'added', fromDay: openedOn, before: null, reason: null, importId: null } as const
    await insertUnitChanges(db, [{ ...added, ...by }])
    await remember(db, { ...by, kind: 'unit added', content: { unit: id } })
    return []
  })
  const saved = outcome.saved ? unitNamed(unit, await listUnitFacts(context.db, 'everywhere')) : null
  return { ...outcome, unitId: saved?.id ?? null }
}

async function yearsOf(db: Db): Promise<number[]> {
  return (await listCycles(db)).map(({ year }) => year)
}
