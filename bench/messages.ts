/** A value as SQLite is handed it. */
export type Value = string | number | bigint | null

/** A statement that was run, with its values. */
export interface Statement {
  sql: string
  values: readonly Value[]
}

/** One request of somebody who has signed in. */
export interface Call {
  method: 'GET' | 'POST'
  path: string
  headers: Readonly<Record<string, string>>
  body: string
}

/** What the app did for one call. */
export interface Capture {
  name: string
  status: number
  headers: Readonly<Record<string, string>>
  body: string
  /** The first time after a start, when nothing is kept: all that the page is made from. */
  cold: readonly Statement[]
  /** After somebody else has changed something. */
  changed: readonly Statement[]
  /** While nothing changes. */
  warm: readonly Statement[]
}

/** What the bare server answers a path with, and what it runs for that. */
export interface BarePage {
  path: string
  statements: readonly Statement[]
  headers: Readonly<Record<string, string>>
  body: string
}

/** The statements of one tick, with the values in them that each further tick replaces. */
export interface BareTick {
  statements: readonly Statement[]
  placeId: string
  stepId: string
  personId: string
  headers: Readonly<Record<string, string>>
  body: string
}

/** What a server process is asked, beside HTTP. */
export type Question =
  { ask: 'usage' } | { ask: 'stop' } | { ask: 'serve'; pages: readonly BarePage[]; tick: BareTick | null }

/** What a server process has used since it began. */
export interface Usage {
  cpuMs: number
  rssMiB: number
}

export function usage(): Usage {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, rssMiB: process.memoryUsage.rss() / 2 ** 20 }
}
