import type { AgreedDate } from '#app/domain/agreed-date.ts'
import type { Happening } from '#app/domain/event.ts'
import type { Db } from '#db/connection.ts'
import { insertAgreedDate } from '#db/queries/agreed-dates.ts'
import type { ActOf } from './acts.ts'

/** What a date says, as it is agreed on, moved or cancelled. */
type SaidDate = Omit<AgreedDate, 'changes' | 'movedFrom' | 'at' | 'by'>

/** What schools and kindergartens agree to do together, and when. */
export type DatedActDetails =
  | { kind: 'date agreed'; date: SaidDate }
  | { kind: 'date moved'; date: SaidDate }
  | { kind: 'date cancelled'; date: SaidDate }

type Kind = DatedActDetails['kind']
export type DatedAct = ActOf<Kind>

const DATED_ACTS: Readonly<Record<Kind, true>> = { 'date agreed': true, 'date moved': true, 'date cancelled': true }

export function isDatedAct(act: { kind: string }): act is DatedAct {
  return act.kind in DATED_ACTS
}

/** Adds the rows of these acts, each after the one before. */
export async function performDatedActs(db: Db, acts: readonly DatedAct[]): Promise<void> {
  for (const { date, at, personId } of acts) {
    if (personId === null) throw new RangeError('A date is agreed on by a person')
    await insertAgreedDate(db, { ...date, at, personId, forUnit: false })
  }
}

/** What the event of such an act says. */
export function contentOfDated({ date }: DatedAct): Happening['content'] {
  const place = date.pairIds.length === 1 ? (date.pairIds[0] ?? null) : date.schoolId
  return { cycle: date.year, date: date.id, place, step: date.stepId, on: date.on }
}
