import { problemInGroupText } from './about-group.ts'
import type { LocalDate } from './calendar.ts'
import type { AdditionLine } from './framework-mark.ts'
import type { Area } from './plan.ts'
import type { Problem } from './problem.ts'

/** The most that an addition of a unit's own can say. */
export const LONGEST_ADDITION = 200

/** What keeps an addition from being written: no words, too many, or words about a child; or no such area. */
export function problemsInAddition(
  { words, areaId }: { words: string; areaId: string },
  framework: readonly Area[],
  today: LocalDate,
): Problem[] {
  const area: Problem[] = framework.some(({ id }) => id === areaId) ? [] : [{ field: 'area', message: 'areaMissing' }]
  return [...area, ...problemsInWords(words, today)]
}

/** The same of its words alone. */
export function problemsInWords(words: string, today: LocalDate): Problem[] {
  if (words === '') return [{ field: 'words', message: 'additionMissing' }]
  return problemInGroupText('words', words, LONGEST_ADDITION, today)
}

/** The additions in an area; with null those whose area the plan has no more. */
export function additionsIn(
  lines: readonly AdditionLine[],
  framework: readonly Area[],
  areaId: string | null,
): AdditionLine[] {
  const known = new Set(framework.map(({ id }) => id))
  return lines.filter(({ addition }) => (areaId === null ? !known.has(addition.areaId) : addition.areaId === areaId))
}
