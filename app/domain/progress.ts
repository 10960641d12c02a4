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

/** A step that is not relevant is not asked: nobody reaches the end by declining, nor is held back by it. */
export function progressOf(lines: readonly Countable[]): Progress {
  const obliged = lines.filter((line) => !isInvited(line.obligation))
  const invited = lines.filter((line) => isInvited(line.obligation))
  return {
    obliged: count(obliged),
    invited: count(invited),
    declined: lines.filter(isDeclined).length,
    overdue: lines.filter((line) => line.timing === 'overdue').length,
    disputed: lines.filter((line) => line.status === 'disputed').length,
    waiting: lines.filter((line) => line.status === 'done' && !line.complete).length,
  }
}

function count(lines: readonly Countable[]): Count {
  return {
    complete: lines.filter((line) => line.complete).length,
    asked: lines.filter((line) => !isDeclined(line)).length,
  }
}

function isDeclined(line: Countable): boolean {
  return line.status === 'not relevant' && !line.complete
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
