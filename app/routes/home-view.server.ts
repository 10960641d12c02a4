import type { CycleWorkView, WaitingView } from '#app/components/cycle-work.tsx'
import { dayInOslo, type LocalDate } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import { furthestBehind } from '#app/domain/matrix.ts'
import { can, ownSides, type Person } from '#app/domain/permissions.ts'
import { sumOf } from '#app/domain/progress.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { HomeCycle } from '#app/services/home.server.ts'
import type { Row } from '#app/services/places.server.ts'
import type { Overview } from '#app/services/overview.server.ts'
import { behindView } from './cycles/behind-view.server.ts'
import { isOnlyOwned, isOnlyOwner, ownedUnits } from './cycles/participation-home.server.ts'
import { incomingPath, placePath } from './places/paths.ts'
import { nameOf, rowView, unitName, type RowSetting } from './places/row-view.server.ts'

/** What a person has to do in a cycle, in the shape it is shown in. */
export function cycleWork({ actor, today }: SignedIn, home: HomeCycle, language: Language): CycleWorkView {
  const { cycle, agenda, checklists, overview } = home
  const setting = { year: cycle.year, language, named: true }
  const rows = checklists.flatMap((checklist) => checklist.rows)
  return {
    year: cycle.year,
    now: agenda.now.map((row) => rowView(row, setting)),
    answered: rows.filter((row) => isAnsweredToday(row, actor, today)).map((row) => rowView(row, setting)),
    later: agenda.later.slice(0, 1).map((row) => rowView(row, setting))[0] ?? null,
    waiting: isOnlyOwner(actor) ? [] : waitingView(agenda.waiting, setting),
    owned: ownedUnits(actor, home, language),
    places: checklists
      .filter(({ place }) => !isOnlyOwned(actor, place))
      .map(({ place, progress }) => ({
        href: placePath(cycle.year, place.id),
        name: nameOf(place),
        together: place.kind === 'school' && !ownSides(actor, place).includes('school'),
        pair: place.kind === 'pair',
        progress,
      }))
      .sort((a, b) => order(a) - order(b)),
    incoming: incomingLinks(actor, home, language),
    followUp: overview && followUp(overview),
  }
}

/** Where a principal sees the groups that come to the own school. */
function incomingLinks(actor: Person, { cycle, checklists }: HomeCycle, language: Language): CycleWorkView['incoming'] {
  return checklists
    .filter(({ place }) => ownSides(actor, place).includes('school') && place.kind === 'school')
    .filter(({ place }) => can(actor, 'read the incoming groups', place))
    .map(({ place }) => ({
      href: incomingPath(cycle.year, place.id),
      words: wordsIn(language).t('incoming.fromHome', { school: nameOf(place) ?? '' }),
    }))
}

/** Whether the reader was the last one to answer here, today. */
function isAnsweredToday({ history }: Row, actor: Person, today: LocalDate): boolean {
  const last = history.at(-1)
  return last?.by.personId === actor.id && dayInOslo(last.at) === today
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

/** How a whole cycle stands: in all, and the pairs furthest behind. */
function followUp({ cycle, standings }: Overview): CycleWorkView['followUp'] {
  const behind = furthestBehind(standings.filter(({ place }) => place.kind === 'pair'))
  return {
    progress: sumOf(standings.map(({ progress }) => progress)),
    behind: behind.slice(0, 5).map((standing) => behindView(cycle.year, standing)),
  }
}
