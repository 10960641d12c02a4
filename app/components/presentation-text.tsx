import { useTranslation } from 'react-i18next'
import { Day, dayInWords } from './day.tsx'
import { Details } from './details.tsx'
import { Icon } from './icon.tsx'
import type { PresentationView, StandingView } from './presentation-view.ts'
import { useLanguage } from './use-language.ts'

/** What a kindergarten wrote to each guiding question, as it was typed. What is new since the school read it, is marked. */
export function PresentationText({ presentation }: { presentation: PresentationView }) {
  const { t } = useTranslation()
  const { answers, to, by, at } = presentation
  return (
    <article className="presentation card">
      {answers.map(({ question, words, changed }) => (
        <section key={question}>
          <h2>
            {t(`presentation.question.${question}.label`)}{' '}
            {changed && (
              <span className="ds-tag" data-color="info">
                {t('presentation.changed')}
              </span>
            )}
          </h2>
          <p className="presentation-words">{words}</p>
        </section>
      ))}
      <p className="quiet">
        {to}. {t('presentation.writtenBy', { day: dayInWords(at, useLanguage()), name: by })}
      </p>
    </article>
  )
}

/** What the school asked, and what it was answered. */
export function PresentationRemarks({ standing }: { standing: StandingView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { question, reply, followed } = standing
  if (!question) return null
  return (
    <dl className="presentation-remarks">
      <div>
        <dt>{t('presentation.askedBy', { day: dayInWords(question.at, language) })}</dt>
        <dd>{question.words}</dd>
      </div>
      {reply && (
        <div>
          <dt>{t('presentation.answeredBy', { day: dayInWords(reply.at, language) })}</dt>
          <dd>{reply.words}</dd>
        </div>
      )}
      {followed && <p className="quiet">{t('presentation.settled')}</p>}
    </dl>
  )
}

/** Who waits for whom since when, or who has read it; in short only when. */
export function PresentationState({ standing, short = false }: { standing: StandingView; short?: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { read, waits } = standing
  if (waits) {
    const side = waits.side === 'school' ? 'waitsSchool' : 'waitsKindergarten'
    return (
      <span className="state ds-tag" data-color="warning">
        <Icon name="waiting" />
        {t(`presentation.${side}`, { day: dayInWords(waits.since, language) })}
      </span>
    )
  }
  if (!read) return null
  return (
    <span className="state state-complete">
      <Icon name="check" />
      {t(short ? 'presentation.readDay' : 'presentation.readOn', { day: dayInWords(read.at, language), name: read.by })}
    </span>
  )
}

/** The versions before the one that counts, folded away. */
export function PresentationVersions({ versions }: { versions: readonly PresentationView[] }) {
  const { t } = useTranslation()
  if (versions.length === 0) return null
  return (
    <Details summary={t('presentation.versions', { count: versions.length })}>
      <div className="presentation-versions">
        {versions.map((version) => (
          <section key={version.id}>
            <h3>
              <Day at={version.at} year />, {version.by} – {version.to}
            </h3>
            {version.answers.length === 0 && <p>{t('presentation.blank')}</p>}
            {version.answers.map(({ question, words }) => (
              <div key={question}>
                <h4>{t(`presentation.question.${question}.label`)}</h4>
                <p className="presentation-words">{words}</p>
              </div>
            ))}
          </section>
        ))}
      </div>
    </Details>
  )
}
