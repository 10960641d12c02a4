import type {
  ChangeRow,
  CoverageCell,
  CoverageChosen,
  CoverageMatrixView,
  FewRow,
  UnreadRow,
} from '#app/components/coverage-view.ts'
import { monthInWords, monthsInWords } from '#app/components/month.ts'
import { dayInOslo, type LocalDate } from '#app/domain/calendar.ts'
import {
  begunIn,
  byTie,
  changeOver,
  coverageOf,
  coveragePer,
  leastWorkedWith,
  NO_COVERAGE,
  sumOfCoverage,
  type ElementCoverage,
  type UnitCoverage,
} from '#app/domain/coverage.ts'
import { monthOf } from '#app/domain/month.ts'
import { isInvited } from '#app/domain/obligation.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { can, type Actor } from '#app/domain/permissions.ts'
import type { Area, PlanVersion } from '#app/domain/plan.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { frameworkPath } from '#app/routes/places/paths.ts'
import type { CoveredUnit, readCoverage } from '#app/services/coverage.server.ts'
import { coveragePath } from './paths.ts'

/** What the URL asks for; anything unknown is as if it were not there. */
export function coverageChosenIn(request: Request): CoverageChosen {
  const asked = new URL(request.url).searchParams
  return { side: asked.get('side') === 'school' ? 'school' : 'kindergarten', area: asked.get('area') ?? '' }
}

/** Who reads it, in which language, on which day. */
interface Reader {
  actor: Actor
  language: Language
  today: LocalDate
}

/** How the units of a side stand to the framework of a cycle, in the shape it is shown in. */
export function coverageView(
  { cycle, units: all, years }: Awaited<ReturnType<typeof readCoverage>>,
  chosen: CoverageChosen,
  reader: Reader,
) {
  const { year, version } = cycle
  const units = all.filter(({ unit }) => unit.kind === chosen.side)
  const { obliged } = byTie(units)
  const area = version.framework.find(({ id }) => id === chosen.area) ?? null
  const sum = sumOfCoverage(obliged.map(({ coverage }) => coverage))
  return {
    year,
    version: version.number,
    years,
    side: chosen.side,
    area: area && { id: area.id, title: inLanguage(area.title, reader.language) },
    sum: { units: obliged.length, ...sum },
    matrix: units.length === 0 ? null : matrixOf(year, version, units, { side: chosen.side, area }, reader.language),
    few: fewOf(version, obliged, chosen.side, reader),
    change: obliged.length === 0 ? [] : changeView(year, obliged, reader),
    unread: units.filter(isUnread).map((unit) => unreadView(year, unit)),
  }
}

function matrixOf(
  year: number,
  { framework }: PlanVersion,
  units: readonly UnitCoverage[],
  { side, area }: { side: CoverageChosen['side']; area: Area | null },
  language: Language,
): CoverageMatrixView {
  const columns = area
    ? area.elements.map((element) => ({ id: element.id, title: inLanguage(element[side], language), href: null }))
    : framework
        .filter(({ elements }) => elements.length > 0)
        .map(({ id, title }) => ({ id, title: inLanguage(title, language), href: coveragePath(year, side, id) }))
  const part = area ? 'element' : 'area'
  const within = area ? units.map((unit) => only(unit, area)) : units
  const ties = byTie(within)
  const groups = (['obliged', 'invited'] as const).flatMap((tie) => {
    const those = ties[tie]
    if (those.length === 0) return []
    const together = coveragePer(part, those)
    const rows = those.map((unit) => ({
      href: frameworkPath(year, unit.unit.id),
      name: unit.unit.name,
      cells: cellsOf(unit, columns, area !== null, language),
      all: unit.coverage,
    }))
    const cells = columns.map(({ id }) => together.get(id) ?? NO_COVERAGE)
    return [{ tie, rows, cells, all: sumOfCoverage(those.map(({ coverage }) => coverage)) }]
  })
  return { side, columns, groups }
}

/** A unit's lines of one area. */
function only(unit: UnitCoverage, { id }: Area): UnitCoverage {
  const lines = unit.lines.filter(({ area }) => area.id === id)
  return { ...unit, lines, coverage: coverageOf(lines) }
}

function cellsOf(
  unit: UnitCoverage,
  columns: CoverageMatrixView['columns'],
  perElement: boolean,
  language: Language,
): CoverageCell[] {
  if (perElement) {
    const marks = new Map(unit.lines.map(({ element, mark }) => [element.id, mark]))
    return columns.map(({ id }) => {
      const mark = marks.get(id) ?? null
      return { mark: mark?.mark ?? null, months: mark?.months ? monthsInWords(mark.months, language) : null }
    })
  }
  const coverages = coveragePer('area', [unit])
  return columns.map(({ id }) => ({ coverage: coverages.get(id) ?? NO_COVERAGE }))
}

/** What all do is nobody's worry: the list ends before it. */
function fewOf(
  version: PlanVersion,
  obliged: readonly CoveredUnit[],
  side: CoverageChosen['side'],
  { actor, language }: Reader,
): FewRow[] {
  const mayReadReasons = can(actor, 'read reasons and notes')
  return leastWorkedWith(version, obliged)
    .filter(({ coverage }) => begunIn(coverage) < coverage.asked)
    .map(({ element, area, coverage }) => ({
      id: element.id,
      text: inLanguage(element[side], language),
      area: inLanguage(area.title, language),
      coverage,
      reasons: mayReadReasons ? reasonsFor(element, obliged) : [],
    }))
}

function reasonsFor({ id }: ElementCoverage['element'], units: readonly UnitCoverage[]): FewRow['reasons'] {
  return units.flatMap(({ unit, lines }) => {
    const reason = lines.find(({ element }) => element.id === id)?.mark?.reason
    return reason ? [{ unit: unit.name, reason }] : []
  })
}

function changeView(year: number, obliged: readonly UnitCoverage[], { language, today }: Reader): ChangeRow[] {
  const { t } = wordsIn(language)
  return changeOver(year, obliged, today).map(({ month, coverage }) => {
    const words = monthInWords(month, language)
    return { month: month === monthOf(today) ? t('coverage.change.now', { month: words }) : words, coverage }
  })
}

function isUnread({ acknowledged }: CoveredUnit): boolean {
  return acknowledged.state !== 'acknowledged'
}

function unreadView(year: number, { unit, obligation, acknowledged }: CoveredUnit): UnreadRow {
  return {
    href: frameworkPath(year, unit.id),
    name: unit.name,
    invited: isInvited(obligation),
    since: acknowledged.state === 'changed since' ? dayInOslo(acknowledged.last.at) : null,
  }
}
