import { monthsInWords } from '#app/components/month.ts'
import type { OtherSideView } from '#app/components/other-side-view.ts'
import type { Language } from '#app/domain/language.ts'
import type { OtherSide } from '#app/domain/other-side.ts'

/** What the other side has come to with an element, in the shape it is shown in; null where the reader sees nobody there. */
export function otherSideView(
  other: OtherSide | undefined,
  side: OtherSideView['side'],
  language: Language,
): OtherSideView | null {
  if (!other || other.units.length === 0) return null
  const units = other.units.map(({ unit: { id, name }, mark }) => ({
    id,
    name,
    mark: mark?.mark ?? null,
    months: mark?.months ? monthsInWords(mark.months, language) : null,
    how: mark?.how ?? null,
    reason: mark?.reason ?? null,
  }))
  return { side, coverage: other.coverage, units }
}
