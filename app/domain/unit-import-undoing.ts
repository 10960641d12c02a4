import type { UnitChangeKind } from './unit-change.ts'

/** Something that became different about a unit, perhaps by an import. `before` is as it is kept. */
export interface ImportedChange {
  unitId: string
  kind: UnitChangeKind
  before: string | null
  importId: string | null
}

/** Why something that an import did stays when it is undone. */
export type Stays = 'changed since' | 'in use' | 'number taken'

/** What an import made different about one unit. */
export interface Done {
  unitId: string
  kind: UnitChangeKind
  before: string | null
  /** What it became then, as it is kept; `current` where nothing changed it since. */
  after: { kept: string | null } | 'current'
  /** Whether undoing the import took this back. */
  undone: boolean
  /** Whether somebody changed the same again afterwards. */
  changedSince: boolean
}

/**
 * What an import did, from all that ever became different about its units, in order. The first change of a kind that
 * names the import is what it did; a second one is what undoing it did.
 */
export function doneBy(changes: readonly ImportedChange[], importId: string): Done[] {
  const ofUnit = Map.groupBy(changes, ({ unitId }) => unitId)
  return [...ofUnit.values()].flatMap((all) =>
    all.flatMap((change, at): Done[] => {
      if (change.importId !== importId) return []
      const { unitId, kind, before } = change
      if (all.slice(0, at).some((earlier) => isUndoneBy(earlier, change))) return []
      const later = all.slice(at + 1)
      const next = later.find((each) => each.kind === kind)
      return [
        {
          unitId,
          kind,
          before,
          after: next ? { kept: next.before } : 'current',
          undone: later.some((each) => isUndoneBy(change, each)),
          changedSince: later.some((each) => each.importId !== importId && (brings(kind) || each.kind === kind)),
        },
      ]
    }),
  )
}

/** Whether an import brought the unit in, new or again. */
export function brings(kind: UnitChangeKind): boolean {
  return kind === 'added' || kind === 'reopened'
}

function isUndoneBy(done: ImportedChange, later: ImportedChange): boolean {
  if (done.importId === null || done.importId !== later.importId) return false
  return brings(done.kind) ? later.kind === 'closed' : later.kind === done.kind
}

/** What undoing an import would do: take back each thing it did, or leave it, and why. */
export function undoingOf(
  done: readonly Done[],
  { inUse, numberOf }: { inUse: ReadonlySet<string>; numberOf: ReadonlyMap<string, string> },
): { done: Done; stays: Stays | null }[] {
  const brought = new Set(done.filter(({ kind }) => brings(kind)).map(({ unitId }) => unitId))
  return done
    .filter(({ unitId, kind }) => brings(kind) || !brought.has(unitId))
    .map((each) => ({ done: each, stays: whyItStays(each, inUse, numberOf) }))
}

/** `numberOf` says which unit has an organisation number today. */
function whyItStays(
  { unitId, kind, before, changedSince }: Done,
  inUse: ReadonlySet<string>,
  numberOf: ReadonlyMap<string, string>,
): Stays | null {
  if (changedSince) return 'changed since'
  if (brings(kind) && inUse.has(unitId)) return 'in use'
  const holder = kind === 'new number' && before !== null ? numberOf.get(before) : undefined
  return holder !== undefined && holder !== unitId ? 'number taken' : null
}
