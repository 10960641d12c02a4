import { useTranslation } from 'react-i18next'
import type { OutlineView } from './outline-view.ts'

/** How the draft stands: each figure leads to where it is worked on. */
export function DraftFacts({ outline }: { outline: OutlineView }) {
  const { t } = useTranslation()
  const { basedOn, counts, changes, stops, untranslated } = outline
  return (
    <dl className="draft-facts">
      <div>
        <dt>{t('draft.facts.content')}</dt>
        <dd>
          {t('draft.facts.routines', { count: counts.routines })} {t('draft.facts.steps', { count: counts.steps })}
        </dd>
        <dd className="quiet">
          {t('draft.facts.areas', { count: counts.areas })} {t('draft.facts.elements', { count: counts.elements })}
        </dd>
      </div>
      {changes !== null && (
        <div>
          <dt>{t('draft.facts.since', { number: basedOn })}</dt>
          <dd>
            {changes > 0 ? (
              <a href={`/plan/compare?from=${basedOn}&to=draft`}>{t('draft.facts.changes', { count: changes })}</a>
            ) : (
              t('draft.facts.noChanges')
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('draft.facts.translation')}</dt>
        {untranslated.map(({ language, count }) => (
          <dd key={language}>
            {t(`language.${language}`)}:{' '}
            {count > 0 ? (
              <a href={`/plan/draft/translations/${language}`}>{t('draft.facts.untranslated', { count })}</a>
            ) : (
              t('draft.facts.translated')
            )}
          </dd>
        ))}
      </div>
      <div className={stops > 0 ? 'draft-stops' : undefined}>
        <dt>{t('draft.facts.publication')}</dt>
        <dd>
          <a href="/plan/draft/publication">
            {stops > 0 ? t('draft.facts.stops', { count: stops }) : t('draft.facts.ready')}
          </a>
        </dd>
      </div>
    </dl>
  )
}
