import type { AreaView, FrameworkRowView, MarkView, MonthView } from '#app/components/framework-view.ts'
import { monthInWords, monthsInWords } from '#app/components/month.ts'
import { dayInOslo, type LocalDate } from '#app/domain/calendar.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import { hasFramework, isAssigned } from '#app/domain/framework-assignment.ts'
import type { FrameworkMark } from '#app/domain/framework-mark.ts'
import { chosenNow, type FrameworkLine } from '#app/domain/framework-marking.ts'
import { nextTap } from '#app/domain/framework-month.ts'
import { monthOf, monthsOf, plusMonths, type Month } from '#app/domain/month.ts'
import { inLanguage, type Language, type Wording } from '#app/domain/language.ts'
import type { Place } from '#app/domain/place.ts'
import { additionsIn } from '#app/domain/local-addition.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { FrameworkShown } from '#app/services/framework-marks.server.ts'
import { otherSideView } from './other-side-view.server.ts'
import { additionPath, elementPath, frameworkPath, newAdditionPath } from './paths.ts'

/** What the page needs to know to show rows: the month shown, the day it is, the reader's language. */
export interface FrameworkSetting {
  month: Month
  today: LocalDate
  language: Language
}

/** A line of the framework in the shape it is shown in. */
export function frameworkRow(shown: FrameworkShown, line: FrameworkLine, setting: FrameworkSetting): FrameworkRowView {
  const { cycle, place, unit, marks } = shown
  const { month, today, language } = setting
  const view = (mark: FrameworkMark) => markView(mark, cycle.version.number, language)
  const { id } = chosenNow(line)
  const isElement = 'element' in line
  const otherSide = unit.kind === 'school' ? 'kindergarten' : 'school'
  return {
    id,
    href: (isElement ? elementPath : additionPath)(cycle.year, place.id, id),
    title: titleOf(shown, line, language),
    own: !isElement,
    other: isElement ? inLanguage(line.element[otherSide], language) : null,
    others: isElement ? otherSideView(shown.others.get(id), otherSide, language) : null,
    mark: line.mark && view(line.mark),
    earlier: isElement ? line.earlier.map(view) : [],
    history: line.history.map(view).reverse(),
    chosen: chosenWords(line),
    tap: marks ? nextTap(line, month, monthOf(today)) : null,
    undo: marks !== null && line.mark !== null && dayInOslo(line.mark.at) === today,
  }
}

/** What a line is called at a unit: an element by its own side, an addition as the unit wrote it. */
export function titleOf({ unit }: Pick<FrameworkShown, 'unit'>, line: FrameworkLine, language: Language): Wording {
  if ('element' in line) return inLanguage(line.element[unit.kind], language)
  return { words: line.addition.words, language }
}

/** What choosing a line sends: which one, as it is now. */
export function chosenWords(line: FrameworkLine): string {
  const { what, id, meaning, seen } = chosenNow(line)
  return [what, id, meaning, seen ?? ''].join(':')
}

function markView(mark: FrameworkMark, version: number | null, language: Language): MarkView {
  return {
    id: mark.id,
    mark: mark.mark,
    months: mark.months && monthsInWords(mark.months, language),
    how: mark.how,
    reason: mark.reason,
    by: mark.by.name,
    forUnit: mark.by.forUnit,
    at: mark.at,
    under: mark.version === version ? null : mark.version,
  }
}

/** All areas with their elements and the unit's own; what is in no area any more comes last, under a heading of its own. */
export function areaViews(shown: FrameworkShown, setting: FrameworkSetting): AreaView[] {
  const { cycle, place, elements, additions, marks } = shown
  const { framework } = cycle.version
  const { language } = setting
  const row = (line: FrameworkLine) => frameworkRow(shown, line, setting)
  const areas = framework.map(({ id, title }): AreaView => ({
    id,
    title: inLanguage(title, language),
    add: marks ? newAdditionPath(cycle.year, place.id, id) : null,
    rows: [...elements.filter(({ area }) => area.id === id), ...additionsIn(additions, framework, id)].map(row),
  }))
  const homeless = additionsIn(additions, framework, null).map(row)
  const own = { id: 'own', title: { words: wordsIn(language).t('framework.own'), language }, add: null, rows: homeless }
  return homeless.length > 0 ? [...areas, own] : areas
}

/** The month that is shown, with the ways to those before and after it in the cycle. */
export function monthView(year: number, placeId: string, { month, today, language }: FrameworkSetting): MonthView {
  const months = monthsOf(year)
  const link = (to: Month) => {
    if (!months.includes(to)) return null
    return { href: `${frameworkPath(year, placeId)}?month=${to}`, words: monthInWords(to, language) }
  }
  return {
    month,
    words: monthInWords(month, language),
    short: monthInWords(month, language, { year: false }),
    before: link(plusMonths(month, -1)),
    after: link(plusMonths(month, 1)),
    past: month < monthOf(today),
  }
}

/** The months of a cycle to choose among. */
export function monthChoices(year: number, language: Language) {
  return monthsOf(year).map((month) => ({ value: month, words: monthInWords(month, language) }))
}

/** The way from a unit's checklist to its framework; null where it has none. */
export function frameworkLinkAt({ year, version }: Cycle, place: Place, language: Language) {
  if (!isAssigned(place) || !hasFramework(version)) return null
  return { href: frameworkPath(year, place.id), words: wordsIn(language).t('framework.title') }
}
