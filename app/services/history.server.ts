import { createHash } from 'node:crypto'
import { sealedText, type ChainedEvent, type Happening } from '#app/domain/event.ts'
import type { Db } from '#db/connection.ts'
import { findLastHash, insertEvents } from '#db/queries/events.ts'

/** SHA-256 in hex, as the chain of events uses it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Seals what happened to the end of the chain. Called in the transaction that made it happen. */
export async function remember(db: Db, happening: Happening): Promise<void> {
  return rememberAll(db, [happening])
}

/** Seals things that happened to the end of the chain, one after the other. */
export async function rememberAll(db: Db, happenings: readonly Happening[]): Promise<void> {
  let previousHash = await findLastHash(db)
  const events: ChainedEvent[] = []
  for (const happening of happenings) {
    const hash = sha256(sealedText(previousHash, happening))
    events.push({ ...happening, previousHash, hash })
    previousHash = hash
  }
  await insertEvents(db, events)
}
