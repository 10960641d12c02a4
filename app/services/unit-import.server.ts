import { authorize } from '#app/domain/permissions.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found } from '#app/domain/refusal.ts'
import { compareImport, type Comparison } from '#app/domain/unit-import.ts'
import { countRead, type ImportSource, type Municipality, type ReadUnits } from '#app/domain/unit-import-row.ts'
import type { Db } from '#db/connection.ts'
import { findMunicipality } from '#db/queries/municipality.ts'
import { listOwners } from '#db/queries/unit-changes.ts'
import {
  findImport,
  insertImport,
  listImports,
  listKnownUnits,
  type ImportHead,
  type ImportRow,
} from '#db/queries/unit-imports.ts'
import type { SignedIn } from './context.server.ts'
import { sha256 } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { once } from './submission.server.ts'
import { readSentFiles, type SentFile } from './unit-import-reading.server.ts'
import { readDone, type DoneAtUnit } from './unit-import-undoing.server.ts'
import type { Report } from './works.server.ts'

const MOST_LISTED = 50

/** Twenty times the units of the largest municipality; so many are taken in within about a second. */
const MOST_UNITS = 20_000

/** What the forms that read units in are known by. */
export const READING = 'read units'

/** Where units are read in: whose they are, and what was read before, the last first. Refuses *not found*. */
export async function readImports({
  actor,
  db,
}: SignedIn): Promise<{ municipality: Municipality; imports: readonly ImportHead[] }> {
  authorize(actor, 'change units')
  return { municipality: found(await findMunicipality(db)), imports: await listImports(db, MOST_LISTED) }
}

/** The imports that some files became, by id; or what is wrong with the files. */
export type ReadOutcome = { ids: string[] } | { problems: Problem[] }

/** Files of units, and the neighbours whose units are to come along. */
export interface Sending {
  files: readonly SentFile[]
  neighbours: readonly Municipality[]
}

/**
 * Reads files of units and keeps what concerns this municipality, and the neighbours named, to be looked over: one import
 * for each source. Nothing about any unit changes. The same form sent twice reads once. Refuses *not found*.
 */
export async function keepSentFiles(
  context: SignedIn,
  { files, neighbours }: Sending,
  form: string,
  report: Report = () => undefined,
): Promise<ReadOutcome> {
  authorize(context.actor, 'change units')
  const own = found(await findMunicipality(context.db))
  const outcome = await readSentFiles(files, { own, neighbours }, report)
  if ('wrong' in outcome) {
    return {
      problems: outcome.wrong.map(({ name, why }) => ({
        field: 'file',
        message: `unitImport.${why}`,
        values: { name },
      })),
    }
  }
  const empty = [...outcome.read].filter(([, read]) => read.rows.length + read.notUnderstood.length === 0)
  if (empty.length > 0) return { problems: empty.map(([source, read]) => nobodyIn(source, read, own)) }
  const many = [...outcome.read].filter(([, read]) => read.rows.length > MOST_UNITS)
  if (many.length > 0) return { problems: many.map(([, read]) => tooManyIn(read, own)) }
  const { result } = await once(context, READING, form, async (db) => {
    const { now: at, actor } = context
    const kept = [...outcome.read].map(([source, read]) => ({ id: newId(), source, read, at, personId: actor.id }))
    for (const each of kept) await insertImport(db, each)
    return kept.map(({ id }) => id).join(' ')
  })
  return { ids: result.split(' ') }
}

/** The files are as they should be, and have no unit of this municipality. */
function nobodyIn(source: ImportSource, read: ReadUnits, own: Municipality): Problem {
  const values = { count: countRead(read), municipality: own.name, number: own.number }
  return { field: 'file', message: source === 'table' ? 'unitImport.noRows' : 'unitImport.noneHere', values }
}

function tooManyIn({ rows }: ReadUnits, { name }: Municipality): Problem {
  return { field: 'file', message: 'unitImport.tooManyUnits', values: { count: rows.length, municipality: name } }
}

/** An import to be looked over, or what it did. */
export interface ImportRead {
  head: ImportHead
  read: ReadUnits
  /** What would happen today, and its fingerprint; null where it was carried out. */
  would: { comparison: Comparison; seen: string } | null
  /** What it did, where it was carried out. */
  done: readonly DoneAtUnit[]
}

/** An import with what it would do today, or did. Refuses *not found*. */
export async function readImport({ actor, db }: SignedIn, id: string): Promise<ImportRead> {
  authorize(actor, 'change units')
  const { read, ...head } = found(await findImport(db, id))
  if (head.carriedOut) return { head, read, would: null, done: await readDone(db, id) }
  return { head, read, would: await wouldDo(db, { read, ...head }), done: [] }
}

/** What an import would do with the units there are today, and a fingerprint of it: another day it may be another. */
export async function wouldDo(db: Db, { read, source }: ImportRow): Promise<{ comparison: Comparison; seen: string }> {
  const { name } = found(await findMunicipality(db))
  const units = await listKnownUnits(db)
  const comparison = compareImport(read, source, { municipality: name, units, owners: await listOwners(db) })
  return { comparison, seen: sha256(JSON.stringify(comparison)) }
}
