import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PORT = Number(process.env.JOURNEYS_PORT ?? 43_117)

function town(at: number, clock: string) {
  const port = PORT + at
  return { port, clock, origin: `http://localhost:${port}`, folder: join(tmpdir(), 'overgang-journeys', String(port)) }
}

/** Lillehammer on three days, each with a database of its own. Journeys that tick in spring keep to places of their own. */
export const TOWNS = {
  spring: town(0, '2027-03-10'),
  /** Nobody ticks here: the numbers stay as they are. */
  may: town(1, '2027-05-04'),
  /** Both cycles run. */
  autumn: town(2, '2026-11-22'),
  /** The next plan is a draft, and heard. Journeys write in it, each in parts of its own. */
  drafting: town(3, '2027-03-10'),
  /** Version 2 has been published, and the cycle in the middle of which it was still follows version 1. */
  renewal: town(4, '2027-05-05'),
  /** Units, numbers, owners and seats change here. */
  joining: town(5, '2026-11-23'),
}

export type Town = keyof typeof TOWNS
