import type { Instant, LocalDate } from './calendar.ts'
import type { ShownLine } from './discretion.ts'
import { isInvited } from './obligation.ts'
import type { Side } from './place.ts'

/** What a line looks like to a reader, in one of few states: to-do is loud, done is quiet. */
export type State =
  | { kind: 'upcoming' | 'due soon' | 'overdue' | 'invited'; due: LocalDate; started: boolean }
  | { kind: 'waiting'; side: Side; since: Instant | null }
  | { kind: 'complete' | 'taken care of' | 'disputed' | 'not relevant' | 'not done' }

export type StateKind = State['kind']

/** The one state to show of a line. */
export function stateOf(line: Omit<ShownLine, 'place' | 'history'>): State {
  const { status, due, waitsFor } = line
  if (status === 'taken care of' || status === 'disputed' || status === 'not done') return { kind: status }
  if (status === 'not relevant') return { kind: line.complete ? 'taken care of' : 'not relevant' }
  if (line.complete) return { kind: 'complete' }
  if (status === 'done' && waitsFor) return { kind: 'waiting', ...waitsFor }
  const kind = isInvited(line.obligation) ? 'invited' : (line.timing ?? 'upcoming')
  return { kind, due, started: status === 'started' }
}
