import type { LineView } from '#app/components/framework-view.ts'
import type { Chosen } from '#app/domain/framework-marking.ts'
import { MARKS_OF_OWN, marksOf } from '#app/domain/framework-mark.ts'
import { monthShown } from '#app/domain/framework-month.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { lineAt, type FrameworkShown } from '#app/services/framework-marks.server.ts'
import { markedWords } from './framework-form.server.ts'
import { frameworkRow, monthChoices } from './framework-view.server.ts'
import { frameworkPath, placePath } from './paths.ts'
import { headingOf } from './row-view.server.ts'
import { newForm } from './tick-form.server.ts'

/** One element or addition at a unit, in the shape its own page shows it in. Refuses *not found*. */
export function linePage(
  shown: FrameworkShown,
  { what, id }: Pick<Chosen, 'what' | 'id'>,
  { today }: SignedIn,
  request: Request,
  language: Language,
): LineView {
  const { cycle, place, unit, marks } = shown
  const { year } = cycle
  const { t } = wordsIn(language)
  const line = lineAt(shown, what, id)
  const month = monthShown(null, year, today)
  const row = frameworkRow(shown, line, { month, today, language })
  const areaId = 'element' in line ? line.area.id : line.addition.areaId
  const area = cycle.version.framework.find((each) => each.id === areaId)
  const { from, to } = line.mark?.months ?? { from: month, to: month }
  const { mark = null, how = null, reason = null } = line.mark ?? {}
  return {
    year,
    version: cycle.version.number,
    title: `${row.title.words} – ${headingOf(place, t)}, ${t('cycle.name', { year })}`,
    heading: headingOf(place, t),
    place: placePath(year, place.id),
    framework: frameworkPath(year, place.id),
    area: area ? inLanguage(area.title, language) : null,
    otherSide: unit.kind === 'school' ? 'kindergarten' : 'school',
    row,
    marks,
    choices: marks ? ('addition' in line ? MARKS_OF_OWN : marksOf(unit.kind)) : [],
    months: monthChoices(year, language),
    first: { mark, from, to, how, reason },
    saved: markedWords(request, language),
    form: newForm(),
  }
}
