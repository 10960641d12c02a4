import type { LocalDate } from './calendar.ts'
import { standing, type ElementLine, type FrameworkMark, type Mark } from './framework-mark.ts'
import { monthOf, monthsOf, type Month, type Months } from './month.ts'
import type { Area, PlanVersion } from './plan.ts'

/** Something that a unit marks: an element's line, or an addition's. */
type Marked = Pick<ElementLine, 'mark'>

/** The month to show of a cycle: the one asked for, where it is one of its months; else today's, or the nearest to it. */
export function monthShown(asked: string | null, year: number, today: LocalDate): Month {
  const months = monthsOf(year)
  const now = monthOf(today)
  const nearest = months.findLast((month) => month <= now) ?? months[0] ?? now
  return months.find((month) => month === asked) ?? nearest
}

/** Whether something is planned, worked with or done in a month. */
export function isIn({ mark }: Marked, month: Month): boolean {
  return isWithin(mark?.months ?? null, month)
}

/** What was said of an element, as far as it takes to know what a month holds. */
export interface MarkInMonth extends Pick<FrameworkMark, 'mark' | 'months' | 'meaning'> {
  elementId: string
}

/** The areas that a unit works with in a month, or plans to, by its marks, oldest first. */
export function areasIn(
  { framework }: Pick<PlanVersion, 'framework'>,
  marks: readonly MarkInMonth[],
  month: Month,
): Area[] {
  const marksOf = Map.groupBy(marks, ({ elementId }) => elementId)
  return framework.filter(({ elements }) =>
    elements.some(({ id, meaning }) => {
      const months = standing((marksOf.get(id) ?? []).filter((mark) => mark.meaning === meaning))?.months
      return isWithin(months ?? null, month)
    }),
  )
}

function isWithin(months: Months | null, month: Month): boolean {
  return months !== null && months.from <= month && month <= months.to
}

/** What one tap in a month says of a line. */
export interface Tap {
  mark: Extract<Mark, 'planned' | 'working with it' | 'worked with'>
  months: Months
}

/**
 * The next thing to say of a line in the month that is shown: what nobody planned is planned for it, or was worked with
 * where it is past; what was planned is begun, or done where its months are past; what is begun is done.
 */
export function nextTap({ mark }: Marked, shown: Month, now: Month): Tap | null {
  const inShown = { from: shown, to: shown }
  if (!mark) return { mark: shown < now ? 'worked with' : 'planned', months: inShown }
  const months = mark.months ?? inShown
  if (mark.mark === 'planned') return { mark: months.to < now ? 'worked with' : 'working with it', months }
  return mark.mark === 'working with it' ? { mark: 'worked with', months } : null
}
