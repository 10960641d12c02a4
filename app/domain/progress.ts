import { isInvited } from './obligation.ts'

/** So many complete of so many asked. */
export interface Count {
  complete: number
  asked: number
}

/**
 * How far a place has come. What binds and what is only an invitation are counted apart, each with its own denominator;
 * what was declined as not relevant is in neither.
 */
export interface Progress {
  obliged: Count
  invited: Count
  declined: number
  overdue: number
  disputed: number
  /** Done, and waiting for the other side. */
  waiting: number
}

/** What progress needs to know of a line; a line as shown to others has it, too. */
export interface Countable {
  status: string
  complete: boolean
  timing: string | null
  obligation: Parameters<typeof isInvited>[0]
}

export const NO_PROGRESS: Progress = {
  obliged: { complete: 0, asked: 0 },
  invited: { complete: 0, asked: 0 },
  declined: 0,
  overdue: 0,
  disputed: 0,
  waiting: 0,
}

/**
 * A step that is not relevant is not asked: nobody reaches the end by declining, nor is held back by it. One pass: an
 * overview counts tens of thousands of lines.
 */
export function progressOf(lines: readonly Countable[]): Progress {
  const obliged = { complete: 0, asked: 0 }
  const invited = { complete: 0, asked: 0 }
  const rest = { declined: 0, overdue: 0, disputed: 0, waiting: 0 }
  for (const { status, complete, timing, obligation } of lines) {
    const count = isInvited(obligation) ? invited : obliged
    const declined = status === 'not relevant' && !complete
    if (complete) count.complete += 1
    if (declined) rest.declined += 1
    else count.asked += 1
    if (timing === 'overdue') rest.overdue += 1
    if (status === 'disputed') rest.disputed += 1
    if (status === 'done' && !complete) rest.waiting += 1
  }
  return { obliged, invited, ...rest }
}

/** The progress of several places together. */
export function sumOf(all: readonly Progress[]): Progress {
  return all.reduce(
    (sum, each) => ({
      obliged: addCounts(sum.obliged, each.obliged),
      invited: addCounts(sum.invited, each.invited),
      declined: sum.declined + each.declined,
      overdue: sum.overdue + each.overdue,
      disputed: sum.disputed + each.disputed,
      waiting: sum.waiting + each.waiting,
    }),
    NO_PROGRESS,
  )
}

function addCounts(a: Count, b: Count): Count {
  return { complete: a.complete + b.complete, asked: a.asked + b.asked }
}
