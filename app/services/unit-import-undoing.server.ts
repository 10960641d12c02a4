import { authorize } from '#app/domain/permissions.ts'
import { found } from '#app/domain/refusal.ts'
import { keptCoordinates, type KnownUnit } from '#app/domain/unit-import.ts'
import { brings, doneBy, undoingOf, type Done, type Stays } from '#app/domain/unit-import-undoing.ts'
import type { Db } from '#db/connection.ts'
import {
  insertUnitChanges,
  listOwners,
  updateToNeverOpened,
  updateUnit,
  type NewUnitChange,
  type UnitNow,
} from '#db/queries/unit-changes.ts'
import {
  findImport,
  listChangesAround,
  listKnownUnits,
  listUnitsInUse,
  noteUndone,
  type ImportHead,
} from '#db/queries/unit-imports.ts'
import type { SignedIn } from './context.server.ts'
import { rememberAll } from './history.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** What an import did to one unit, with the unit as it is today, in words where there are any. */
export interface DoneAtUnit {
  done: Done
  unit: KnownUnit
  /** A name, a number or an owner's name; null where there was none, or it is a place. */
  before: string | null
  after: string | null
}

/** What undoing would take back, and what would stay, and why. */
export interface UndoingAtUnit extends DoneAtUnit {
  stays: Stays | null
}

/** An import with what undoing it would do; `undoing` is empty where it was not carried out, or is undone. Refuses *not found*. */
export async function readUndoing(
  { actor, db }: SignedIn,
  id: string,
): Promise<{ head: ImportHead; undoing: readonly UndoingAtUnit[] }> {
  authorize(actor, 'change units')
  const { read: _, ...head } = found(await findImport(db, id))
  const isDone = head.carriedOut !== null && head.undone === null
  return { head, undoing: isDone ? await wouldUndo(db, id) : [] }
}

/** What an import did, unit by unit. */
export async function readDone(db: Db, id: string): Promise<DoneAtUnit[]> {
  const done = doneBy(await listChangesAround(db, id), id)
  return inWords(db, done)
}

async function inWords(db: Db, done: readonly Done[]): Promise<DoneAtUnit[]> {
  const units = new Map((await listKnownUnits(db)).map((unit) => [unit.id, unit]))
  const owners = new Map((await listOwners(db)).map(({ id, name }) => [id, name]))
  const words = ({ kind }: Done, kept: string | null) => {
    if (kind === 'moved') return null
    return kind === 'new owner' ? (owners.get(kept ?? '') ?? null) : kept
  }
  return done.map((each) => {
    const unit = found(units.get(each.unitId))
    const after = each.after === 'current' ? currentOf(each, unit) : words(each, each.after.kept)
    return { done: each, unit, before: words(each, each.before), after }
  })
}

function currentOf({ kind }: Done, unit: KnownUnit): string | null {
  if (kind === 'renamed') return unit.name
  if (kind === 'new number') return unit.orgNumber
  return kind === 'new owner' ? unit.owner : null
}

async function wouldUndo(db: Db, id: string): Promise<UndoingAtUnit[]> {
  const all = await readDone(db, id)
  const inUse = new Set(await listUnitsInUse(db, id))
  const units = await listKnownUnits(db)
  const numberOf = new Map(units.flatMap(({ id, orgNumber }) => (orgNumber === null ? [] : [[orgNumber, id]])))
  const of = new Map(all.map((each) => [each.done, each]))
  const undoing = undoingOf(
    all.map(({ done }) => done),
    { inUse, numberOf },
  )
  return undoing.map(({ done, stays }) => ({ ...found(of.get(done)), stays }))
}

/**
 * Undoes an import: what it changed is as before, but where somebody changed the same since; what it added closes on the
 * day it opened, but where something hangs on it. Undone before or not carried out: problems. Refuses *not found*.
 */
export async function undoImport(context: SignedIn, importId: string, form: string): Promise<Outcome> {
  return saveOnce(context, `undo import ${importId}`, form, async (db) => {
    const { actor, now, today } = context
    authorize(actor, 'change units')
    const head = found(await findImport(db, importId))
    if (!head.carriedOut) return [{ field: 'rows', message: 'unitImport.notCarriedOut' }]
    if (head.undone) return [{ field: 'rows', message: 'unitImport.isUndone' }]
    const taken = (await wouldUndo(db, importId)).filter(({ stays }) => stays === null)
    const ownerIds = new Map((await listOwners(db)).map(({ id, name }) => [name, id]))
    const brought = taken.filter(({ done }) => brings(done.kind)).map(({ unit }) => unit.id)
    await updateToNeverOpened(db, brought)
    for (const { done, unit } of taken) {
      if (!brings(done.kind)) await updateUnit(db, unit.id, beforeOf(done, unit))
    }
    await insertUnitChanges(
      db,
      taken.map(({ done, unit }): NewUnitChange => {
        const change = { unitId: unit.id, fromDay: today, reason: null, importId, at: now, personId: actor.id }
        if (!brings(done.kind)) return { ...change, kind: done.kind, before: keptNow(done, unit, ownerIds) }
        return { ...change, kind: 'closed', fromDay: unit.openedOn ?? today, before: null }
      }),
    )
    await noteUndone(db, importId, { at: now, personId: actor.id })
    const changed = new Set(taken.map(({ unit }) => unit.id))
    await rememberAll(db, [
      { kind: 'import undone', at: now, personId: actor.id, content: { import: importId } },
      ...[...changed].map((unit) => {
        return { kind: 'unit changed', at: now, personId: actor.id, content: { unit, import: importId } } as const
      }),
    ])
    return []
  })
}

function beforeOf({ kind, before }: Done, unit: KnownUnit): UnitNow {
  if (kind === 'renamed') return { name: before ?? unit.name }
  if (kind === 'new number') return { orgNumber: before }
  if (kind === 'new owner') return { ownerId: found(before) }
  const [latitude, longitude] = before === null ? [null, null] : (JSON.parse(before) as [number, number])
  return { latitude, longitude }
}

/** What a unit is now, as its history keeps it once it is so no more. */
function keptNow({ kind }: Done, unit: KnownUnit, ownerIds: ReadonlyMap<string, string>): string | null {
  if (kind === 'renamed') return unit.name
  if (kind === 'new number') return unit.orgNumber
  return kind === 'new owner' ? found(ownerIds.get(unit.owner)) : keptCoordinates(unit.coordinates)
}
