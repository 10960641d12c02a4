import type { ShownLine } from './discretion.ts'
import { ownSides, type Actor } from './permissions.ts'

/** What a person has to do and what they wait for, of the lines they may see. */
export interface Agenda<L extends ShownLine> {
  /** Waits for the person's own side: over the due day first, then what the other side waits for, what is due soon, invitations. */
  now: L[]
  /** Of the person's own side, and not due for more than a month; in due order. */
  later: L[]
  /** Waits for the other side: it has not confirmed, or is over its due day. The longest wait first. */
  waiting: L[]
}

/** Sorts lines by who they wait for. Lines of a side the actor has no seat on are somebody else's, and wait or are left out. */
export function agendaOf<L extends ShownLine>(actor: Actor, lines: readonly L[]): Agenda<L> {
  const own = lines.filter((line) => line.waitsFor && ownSides(actor, line.place).includes(line.waitsFor.side))
  const others = lines.filter(
    (line) => line.waitsFor && !own.includes(line) && (line.waitsFor.since !== null || line.timing === 'overdue'),
  )
  const isNow = (line: L) => line.timing === 'overdue' || line.timing === 'due soon' || since(line) !== null
  return {
    now: own.filter(isNow).sort((a, b) => urgency(a) - urgency(b) || byDueDay(a, b)),
    later: own.filter((line) => !isNow(line) && line.obligation !== 'invitation').sort(byDueDay),
    waiting: others.sort((a, b) => inOrder(since(a) ?? a.due, since(b) ?? b.due)),
  }
}

function since(line: ShownLine): string | null {
  return line.waitsFor?.since ?? null
}

/** What binds comes before what is only an invitation. */
function urgency(line: ShownLine): number {
  if (line.obligation === 'invitation') return 3
  if (line.timing === 'overdue') return 0
  return since(line) === null ? 2 : 1
}

function byDueDay(a: ShownLine, b: ShownLine): number {
  return inOrder(a.due, b.due)
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
