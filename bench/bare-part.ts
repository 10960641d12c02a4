import type { BarePage, BareTick, Capture } from './messages.ts'
import { found, PAGES, type PageName, type Town } from './town.ts'

/** Where the bare server has a page made from all its SQL, and one made from what the app runs while nothing changes. */
export const ALL = '/all'
export const KEPT = '/kept'

export function barePath(prefix: string, name: PageName): string {
  return `${prefix}/${encodeURIComponent(name)}`
}

export function captureOf(captures: readonly Capture[], name: string): Capture {
  return found(captures.find((each) => each.name === name))
}

/** How many queries a page asks; beginning and ending a transaction is none. */
export function queriesOf({ cold, changed, warm }: Capture): { cold: number; changed: number; warm: number } {
  const count = (all: Capture['cold']) => all.filter(({ sql }) => !/^(begin|commit|rollback)/.test(sql)).length
  return { cold: count(cold), changed: count(changed), warm: count(warm) }
}

/** What the bare server needs to answer the same calls. */
export function barePart({ ticks }: Town, captures: readonly Capture[]): [BarePage[], BareTick] {
  const served = PAGES.flatMap((name) => {
    const { headers, body, cold, warm } = captureOf(captures, name)
    const answer = { headers: headersToSend(headers), body }
    return [
      { ...answer, path: barePath(ALL, name), statements: cold },
      { ...answer, path: barePath(KEPT, name), statements: warm },
    ]
  })
  const { warm, headers, body } = captureOf(captures, 'tick')
  const { placeId, stepId, personId } = found(ticks[0])
  const tick = { statements: warm, placeId, stepId, personId }
  return [served, { ...tick, headers: headersToSend(headers), body }]
}

/** Those that node writes itself are left out. */
function headersToSend(headers: Capture['headers']): Record<string, string> {
  const own = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding', 'content-encoding']
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)))
}
