import { problemInGroupText } from './about-group.ts'
import type { LocalDate } from './calendar.ts'
import { marksOf, type AdditionLine, type ElementLine, type FrameworkMark, type Mark } from './framework-mark.ts'
import { monthsOf, type Months } from './month.ts'
import type { Unit } from './place.ts'
import type { Problem } from './problem.ts'
import { LONGEST_TEXT, problemsInReason } from './saying.ts'

/** What somebody says of one element or of several, or that what was said last is taken back. */
export interface Marking {
  mark: Mark | 'withdrawn'
  months: Months | null
  /** How the group works with it; left out, it stays as it was. */
  how?: string | null
  reason: string | null
}

/** An element or an addition that was chosen, as its form showed it (decision 0017). */
export interface Chosen {
  what: 'element' | 'addition'
  id: string
  meaning: number
  /** The last that was said of it then. */
  seen: string | null
}

export type FrameworkLine = ElementLine | AdditionLine

/** An addition never changes its meaning. */
const MEANING_OF_ADDITION = 1

/** The meaning that a mark of a line is given to. */
export function meaningOf(line: FrameworkLine): number {
  return 'element' in line ? line.element.meaning : MEANING_OF_ADDITION
}

/** The line that was chosen among those of a unit, or null where it is none of them. */
export function lineChosen(lines: readonly FrameworkLine[], { what, id }: Chosen): FrameworkLine | null {
  return (
    lines.find((line) =>
      'element' in line ? what === 'element' && line.element.id === id : what === 'addition' && line.addition.id === id,
    ) ?? null
  )
}

/** How a line is named in a form that chooses it now. */
export function chosenNow(line: FrameworkLine): Chosen {
  const [what, id] =
    'element' in line ? (['element', line.element.id] as const) : (['addition', line.addition.id] as const)
  return { what, id, meaning: meaningOf(line), seen: line.history.at(-1)?.id ?? null }
}

/** What keeps a marking from being said by a kind of unit in a cycle, whatever it is said of; empty where nothing does. */
export function problemsInMarking(
  { mark, months, how, reason }: Marking,
  kind: Unit['kind'],
  year: number,
  today: LocalDate,
): Problem[] {
  if (mark === 'withdrawn') return []
  if (!marksOf(kind).includes(mark)) return [{ field: 'mark', message: 'markNotOffered' }]
  if (mark === 'not for us') return problemsInReason(reason, today)
  return [...problemsInMonths(months, year), ...problemInGroupText('how', how ?? null, LONGEST_TEXT, today)]
}

function problemsInMonths(months: Months | null, year: number): Problem[] {
  const known = monthsOf(year)
  if (!months || !known.includes(months.from) || !known.includes(months.to))
    return [{ field: 'from', message: 'markMonthMissing' }]
  return months.from > months.to ? [{ field: 'to', message: 'monthsBackwards' }] : []
}

/**
 * What keeps one chosen line from being marked: it was answered, or came to mean something else, while the form was open; or
 * it is the unit's own, and said not to be for it.
 */
export function problemInChosen(line: FrameworkLine, chosen: Chosen, mark: Marking['mark']): Problem | null {
  if (chosen.meaning !== meaningOf(line)) return { field: 'chosen', message: 'elementHasChanged' }
  const last = line.history.at(-1)
  if ((last?.id ?? null) !== chosen.seen) {
    return { field: 'chosen', message: 'markedMeanwhile', values: { name: last?.by.name ?? '' } }
  }
  if (chosen.what === 'addition' && mark === 'not for us') return { field: 'chosen', message: 'ownNotForUs' }
  return mark === 'withdrawn' && !line.mark ? { field: 'chosen', message: 'markTakenBack' } : null
}

/** What a marking says of one line: only what belongs to the mark, and how the group works with it where that was not asked. */
export function saidOf(
  { mark, months, how, reason }: Marking,
  line: FrameworkLine,
): Pick<FrameworkMark, 'mark' | 'months' | 'how' | 'reason'> {
  if (mark === 'withdrawn') return { mark, months: null, how: null, reason: null }
  if (mark === 'not for us') return { mark, months: null, how: null, reason }
  return { mark, months, how: how === undefined ? (line.mark?.how ?? null) : how, reason: null }
}
