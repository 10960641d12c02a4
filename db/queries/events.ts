import type { Instant } from '#app/domain/calendar.ts'
import { CHAIN_START, type ChainedEvent } from '#app/domain/event.ts'
import type { Db } from '#db/connection.ts'
import { inBatches } from './batches.ts'

/** The hash that the next event must point back to. */
export async function findLastHash(db: Db): Promise<string> {
  const row = await db.selectFrom('event').select('hash').orderBy('sequence', 'desc').limit(1).executeTakeFirst()
  return row?.hash ?? CHAIN_START
}

/** Adds events to the end of the chain, in their order. */
export async function insertEvents(db: Db, events: readonly ChainedEvent[]): Promise<void> {
  for (const those of inBatches(events)) {
    const rows = those.map(({ at, personId, kind, content, previousHash, hash }) => {
      return { at, person_id: personId, kind, content: JSON.stringify(content), previous_hash: previousHash, hash }
    })
    await db.insertInto('event').values(rows).execute()
  }
}

/** The whole chain, oldest first. */
export async function listEvents(db: Db): Promise<ChainedEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['at', 'person_id', 'kind', 'content', 'previous_hash', 'hash'])
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({
    at: row.at,
    personId: row.person_id,
    kind: row.kind,
    content: JSON.parse(row.content) as ChainedEvent['content'],
    previousHash: row.previous_hash,
    hash: row.hash,
  }))
}

/** The moment of the latest event, or null in an empty database. */
export async function findLastEventAt(db: Db): Promise<Instant | null> {
  const row = await db.selectFrom('event').select('at').orderBy('sequence', 'desc').limit(1).executeTakeFirst()
  return row?.at ?? null
}
