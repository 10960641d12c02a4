import type { Cycle } from '#app/domain/checklist.ts'
import { isOver } from '#app/domain/due-date.ts'
import { can, canAtUnit, type Person } from '#app/domain/permissions.ts'
import { closedOn, hasEnded, type PairPlace, type Place, type Unit } from '#app/domain/place.ts'
import { standingAt, type Presentation, type PresentationStanding } from '#app/domain/presentation.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { findPlace, listPlaces } from '#db/queries/places.ts'
import { listPresentations, listPresentationTalks } from '#db/queries/presentations.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'

/** What a kindergarten has written of its group in a cycle, and how it stands at each of its schools. */
export interface OwnPresentations {
  at: 'kindergarten'
  cycle: Cycle
  kindergarten: Unit
  /** All that it wrote, for all schools and for one, oldest first. */
  presentations: readonly Presentation[]
  schools: readonly { pair: PairPlace; standing: PresentationStanding }[]
  /** The pair whose school it is written for now; null is for all. */
  chosen: PairPlace | null
  /** Whether the person can write, and something can still be written. */
  writes: boolean
}

/**
 * The presentations of a kindergarten, for itself and the adviser; one school is chosen by its pair. Refuses *not found*,
 * also where the actor may not look.
 */
export async function readOwnPresentations(
  { actor, today, ...context }: SignedIn,
  year: number,
  kindergartenId: string,
  pairId: string | null,
  db: Db = context.db,
): Promise<OwnPresentations> {
  const cycle = await cycleOf(db, year)
  const places = (await listPlaces(db, [year], { unitIds: [kindergartenId] })).get(year) ?? []
  const place = found(places.find(({ id }) => id === kindergartenId))
  if (place.kind !== 'kindergarten' || !can(actor, 'read a presentation', place)) throw new Refusal('not found')
  const pairs = places.filter((each) => each.kind === 'pair')
  const chosen = pairId === null ? null : found(pairs.find(({ id }) => id === pairId))
  const presentations = await listPresentations(db, year, [kindergartenId])
  const talks = await listPresentationTalks(
    db,
    pairs.map(({ id }) => id),
  )
  const writes = canAtUnit(actor, 'present a group', kindergartenId) && isOpenTo(year, chosen ?? place, today)
  return {
    ...{ at: 'kindergarten', cycle, kindergarten: place.kindergarten, presentations, chosen, writes },
    schools: pairs.map((pair) => {
      const talk = talks.find((each) => each.pairId === pair.id) ?? null
      return { pair, standing: standingAt(pair.id, presentations, talk) }
    }),
  }
}

/**
 * What there is to see of presentations at a place: a kindergarten's own, or what one school reads. Refuses *not found*,
 * also for places of other kinds.
 */
export async function readPresentation(
  context: SignedIn,
  year: number,
  placeId: string,
  pairId: string | null,
): Promise<OwnPresentations | PairPresentation> {
  const place = found(await findPlace(context.db, year, placeId))
  if (place.kind === 'pair') return readPairPresentation(context, year, placeId)
  return readOwnPresentations(context, year, placeId, pairId)
}

/** Whether something can still be said there: the cycle goes on, there are children, and both units are open. */
export function isOpenTo(year: number, place: Place, today: SignedIn['today']): boolean {
  const closed = closedOn(place)
  return !isOver(year, today) && !hasEnded(place) && (closed === null || closed > today)
}

/** The presentation as one school and its kindergarten see it, with what each of them can do about it. */
export interface PairPresentation {
  at: 'pair'
  cycle: Cycle
  pair: PairPlace
  standing: PresentationStanding
  /** What the person can do now. */
  may: Record<'write' | 'read' | 'ask' | 'answer', boolean>
}

/** The presentation at a pair, for its two units and the adviser. Refuses *not found*, also where the actor may not look. */
export async function readPairPresentation(
  { actor, today, ...context }: SignedIn,
  year: number,
  pairId: string,
  db: Db = context.db,
): Promise<PairPresentation> {
  const cycle = await cycleOf(db, year)
  const pair = found(await findPlace(db, year, pairId))
  if (pair.kind !== 'pair' || !can(actor, 'read a presentation', pair)) throw new Refusal('not found')
  const [talk = null] = await listPresentationTalks(db, [pairId])
  const standing = standingAt(pairId, await listPresentations(db, year, [pair.kindergarten.id]), talk)
  return { at: 'pair', cycle, pair, standing, may: mayDo(actor, pair, standing, isOpenTo(year, pair, today)) }
}

function mayDo(
  actor: Person,
  { kindergarten, school }: PairPlace,
  { current, read, question, settled }: PresentationStanding,
  open: boolean,
): PairPresentation['may'] {
  const presents = open && canAtUnit(actor, 'present a group', kindergarten.id)
  const answers = open && current !== null && canAtUnit(actor, 'answer a presentation', school.id)
  return {
    write: presents,
    read: answers && read === null,
    ask: answers && question === null,
    answer: presents && question !== null && !settled,
  }
}

/** The presentation at a pair for whoever answers for its school. Refuses *not found*, and *not allowed* for others who read it. */
export async function openAsSchool(
  context: SignedIn,
  year: number,
  pairId: string,
  db: Db = context.db,
): Promise<PairPresentation> {
  const open = await readPairPresentation(context, year, pairId, db)
  if (!canAtUnit(context.actor, 'answer a presentation', open.pair.school.id)) throw new Refusal('not allowed')
  return open
}

/** The presentation at a pair for whoever presents its group. Refuses as above. */
export async function openAsKindergarten(
  context: SignedIn,
  year: number,
  pairId: string,
  db: Db = context.db,
): Promise<PairPresentation> {
  const open = await readPairPresentation(context, year, pairId, db)
  if (!canAtUnit(context.actor, 'present a group', open.pair.kindergarten.id)) throw new Refusal('not allowed')
  return open
}
