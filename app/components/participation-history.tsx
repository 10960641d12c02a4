import { useTranslation } from 'react-i18next'
import type { Instant } from '#app/domain/calendar.ts'
import type { Wording } from '#app/domain/language.ts'
import type { AnsweredAs } from '#app/domain/participation.ts'
import { Day } from './day.tsx'
import { Worded } from './worded.tsx'

export interface AnswerGivenView {
  words: string
  routines: readonly Wording[]
  /** How many of the routines the plan has no more. */
  gone: number
  reason: string | null
  at: Instant
  by: string | null
  as: AnsweredAs | null
  /** The last one of its owner counts. */
  counts: boolean
  /** Who owned the unit when it was given, where that is no more so. */
  formerOwner: string | null
}

/** Everything that was answered for a unit in a cycle, the last first. */
export function AnswersGiven({ answers }: { answers: readonly AnswerGivenView[] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="given">
      <h2 id="given">{t('participation.ask.history')}</h2>
      <ol className="participation-history">
        {answers.map((answer, index) => (
          <li key={answers.length - index}>
            <p>
              <strong>{answer.words}</strong>
              <span className="quiet">
                {' '}
                {answer.formerOwner === null
                  ? t(answer.counts ? 'participation.ask.counts' : 'participation.ask.earlier')
                  : t('participation.ask.formerOwner', { owner: answer.formerOwner })}
              </span>
            </p>
            <Routines answer={answer} />
            {answer.reason && <p>«{answer.reason}»</p>}
            <p className="quiet">
              <Day at={answer.at} year /> · <AnsweredBy by={answer.by} as={answer.as} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Who answered, and as whom. */
export function AnsweredBy({ by, as }: { by: string | null; as: AnsweredAs | null }) {
  const { t } = useTranslation()
  const name = by ?? t('participation.ask.somebody')
  return <>{as ? `${name}, ${t(`participation.as.${as}`)}` : name}</>
}

function Routines({ answer: { routines, gone } }: { answer: AnswerGivenView }) {
  const { t } = useTranslation()
  if (routines.length + gone === 0) return null
  return (
    <ul className="participation-steps">
      {routines.map((title) => (
        <li key={title.words}>
          <Worded wording={title} />
        </li>
      ))}
      {gone > 0 && <li>{t('participation.ask.routineGone', { count: gone })}</li>}
    </ul>
  )
}
