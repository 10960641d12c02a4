import { z } from 'zod'
import { isDue, LONGEST_GUIDANCE, LONGEST_TITLE } from '#app/domain/draft-problems.ts'
import type { DueRule } from '#app/domain/due-date.ts'
import type { Text } from '#app/domain/language.ts'
import { PLACE_KINDS, SIDES } from '#app/domain/place.ts'
import { CARRIED_OUT_BY } from '#app/domain/plan.ts'
import { COLUMNS } from '#app/domain/plan-table-columns.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { RowFields } from '#app/components/pasted-rows.ts'
import { several } from '#app/http/form.server.ts'
import type { PastedStep } from '#app/services/plan-table.server.ts'

/** The languages a table is written in. */
export const TABLE_LANGUAGES = ['nb', 'nn'] as const
type TableLanguage = (typeof TABLE_LANGUAGES)[number]

const hidden = z.string({ error: 'formIncomplete' }).max(100, 'formIncomplete')

const pasting = {
  pasted: z.string({ error: 'formIncomplete' }).refine((text) => text.trim() !== '', 'tableMissing'),
  language: z.enum(TABLE_LANGUAGES).catch('nb'),
  /** Empty for a new routine. */
  routine: hidden.default(''),
  routineTitle: z.string().trim().default(''),
  column: several(z.enum(COLUMNS)),
}

/** A pasted table, and how its columns were matched where somebody did. */
export const PastingForm = z.object(pasting)
export type Pasting = z.output<typeof PastingForm>

const cells = several(z.string())

/** The rows of the table as somebody looked them over, field by field; `include` holds the numbers of those to add. */
export const RowsForm = z.object({
  ...pasting,
  form: hidden.min(1, 'formIncomplete'),
  include: cells,
  title: cells,
  guidance: cells,
  day: cells,
  month: cells,
  year: cells,
  by: cells,
  responsible: cells,
  scope: cells,
})

/** A new routine has a name, of a length that a title can have. */
export function problemsInRoutine({ routine, routineTitle }: Pasting): Problem[] {
  if (routine !== '') return []
  if (routineTitle === '') return [{ field: 'routineTitle', message: 'routineTitleMissing' }]
  return routineTitle.length > LONGEST_TITLE ? [tooLong('routineTitle', LONGEST_TITLE)] : []
}

/** What was sent of each row, the first being number 1. */
export function rowsIn(sent: z.output<typeof RowsForm>): RowFields[] {
  const included = new Set(sent.include)
  return sent.title.map((title, at) => ({
    include: included.has(String(at + 1)),
    title,
    guidance: (sent.guidance[at] ?? '').replace(/\r\n?/g, '\n'),
    day: sent.day[at] ?? '',
    month: sent.month[at] ?? '',
    year: sent.year[at] ?? '',
    by: sent.by[at] ?? '',
    responsible: sent.responsible[at] ?? '',
    scope: sent.scope[at] ?? '',
  }))
}

/** What is wrong with the rows that are to be added, each field named with the number of its row. */
export function problemsInRows(rows: readonly RowFields[], asked: number): Problem[] {
  if (rows.length !== asked) return [{ field: 'columns', message: 'rowsDoNotFit' }]
  const wrong = rows.flatMap((row, at) => (row.include ? problemsIn(row, at + 1) : []))
  return rows.some(({ include }) => include) ? wrong : [{ field: 'include-1', message: 'noRowChosen' }]
}

function problemsIn(row: RowFields, number: number): Problem[] {
  const { title, guidance, day, month, year } = row
  const due = dueIn(row)
  const isHalf = due === null && [day, month, year].some((part) => part !== '')
  const problems: (Problem | false)[] = [
    title.trim() === '' && { field: `title-${number}`, message: 'stepTitleMissing' },
    title.length > LONGEST_TITLE && tooLong(`title-${number}`, LONGEST_TITLE),
    guidance.length > LONGEST_GUIDANCE && tooLong(`guidance-${number}`, LONGEST_GUIDANCE),
    isHalf && { field: `day-${number}`, message: 'dueIncomplete' },
    due !== null && !isDue(due) && { field: `day-${number}`, message: 'noSuchDay' },
  ]
  return problems.filter((problem) => problem !== false)
}

function tooLong(field: string, longest: number): Problem {
  return { field, message: 'textTooLong', values: { longest } }
}

/** The due rule in a row's fields; null where a part of it is missing. */
export function dueIn({ day, month, year }: RowFields): DueRule | null {
  const days = /^days:(-?\d{1,3})$/.exec(year)
  if (days) return { kind: 'days from first school day', days: Number(days[1]) }
  if (year !== 'year before school start' && year !== 'school start year') return null
  const at = { month: Number(month), day: Number(day) }
  const isWhole = [at.month, at.day].every((part) => Number.isInteger(part) && part > 0) && at.month <= 12
  return isWhole && at.day <= 31 ? { kind: year, ...at } : null
}

/** A row as a step of the draft: what it does not say is what most steps are. */
export function stepIn(row: RowFields, language: TableLanguage): PastedStep {
  const guidance = row.guidance.trim()
  return {
    title: textIn(row.title.trim(), language),
    guidance: guidance === '' ? null : textIn(guidance, language),
    carriedOutBy: CARRIED_OUT_BY.find((by) => by === row.by) ?? null,
    responsible: SIDES.find((side) => side === row.responsible) ?? null,
    scope: PLACE_KINDS.find((kind) => kind === row.scope) ?? 'pair',
    due: dueIn(row),
    confirmedBy: null,
    binding: 'plan',
    sensitive: false,
    aboutSingleChildren: false,
    sparedSmallPairs: false,
    legalBasis: [],
  }
}

/** Every text of a plan exists in bokmål: what is written in nynorsk stands there too, until somebody words it. */
export function textIn(words: string, language: TableLanguage): Text {
  return language === 'nn' ? { nb: words, nn: words } : { nb: words }
}
