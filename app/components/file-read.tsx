import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import { Worded } from './worded.tsx'

/** What was read from a file into a draft. */
export interface FileReadView {
  title: Wording
  /** Where the file says that it is from. */
  source: { municipality: string | null; version: number | null }
  counts: Readonly<Record<'routines' | 'steps' | 'areas' | 'elements' | 'bases', number>>
  against: { number: number; changes: number; path: string } | null
  /** How many changed texts wait for the editor to say whether the meaning changed. */
  asks: number
}

/** What the draft holds now, what it asks of the editor, and the way back where it was the wrong file. */
export function FileRead({ read: { title, source, counts, against, asks } }: { read: FileReadView }) {
  const { t } = useTranslation()
  const { municipality, version } = source
  return (
    <section className="card file-read" aria-labelledby="read">
      <h2 id="read">
        <Worded wording={title} />
      </h2>
      {municipality && (
        <p className="quiet">
          {version ? t('planFile.sourceVersion', { municipality, version }) : t('planFile.source', { municipality })}
        </p>
      )}
      <p>{t('planFile.holds')}</p>
      <ul>
        {(Object.keys(counts) as (keyof typeof counts)[]).map((what) => (
          <li key={what}>{t(`planFile.${what}`, { count: counts[what] })}</li>
        ))}
      </ul>
      {against && (
        <p>
          {t('planFile.against', { number: against.number })}: {t('planFile.changes', { count: against.changes })}.{' '}
          <Link className="more" to={against.path}>
            {t('planFile.compare')}
          </Link>
        </p>
      )}
      {asks > 0 && <p>{t('planFile.ask', { count: asks })}</p>}
      <p className="actions">
        <Link className="ds-button" data-variant="primary" to="/plan/draft">
          {t('planFile.open')}
        </Link>
        <span>
          {t('planFile.wrong')}{' '}
          <Link className="more" to="/plan/draft/discarding">
            {t('draft.discard')}
          </Link>
        </span>
      </p>
    </section>
  )
}
