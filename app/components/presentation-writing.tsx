import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import {
  GUIDING_QUESTIONS,
  LONGEST_ANSWER,
  LONGEST_PRESENTATION,
  type PresentationAnswers,
} from '#app/domain/presentation.ts'
import { Button } from './button.tsx'
import { PresentationState } from './presentation-text.tsx'
import type { ReadingSchool } from './presentation-view.ts'
import type { Returned } from './returned.ts'
import { TextArea } from './text-area.tsx'

interface PresentationFormProps {
  form: string
  /** The id of the version that the form is made after; empty where there is none. */
  seen: string
  answers: PresentationAnswers
  returned: Pick<Returned, 'typed' | 'wordsOf'>
}

/** The guiding questions, each with its own room. */
export function PresentationForm({ form, seen, answers, returned: { typed, wordsOf } }: PresentationFormProps) {
  const { t } = useTranslation()
  return (
    <Form method="post" className="form presentation-form">
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="seen" value={seen} />
      <p>{t('presentation.safe', { longest: LONGEST_PRESENTATION })}</p>
      {GUIDING_QUESTIONS.map((question) => (
        <TextArea
          key={question}
          name={question}
          label={t(`presentation.question.${question}.label`)}
          hint={`${t(`presentation.question.${question}.hint`)} ${t('presentation.limit', { longest: LONGEST_ANSWER[question] })}`}
          rows={4}
          defaultValue={typed[question] ?? answers[question]}
          problem={wordsOf(question)}
        />
      ))}
      <Button>{t('presentation.save')}</Button>
    </Form>
  )
}

/** The schools of a kindergarten: what each of them reads, and how that stands. */
export function ReadingSchools({ schools }: { schools: readonly ReadingSchool[] }) {
  const { t } = useTranslation()
  return (
    <ul className="due-list">
      {schools.map(({ pairId, name, reads, href, own, ...standing }) => (
        <li className="waiting-unit presentation-school" key={pairId}>
          <div>
            <p className="due-title">
              <a href={href} aria-label={t('presentation.see', { school: name })}>
                {name}
              </a>
            </p>
            <p className="quiet">{t(`presentation.${reads}`)}</p>
          </div>
          <div>
            <PresentationState standing={standing} />
            {standing.waits?.side === 'kindergarten' && standing.question && (
              <p>
                {t('presentation.asked', { school: name })}: «{standing.question.words}»
              </p>
            )}
          </div>
          {own && (
            <p>
              <a href={own}>{t('presentation.writeFor', { school: name })}</a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
