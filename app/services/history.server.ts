import { createHash } from 'node:crypto'
import { sealedText, type Happening } from '#app/domain/event.ts'
import type { Db } from '#db/connection.ts'
import { findLastHash, insertEvent } from '#db/queries/events.ts'

/** SHA-256 in hex, as the chain of events uses it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Seals what happened to the end of the chain. Called in the transaction that made it happen. */
export async function remember(db: Db, happening: Happening): Promise<void> {
  const previousHash = await findLastHash(db)
  await insertEvent(db, { ...happening, previousHash, hash: sha256(sealedText(previousHash, happening)) })
}
