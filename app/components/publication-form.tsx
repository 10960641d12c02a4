import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import { Button } from './button.tsx'
import { DayField } from './day-field.tsx'
import type { FieldProblem } from './error-summary.tsx'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'
import { TickFields } from './tick-fields.tsx'
import { Unsaved } from './unsaved.tsx'

interface PublicationFormProps {
  number: number
  hidden: Readonly<Record<'form' | 'seen' | 'draft', string>>
  years: readonly number[]
  likely: number
  today: LocalDate
  typed: Readonly<Record<string, string>>
  problems: readonly FieldProblem[]
}

/** How a version comes into force: what the body decided, and what is new. */
export function PublicationForm({ number, hidden, years, likely, today, typed, problems }: PublicationFormProps) {
  const { t } = useTranslation()
  const field = (name: string, label: string) => ({
    name,
    label,
    problem: problems.find((problem) => problem.field === name)?.words,
  })
  return (
    <Form method="post" className="form" noValidate>
      <Unsaved unsaved={problems.length > 0} />
      <TickFields fields={hidden} />
      <p>{t('publication.allButOne')}</p>
      <SelectField
        {...field('validFromCycle', t('publication.validFrom'))}
        hint={t('publication.validFromHint')}
        choices={years.map((year) => ({ value: String(year), words: t('cycle.name', { year }) }))}
        defaultValue={typed.validFromCycle ?? String(likely)}
      />
      <TextField
        {...field('adoptedBy', t('publication.adoptedBy'))}
        hint={t('publication.adoptedByHint')}
        defaultValue={typed.adoptedBy}
        autoComplete="off"
      />
      <TextField
        {...field('caseNumber', t('publication.caseNumber'))}
        need="optional"
        defaultValue={typed.caseNumber}
        autoComplete="off"
      />
      <DayField
        {...field('adoptedOn', t('publication.adoptedOn'))}
        today={today}
        typed={typed.adoptedOn ?? ''}
        noDay={t('publication.adoptedOnHint')}
      />
      <TextArea
        {...field('changeNote', t('publication.changeNote'))}
        hint={t('publication.changeNoteHint')}
        rows={5}
        defaultValue={typed.changeNote}
      />
      <Button>{t('publication.publish', { number })}</Button>
    </Form>
  )
}
