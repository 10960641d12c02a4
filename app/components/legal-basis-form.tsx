import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Text } from '#app/domain/language.ts'
import { Button } from './button.tsx'
import { DayField } from './day-field.tsx'
import type { FieldProblem } from './error-summary.tsx'
import { TextsField } from './texts-field.tsx'
import { TickFields } from './tick-fields.tsx'
import { Unsaved } from './unsaved.tsx'

interface LegalBasisFormProps {
  hidden: Readonly<Record<'form' | 'seen', string> & { id?: string }>
  title: Text | null
  checkedOn: LocalDate | null
  today: LocalDate
  typed: Readonly<Record<string, string>>
  problems: readonly FieldProblem[]
}

/** A law or regulation: what it is called, and when somebody last compared it with its source. */
export function LegalBasisForm({ hidden, title, checkedOn, today, typed, problems }: LegalBasisFormProps) {
  const { t } = useTranslation()
  return (
    <Form method="post" className="draft-edit" noValidate>
      <Unsaved unsaved={problems.length > 0} />
      <TickFields fields={hidden} />
      <TextsField
        name="title"
        label={t('legalBasis.name')}
        hint={t('legalBasis.nameHint')}
        text={title}
        typed={typed}
        problems={problems}
        rows={3}
      />
      <DayField
        name="checkedOn"
        label={t('legalBasis.checkedOn')}
        need="optional"
        problem={problems.find(({ field }) => field === 'checkedOn')?.words}
        today={today}
        typed={typed.checkedOn ?? checkedOn ?? ''}
        noDay={t('legalBasis.checkedOnHint')}
      />
      <Button>{t('legalBasis.save')}</Button>
    </Form>
  )
}
