import { Link } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import type { Problem } from '#app/domain/problem.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { DraftLinks } from './draft-links.tsx'
import { Empty } from './empty.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { PasteForm } from './paste-form.tsx'
import { PastedColumns } from './pasted-columns.tsx'
import type { PastedView } from './pasted-rows.ts'
import { PastedTable } from './pasted-table.tsx'
import { problemWords } from './problem-words.ts'

/** What a table is pasted into. */
export interface TableTarget {
  basedOn: number | null
  routines: readonly { id: string; title: Wording }[]
}

/** What became of a table that was sent: it was read, perhaps with problems, and nothing is saved. */
export interface TableAnswer {
  table: PastedView | null
  problems: readonly Problem[]
  typed: Readonly<Record<string, string>>
}

interface TablePageProps {
  target: TableTarget | null
  form: string
  answer: TableAnswer | undefined
}

/** A table is pasted, and then looked over. */
export function TablePage({ target, form, answer }: TablePageProps) {
  const { t } = useTranslation()
  const { table = null, problems = [], typed = {} } = answer ?? {}
  const worded = problems.map(({ field, ...problem }) => ({ field, words: problemWords(t, { field, ...problem }) }))
  const problemOf = (field: string) => worded.find((problem) => problem.field === field)?.words
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/plan', words: t('frame.plan') },
          { to: '/plan/draft', words: t('draft.name') },
        ]}
        here={t('table.title')}
      />
      <ErrorSummary problems={worded.map(({ field, words }) => ({ field, words: inRow(t, field, words) }))} />
      <header className="page-head">
        <h1>{t('table.title')}</h1>
        <p className="lead">{t('table.lead')}</p>
      </header>
      {target && <DraftLinks basedOn={target.basedOn} />}
      {!target && (
        <Empty
          title={t('table.noDraft')}
          why={t('table.noDraftWhy')}
          next={<Link to="/plan/draft">{t('table.toDraft')}</Link>}
        />
      )}
      {target && !table && <PasteForm routines={target.routines} typed={typed} problemOf={problemOf} />}
      {target && table && (
        <div key={readKey(table)} className="stack">
          <PastedColumns isNew={problems.length === 0} table={table} typed={typed} />
          {table.rows.length > 0 ? (
            <PastedTable
              table={table}
              unsaved={problems.length > 0}
              form={form}
              routines={target.routines}
              typed={typed}
              problemOf={problemOf}
            />
          ) : (
            <Empty title={t('table.nothing')} why={t('table.nothingWhy')} />
          )}
        </div>
      )}
    </>
  )
}

/** Read anew, the fields start anew; sent back with problems, they keep what is in them. */
function readKey({ pasted, columns }: PastedView): string {
  return `${columns.map(({ column }) => column).join()} ${pasted}`
}

/** A problem in a row says which. */
function inRow(t: TFunction, field: string, words: string): string {
  const number = /^(?:title|guidance|day)-(\d+)$/.exec(field)?.[1]
  return number ? `${t('table.row', { number })}: ${words}` : words
}
