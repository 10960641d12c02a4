import type { Instant } from '#app/domain/calendar.ts'
import type { GroupSide } from '#app/domain/child-group.ts'
import type { Db } from '#db/connection.ts'
import { insertNumber } from '#db/queries/child-groups.ts'
import { insertPairs } from '#db/queries/opening.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'

interface NumberSaid {
  year: number
  pairId: string
  side: GroupSide
  children: number
  reason: string | null
  at: Instant
  personId: string
  forUnit: boolean
}

/** Adds one number of one side, with its event. Called in the transaction that decided it. */
export async function sayNumber(db: Db, said: NumberSaid): Promise<void> {
  const { year, pairId, side, children, reason, at, personId, forUnit } = said
  await insertNumber(db, { pairId, side, children, reason, at, personId, forUnit, movedTo: null })
  const content = { cycle: year, pair: pairId, side, children }
  await remember(db, { at, personId, kind: 'number said', content })
}

interface NewPair {
  year: number
  kindergartenId: string
  schoolId: string
  children: number | null
  at: Instant
  personId: string
}

/** Forms a pair, with its event, and answers with its id. Its number is said apart. Called in a transaction. */
export async function newPair(
  db: Db,
  { year, kindergartenId, schoolId, children, at, personId }: NewPair,
): Promise<string> {
  const id = newId()
  await insertPairs(db, [{ id, year, kindergartenId, schoolId }])
  await remember(db, { at, personId, kind: 'pair formed', content: { pair: id, cycle: year, children } })
  return id
}
