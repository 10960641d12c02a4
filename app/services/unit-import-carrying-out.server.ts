import type { Happening } from '#app/domain/event.ts'
import { authorize } from '#app/domain/permissions.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found } from '#app/domain/refusal.ts'
import { chosenOf, keptCoordinates, type Comparison, type UnitDifference } from '#app/domain/unit-import.ts'
import { closingAsText } from '#app/domain/unit-closing.ts'
import type { Db } from '#db/connection.ts'
import {
  insertOwners,
  insertUnitChanges,
  insertUnits,
  listOwners,
  updateUnit,
  type NewUnit,
  type NewUnitChange,
  type UnitNow,
} from '#db/queries/unit-changes.ts'
import { findImport, noteCarriedOut } from '#db/queries/unit-imports.ts'
import type { SignedIn } from './context.server.ts'
import { rememberAll } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'
import { wouldDo } from './unit-import.server.ts'

/** The rows to take in, by their place in the file, and the fingerprint of what was shown. */
export interface Choosing {
  chosen: readonly number[]
  seen: string
}

/**
 * Carries out an import: adds and changes the units chosen, all or none, from today. Problems where it was carried out
 * before, where something is otherwise than when it was shown, or where nothing is chosen. Refuses *not found*.
 */
export async function carryOutImport(
  context: SignedIn,
  importId: string,
  { chosen, seen }: Choosing,
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `carry out import ${importId}`, form, async (db) => {
    authorize(context.actor, 'change units')
    const row = found(await findImport(db, importId))
    if (row.carriedOut) return problem('unitImport.carriedOut')
    const would = await wouldDo(db, row)
    if (would.seen !== seen) return problem('unitImport.otherwise')
    const { added, changed } = chosenOf(would.comparison, chosen)
    if (added.length + changed.length === 0) return problem('unitImport.nothingChosen')
    await takeIn(context, db, importId, { added, changed })
    await noteCarriedOut(db, importId, { at: context.now, personId: context.actor.id })
    return []
  })
}

function problem(message: string): Problem[] {
  return [{ field: 'rows', message }]
}

type Chosen = Pick<Comparison, 'added' | 'changed'>

async function takeIn(context: SignedIn, db: Db, importId: string, { added, changed }: Chosen): Promise<void> {
  const { actor, now, today } = context
  const owners = await ownersOf(db, { added, changed })
  const idOf = ({ name }: { name: string }) => found(owners.get(name))
  const brought = added.map(({ row, again }) => ({
    again,
    unit: newUnit(row, again?.id ?? newId(), idOf(row.owned), today),
  }))
  await insertUnits(
    db,
    brought.flatMap(({ unit, again }) => (again === null ? [unit] : [])),
  )
  for (const { unit, again } of brought) {
    const { id, kind: _, ...now } = unit
    if (again !== null) await updateUnit(db, id, { ...now, closedDay: null })
  }
  for (const { unit, differences } of changed) await updateUnit(db, unit.id, nowOf(differences, idOf))
  const change = { fromDay: today, reason: null, importId, at: now, personId: actor.id }
  const changes = changed.flatMap(({ unit, differences }) =>
    differences.map((difference): NewUnitChange => {
      return { ...change, unitId: unit.id, kind: KIND_OF[difference.what], before: keptOf(difference, idOf) }
    }),
  )
  const additions = brought.map(({ unit, again }): NewUnitChange => {
    if (again === null) return { ...change, unitId: unit.id, kind: 'added', before: null }
    const before = closingAsText({ closedOn: again.closedOn, mergedInto: null })
    return { ...change, unitId: unit.id, kind: 'reopened', before }
  })
  await insertUnitChanges(db, [...additions, ...changes])
  const happening = (kind: Happening['kind'], content: Happening['content']): Happening => {
    return { kind, at: now, personId: actor.id, content: { ...content, import: importId } }
  }
  await rememberAll(db, [
    happening('units imported', { added: added.length, changed: changed.length }),
    ...brought.map(({ unit }) => happening('unit added', { unit: unit.id })),
    ...changed.map(({ unit }) => happening('unit changed', { unit: unit.id })),
  ])
}

function newUnit(
  { kind, name, orgNumber, externalMunicipality, coordinates }: Comparison['added'][number]['row'],
  id: string,
  ownerId: string,
  today: SignedIn['today'],
): NewUnit {
  const { latitude, longitude } = coordinates ?? { latitude: null, longitude: null }
  return { id, kind, name, orgNumber, ownerId, externalMunicipality, openedDay: today, latitude, longitude }
}

/** The ids of all owners that have a part in an import, by name; those that are new are added. */
async function ownersOf(db: Db, { added, changed }: Chosen): Promise<Map<string, string>> {
  const owners = new Map((await listOwners(db)).map((owner) => [owner.name, owner]))
  const after = changed.flatMap(({ differences }) =>
    differences.flatMap((difference) => (difference.what === 'owner' ? [difference.after] : [])),
  )
  const unknown = [...added.map(({ row }) => row.owned), ...after].filter(({ name }) => !owners.has(name))
  const byName = new Map(unknown.map(({ name, ownership }) => [name, { id: newId(), name, ownership }]))
  await insertOwners(db, [...byName.values()])
  return new Map([...owners.values(), ...byName.values()].map(({ id, name }) => [name, id]))
}

const KIND_OF = {
  name: 'renamed',
  'org number': 'new number',
  owner: 'new owner',
  coordinates: 'moved',
} as const satisfies Record<UnitDifference['what'], NewUnitChange['kind']>

function nowOf(differences: readonly UnitDifference[], idOf: (owner: { name: string }) => string): UnitNow {
  return Object.assign(
    {},
    ...differences.map((difference): UnitNow => {
      if (difference.what === 'name') return { name: difference.after }
      if (difference.what === 'org number') return { orgNumber: difference.after }
      if (difference.what === 'owner') return { ownerId: idOf(difference.after) }
      return { ...difference.after }
    }),
  ) as UnitNow
}

/** What a unit was, as its history keeps it. */
function keptOf(difference: UnitDifference, idOf: (owner: { name: string }) => string): string | null {
  if (difference.what === 'owner') return idOf(difference.before)
  return difference.what === 'coordinates' ? keptCoordinates(difference.before) : difference.before
}
