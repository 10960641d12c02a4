import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AGREED_DATE_KINDS } from '#app/domain/agreed-date.ts'
import { LONGEST_WORDS } from '#app/domain/agreeing.ts'
import { Button } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import type { DateFormView } from './date-view.ts'
import { DayField } from './day-field.tsx'
import type { Returned } from './returned.ts'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

interface DateFormProps {
  date: DateFormView
  returned: Pick<Returned, 'problems' | 'wordsOf' | 'typed'>
  /** What the pairs are called that it can be for: kindergartens at a school, schools at a kindergarten. */
  others: 'kindergartens' | 'schools'
  submit: string
  /** What else is sent or asked, last. */
  children?: ReactNode
}

/** When something takes place, what it is, and for whom. */
export function DateForm({ date, returned, others, submit, children }: DateFormProps) {
  const { t } = useTranslation()
  const { problems, wordsOf, typed } = returned
  const { form, values, steps, pairs, chosen, span } = date
  const isReturned = Object.keys(typed).length > 0
  const valueOf = (name: keyof DateFormView['values']) => (isReturned ? (typed[name] ?? '') : values[name])
  const field = (name: string) => ({ name, problem: wordsOf(name) })
  const asksSure = typed.sure === 'yes' || problems.some(({ message }) => OFF_DAYS.includes(message))
  return (
    <Form method="post" className="form">
      <input type="hidden" name="form" value={form} />
      <ChoiceGroup
        {...field('kind')}
        type="radio"
        label={t('dates.field.kind')}
        choices={AGREED_DATE_KINDS.map((kind) => ({ value: kind, words: t(`dates.kind.${kind}`) }))}
        chosen={[valueOf('kind')]}
      />
      <SelectField
        {...field('stepId')}
        label={t('dates.field.step')}
        hint={t('dates.field.stepHint')}
        choices={steps}
        defaultValue={valueOf('stepId')}
      />
      <DayField
        {...field('on')}
        label={t('dates.field.on')}
        need="required"
        today={span.from}
        first={span.from}
        last={span.to}
        typed={valueOf('on')}
        noDay={t('dates.field.onHint')}
      />
      {asksSure && (
        <Checkbox
          id="sure"
          name="sure"
          value="yes"
          label={t('dates.field.sure')}
          defaultChecked={typed.sure === 'yes'}
        />
      )}
      <div className="date-times">
        <TextField {...field('from')} type="time" label={t('dates.field.from')} defaultValue={valueOf('from')} />
        <TextField {...field('to')} type="time" label={t('dates.field.to')} defaultValue={valueOf('to')} />
      </div>
      {pairs.length > 0 && (
        <ChoiceGroup
          {...field('pairs')}
          type="checkbox"
          label={t(`dates.field.${others}`)}
          choices={pairs}
          chosen={isReturned ? (typed.pairs ?? '').split(',') : chosen}
        />
      )}
      <WordsFields valueOf={valueOf} field={field} />
      {children}
      <Button>{submit}</Button>
    </Form>
  )
}

const OFF_DAYS = ['dateOnWeekend', 'dateOnHoliday']

/** Where it is, who comes and what it is called: all can be left out. */
function WordsFields({
  valueOf,
  field,
}: {
  valueOf: (name: 'title' | 'venue' | 'whoComes') => string
  field: (name: string) => { name: string; problem: string | undefined }
}) {
  const { t } = useTranslation()
  const hints = {
    venue: 'dates.field.venueHint',
    whoComes: 'dates.field.whoComesHint',
    title: 'dates.field.titleHint',
  } as const
  return (['venue', 'whoComes', 'title'] as const).map((name) => (
    <TextField
      key={name}
      {...field(name)}
      label={t(`dates.field.${name}`)}
      need="optional"
      hint={t(hints[name])}
      maxLength={LONGEST_WORDS[name]}
      autoComplete="off"
      defaultValue={valueOf(name)}
    />
  ))
}
