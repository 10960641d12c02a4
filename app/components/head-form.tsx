import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Text } from '#app/domain/language.ts'
import { Button } from './button.tsx'
import type { FieldProblem } from './error-summary.tsx'
import { PurposesField } from './purposes-field.tsx'
import { TextsField } from './texts-field.tsx'
import { TickFields } from './tick-fields.tsx'
import { Unsaved } from './unsaved.tsx'

interface HeadFormProps {
  hidden: Readonly<Record<'form' | 'seen', string>>
  title: Text
  purposes: readonly Text[]
  typed: Readonly<Record<string, string>>
  problems: readonly FieldProblem[]
}

/** What a plan is called, and what it is for. */
export function HeadForm({ hidden, title, purposes, typed, problems }: HeadFormProps) {
  const { t } = useTranslation()
  return (
    <Form method="post" className="draft-edit">
      <Unsaved unsaved={problems.length > 0} />
      <TickFields fields={hidden} />
      <TextsField name="title" label={t('head.name')} text={title} typed={typed} problems={problems} rows={2} />
      <section aria-labelledby="purposes">
        <h2 id="purposes">{t('head.purposes')}</h2>
        <p className="quiet">{t('head.purposesHint')}</p>
        <PurposesField purposes={purposes} problems={problems} />
      </section>
      <Button>{t('head.save')}</Button>
    </Form>
  )
}
