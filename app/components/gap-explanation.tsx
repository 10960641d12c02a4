import { useTranslation } from 'react-i18next'
import { dayInWords } from './day.tsx'
import type { ExplanationView, StandingExplanation } from './gap-view.ts'
import { useLanguage } from './use-language.ts'

/** What explains a gap, each with who follows it up; and what can be done with it, while something can be said. */
export function GapExplanations({ all, open }: { all: readonly StandingExplanation[]; open: boolean }) {
  const { t } = useTranslation()
  return (
    <ul className="plain-list gap-explanations">
      {all.map((explanation) => (
        <li key={explanation.id} className="card">
          <GapExplanation explanation={explanation} />
          {open && (
            <p className="actions">
              <a className="more" href={explanation.change}>
                {t('gap.change')}
                <span className="ds-sr-only">: {explanation.words}</span>
              </a>
              <a className="more" href={explanation.takeBack}>
                {t('gap.takeBack')}
                <span className="ds-sr-only">: {explanation.words}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** One explanation: how many, why, who follows it up, who said it when. */
export function GapExplanation({ explanation }: { explanation: ExplanationView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { children, direction, words, followedUpBy, at, by } = explanation
  const key = direction === 'more enrolled' ? 'gap.explains.more' : 'gap.explains.fewer'
  return (
    <>
      <p className="gap-title">{children === 0 ? t('gap.takenBack') : t(key, { count: children })}</p>
      <p>{words}</p>
      <p className="quiet">
        {t('gap.follows', { unit: followedUpBy ?? t('gap.municipality') })}{' '}
        {t('gap.saidBy', { name: by, day: dayInWords(at, language, { year: true }) })}
      </p>
    </>
  )
}
