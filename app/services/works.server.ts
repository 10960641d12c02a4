import { setTimeout } from 'node:timers/promises'
import type { Db } from '#db/connection.ts'
import { keptFor } from './kept.server.ts'

/** How far a long work has come: so many of so many rows, or null where they are not counted yet or done all at once. */
export interface Progress {
  doing: 'fetching' | 'opening' | 'reading' | 'carrying out'
  done: number
  of: number | null
}

/** Tells how far a work has come. */
export type Report = (progress: Progress) => void

/** Is told what a work stopped at where nobody waits for it any more. */
export type Unheard = (thrown: unknown) => void

/** A work under way, or how it ended. */
export type Looked<Outcome> = { progress: Progress } | { outcome: Outcome }

interface Work<Outcome> {
  progress: () => Progress
  ending: Promise<Outcome>
  ended: boolean
}

/** What somebody may still come to look at. */
const MOST_ENDED = 20

/**
 * Works of one kind that go on when the request that began them has been answered, by key. Kept in memory: a work saves
 * what it makes in one transaction at its end, so that a process that stops leaves nothing half done.
 */
export function worksOf<Outcome>(kind: string) {
  const worksIn = (db: Db) => keptFor(db, kind, () => new Map<string, Work<Outcome>>())
  return {
    /**
     * Begins a work, or joins the one under way under that key. Null where it goes on when patience has run out: what it
     * stops at then, `unheard` is told at once, and once.
     */
    begin: async (
      db: Db,
      key: string,
      patience: number,
      work: (report: Report) => Promise<Outcome>,
      unheard: Unheard,
    ): Promise<Outcome | null> => {
      const works = worksIn(db)
      const there = works.get(key)
      if (there && !there.ended) return waitedFor(there, patience)
      const begun = started(works, key, work)
      const outcome = await waitedFor(begun, patience)
      if (outcome === null) begun.ending.catch(unheard)
      return outcome
    },
    /** How a work goes; null where there is none. Throws what it stopped at, to whoever looks first. */
    look: async (db: Db, key: string): Promise<Looked<Outcome> | null> => {
      const work = worksIn(db).get(key)
      if (!work) return null
      if (!work.ended) return { progress: work.progress() }
      return work.ending.then(
        (outcome) => ({ outcome }),
        (thrown: Error) => {
          worksIn(db).delete(key)
          throw thrown
        },
      )
    },
  }
}

function waitedFor<Outcome>({ ending }: Work<Outcome>, patience: number): Promise<Outcome | null> {
  return Promise.race([ending, setTimeout(patience, null, { ref: false })])
}

function started<Outcome>(
  works: Map<string, Work<Outcome>>,
  key: string,
  begin: (report: Report) => Promise<Outcome>,
): Work<Outcome> {
  let progress: Progress = { doing: 'opening', done: 0, of: null }
  const ending = begin((now) => {
    progress = now
  })
  const work: Work<Outcome> = { progress: () => progress, ending, ended: false }
  works.delete(key)
  works.set(key, work)
  const end = () => {
    work.ended = true
    const ended = [...works].filter(([, each]) => each.ended)
    for (const [old] of ended.slice(0, -MOST_ENDED)) works.delete(old)
  }
  ending.then(end, end)
  return work
}
