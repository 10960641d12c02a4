import type { LocalDate } from './calendar.ts'
import type { Line } from './checklist.ts'
import { isInvited } from './obligation.ts'
import { unitsOn, type Place, type Unit } from './place.ts'
import { progressOf, sumOf, type Progress } from './progress.ts'

/** A place with its lines and how far it has come: a row of the matrix, and the same fold as its checklist. */
export interface Standing {
  place: Place
  lines: readonly Line[]
  progress: Progress
}

/** How a place stands with these lines. */
export function standingOf(place: Place, lines: readonly Line[]): Standing {
  return { place, lines, progress: progressOf(lines) }
}

/** What to leave of a matrix. Undefined leaves all. `ownership` is the kindergarten's where there is one. */
export interface MatrixFilter {
  routineId?: string
  ownership?: Unit['ownership']
  schoolId?: string
  onlyLate?: boolean
}

/** The rows that a filter leaves, with progress over the lines it leaves. Rows without a line are left out. */
export function filtered(standings: readonly Standing[], filter: MatrixFilter): Standing[] {
  return standings
    .filter(({ place }) => isOwnedAs(place, filter.ownership) && isAtSchool(place, filter.schoolId))
    .map((standing) => {
      if (!filter.routineId) return standing
      return standingOf(
        standing.place,
        standing.lines.filter(({ routine }) => routine.id === filter.routineId),
      )
    })
    .filter(({ lines, progress }) => lines.length > 0 && (!filter.onlyLate || progress.overdue > 0))
}

function isOwnedAs(place: Place, ownership: MatrixFilter['ownership']): boolean {
  if (!ownership || place.kind === 'municipality') return true
  return (place.kind === 'school' ? place.school : place.kindergarten).ownership === ownership
}

function isAtSchool(place: Place, schoolId: string | undefined): boolean {
  if (!schoolId || place.kind === 'municipality') return true
  return place.kind !== 'kindergarten' && place.school.id === schoolId
}

/** Progress over all rows per step or per routine, by its id: the foot of the matrix, or of a group. */
export function progressPer(column: 'step' | 'routine', standings: readonly Standing[]): Map<string, Progress> {
  const lines = Map.groupBy(
    standings.flatMap((standing) => standing.lines),
    (line) => line[column].id,
  )
  return new Map([...lines].map(([id, those]) => [id, progressOf(those)]))
}

/** Rows that belong to one unit, in the order of the unit's name. */
export interface Group {
  unit: Unit
  standings: readonly Standing[]
  progress: Progress
}

/** The pairs, gathered by their school or their kindergarten. */
export function groupedBy(side: 'school' | 'kindergarten', standings: readonly Standing[]): Group[] {
  const groups = new Map<string, { unit: Unit; standings: Standing[] }>()
  for (const standing of standings) {
    if (standing.place.kind !== 'pair') continue
    const unit = standing.place[side]
    const group = groups.get(unit.id) ?? { unit, standings: [] }
    group.standings.push(standing)
    groups.set(unit.id, group)
  }
  return [...groups.values()]
    .map((group) => ({ ...group, progress: sumOf(group.standings.map(({ progress }) => progress)) }))
    .sort((a, b) => a.unit.name.localeCompare(b.unit.name, 'nb'))
}

/**
 * The places that need following up, furthest behind first: by what is overdue, then by what the sides disagree on,
 * then by the oldest due day that has passed. Places with neither are left out.
 */
export function furthestBehind(standings: readonly Standing[]): Standing[] {
  return standings
    .filter(({ progress }) => progress.overdue > 0 || progress.disputed > 0)
    .map((standing) => ({ standing, oldest: oldestOverdue(standing.lines) }))
    .sort(
      (a, b) =>
        b.standing.progress.overdue - a.standing.progress.overdue ||
        b.standing.progress.disputed - a.standing.progress.disputed ||
        (a.oldest < b.oldest ? -1 : a.oldest > b.oldest ? 1 : 0),
    )
    .map(({ standing }) => standing)
}

function oldestOverdue(lines: readonly Line[]): string {
  return lines.find((line) => line.timing === 'overdue')?.due ?? '9999'
}

/** By unit, the next day that something which binds it is due and waits for it. Units for which nothing is are left out. */
export function nextDueDays(
  standings: readonly Pick<Standing, 'place' | 'lines'>[],
  today: LocalDate,
): ReadonlyMap<string, LocalDate> {
  const next = new Map<string, LocalDate>()
  for (const { place, lines } of standings) {
    for (const { waitsFor, timing, obligation, due } of lines) {
      if (!waitsFor || timing === null || due < today || isInvited(obligation)) continue
      for (const { id } of unitsOn(place, waitsFor.side)) {
        const first = next.get(id)
        if (first === undefined || due < first) next.set(id, due)
      }
    }
  }
  return next
}
