import type { LocalDate } from '#app/domain/calendar.ts'
import type { Elsewhere, GroupSide } from '#app/domain/child-group.ts'
import type { Happening } from '#app/domain/event.ts'
import type { Db } from '#db/connection.ts'
import { inBatches } from '#db/queries/batches.ts'
import type { ActOf } from './acts.ts'

/** What brings everyone in: numbers said by both sides, gaps explained, seats that are left and taken over. */
export type JoiningActDetails =
  | {
      kind: 'number said'
      said: { pairId: string; year: number; side: GroupSide; children: number; reason: string | null }
    }
  | {
      kind: 'children elsewhere said'
      said: { year: number; kindergartenId: string; destination: Elsewhere; children: number }
    }
  | { kind: 'enrolment said'; said: { year: number; schoolId: string; children: number } }
  | {
      kind: 'gap explained'
      explained: {
        id: string
        year: number
        schoolId: string
        children: number
        words: string
        followedUpBy: string | null
      }
    }
  | { kind: 'seat limited'; seat: { id: string; unitId: string; to: LocalDate } }
  | { kind: 'handover note written'; note: { unitId: string; words: string } }
  | { kind: 'seat ended'; seat: { id: string; personId: string } }
  | { kind: 'seat accepted'; seat: { id: string; personId: string } }

type Kind = JoiningActDetails['kind']
export type JoiningAct = ActOf<Kind>

const JOINING_ACTS: Readonly<Record<Kind, true>> = {
  'number said': true,
  'children elsewhere said': true,
  'enrolment said': true,
  'gap explained': true,
  'seat limited': true,
  'handover note written': true,
  'seat ended': true,
  'seat accepted': true,
}

export function isJoiningAct(act: { kind: string }): act is JoiningAct {
  return act.kind in JOINING_ACTS
}

/** Adds the rows of these acts: what is only ever added together, what happens to seats one after the other. */
export async function performJoiningActs(db: Db, acts: readonly JoiningAct[]): Promise<void> {
  const numbers = acts.filter((act) => act.kind === 'number said')
  for (const those of inBatches(numbers)) {
    const rows = those.map(({ said, at, personId }) => {
      const { pairId, side, children, reason } = said
      const row = { pair_id: pairId, side, children, reason, moved_to: null, at }
      return { ...row, person_id: personId, for_unit: 0 as const }
    })
    await db.insertInto('group_number').values(rows).execute()
  }
  for (const act of acts) if (act.kind !== 'number said') await performOne(db, act)
}

async function performOne(db: Db, act: Exclude<JoiningAct, { kind: 'number said' }>): Promise<void> {
  const { at } = act
  const by = { at, person_id: act.personId ?? '' }
  switch (act.kind) {
    case 'children elsewhere said': {
      const { year, kindergartenId, destination, children } = act.said
      const row = { cycle_year: year, kindergarten_id: kindergartenId, destination, children, for_unit: 0 as const }
      await db
        .insertInto('children_elsewhere')
        .values({ ...row, ...by })
        .execute()
      return
    }
    case 'enrolment said': {
      const { year, schoolId, children } = act.said
      await db
        .insertInto('enrolment')
        .values({ cycle_year: year, school_id: schoolId, children, ...by })
        .execute()
      return
    }
    case 'gap explained': {
      const { id, year, schoolId, children, words, followedUpBy } = act.explained
      const row = { id, cycle_year: year, school_id: schoolId, children, words, followed_up_by: followedUpBy }
      await db
        .insertInto('gap_explanation')
        .values({ ...row, ...by })
        .execute()
      return
    }
    case 'handover note written': {
      const { unitId, words } = act.note
      await db
        .insertInto('handover_note')
        .values({ unit_id: unitId, words, ...by })
        .execute()
      return
    }
    case 'seat limited':
      await db.updateTable('seat').set({ to_day: act.seat.to }).where('id', '=', act.seat.id).execute()
      return
    case 'seat ended':
      await db.updateTable('seat').set({ ended_at: at, ended_by: act.personId }).where('id', '=', act.seat.id).execute()
      return
    case 'seat accepted':
      await db.updateTable('seat').set({ accepted_at: at }).where('id', '=', act.seat.id).execute()
  }
}

/** What the event of such an act says. */
export function contentOfJoining(act: JoiningAct): Happening['content'] {
  switch (act.kind) {
    case 'number said':
      return { cycle: act.said.year, pair: act.said.pairId, side: act.said.side, children: act.said.children }
    case 'children elsewhere said': {
      const { year, kindergartenId, destination, children } = act.said
      return { cycle: year, kindergarten: kindergartenId, destination, children }
    }
    case 'enrolment said':
      return { cycle: act.said.year, school: act.said.schoolId, children: act.said.children }
    case 'gap explained': {
      const { id, year, schoolId, children, followedUpBy } = act.explained
      return { cycle: year, school: schoolId, explanation: id, children, followedUpBy }
    }
    case 'seat limited':
      return { seat: act.seat.id, unit: act.seat.unitId, to: act.seat.to }
    case 'handover note written':
      return { unit: act.note.unitId }
    case 'seat ended':
    case 'seat accepted':
      return { seat: act.seat.id, person: act.seat.personId }
  }
}
