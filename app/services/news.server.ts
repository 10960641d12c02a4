import { adoptionAt, type PlaceAdoption } from '#app/domain/adoption.ts'
import {
  adoptionOfUnit,
  lastReadStretch,
  unreadStretch,
  type Adoption,
  type NewsRead,
  type Stretch,
} from '#app/domain/adoption-history.ts'
import type { Instant } from '#app/domain/calendar.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import { shownTo } from '#app/domain/discretion.ts'
import { authorize } from '#app/domain/permissions.ts'
import { unitsOf, type Place, type Unit } from '#app/domain/place.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import { insertNewsRead, listAdoptions, listNewsRead } from '#db/queries/adoptions.ts'
import type { UnreadAdoption } from '#db/queries/notices.ts'
import { findPlace, listPlaces } from '#db/queries/places.ts'
import { listTicks, type TicksByPlace } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'
import { remember } from './history.server.ts'
import { publishedVersion } from './plan.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** What is new for one unit in a cycle, in one comparison however often the cycle moved. */
export interface UnitNews {
  unit: Unit
  /** The versions compared, up to which adoption; null where nothing was ever new. */
  stretch: Stretch | null
  places: readonly PlaceAdoption[]
  /** Who said that it is read, and when; null while nobody has. */
  read: { at: Instant; by: string } | null
}

/**
 * What is new for each of the actor's own units: what nobody there has read, otherwise what they read last. Refuses
 * *not found*, also for whoever has no seat at a unit.
 */
export async function newsFor(context: SignedIn, year: number): Promise<{ cycle: Cycle; units: UnitNews[] }> {
  const { db } = context
  const unitIds = ownUnitIds(context)
  if (unitIds.length === 0) throw new Refusal('not found')
  const cycle = await cycleOf(db, year)
  const adoptions = await listAdoptions(db, year)
  const reads = await listNewsRead(db, year, unitIds)
  const places = (await listPlaces(db, [year], { unitIds })).get(year) ?? []
  const ticks = (await listTicks(db, [year], places)).get(year) ?? new Map()
  const units: UnitNews[] = []
  for (const unit of ownUnits(places, unitIds)) {
    const read = reads.filter(({ unitId }) => unitId === unit.id)
    units.push(await newsOf(context, unit, { cycle, adoptions, read, places, ticks }))
  }
  return { cycle, units }
}

interface Known {
  cycle: Cycle
  adoptions: readonly Adoption[]
  read: readonly NewsRead[]
  places: readonly Place[]
  ticks: TicksByPlace
}

async function newsOf(context: SignedIn, unit: Unit, known: Known): Promise<UnitNews> {
  const unread = unreadStretch(known.adoptions, known.read)
  const fresh = await changesIn(context, unit.id, known, unread)
  if (fresh.length > 0) return { unit, stretch: unread, places: fresh, read: null }
  const stretch = lastReadStretch(known.adoptions, known.read)
  const last = known.read.find(({ sequence }) => sequence === stretch?.upTo) ?? null
  const places = await changesIn(context, unit.id, known, stretch)
  return { unit, stretch, places, read: last && { at: last.at, by: last.by } }
}

async function changesIn(
  { actor, db, today }: SignedIn,
  unitId: string,
  { cycle, places, ticks }: Pick<Known, 'cycle' | 'places' | 'ticks'>,
  stretch: Pick<Stretch, 'fromId' | 'toId'> | null,
): Promise<PlaceAdoption[]> {
  if (!stretch || stretch.fromId === stretch.toId) return []
  const following = async (id: string) => {
    return id === cycle.version.id ? cycle : { ...cycle, version: await publishedVersion(db, id) }
  }
  const [before, after] = [await following(stretch.fromId), await following(stretch.toId)]
  const all = places.map((place) =>
    adoptionAt(before, after, place, ticks.get(place.id) ?? [], today, (line) => shownTo(actor, line)),
  )
  return adoptionOfUnit(unitId, all)
}

const NO_TICKS: TicksByPlace = new Map()

/** A running cycle with the actor's places in it. */
export interface OwnPlaces {
  cycle: Cycle
  places: readonly Place[]
}

/** The own units of these places that the unread adoptions change something for, per cycle. */
export async function unreadAmong(
  context: SignedIn,
  own: readonly OwnPlaces[],
  unread: readonly UnreadAdoption[],
): Promise<{ cycle: Cycle; unit: Unit }[]> {
  const units: { cycle: Cycle; unit: Unit }[] = []
  for (const { cycle, places } of own) {
    for (const unit of ownUnits(places, ownUnitIds(context))) {
      const first = unread.find(({ year, unitId }) => year === cycle.year && unitId === unit.id)
      if (!first) continue
      const stretch = { fromId: first.fromId, toId: cycle.version.id }
      const changes = await changesIn(context, unit.id, { cycle, places, ticks: NO_TICKS }, stretch)
      if (changes.length > 0) units.push({ cycle, unit })
    }
  }
  return units
}

/** Which unit's news is read, up to which adoption. */
export interface Reading {
  unitId: string
  upTo: number
}

/**
 * Says for a unit that its news is read, as far as the reader had seen it. What others there have read already stays
 * theirs. Refuses *not found*, also for units that are not the actor's own.
 */
export async function sayNewsRead(
  context: SignedIn,
  year: number,
  { unitId, upTo }: Reading,
  form: string,
): Promise<Outcome> {
  const { actor, now } = context
  if (!ownUnitIds(context).includes(unitId)) throw new Refusal('not found')
  return saveOnce(context, `read news ${year} ${unitId}`, form, async (db) => {
    authorize(actor, 'say that news is read', found(await findPlace(db, year, unitId)))
    const known = new Set((await listNewsRead(db, year, [unitId])).map(({ sequence }) => sequence))
    const all = (await listAdoptions(db, year)).map(({ sequence }) => sequence)
    const sequences = all.filter((sequence) => sequence <= upTo && !known.has(sequence))
    if (sequences.length === 0) return []
    await insertNewsRead(db, { unitId, sequences, personId: actor.id, at: now })
    await remember(db, { kind: 'news read', at: now, personId: actor.id, content: { cycle: year, unit: unitId } })
    return []
  })
}

/** The units where the actor leads, or stands in for the leader. */
export function ownUnitIds({ actor }: SignedIn): string[] {
  const seats = actor.seats.filter(({ role }) => role === 'director' || role === 'principal' || role === 'deputy')
  return [...new Set(seats.flatMap((seat) => seat.unitIds))]
}

function ownUnits(places: readonly Place[], unitIds: readonly string[]): Unit[] {
  const units = places.flatMap((place) => unitsOf(place)).filter(({ id }) => unitIds.includes(id))
  return [...new Map(units.map((unit) => [unit.id, unit])).values()]
}
