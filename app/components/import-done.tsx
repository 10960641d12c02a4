import { useTranslation } from 'react-i18next'
import { numberInWords } from './import-numbers.ts'
import type { DoneView, Some } from './import-view.ts'

/** What an import did, row by row, and what stands of it. */
export function ImportDone({ done, undone }: { done: Some<DoneView>; undone: boolean }) {
  const { t } = useTranslation()
  return (
    <DoneTable
      done={done}
      last={undone ? t('unitImport.did.then') : null}
      lastOf={(row) => {
        if (row.undone) return t('unitImport.did.isUndone')
        return row.changedSince ? t('unitImport.did.changedSince') : t('unitImport.did.stands')
      }}
    />
  )
}

/** What undoing an import would do, row by row. */
export function ImportUndoing({ undoing }: { undoing: Some<DoneView> }) {
  const { t } = useTranslation()
  return (
    <DoneTable
      done={undoing}
      last={t('unitImport.undoing.then')}
      lastOf={({ stays, kind, before }) => {
        if (stays !== null) return t(`unitImport.undoing.stays.${stays}`)
        if (kind === 'added' || kind === 'reopened') return t('unitImport.undoing.goes')
        if (kind === 'moved') return t('unitImport.undoing.backPlace')
        return t('unitImport.undoing.back', { before: before ?? t('unitImport.nothing') })
      }}
    />
  )
}

interface DoneTableProps {
  done: Some<DoneView>
  last: string | null
  lastOf: (row: DoneView) => string
}

function DoneTable({ done: { rows, all }, last, lastOf }: DoneTableProps) {
  const { t } = useTranslation()
  return (
    <>
      <table className="ds-table import-table" aria-label={t('unitImport.did.title')}>
        <thead>
          <tr>
            <th scope="col">{t('unitImport.did.unit')}</th>
            <th scope="col">{t('unitImport.did.what')}</th>
            {last !== null && <th scope="col">{last}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <a href={row.href}>{row.name}</a>
              </th>
              <td data-label={t('unitImport.did.what')}>
                <DoneWords row={row} />
              </td>
              {last !== null && <td data-label={last}>{lastOf(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {all > rows.length && (
        <p>{t('unitImport.more', { count: all - rows.length, number: numberInWords(all - rows.length) })}</p>
      )}
    </>
  )
}

const WHAT = { renamed: 'name', 'new number': 'org number', 'new owner': 'owner' } as const

function DoneWords({ row: { kind, before, after } }: { row: DoneView }) {
  const { t } = useTranslation()
  if (kind === 'renamed' || kind === 'new number' || kind === 'new owner') {
    const values = { before: before ?? '', after: after ?? t('unitImport.nothing') }
    return (
      <>
        {t(`unitImport.what.${WHAT[kind]}`)}:{' '}
        {before === null ? t('unitImport.getsValue', values) : t('unitImport.fromTo', values)}
      </>
    )
  }
  if (kind === 'moved') return <>{t('unitImport.did.moved')}</>
  return <>{t(kind === 'reopened' ? 'unitImport.did.reopened' : 'unitImport.did.added')}</>
}
