import { authorize } from '#app/domain/permissions.ts'
import { found } from '#app/domain/refusal.ts'
import { findMunicipality } from '#db/queries/municipality.ts'
import type { SignedIn } from './context.server.ts'
import type { SentFile } from './unit-import-reading.server.ts'
import { keepSentFiles, type ReadOutcome } from './unit-import.server.ts'
import type { Report } from './works.server.ts'

/** Where the national registers answer. */
export interface RegisterAddresses {
  kindergartens: string
  schools: string
}

/** The open addresses of Utdanningsdirektoratet. */
export const OFFICIAL_REGISTERS: RegisterAddresses = {
  kindergartens: 'https://data-nbr.udir.no',
  schools: 'https://data-nsr.udir.no',
}

/** Where a register lists the units of one municipality, in version 4 of its API. */
export function listAddress(register: string, municipalityNumber: string): string {
  return `${register}/v4/enheter/kommune/${municipalityNumber}`
}

const PATIENCE = 20_000
const LARGEST = 25 * 1024 * 1024

/**
 * Fetches the municipality's units from both registers and keeps them to be looked over, as if they had been sent as
 * files. One that does not answer in time, or with something else, is a problem, and nothing is kept. Refuses *not found*.
 */
export async function keepFetched(
  context: SignedIn,
  registers: RegisterAddresses,
  form: string,
  { patience = PATIENCE, report = () => undefined }: { patience?: number; report?: Report } = {},
): Promise<ReadOutcome> {
  authorize(context.actor, 'change units')
  report({ doing: 'fetching', done: 0, of: null })
  const { number } = found(await findMunicipality(context.db))
  const addresses = [registers.kindergartens, registers.schools].map((register) => listAddress(register, number))
  const fetched = await Promise.all(addresses.map((address) => fetchWords(address, patience)))
  const silent = fetched.flatMap((words, at) => (words === null ? [addresses[at] ?? ''] : []))
  if (silent.length > 0) {
    return {
      problems: silent.map((address) => ({ field: 'fetch', message: 'unitImport.silent', values: { address } })),
    }
  }
  const files = fetched.map((words, at): SentFile => ({ name: addresses[at] ?? '', words: words ?? '' }))
  const outcome = await keepSentFiles(context, { files, neighbours: [] }, form, report)
  if ('ids' in outcome) return outcome
  return { problems: outcome.problems.map((problem) => ({ ...problem, field: 'fetch' })) }
}

/** What an address answers with, as words; null where it does not answer in time, well, and with a bounded text. */
async function fetchWords(address: string, patience: number): Promise<string | null> {
  try {
    const response = await fetch(address, {
      headers: { Accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    return response.ok && response.body ? await boundedWords(response.body) : null
  } catch {
    return null
  }
}

async function boundedWords(body: ReadableStream<Uint8Array>): Promise<string | null> {
  const reader = body.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length
    if (size > LARGEST) {
      await reader.cancel()
      return null
    }
    pieces.push(read.value)
  }
  return new TextDecoder().decode(Buffer.concat(pieces))
}
