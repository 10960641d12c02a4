import type { PastedRow, PastedView, RowFields } from '#app/components/pasted-rows.ts'
import type { TableTarget } from '#app/components/table-page.tsx'
import type { DueRule } from '#app/domain/due-date.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { cellsOf, unstackable } from '#app/domain/plan-table-cells.ts'
import { columnsOf } from '#app/domain/plan-table-columns.ts'
import { PLACE_KINDS, SIDES } from '#app/domain/place.ts'
import { CARRIED_OUT_BY } from '#app/domain/plan.ts'
import { MOST_ROWS, readTable, type Lack, type TableRow } from '#app/domain/plan-table.ts'
import type { Problem } from '#app/domain/problem.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import type { OpenDraft } from '#app/services/draft.server.ts'
import { dueIn, type Pasting } from './table-form.server.ts'

/** What a table is pasted into, in the reader's language. */
export function targetView(pasting: { draft: OpenDraft } | null, language: Language) {
  const target: TableTarget | null = pasting && {
    basedOn: pasting.draft.basedOn?.number ?? null,
    routines: pasting.draft.content.routines.map(({ id, title }) => ({ id, title: inLanguage(title, language) })),
  }
  return { title: wordsIn(language).t('table.title'), target, form: newForm() }
}

/** What a form can hold is 1 MiB; the rest is for what somebody writes in the rows. */
const MOST_BYTES = 900_000

/** Enough to see whether a table has a header. */
const FIRST_FEW = 10

/** What keeps a pasted text from being read. */
export function problemsInPasted({ pasted }: Pasting): Problem[] {
  const columns = unstackable(pasted)
  if (columns !== null) return [{ field: 'pasted', message: 'tableOneCellALine', values: { count: columns } }]
  const { rows } = cellsOf(pasted)
  const count = rows.length - (columnsOf(rows.slice(0, FIRST_FEW)).header === null ? 0 : 1)
  return count > MOST_ROWS ? [{ field: 'pasted', message: 'tooManyRows', values: { count, most: MOST_ROWS } }] : []
}

/** What keeps a table from being looked over: its rows come back in one form, beside what was pasted. */
export function problemsInView({ pasted, rows }: PastedView): Problem[] {
  const texts = [pasted, ...rows.flatMap(({ title, guidance }) => [title, guidance])]
  const sent = new URLSearchParams(texts.map((text) => ['guidance', text.replace(/\r?\n/g, '\r\n')]))
  const bytes = sent.toString().length + rows.length * BYTES_OF_CHOICES
  return bytes > MOST_BYTES ? [{ field: 'pasted', message: 'tableTooLarge' }] : []
}

/** The other fields of a row, as a browser sends them. */
const BYTES_OF_CHOICES = 140

/** A pasted table as it was read, or with what somebody has typed in its rows since. */
export function pastedView(pasting: Pasting, year: number, typed: readonly RowFields[] = []): PastedView {
  const { pasted, language } = pasting
  const table = readTable(pasted, year, pasting.column.length > 0 ? pasting.column : undefined)
  const rows = table.rows.map((row, at) => rowView(row, at + 1, typed[at] ?? fieldsOf(row, language), at in typed))
  return {
    pasted,
    language,
    columns: table.columns.map((column, at) => ({
      column,
      name: table.header?.[at] || null,
      sample: shortened(table.samples[at] ?? ''),
    })),
    rows,
    needing: rows.filter(({ lacks }) => lacks.length > 0).length,
    included: rows.filter(({ include }) => include).length,
  }
}

const LONGEST_SAMPLE = 60

function shortened(cell: string): string {
  const line = cell.replaceAll('\n', ' ')
  return line.length > LONGEST_SAMPLE ? `${line.slice(0, LONGEST_SAMPLE).trimEnd()} …` : line
}

function rowView(row: TableRow, number: number, fields: RowFields, isTyped: boolean): PastedRow {
  const due = dueIn(fields)
  const carriedOutBy = CARRIED_OUT_BY.find((by) => by === fields.by) ?? null
  const answers = SIDES.find((side) => side === fields.responsible) ?? null
  return {
    ...fields,
    number,
    kind: row.kind,
    due,
    carriedOutBy,
    answers,
    place: PLACE_KINDS.find((kind) => kind === fields.scope) ?? null,
    said: row.said,
    lacks: isTyped ? stillLacking(fields, { due, carriedOutBy, answers }) : row.lacks,
  }
}

type Chosen = Pick<PastedRow, 'due' | 'carriedOutBy' | 'answers'>

/** What is empty when somebody has looked the rows over: a guess was seen, and a row that is left out asks nothing. */
function stillLacking({ include, title }: RowFields, { due, carriedOutBy, answers }: Chosen): Lack[] {
  const lacks: (Lack | false)[] = [
    title.trim() === '' && 'title',
    due === null && 'due',
    carriedOutBy === null && 'who',
    answers === null && 'responsible',
  ]
  return include ? lacks.filter((lack) => lack !== false) : []
}

/** What was understood, as the fields show it. What the fields have no place for goes on in the guidance. */
function fieldsOf(row: TableRow, language: 'nb' | 'nn'): RowFields {
  const { title, due, who, said } = row
  const { t } = wordsIn(language)
  const isPlainDue = said.when === '' || due?.sure === 'exact'
  const isPlainWho = said.who === '' || who?.whole
  const guidance = [
    row.guidance,
    !isPlainDue && t('table.guidanceWhen', { words: said.when }),
    !isPlainWho && t('table.guidanceWho', { words: said.who }),
  ]
  return {
    include: row.kind === 'step',
    title,
    guidance: guidance.filter(Boolean).join('\n\n'),
    ...dueFields(due?.due ?? null),
    by: who?.carriedOutBy ?? '',
    responsible: who?.responsible ?? '',
    scope: who?.scope ?? 'pair',
  }
}

function dueFields(due: DueRule | null): Pick<RowFields, 'day' | 'month' | 'year'> {
  if (due === null) return { day: '', month: '', year: '' }
  if (due.kind === 'days from first school day') return { day: '', month: '', year: `days:${due.days}` }
  return { day: String(due.day), month: String(due.month), year: due.kind }
}
