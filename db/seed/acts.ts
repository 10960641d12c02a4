import { hash } from 'node:crypto'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import { sealedText, type Happening } from '#app/domain/event.ts'
import type { AnsweredAs } from '#app/domain/participation.ts'
import { MUNICIPALITY, type Participation, type PlaceKind } from '#app/domain/place.ts'
import type { Role } from '#app/domain/permissions.ts'
import type { Db } from '#db/connection.ts'
import { inBatches } from '#db/queries/batches.ts'
import { findLastHash } from '#db/queries/events.ts'
import type { NewTick } from '#db/queries/ticks.ts'
import { contentOfFramework, isFrameworkAct, performFrameworkActs, type FrameworkActDetails } from './framework-acts.ts'
import { contentOfDated, isDatedAct, performDatedActs, type DatedActDetails } from './dated-acts.ts'
import { contentOfJoining, isJoiningAct, performJoiningActs, type JoiningActDetails } from './joining-acts.ts'
import { isPlanAct, performPlanAct, type PlanActDetails } from './plan-acts.ts'
import {
  contentOfPresentation,
  isPresentationAct,
  performPresentationActs,
  type PresentationActDetails,
} from './presentation-acts.ts'

/** A seat as somebody is invited to it. */
export interface SeatGiven {
  id: string
  role: Role
  unitId: string | null
  ownerId: string | null
}

/** A tick as it is made in a seed: the place by kind and id. */
export type SeedTick = Omit<NewTick, 'place' | 'personId' | 'at'> & { place: { kind: PlaceKind; id: string } }

/** Something somebody did in a made world. Each leaves its rows, and an event. */
export type Act = { at: Instant; personId: string | null } & (
  | {
      kind: 'person invited'
      person: { id: string; name: string; email: string | null }
      seats: readonly SeatGiven[]
      /** The person has not said yes yet; in the other invitations of a story they do at once. */
      offered?: true
    }
  | PlanActDetails
  | JoiningActDetails
  | FrameworkActDetails
  | PresentationActDetails
  | DatedActDetails
  | { kind: 'cycle opened'; year: number; versionId: string; firstSchoolDay: LocalDate }
  | {
      kind: 'pair formed'
      pair: { id: string; year: number; kindergartenId: string; schoolId: string; children: number | null }
    }
  | {
      kind: 'participation answered'
      year: number
      unitId: string
      answer: Participation
      reason: string | null
      as: AnsweredAs
    }
  | { kind: 'step ticked'; tick: SeedTick }
  | { kind: 'tick withdrawn'; tick: SeedTick }
)

/** The acts of one kind. */
export type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>

/** Does all acts, in the order given, in one transaction, and seals them to the end of the chain. */
export async function perform(db: Db, acts: readonly Act[]): Promise<void> {
  await db.transaction().execute((db) => performIn(db, acts))
}

/** The same within a transaction that has begun. Rows go in table by table: people before seats, cycles before pairs. */
export async function performIn(db: Db, acts: readonly Act[]): Promise<void> {
  await insertPeople(db, actsOf(acts, 'person invited'))
  for (const act of acts.filter(isPlanAct)) await performPlanAct(db, act)
  await insertCycles(db, actsOf(acts, 'cycle opened'))
  await insertPairs(db, actsOf(acts, 'pair formed'))
  await insertParticipation(db, actsOf(acts, 'participation answered'))
  await performJoiningActs(db, acts.filter(isJoiningAct))
  await performFrameworkActs(db, acts.filter(isFrameworkAct))
  await performPresentationActs(db, acts.filter(isPresentationAct))
  await performDatedActs(db, acts.filter(isDatedAct))
  await insertTicks(db, acts.filter(isTick))
  await insertEvents(db, acts)
}

function actsOf<Kind extends Act['kind']>(acts: readonly Act[], kind: Kind): ActOf<Kind>[] {
  return acts.filter((act): act is ActOf<Kind> => act.kind === kind)
}

export type TickAct = ActOf<'step ticked'> | ActOf<'tick withdrawn'>

/** Whether an act is an answer to a step, or takes one back. */
export function isTick(act: Act): act is TickAct {
  return act.kind === 'step ticked' || act.kind === 'tick withdrawn'
}

async function insertPeople(db: Db, acts: readonly ActOf<'person invited'>[]): Promise<void> {
  for (const those of inBatches(acts)) {
    const rows = those.map(({ person, at }) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      created_at: at,
      deactivated_at: null,
    }))
    await db.insertInto('person').values(rows).execute()
  }
  const seats = acts.flatMap(({ person, seats, at, offered }) =>
    seats.map((seat) => ({ ...seat, personId: person.id, at, acceptedAt: offered ? null : at })),
  )
  for (const those of inBatches(seats)) {
    const rows = those.map((seat) => ({
      id: seat.id,
      person_id: seat.personId,
      role: seat.role,
      unit_id: seat.unitId,
      owner_id: seat.ownerId,
      started_at: seat.at,
      ended_at: null,
      accepted_at: seat.acceptedAt,
    }))
    await db.insertInto('seat').values(rows).execute()
  }
}

async function insertCycles(db: Db, acts: readonly ActOf<'cycle opened'>[]): Promise<void> {
  for (const { year, versionId, firstSchoolDay, at, personId } of acts) {
    const row = { year, version_id: versionId, first_school_day: firstSchoolDay, opened_at: at, opened_by: personId }
    await db.insertInto('cycle').values(row).execute()
  }
}

async function insertPairs(db: Db, acts: readonly ActOf<'pair formed'>[]): Promise<void> {
  for (const those of inBatches(acts)) {
    const rows = those.map(({ pair }) => ({
      id: pair.id,
      cycle_year: pair.year,
      kindergarten_id: pair.kindergartenId,
      school_id: pair.schoolId,
    }))
    await db.insertInto('pair').values(rows).execute()
  }
  const numbered = acts.flatMap(({ pair, at, personId }) =>
    pair.children === null ? [] : [{ pairId: pair.id, children: pair.children, at, personId }],
  )
  for (const those of inBatches(numbered)) {
    const rows = those.map(({ pairId, children, at, personId }) => ({
      pair_id: pairId,
      side: 'kindergarten' as const,
      children,
      reason: null,
      moved_to: null,
      at,
      person_id: personId,
      for_unit: 1 as const,
    }))
    await db.insertInto('group_number').values(rows).execute()
  }
}

async function insertParticipation(db: Db, acts: readonly ActOf<'participation answered'>[]): Promise<void> {
  for (const those of inBatches(acts)) {
    const rows = those.map(({ year, unitId, answer, reason, as, at, personId }) => ({
      cycle_year: year,
      unit_id: unitId,
      answer: answer.answer,
      routine_ids: answer.answer === 'partly' ? JSON.stringify(answer.routineIds) : null,
      reason,
      answered_at: at,
      answered_by: personId,
      answered_as: as,
    }))
    await db.insertInto('participation').values(rows).execute()
  }
}

async function insertTicks(db: Db, acts: readonly TickAct[]): Promise<void> {
  for (const those of inBatches(acts)) {
    const rows = those.map(({ tick, at, personId }) => {
      if (personId === null) throw new RangeError('A tick is made by a person')
      return {
        id: tick.id,
        cycle_year: tick.year,
        pair_id: tick.place.kind === 'pair' ? tick.place.id : null,
        unit_id: tick.place.kind === 'pair' || tick.place.id === MUNICIPALITY ? null : tick.place.id,
        step_id: tick.stepId,
        side: tick.side,
        answer: tick.answer,
        done_day: tick.doneOn,
        reason: tick.reason,
        note: tick.note,
        meaning: tick.meaning,
        version_number: tick.version,
        withdraws: tick.withdraws,
        person_id: personId,
        for_unit: tick.forUnit ? (1 as const) : (0 as const),
        at,
      }
    })
    await db.insertInto('tick').values(rows).execute()
  }
}

async function insertEvents(db: Db, acts: readonly Act[]): Promise<void> {
  let previousHash = await findLastHash(db)
  const events = acts.map((act) => {
    const happening: Happening = { kind: act.kind, at: act.at, personId: act.personId, content: contentOf(act) }
    const event = { ...happening, previousHash, hash: hash('sha256', sealedText(previousHash, happening)) }
    previousHash = event.hash
    return event
  })
  for (const those of inBatches(events)) {
    const rows = those.map((event) => ({
      at: event.at,
      person_id: event.personId,
      kind: event.kind,
      content: JSON.stringify(event.content),
      previous_hash: event.previousHash,
      hash: event.hash,
    }))
    await db.insertInto('event').values(rows).execute()
  }
}

/** What the event says: which rows, and never what somebody wrote. */
function contentOf(act: Act): Happening['content'] {
  if (isJoiningAct(act)) return contentOfJoining(act)
  if (isFrameworkAct(act)) return contentOfFramework(act)
  if (isPresentationAct(act)) return contentOfPresentation(act)
  if (isDatedAct(act)) return contentOfDated(act)
  switch (act.kind) {
    case 'person invited':
      return { person: act.person.id }
    case 'version published':
      return { version: act.version.id, number: act.version.number }
    case 'draft begun':
      return { version: act.draft.id, basedOn: act.draft.basedOn }
    case 'draft edited':
      return { version: act.draftId, what: act.edit.kind }
    case 'hearing opened':
      return { hearing: act.hearing.id, version: act.hearing.versionId }
    case 'comment made':
      return { comment: act.comment.id, hearing: act.comment.hearingId, step: act.comment.stepId }
    case 'comment answered':
      return { comment: act.answer.commentId, closes: act.answer.closes ? 1 : 0 }
    case 'cycle opened':
      return { cycle: act.year, version: act.versionId }
    case 'pair formed':
      return { pair: act.pair.id, cycle: act.pair.year, children: act.pair.children }
    case 'participation answered':
      return { cycle: act.year, unit: act.unitId, answer: act.answer.answer }
    case 'step ticked':
    case 'tick withdrawn': {
      const { id, year, place, stepId, side, answer } = act.tick
      return { tick: id, cycle: year, place: place.id, step: stepId, side, answer }
    }
  }
}
