import { dayInOslo, type Instant } from '#app/domain/calendar.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import type { Db } from '#db/connection.ts'
import { insertVersion, insertVersionContent, publishVersionRow } from '#db/queries/plan-writing.ts'

/** When, and by whom, a version of a made world was published. The day is the one its publication says. */
export interface Publishing {
  at: Instant
  personId: string | null
}

/** Writes a version as the tool does: first its head, then all it says, then its publication, which freezes it. */
export async function writeVersion(db: Db, version: PlanVersion, { at, personId }: Publishing): Promise<void> {
  const { id, title, number, publication } = version
  await insertVersion(db, { id, title, basedOn: null, at, personId })
  await insertVersionContent(db, version)
  if (number === null || publication === null) return
  if (publication.publishedOn !== dayInOslo(at)) throw new RangeError(`Version ${number} is not published on ${at}`)
  await publishVersionRow(db, { id, title, number, ...publication, at, personId })
}
