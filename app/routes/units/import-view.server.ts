import type { TFunction } from 'i18next'
import type { DifferenceView, DoneView, ImportLine, RowView, Some, WouldView } from '#app/components/import-view.ts'
import { choosableRows, MOST_CHOSEN, type Comparison, type UnitDifference } from '#app/domain/unit-import.ts'
import {
  countRead,
  LEFT_OUT,
  type Coordinates,
  type ImportedUnit,
  type ReadUnits,
} from '#app/domain/unit-import-row.ts'
import type { DoneAtUnit, UndoingAtUnit } from '#app/services/unit-import-undoing.server.ts'
import type { ImportRead } from '#app/services/unit-import.server.ts'
import { importPath, unitPath } from './paths.ts'
import { orgNumberInGroups } from './units-view.server.ts'

/** So many rows are shown of what nobody chooses among. */
const MOST_SHOWN = 200

/** An import as a line among others. */
export function importLine({ id, source, at, by, carriedOut, undone }: ImportRead['head']): ImportLine {
  const settled = undone ? ({ is: 'undone', ...undone } as const) : null
  const done = carriedOut ? ({ is: 'done', ...carriedOut } as const) : null
  return { href: importPath(id), source, at, by, state: settled ?? done ?? { is: 'waiting' } }
}

/** What an import would do, in words and links. */
export function wouldView(read: ReadUnits, would: { comparison: Comparison; seen: string }, t: TFunction): WouldView {
  const { comparison, seen } = would
  const { added, changed, gone, aside, same } = comparison
  const chosen = new Set(choosableRows(comparison))
  const choosable = <Each extends { row: ImportedUnit }>(all: readonly Each[]) =>
    all.length > MOST_CHOSEN ? all.filter(({ row }) => chosen.has(row.number)) : all
  return {
    seen,
    read: countRead(read),
    leftOut: LEFT_OUT.map((why) => ({ why, count: read.leftOut[why] })).filter(({ count }) => count > 0),
    whole: read.whole,
    added: {
      all: added.length,
      rows: choosable(added).map(({ row, again }) => ({ ...rowView(row), owner: row.owned, again: again !== null })),
    },
    changed: {
      all: changed.length,
      rows: changed
        .filter(({ row }) => chosen.has(row.number))
        .map(({ row, unit, differences }) => ({
          ...rowView({ ...row, name: unit.name }),
          href: unitPath(unit.id),
          differences: differences.map((difference) => differenceView(difference, t)),
        })),
    },
    gone: some(gone, ({ unit, inactive }) => {
      return { href: unitPath(unit.id), name: unit.name, orgNumber: inGroups(unit.orgNumber), inactive }
    }),
    aside: some(aside, ({ row, unit, why }) => ({ ...rowView(row), href: unit && unitPath(unit.id), why })),
    notUnderstood: some(read.notUnderstood, (row) => row),
    same: some(same, ({ row, unit }) => ({ ...rowView(row), href: unitPath(unit.id) })),
  }
}

function some<Each, Row>(all: readonly Each[], view: (each: Each) => Row): Some<Row> {
  return { all: all.length, rows: all.slice(0, MOST_SHOWN).map(view) }
}

function rowView({ number, name, orgNumber, externalMunicipality }: ImportedUnit): RowView {
  return { number, name, orgNumber: inGroups(orgNumber), municipality: externalMunicipality }
}

function inGroups(orgNumber: string | null): string | null {
  return orgNumber && orgNumberInGroups(orgNumber)
}

function differenceView(difference: UnitDifference, t: TFunction): DifferenceView {
  if (difference.what === 'owner') {
    const { what, before, after } = difference
    const owned = ({ name, ownership }: typeof before) => `${name} (${t(`units.ownership.${ownership}`)})`
    return { what, before: owned(before), after: owned(after) }
  }
  if (difference.what !== 'coordinates') return difference
  const { what, before, after } = difference
  return { what, before: before && degrees(before), after: degrees(after) }
}

function degrees({ latitude, longitude }: Coordinates): string {
  return `${latitude}, ${longitude}`
}

/** What an import did, or what undoing it would do, unit by unit; of a long list the first. */
export function doneView(all: readonly (DoneAtUnit | UndoingAtUnit)[]): Some<DoneView> {
  return {
    all: all.length,
    rows: all.slice(0, MOST_CHOSEN).map((each) => {
      const { done, unit, before, after } = each
      const { kind, undone, changedSince } = done
      const stays = 'stays' in each ? each.stays : null
      const key = `${unit.id} ${kind}`
      return { key, href: unitPath(unit.id), name: unit.name, kind, before, after, undone, changedSince, stays }
    }),
  }
}
