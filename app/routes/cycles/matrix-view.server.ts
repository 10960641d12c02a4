import type { CellCount, Chosen, MatrixCell, MatrixGroup, MatrixRow, MatrixView } from '#app/components/matrix-view.ts'
import { placePath } from '#app/routes/places/paths.ts'
import { nameOf } from '#app/routes/places/row-view.server.ts'
import { stepsAskedAt, type Cycle, type Line } from '#app/domain/checklist.ts'
import { childrenShownTo, shownTo } from '#app/domain/discretion.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { groupedBy, progressPer, type Group, type Standing } from '#app/domain/matrix.ts'
import type { Actor } from '#app/domain/permissions.ts'
import { NO_PROGRESS, progressOf, type Progress } from '#app/domain/progress.ts'
import { stateOf } from '#app/domain/state.ts'

/** A table of more rows than this is read by its groups first; each leads to its rows. */
const MOST_ROWS = 150

interface Reader {
  actor: Actor
  language: Language
}

interface Column {
  id: string
  title: MatrixView['columns'][number]['title']
  due: MatrixView['columns'][number]['due']
}

/** These rows of a cycle as a matrix, in the shape it is shown in. */
export function matrixView(cycle: Cycle, rows: readonly Standing[], chosen: Chosen, reader: Reader): MatrixView {
  const columns = columnsFor(cycle, rows, chosen, reader.language)
  const groups = chosen.places === 'pairs' ? groupsOf(cycle.year, rows, chosen, columns, reader) : []
  return {
    rowsAre: chosen.places,
    columns: columns.map(({ id, title, due }) => ({ id, title, due })),
    groups:
      chosen.places === 'pairs' || rows.length === 0
        ? groups
        : [{ heading: null, rows: ordered(rows, chosen).map((row) => rowView(cycle.year, row, columns, reader)) }],
    foot: countsPer(columns, rows),
  }
}

function columnsFor(cycle: Cycle, rows: readonly Standing[], chosen: Chosen, language: Language): Column[] {
  const kind = rows[0]?.place.kind
  if (!kind) return []
  const asked = stepsAskedAt(cycle, kind).filter(({ routine }) => !chosen.routine || routine.id === chosen.routine)
  if (chosen.columns === 'routines') {
    const routines = new Map(asked.map(({ routine }) => [routine.id, routine]))
    return cycle.version.routines
      .filter(({ id }) => routines.has(id))
      .map(({ id, title }) => ({ id, title: inLanguage(title, language), due: null }))
  }
  return asked.map(({ step, due }) => ({ id: step.id, title: inLanguage(step.title, language), due }))
}

function groupsOf(
  year: number,
  rows: readonly Standing[],
  chosen: Chosen,
  columns: readonly Column[],
  reader: Reader,
): MatrixGroup[] {
  const folded = rows.length > MOST_ROWS
  const groups = groupedBy(chosen.by, rows)
  return (chosen.sort === 'behind' ? groups.toSorted(byOverdue) : groups).map((group) => ({
    heading: {
      href: groupHref(year, group, chosen, folded),
      name: group.unit.name,
      cells: countsPer(columns, group.standings).map((count) => ({ count })),
    },
    rows: folded
      ? []
      : ordered(group.standings, chosen).map((row) => ({
          ...rowView(year, row, columns, reader),
          name: otherName(row, chosen.by),
        })),
  }))
}

/** A group that is folded opens as a view of its own; one that is open leads to the unit's checklist. */
function groupHref(year: number, { unit }: Group, chosen: Chosen, folded: boolean): string {
  if (!folded || unit.kind === 'kindergarten') return placePath(year, unit.id)
  return `/cycles/${year}?places=pairs&columns=${chosen.columns}&school=${unit.id}`
}

function ordered(rows: readonly Standing[], { sort }: Chosen): readonly Standing[] {
  return sort === 'behind' ? rows.toSorted(byOverdue) : rows
}

function byOverdue(a: { progress: Progress }, b: { progress: Progress }): number {
  return b.progress.overdue - a.progress.overdue
}

/** Under a school stands the kindergarten of the pair, and the other way round. */
function otherName({ place }: Standing, by: Chosen['by']): string | null {
  if (place.kind !== 'pair') return nameOf(place)
  return by === 'school' ? place.kindergarten.name : place.school.name
}

function rowView(year: number, { place, lines }: Standing, columns: readonly Column[], reader: Reader): MatrixRow {
  const cells = columns.map((column) => cellOf(lines, column, reader))
  const row = { href: placePath(year, place.id), name: nameOf(place), cells }
  return place.kind === 'pair' ? { ...row, children: childrenShownTo(reader.actor, place) } : row
}

function cellOf(lines: readonly Line[], { id, due }: Column, { actor }: Reader): MatrixCell {
  if (due === null) return { count: countsOf(progressOf(lines.filter(({ routine }) => routine.id === id))) }
  const line = lines.find(({ step }) => step.id === id)
  const shown = line && shownTo(actor, line)
  return shown ? { state: stateOf(shown) } : null
}

/** What each column comes to over some rows. */
function countsPer(columns: readonly Column[], rows: readonly Standing[]): CellCount[] {
  const progress = progressPer(columns[0]?.due === null ? 'routine' : 'step', rows)
  return columns.map(({ id }) => countsOf(progress.get(id) ?? NO_PROGRESS))
}

function countsOf({ obliged, invited, overdue }: Progress): CellCount {
  return { obliged, invited, overdue }
}
