import type { FrameworkRowView } from '#app/components/framework-view.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { marksOf } from '#app/domain/framework-mark.ts'
import { isIn, monthShown } from '#app/domain/framework-month.ts'
import { obligationToFramework } from '#app/domain/obligation.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { FrameworkShown } from '#app/services/framework-marks.server.ts'
import { markedWords } from './framework-form.server.ts'
import { areaViews, frameworkRow, monthChoices, monthView } from './framework-view.server.ts'
import { frameworkPath, placePath } from './paths.ts'
import { headingOf } from './row-view.server.ts'
import { newForm } from './tick-form.server.ts'

/** What a row tells in its area, and need not be sent a second time in its month. */
const NOT_IN_MONTH: Pick<FrameworkRowView, 'others' | 'history'> = { others: null, history: [] }

/** The framework at a unit, in the shape its page shows it in. */
export function frameworkPage(shown: FrameworkShown, { today }: SignedIn, request: Request, language: Language) {
  const { cycle, place, unit, elements, additions, acknowledged, beginning, marks } = shown
  const { year, version } = cycle
  const { t } = wordsIn(language)
  const month = monthShown(new URL(request.url).searchParams.get('month'), year, today)
  const setting = { month, today, language }
  const areas = areaViews(shown, setting)
  const path = frameworkPath(year, place.id)
  const last = 'last' in acknowledged ? acknowledged.last : null
  return {
    year,
    version: { id: version.id, number: version.number },
    heading: headingOf(place, t),
    title: `${t('framework.title')} – ${headingOf(place, t)}, ${t('cycle.name', { year })}`,
    place: placePath(year, place.id),
    path,
    side: unit.kind,
    otherSide: unit.kind === 'school' ? ('kindergarten' as const) : ('school' as const),
    obligation: obligationToFramework(unit),
    marks,
    choices: marks ? marksOf(unit.kind) : [],
    acknowledged: {
      state: acknowledged.state,
      last: last && { by: last.by.name, at: last.at, forUnit: last.by.forUnit },
      unread:
        acknowledged.state === 'changed since'
          ? acknowledged.unread.map(({ kind, id, text }) => ({ kind, id, text: inLanguage(text, language) }))
          : [],
    },
    beginning: beginning.length > 0,
    month: monthView(year, place.id, setting),
    months: monthChoices(year, language),
    now: [...elements, ...additions]
      .filter((line) => isIn(line, month))
      .map((line) => ({ ...frameworkRow(shown, line, setting), ...NOT_IN_MONTH })),
    areas,
    saved: markedWords(request, language),
    form: newForm(),
    back: `${path}?month=${month}`,
  }
}
