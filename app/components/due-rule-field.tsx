import { format, parseISO } from 'date-fns'
import type { UseFormRegister } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { dayInYear } from '#app/domain/calendar.ts'
import { isDue } from '#app/domain/draft-problems.ts'
import { dueDay, type SchoolStart } from '#app/domain/due-date.ts'
import { localeOf } from '#app/messages/locales.ts'
import { ChoiceGroup } from './choice-group.tsx'
import { dayInWords } from './day.tsx'
import { SelectField } from './select-field.tsx'
import { DIRECTIONS, DUE_KINDS, dueIn, type DueFields, type StepFields } from './step-fields.ts'
import { TextField } from './text-field.tsx'
import { useLanguage } from './use-language.ts'

interface DueRuleFieldProps {
  fields: DueFields
  next: SchoolStart
  problemOf: (field: string) => string | undefined
  register: UseFormRegister<StepFields>
}

/** When a step is due in any year, with the day that gives in the next one. Only what the kind needs is shown. */
export function DueRuleField({ fields, next, problemOf, register }: DueRuleFieldProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const notChosen = { value: '', words: t('field.choose') }
  return (
    <div className="due-rule">
      <ChoiceGroup
        type="radio"
        name="due"
        label={t('stepEditor.field.due')}
        problem={problemOf('due')}
        chosen={[fields.due]}
        choices={DUE_KINDS.map((value) => ({ value, words: t(`stepEditor.due.${value}`) }))}
        register={register('due')}
      />
      <div className="due-rule-day">
        <SelectField
          label={t('stepEditor.due.day')}
          problem={problemOf('day')}
          choices={[notChosen, ...numbers(31).map((day) => ({ value: day, words: day }))]}
          defaultValue={fields.day}
          {...register('day')}
        />
        <SelectField
          label={t('stepEditor.due.month')}
          problem={problemOf('month')}
          choices={[
            notChosen,
            ...numbers(12).map((month) => ({
              value: month,
              words: format(parseISO(dayInYear(next.year, Number(month), 1)), 'LLLL', { locale: localeOf(language) }),
            })),
          ]}
          defaultValue={fields.month}
          {...register('month')}
        />
      </div>
      <div className="due-rule-days">
        <TextField
          label={t('stepEditor.due.days')}
          problem={problemOf('days')}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={fields.days}
          {...register('days')}
        />
        <SelectField
          label={t('stepEditor.due.direction')}
          choices={DIRECTIONS.map((value) => ({ value, words: t(`stepEditor.due.${value}`) }))}
          defaultValue={fields.direction}
          {...register('direction')}
        />
      </div>
      <DueExample fields={fields} next={next} />
    </div>
  )
}

/** The day the rule gives for the next school start. */
function DueExample({ fields, next }: Pick<DueRuleFieldProps, 'fields' | 'next'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const rule = dueIn(fields)
  const words = (at: Parameters<typeof dayInWords>[0]) => dayInWords(at, language, { weekday: true, year: true })
  if (!rule || !isDue(rule)) {
    return <p className="due-rule-example quiet">{t(rule ? 'problem.noSuchDay' : 'stepEditor.due.none')}</p>
  }
  return (
    <p className="due-rule-example">
      <strong>{t('stepEditor.due.example', { year: next.year, day: words(dueDay(rule, next)) })}</strong>
      {rule.kind === 'days from first school day' && (
        <span className="quiet"> {t('stepEditor.due.guess', { day: words(next.firstSchoolDay) })}</span>
      )}
    </p>
  )
}

function numbers(to: number): string[] {
  return Array.from({ length: to }, (_, at) => String(at + 1))
}
