import {
  groupHasEnded,
  type ChildGroup,
  type Elsewhere,
  type GroupSide,
  type SaidNumber,
  type GroupUnit,
} from '#app/domain/child-group.ts'
import { isOver } from '#app/domain/due-date.ts'
import { canAtUnit, type Person } from '#app/domain/permissions.ts'
import type { Place } from '#app/domain/place.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { listElsewhere, listGroups, listGroupUnits } from '#db/queries/child-groups.ts'
import { findPlace } from '#db/queries/places.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'

/** The child groups of one kindergarten or school in a cycle, for whoever can say their numbers. */
export interface UnitGroups {
  year: number
  unit: GroupUnit
  side: GroupSide
  /** Whether the person says it for the unit, as the adviser. */
  forUnit: boolean
  /** Whether the cycle is over: then the numbers stay as they are. */
  over: boolean
  /** All pairs of the unit, by the name of the other, also those whose group has ended. */
  groups: readonly { group: ChildGroup; other: GroupUnit }[]
  /** Of a kindergarten: its children who go to no school here. */
  elsewhere: Partial<Record<Elsewhere, SaidNumber>>
  /** Of a kindergarten: the schools that it has no group at, as of today. */
  otherSchools: readonly GroupUnit[]
}

/**
 * The child groups of a kindergarten or school. Refuses *not found*; *not allowed* for a deputy who is not let say
 * numbers.
 */
export async function readUnitGroups(context: SignedIn, year: number, unitId: string): Promise<UnitGroups> {
  const { actor, db, today } = context
  const side = await sideOf(context, year, unitId, db)
  const units = await listGroupUnits(db, year)
  const unit = found(units.find(({ id }) => id === unitId))
  const all = await listGroups(db, year, { unitIds: [unitId] })
  const groups = units.flatMap((other) => {
    const group = all.find((each) => (side === 'kindergarten' ? each.schoolId : each.kindergartenId) === other.id)
    return group ? [{ group, other }] : []
  })
  const taken = new Set(groups.flatMap(({ group, other }) => (groupHasEnded(group) ? [] : [other.id])))
  return {
    ...{ year, unit, side, groups },
    forUnit: saysForUnit(actor, unitId),
    over: isOver(year, today),
    elsewhere: side === 'kindergarten' ? await listElsewhere(db, year, unitId) : {},
    otherSchools: units.filter((other) => other.kind === 'school' && isOpen(other, today) && !taken.has(other.id)),
  }
}

/** Whether children can be sent from or to a unit: it is open that day. */
export function isOpen({ closedOn }: Pick<GroupUnit, 'closedOn'>, today: string): boolean {
  return closedOn === null || closedOn > today
}

/** Which side of its groups a unit is. Refuses as above. */
export async function sideOf({ actor }: SignedIn, year: number, unitId: string, db: Db): Promise<GroupSide> {
  await cycleOf(db, year)
  const place = found(await findPlace(db, year, unitId))
  if (place.kind === 'pair') throw new Refusal('not found')
  if (canAtUnit(actor, 'number a child group', unitId)) return place.kind
  throw new Refusal(canAtUnit(actor, 'read small numbers of children', unitId) ? 'not allowed' : 'not found')
}

/** Whether somebody says a number for a unit, as the adviser, and not through a seat of its own there. */
export function saysForUnit(actor: Person, unitId: string): boolean {
  const own = { ...actor, seats: actor.seats.filter(({ role }) => role !== 'adviser') }
  return !canAtUnit(own, 'number a child group', unitId)
}

/** What there is to know of child groups at a place: of a pair its own, with what moved; of a unit all of them. */
export interface GroupsAt {
  own: ChildGroup | null
  movedTo: PairNamed | null
  movedFrom: readonly PairNamed[]
  /** The groups of a unit whose numbers the person can say; empty elsewhere. */
  ofUnit: readonly ChildGroup[]
  /** The unit at which the person says numbers of what is here, or null. */
  says: { unitId: string; side: GroupSide } | null
}

interface PairNamed {
  pairId: string
  kindergarten: string
  school: string
  /** Whether the person may open it: a group can move to where one has no part. */
  opens: boolean
}

/** The child groups of a place that the person has opened. One query, and one more where a group has moved. */
export async function readGroupsAt({ actor, db }: SignedIn, year: number, place: Place): Promise<GroupsAt | null> {
  if (place.kind === 'municipality') return null
  const unitIds = place.kind === 'pair' ? [place.kindergarten.id, place.school.id] : [place.id]
  const says = unitIds.find((unitId) => canAtUnit(actor, 'number a child group', unitId))
  if (place.kind !== 'pair') {
    if (says === undefined) return null
    const ofUnit = await listGroups(db, year, { unitIds })
    return { own: null, movedTo: null, movedFrom: [], ofUnit, says: { unitId: says, side: place.kind } }
  }
  const around = await listGroups(db, year, { unitIds })
  const own = around.find(({ pairId }) => pairId === place.id) ?? null
  const to = around.find(({ pairId }) => pairId === own?.movedTo)
  const named = await pairNames({ actor, db }, year, [
    ...(to ? [to] : []),
    ...around.filter((each) => each.movedTo === place.id),
  ])
  return {
    own,
    movedTo: named.find(({ pairId }) => pairId === to?.pairId) ?? null,
    movedFrom: named.filter(({ pairId }) => pairId !== to?.pairId),
    ofUnit: [],
    says: says === undefined ? null : { unitId: says, side: says === place.school.id ? 'school' : 'kindergarten' },
  }
}

async function pairNames(
  { actor, db }: Pick<SignedIn, 'actor' | 'db'>,
  year: number,
  groups: readonly ChildGroup[],
): Promise<PairNamed[]> {
  if (groups.length === 0) return []
  const ids = groups.flatMap(({ kindergartenId, schoolId }) => [kindergartenId, schoolId])
  const names = new Map((await listGroupUnits(db, year, ids)).map(({ id, name }) => [id, name]))
  return groups.map(({ pairId, kindergartenId, schoolId }) => {
    const opens = [kindergartenId, schoolId].some((unitId) => canAtUnit(actor, 'read a checklist', unitId))
    return { pairId, kindergarten: names.get(kindergartenId) ?? '', school: names.get(schoolId) ?? '', opens }
  })
}
