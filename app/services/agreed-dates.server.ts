import { datesOfPairs, mayChange, type AgreedDate } from '#app/domain/agreed-date.ts'
import { stepsToAgreeOn } from '#app/domain/agreeing.ts'
import type { AskedStep, Cycle } from '#app/domain/checklist.ts'
import { authorize, can, canAtUnit } from '#app/domain/permissions.ts'
import { hasEnded, type PairPlace, type Place } from '#app/domain/place.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { listAgreedDates } from '#db/queries/agreed-dates.ts'
import { listPlaces } from '#db/queries/places.ts'
import type { SignedIn } from './context.server.ts'
import { findOpenPlace } from './places.server.ts'

/** The dates agreed at a pair, a school or a kindergarten, as one reader may see and change them. */
export interface DatesAt {
  cycle: Cycle
  place: Exclude<Place, { kind: 'municipality' }>
  /** The pairs here whose dates the reader may see. */
  pairs: readonly PairPlace[]
  /** By day; cancelled ones, too. */
  dates: readonly AgreedDate[]
  /** Those of the pairs that the reader may agree on a date for. */
  open: readonly PairPlace[]
  /** Whether the reader may agree for all of a school at once. */
  forAll: boolean
  /** The steps that a date here can be for. */
  steps: readonly AskedStep[]
}

/** The dates agreed at a place. Refuses *not found*, also at the municipality, which agrees on none. */
export async function readDatesAt(context: SignedIn, year: number, placeId: string): Promise<DatesAt> {
  return datesAt(context, year, placeId, context.db)
}

/** The same with one of the dates. Refuses *not found*; *not allowed* where somebody may not change it. */
export async function readDate(context: SignedIn, which: WhichDate): Promise<DatesAt & { date: AgreedDate }> {
  return dateAt(context, which, context.db)
}

/** The same for somebody who wants to agree on one. Refuses *not found* and *not allowed*. */
export async function readNewDate(context: SignedIn, year: number, placeId: string): Promise<DatesAt> {
  return openDatesAt(context, year, placeId, context.db)
}

async function datesAt(context: SignedIn, year: number, placeId: string, db: Db): Promise<DatesAt> {
  const { actor } = context
  const { cycle, place, dates: atSchool } = await findOpenPlace(context, year, placeId, db)
  if (place.kind === 'municipality') throw new Refusal('not found')
  authorize(actor, 'read agreed dates', place)
  const pairs = (await pairsAt(db, year, place)).filter((pair) => can(actor, 'read agreed dates', pair))
  const schools = [...new Set(pairs.map(({ school }) => school.id))]
  const all = place.kind === 'kindergarten' ? await listAgreedDates(db, [year], schools) : atSchool
  const forAll = place.kind === 'school' && canAtUnit(actor, 'agree on a date', place.id)
  return {
    ...{ cycle, place, pairs, forAll },
    dates: datesOfPairs(actor, place, pairs, all),
    open: pairs.filter((pair) => !hasEnded(pair) && can(actor, 'agree on a date', pair)),
    steps: stepsToAgreeOn(cycle, place).filter(({ step }) => forAll || step.scope === 'pair'),
  }
}

async function pairsAt(db: Db, year: number, place: DatesAt['place']): Promise<PairPlace[]> {
  if (place.kind === 'pair') return [place]
  const places = (await listPlaces(db, [year], { unitIds: [place.id] })).get(year) ?? []
  return places.filter((each) => each.kind === 'pair')
}

/** The same within a transaction. */
export async function openDatesAt(context: SignedIn, year: number, placeId: string, db: Db): Promise<DatesAt> {
  const at = await datesAt(context, year, placeId, db)
  if (at.open.length === 0 && !at.forAll) throw new Refusal('not allowed')
  return at
}

/** Which date, seen from which place. */
export interface WhichDate {
  year: number
  placeId: string
  dateId: string
}

/** One date, for somebody who changes it, within a transaction. */
export async function dateAt(
  context: SignedIn,
  { year, placeId, dateId }: WhichDate,
  db: Db,
): Promise<DatesAt & { date: AgreedDate }> {
  const at = await datesAt(context, year, placeId, db)
  const date = found(at.dates.find(({ id }) => id === dateId))
  if (!mayChange(context.actor, date, at.pairs)) throw new Refusal('not allowed')
  return { ...at, date }
}
