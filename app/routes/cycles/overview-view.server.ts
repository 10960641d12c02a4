import type { Chosen } from '#app/components/matrix-view.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { filtered, furthestBehind, type Standing } from '#app/domain/matrix.ts'
import type { Actor } from '#app/domain/permissions.ts'
import type { PlaceKind } from '#app/domain/place.ts'
import { sumOf } from '#app/domain/progress.ts'
import type { readOverview } from '#app/services/overview.server.ts'
import { behindView } from './behind-view.server.ts'
import { matrixView } from './matrix-view.server.ts'

/** More than this in the list of those behind is a list nobody reads: the matrix, filtered, shows them all. */
const MOST_BEHIND = 20

const KINDS: Record<Chosen['places'], PlaceKind> = {
  pairs: 'pair',
  kindergartens: 'kindergarten',
  schools: 'school',
  municipality: 'municipality',
}

/** What the URL asks for; anything unknown is as if it were not there. */
export function chosenIn(request: Request): Chosen {
  const asked = new URL(request.url).searchParams
  const oneOf = <T extends string>(name: string, values: readonly [T, ...T[]]): T =>
    values.find((value) => value === asked.get(name)) ?? values[0]
  return {
    places: oneOf('places', ['pairs', 'kindergartens', 'schools', 'municipality']),
    by: oneOf('by', ['school', 'kindergarten']),
    columns: oneOf('columns', ['steps', 'routines']),
    sort: oneOf('sort', ['name', 'behind']),
    routine: asked.get('routine') ?? '',
    ownership: oneOf('ownership', ['', 'municipal', 'private']),
    school: asked.get('school') ?? '',
    late: asked.get('late') === '1',
  }
}

/** The overview of a cycle, in the shape it is shown in. */
export function overviewView(
  { cycle, standings, years }: Awaited<ReturnType<typeof readOverview>>,
  chosen: Chosen,
  actor: Actor,
  language: Language,
) {
  const ofKind = standings.filter(({ place }) => place.kind === KINDS[chosen.places])
  const rows = filtered(ofKind, {
    routineId: chosen.routine || undefined,
    ownership: chosen.ownership || undefined,
    schoolId: chosen.school || undefined,
    onlyLate: chosen.late,
  })
  const behind = furthestBehind(rows)
  return {
    year: cycle.year,
    version: cycle.version.number,
    years,
    chosen,
    filters: filtersFor(ofKind, standings, language),
    progress: sumOf(rows.map((row) => row.progress)),
    behind: behind.slice(0, MOST_BEHIND).map((standing) => behindView(cycle.year, standing)),
    behindCount: behind.length,
    matrix: matrixView(cycle, rows, chosen, { actor, language }),
    count: rows.length,
    withoutPairs: chosen.places === 'pairs' && ofKind.length === 0,
  }
}

/** The routines that have a step at these places, and all schools of the cycle. */
function filtersFor(ofKind: readonly Standing[], all: readonly Standing[], language: Language) {
  const routines = new Map(ofKind[0]?.lines.map(({ routine }) => [routine.id, routine.title]))
  return {
    routines: [...routines].map(([id, title]) => ({ id, title: inLanguage(title, language) })),
    schools: all.flatMap(({ place }) => (place.kind === 'school' ? [{ id: place.id, name: place.school.name }] : [])),
  }
}
