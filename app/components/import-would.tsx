import { useTranslation } from 'react-i18next'
import { Details } from './details.tsx'
import { FewFirst } from './few-first.tsx'
import { numberInWords } from './import-numbers.ts'
import { AsideRows, GoneRows, SameRows, UnclearRows } from './import-other-rows.tsx'
import type { WouldView } from './import-view.ts'

const LISTS = ['added', 'changed', 'aside', 'notUnderstood', 'gone', 'same'] as const

/** How many rows of a file are what, each with a link to them; and what was rightly left out. */
export function ImportCounts({ would }: { would: WouldView }) {
  const { t } = useTranslation()
  const { read, leftOut, whole } = would
  return (
    <section className="card import-counts" aria-labelledby="counts">
      <h2 id="counts">{t('unitImport.counts.title')}</h2>
      <ul>
        {LISTS.filter((list) => would[list].all > 0 || list === 'added').map((list) => (
          <li key={list}>
            {would[list].all > 0 ? (
              <a href={`#${list}`}>{t(`unitImport.counts.${list}`, { count: would[list].all })}</a>
            ) : (
              t(`unitImport.counts.${list}`, { count: 0 })
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {t('unitImport.total', { count: read, number: numberInWords(read) })}
        {leftOut.length > 0 && ` ${t('unitImport.leftOutTitle')} `}
        {leftOut
          .map(({ why, count }) => t(`unitImport.leftOut.${why}`, { count, number: numberInWords(count) }))
          .join(', ')}
        {leftOut.length > 0 && '.'}
      </p>
      {!whole && <p>{t('unitImport.notWhole')}</p>}
    </section>
  )
}

const FEW = 8

/** What is only said: nothing of it is taken in. */
export function ImportOthers({ would: { gone, aside, notUnderstood, same } }: { would: WouldView }) {
  const { t } = useTranslation()
  return (
    <>
      {aside.all > 0 && (
        <section aria-labelledby="aside">
          <h2 id="aside">{t('unitImport.aside.title')}</h2>
          <p>{t('unitImport.aside.how')}</p>
          <FewFirst items={aside.rows} few={FEW} list={(rows) => <AsideRows rows={rows} />} />
          <More some={aside} />
        </section>
      )}
      {notUnderstood.all > 0 && (
        <section aria-labelledby="notUnderstood">
          <h2 id="notUnderstood">{t('unitImport.unclear.title')}</h2>
          <p>{t('unitImport.unclear.how')}</p>
          <FewFirst items={notUnderstood.rows} few={FEW} list={(rows) => <UnclearRows rows={rows} />} />
          <More some={notUnderstood} />
        </section>
      )}
      {gone.all > 0 && (
        <section aria-labelledby="gone">
          <h2 id="gone">{t('unitImport.gone.title')}</h2>
          <p>{t('unitImport.gone.how')}</p>
          <FewFirst items={gone.rows} few={FEW} list={(rows) => <GoneRows rows={rows} />} />
          <More some={gone} />
        </section>
      )}
      {same.all > 0 && (
        <section aria-labelledby="same">
          <h2 id="same">{t('unitImport.same.title')}</h2>
          <Details quiet summary={t('unitImport.counts.same', { count: same.all })}>
            <SameRows rows={same.rows} />
            <More some={same} />
          </Details>
        </section>
      )}
    </>
  )
}

function More({ some: { rows, all } }: { some: { rows: readonly unknown[]; all: number } }) {
  const { t } = useTranslation()
  const rest = all - rows.length
  return rest > 0 ? <p>{t('unitImport.more', { count: rest, number: numberInWords(rest) })}</p> : null
}
