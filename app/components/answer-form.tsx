import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import type { Choice } from '#app/domain/answering.ts'
import type { LocalDate } from '#app/domain/calendar.ts'
import { Button } from './button.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { DayField } from './day-field.tsx'
import type { FieldProblem } from './error-summary.tsx'
import type { StepView } from './step-view.ts'
import { TextArea } from './text-area.tsx'
import { TickFields } from './tick-fields.tsx'

interface AnswerFormProps {
  choice: Choice
  step: StepView
  sending: { form: string; back: string; today: LocalDate }
  problems: readonly FieldProblem[]
  typed: Readonly<Record<string, string>>
  /** False where the reader answers for both sides: then each form says which. */
  alone: boolean
}

/** One side's answer in full: what, when, why. */
export function AnswerForm({ choice, step, sending, problems, typed, alone }: AnswerFormProps) {
  const { t } = useTranslation()
  const { side, answers, own } = choice
  const prefix = alone ? '' : `${side}-`
  const wordsOf = (field: string) => problems.find((problem) => problem.field === field)?.words
  const field = (name: string) => ({ name, id: `${prefix}${name}`, problem: wordsOf(name) })
  const { form, back, today } = sending
  const chosen = typed.answer || (answers.length === 1 || answers.includes('confirmed') ? answers[0] : 'done')
  return (
    <section className="answer-form" aria-labelledby={`${prefix}answer-heading`}>
      <h2 id={`${prefix}answer-heading`}>
        {alone && own ? t('step.answer') : t('step.answerFor', { side: t(`side.${side}`) })}
      </h2>
      <Form method="post" noValidate>
        <TickFields fields={{ form, back, side, seen: step.seen, meaning: step.meaning }} />
        <ChoiceGroup
          {...field('answer')}
          type="radio"
          label={t('answer.label')}
          choices={answers.map((answer) => ({
            value: answer,
            words: t(
              step.sensitive && answer === 'not relevant' ? 'answer.give.concernedNobody' : `answer.give.${answer}`,
            ),
          }))}
          chosen={chosen ? [chosen] : []}
        />
        <DayField
          {...field('doneOn')}
          label={t('step.doneOn')}
          today={today}
          typed={typed.doneOn ?? step.tick?.doneOn}
        />
        {!step.sensitive && (
          <>
            {answers.some((answer) => answer !== 'confirmed' && answer !== 'done' && answer !== 'started') && (
              <TextArea
                {...field('reason')}
                label={t(answers.includes('disputed') ? 'step.reasonDisputed' : 'step.reason')}
                hint={t('field.notAboutChild')}
                rows={2}
                maxLength={LONGEST_TEXT}
                defaultValue={typed.reason}
              />
            )}
            <TextArea
              {...field('note')}
              label={t('step.note')}
              need="optional"
              hint={t('field.notAboutChild')}
              rows={2}
              maxLength={LONGEST_TEXT}
              defaultValue={typed.note}
            />
          </>
        )}
        <Button>{t('step.save')}</Button>
      </Form>
    </section>
  )
}
