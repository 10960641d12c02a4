import { Form, Link } from '@remix-run/react'
import { format, parseISO } from 'date-fns'
import { useTranslation } from 'react-i18next'
import { dayInYear } from '#app/domain/calendar.ts'
import { localeOf } from '#app/messages/locales.ts'
import { AddChosen } from './add-chosen.tsx'
import { FewFirst } from './few-first.tsx'
import type { PastedRow, PastedView } from './pasted-rows.ts'
import { PastedRowItem } from './pasted-row-item.tsx'
import { RoutineFields, TABLE_PATH, type PasteFields } from './paste-form.tsx'
import { Unsaved } from './unsaved.tsx'
import { useLanguage } from './use-language.ts'

interface PastedTableProps extends PasteFields {
  table: PastedView
  form: string
  /** Whether it came back with what somebody had typed. */
  unsaved: boolean
}

const ADDING = `${TABLE_PATH}/steps`
/** More rows than this to look at are folded, each with a link to it above. */
const MOST_OPEN = 12
const FEW = 8
/** So many rows are drawn as they come into sight. */
const MANY = 60

/** The rows of a pasted table, to be looked over and added. */
export function PastedTable({ table, form, unsaved, ...fields }: PastedTableProps) {
  const { t } = useTranslation()
  const months = useMonths()
  const needing = table.rows.filter(({ lacks }) => lacks.length > 0)
  const all = table.rows.filter(({ kind }) => kind !== 'section').length
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{t('table.rows')}</h2>
      {needing.length > 0 ? <Needing rows={needing} all={all} /> : <p>{t('table.allRead', { count: all })}</p>}
      <Form method="post" action={ADDING} className="pasted-form">
        <Unsaved unsaved={unsaved} sentTo={ADDING} />
        <input type="hidden" name="form" value={form} />
        <input type="hidden" name="pasted" value={table.pasted} />
        <input type="hidden" name="language" value={table.language} />
        {table.columns.map(({ column }, at) => (
          <input key={at} type="hidden" name="column" value={column} />
        ))}
        <ol className="pasted-rows" data-many={table.rows.length > MANY ? '' : undefined}>
          {table.rows.map((row) => (
            <PastedRowItem
              key={row.number}
              row={row}
              months={months}
              open={isOpen(row, needing.length, fields)}
              problemOf={fields.problemOf}
            />
          ))}
        </ol>
        <div className="form">
          <RoutineFields {...fields} />
          <p className="quiet">{t('table.usual')}</p>
          {table.language === 'nn' && <p className="quiet">{t('table.languageNn')}</p>}
          <p className="actions">
            <AddChosen first={table.included} />
            <Link to={TABLE_PATH} reloadDocument>
              {t('table.startOver')}
            </Link>
          </p>
        </div>
      </Form>
    </section>
  )
}

function isOpen({ number, lacks }: PastedRow, needing: number, { problemOf }: PasteFields): boolean {
  if (['title', 'guidance', 'day'].some((field) => problemOf(`${field}-${number}`))) return true
  return lacks.length > 0 && needing <= MOST_OPEN
}

/** How many rows somebody has to look at, and which. */
function Needing({ rows, all }: { rows: readonly PastedRow[]; all: number }) {
  const { t } = useTranslation()
  return (
    <div className="pasted-needing">
      <p>
        <strong>{t('table.needing', { count: rows.length, all })}</strong>
      </p>
      <FewFirst
        items={rows}
        few={FEW}
        list={(rows) => (
          <ul>
            {rows.map(({ number, title, lacks }) => (
              <li key={number}>
                <a href={`#row-${number}`}>{t('table.rowTitled', { number, title: title || t('table.noTitle') })}</a>{' '}
                {lacks.map((lack) => t(`table.lacks.${lack}`)).join(' ')}
              </li>
            ))}
          </ul>
        )}
      />
      <p className="quiet">{t('table.unfinished')}</p>
    </div>
  )
}

const ANY_YEAR = 2028

/** The months by number, in the reader's words. */
function useMonths() {
  const locale = localeOf(useLanguage())
  return Array.from({ length: 12 }, (_, at) => ({
    value: String(at + 1),
    words: format(parseISO(dayInYear(ANY_YEAR, at + 1, 1)), 'LLLL', { locale }),
  }))
}
