import type { LocalDate } from '#app/domain/calendar.ts'
import { isRunning } from '#app/domain/due-date.ts'
import { unitNamed } from '#app/domain/new-unit.ts'
import { authorizeAtUnit } from '#app/domain/permissions.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found } from '#app/domain/refusal.ts'
import {
  firstDayFor,
  isSameName,
  lastOf,
  problemsInChanging,
  problemsInDay,
  problemsInName,
  problemsInOwner,
  type Changing,
  type Owner,
  type OwnerChosen,
  type UnitChange,
  type UnitChangeKind,
  type UnitFacts,
} from '#app/domain/unit-change.ts'
import {
  closingAsText,
  firstClosingDay,
  firstReopeningDay,
  problemsInClosing,
  problemsInReopening,
} from '#app/domain/unit-closing.ts'
import type { Db } from '#db/connection.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { findOrInsertOwner, insertUnitChanges, listOwners, updateUnit, type UnitNow } from '#db/queries/unit-changes.ts'
import { listPlacesOfUnit, listUnitChanges, listUnitFacts, type PlaceInCycle } from '#db/queries/units.ts'
import { listSeatsAt, type SeatRow } from '#db/queries/seats.ts'
import type { SignedIn } from './context.server.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** A unit that somebody is about to change, and what that touches. */
export interface Changeable {
  unit: UnitFacts
  /** All units, by name. */
  units: readonly UnitFacts[]
  owners: readonly Owner[]
  /** The last change that was written down. */
  seen: number
  /** The first day that each change can be told of; null is any. */
  first: Record<'name' | 'owner' | 'reopening', LocalDate | null> & { closing: LocalDate }
  /** Its pairs in the running cycles that have not ended, and the seats at it. */
  pairs: readonly PlaceInCycle[]
  seats: readonly SeatRow[]
}

/** What an adviser needs to see before changing a unit. Refuses *not found* and *not allowed*. */
export async function readChangeable({ actor, db, today }: SignedIn, unitId: string): Promise<Changeable> {
  authorizeAtUnit(actor, 'change units', unitId)
  const { unit, units, changes, years } = await settled(db, unitId)
  const places = await listPlacesOfUnit(db, unit)
  const seats = await listSeatsAt(db, [unitId])
  return {
    unit,
    units,
    owners: await listOwners(db),
    seen: lastOf(changes),
    first: {
      name: firstDayFor('renamed', unit, changes, years, today),
      owner: firstDayFor('new owner', unit, changes, years, today),
      closing: firstClosingDay(today),
      reopening: firstReopeningDay(unit, years, today),
    },
    pairs: places.filter(({ year, other, ended }) => other !== null && !ended && isRunning(year, today)),
    seats,
  }
}

interface Settled {
  unit: UnitFacts
  units: readonly UnitFacts[]
  changes: readonly UnitChange[]
  years: readonly number[]
}

async function settled(db: Db, unitId: string): Promise<Settled> {
  const units = await listUnitFacts(db, 'everywhere')
  const years = (await listCycles(db)).map(({ year }) => year)
  return {
    unit: found(units.find(({ id }) => id === unitId)),
    units,
    changes: await listUnitChanges(db, unitId),
    years,
  }
}

/** Gives a unit another name from a day on. Problems come back and nothing is saved. Refuses *not found* and *not allowed*. */
export async function renameUnit(
  context: SignedIn,
  unitId: string,
  { name, ...changing }: Changing & { name: string },
  form: string,
): Promise<Outcome> {
  const { today } = context
  return change(context, { unitId, form, changing }, 'renamed', async (_db, { unit, units, changes, years }) => {
    const others = units.filter(({ id }) => id !== unitId)
    const taken = unitNamed({ ...unit, name }, others)
    const problems: Problem[] = [
      ...problemsInName('name', name, today),
      ...(name === unit.name ? [{ field: 'name', message: 'nameTheSame' }] : []),
      ...(taken ? [{ field: 'name', message: 'nameTaken', values: { name: taken.name, unit: taken.id } }] : []),
      ...problemsInDay(changing.from, firstDayFor('renamed', unit, changes, years, today), today),
    ]
    return { problems, before: unit.name, now: async () => ({ name }) }
  })
}

/** Gives a unit another owner from a day on; that one takes over its past, too. Else as with a name. */
export async function changeOwner(
  context: SignedIn,
  unitId: string,
  { owner, ...changing }: Changing & { owner: OwnerChosen | null },
  form: string,
): Promise<Outcome> {
  const { today } = context
  return change(context, { unitId, form, changing }, 'new owner', async (db, { unit, changes, years }) => {
    const owners = await listOwners(db)
    const problems: Problem[] = [
      ...problemsInOwner(owner, owners, today),
      ...(owner && isOwnerOf(unit, owner) ? [{ field: 'owner', message: 'ownerTheSame' }] : []),
      ...problemsInDay(changing.from, firstDayFor('new owner', unit, changes, years, today), today),
    ]
    const now = async () => ({ ownerId: await ownerOf(db, found(owner), owners) })
    return { problems, before: unit.owner.id, now }
  })
}

function isOwnerOf({ owner }: UnitFacts, chosen: OwnerChosen): boolean {
  return 'id' in chosen ? chosen.id === owner.id : isSameName(chosen.name, owner.name)
}

/** The id of an owner, who is written down where there is none of that name. */
export async function ownerOf(db: Db, chosen: OwnerChosen, owners: readonly Owner[]): Promise<string> {
  if ('id' in chosen) return chosen.id
  const there = owners.find(({ name }) => isSameName(name, chosen.name))
  return there?.id ?? (await findOrInsertOwner(db, { id: newId(), ...chosen })).id
}

/**
 * Closes a unit from a day on, or says another day or successor of one that has closed. Pairs and seats stay until they
 * are moved and ended. Else as with a name.
 */
export async function closeUnit(
  context: SignedIn,
  unitId: string,
  { into, ...changing }: Changing & { into: string | null },
  form: string,
): Promise<Outcome> {
  const kind = into === null ? 'closed' : 'merged'
  return change(context, { unitId, form, changing }, kind, async (_db, { unit, units }) => ({
    problems: problemsInClosing(unit, { from: changing.from, into }, units, context.today),
    before: closingAsText(unit),
    now: async () => ({ closedDay: changing.from, mergedInto: into }),
  }))
}

/** Opens a unit again that has closed, or was to close. Else as with a name. */
export async function reopenUnit(
  context: SignedIn,
  unitId: string,
  changing: Changing,
  form: string,
): Promise<Outcome> {
  return change(context, { unitId, form, changing }, 'reopened', async (_db, { unit, years }) => ({
    problems: problemsInReopening(unit, changing.from, years, context.today),
    before: closingAsText(unit),
    now: async () => ({ closedDay: null, mergedInto: null }),
  }))
}

/** What a change comes to: what stands in its way, what the unit was, and what it is from now on. */
interface Decided {
  problems: Problem[]
  before: string | null
  now: () => Promise<UnitNow>
}

async function change(
  context: SignedIn,
  { unitId, form, changing }: { unitId: string; form: string; changing: Changing },
  kind: UnitChangeKind,
  decide: (db: Db, settled: Settled) => Promise<Decided>,
): Promise<Outcome> {
  const { actor, now: at, today } = context
  authorizeAtUnit(actor, 'change units', unitId)
  return saveOnce(context, `${kind} ${unitId}`, form, async (db) => {
    const as = await settled(db, unitId)
    const { problems, before, now } = await decide(db, as)
    const all = [...problems, ...problemsInChanging(changing, as.changes, today)]
    if (all.length > 0) return all
    await updateUnit(db, unitId, await now())
    const { from: fromDay, reason } = changing
    const by = { at, personId: actor.id }
    await insertUnitChanges(db, [{ unitId, kind, fromDay, before, reason, importId: null, ...by }])
    await remember(db, { ...by, kind: 'unit changed', content: { unit: unitId, what: kind } })
    return []
  })
}
