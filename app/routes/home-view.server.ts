import type { CycleWorkView, WaitingView } from '#app/components/cycle-work.tsx'
import type { Language } from '#app/domain/language.ts'
import { furthestBehind } from '#app/domain/matrix.ts'
import { ownSides, type Actor } from '#app/domain/permissions.ts'
import { sumOf } from '#app/domain/progress.ts'
import type { HomeCycle } from '#app/services/home.server.ts'
import type { Row } from '#app/services/places.server.ts'
import type { Overview } from '#app/services/overview.server.ts'
import { behindView } from './cycles/behind-view.server.ts'
import { placePath } from './places/paths.ts'
import { nameOf, rowView, unitName, type RowSetting } from './places/row-view.server.ts'

/** What a person has to do in a cycle, in the shape it is shown in. */
export function cycleWork(actor: Actor, { cycle, agenda, checklists }: HomeCycle, language: Language): CycleWorkView {
  const setting = { year: cycle.year, language, named: true }
  return {
    year: cycle.year,
    now: agenda.now.map((row) => rowView(row, setting)),
    later: agenda.later.slice(0, 1).map((row) => rowView(row, setting))[0] ?? null,
    waiting: waitingView(agenda.waiting, setting),
    places: checklists
      .map(({ place, progress }) => ({
        href: placePath(cycle.year, place.id),
        name: nameOf(place),
        together: place.kind === 'school' && !ownSides(actor, place).includes('school'),
        pair: place.kind === 'pair',
        progress,
      }))
      .sort((a, b) => order(a) - order(b)),
    followUp: null,
  }
}

/** One's own unit first, then its pairs, then what kindergartens do together at a school. */
function order({ pair, together }: { pair: boolean; together: boolean }): number {
  return Number(pair) + 2 * Number(together)
}

/** The lines others have to answer, gathered by who is waited for; the longest wait first. */
function waitingView(rows: readonly Row[], setting: RowSetting): WaitingView[] {
  const units = Map.groupBy(rows, ({ place, waitsFor }) => (waitsFor && unitName(place, waitsFor.side)) ?? '')
  return [...units].map(([unit, lines]) => ({
    unit: unit || null,
    side: lines[0]?.waitsFor?.side ?? 'kindergarten',
    lines: lines
      .map((line) => rowView(line, setting))
      .map(({ href, title, state, place }) => ({ href, title, state, place })),
  }))
}

/** How a whole cycle stands, for those who may read its overview: in all, and the pairs furthest behind. */
export function followUp(overviews: readonly Overview[], year: number): CycleWorkView['followUp'] {
  const overview = overviews.find(({ cycle }) => cycle.year === year)
  if (!overview) return null
  const pairs = overview.standings.filter(({ place }) => place.kind === 'pair')
  const behind = furthestBehind(pairs)
  return {
    progress: sumOf(overview.standings.map(({ progress }) => progress)),
    behind: behind.slice(0, 5).map((standing) => behindView(year, standing)),
    count: behind.length,
  }
}
