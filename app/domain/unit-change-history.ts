import type { Instant, LocalDate } from './calendar.ts'
import { closingIn } from './unit-closing.ts'
import type { UnitChange, UnitChangeKind, UnitFacts } from './unit-change.ts'

/** What became different, with what it was and what it came to be, where the two tell something. */
export type Became =
  | { kind: 'renamed' | 'new number'; before: string | null; after: string | null }
  /** Owners by their ids. */
  | { kind: 'new owner'; before: string; after: string }
  /** What was said of a day to come can be taken back before it has come: then it never came true. */
  | { kind: 'closed'; into: string | null; cameTrue: boolean }
  /** Opened again, or not closed after all. */
  | { kind: 'reopened'; hadClosed: boolean }
  | { kind: 'added' | 'moved' }

/** A line of a unit's history: a change, and what it came to. */
export interface UnitHistoryLine {
  became: Became
  from: LocalDate
  /** Whether it mended what was said of the same day just before. */
  corrects: boolean
  reason: string | null
  at: Instant
  by: string | null
}

/** What happened to a unit, the last first. A change says what was before it; what came after, the next one says. */
export function historyOf(unit: UnitFacts, changes: readonly UnitChange[]): UnitHistoryLine[] {
  const inOrder = changes.toSorted((a, b) => compare(a.from, b.from) || a.sequence - b.sequence)
  return inOrder
    .map((change, at) => {
      const { from, reason, at: saidAt, by } = change
      const alike = (other: UnitChange) => subjectOf(other.kind) === subjectOf(change.kind)
      const next = bySequence(inOrder, change).find(alike) ?? null
      const previous = inOrder.slice(0, at).findLast(alike)
      const corrects = previous?.from === from && change.kind !== 'reopened' && previous.kind !== 'reopened'
      return { became: becameOf(unit, change, next), from, corrects, reason, at: saidAt, by }
    })
    .toReversed()
}

/** What was written down after a change, in that order. */
function bySequence(changes: readonly UnitChange[], { sequence }: UnitChange): UnitChange[] {
  return changes.filter((other) => other.sequence > sequence).toSorted((a, b) => a.sequence - b.sequence)
}

/** Being closed, merged and opened again are about the same. */
function subjectOf(kind: UnitChangeKind): UnitChangeKind {
  return kind === 'merged' || kind === 'reopened' ? 'closed' : kind
}

function becameOf(unit: UnitFacts, { kind, from, before }: UnitChange, next: UnitChange | null): Became {
  switch (kind) {
    case 'renamed':
      return { kind, before, after: next ? next.before : unit.name }
    case 'new number':
      return { kind, before, after: next ? next.before : unit.orgNumber }
    case 'new owner':
      return { kind, before: before ?? '', after: (next ? next.before : unit.owner.id) ?? '' }
    case 'closed':
    case 'merged':
      return {
        kind: 'closed',
        into: next ? (closingIn(next.before)?.into ?? null) : unit.mergedInto,
        cameTrue: next === null || (next.kind === 'reopened' && from <= next.from),
      }
    case 'reopened':
      return { kind, hadClosed: (closingIn(before)?.from ?? from) <= from }
    case 'added':
    case 'moved':
      return { kind }
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
