import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#app/domain/permissions.ts'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { Returned } from './returned.ts'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

/** A change of a unit that is about to be said, and what it touches. */
export interface UnitChangeView {
  page: 'name' | 'owner' | 'closing' | 'reopening'
  unit: { name: string; href: string }
  form: string
  /** The last change that was written down. */
  seen: number
  /** The day that stands there at first, and in words which there can be. */
  day: string
  dayHint: string
  /** The pairs of the running cycles, and who sits there. */
  pairs: readonly { name: string; href: string; move: string; year: number }[]
  seats: readonly { id: string; role: Role; name: string | null; end: string }[]
}

interface UnitChangePageProps {
  change: UnitChangeView
  returned: Pick<Returned, 'words' | 'wordsOf' | 'typed'>
  /** The fields of this change, before the day and the reason that each has. */
  children?: ReactNode
  /** What the change touches, beside the form. */
  touches?: ReactNode
}

/** One change of a unit, said once: what, from which day, and why. */
export function UnitChangePage({ change, returned, children, touches }: UnitChangePageProps) {
  const { t } = useTranslation()
  const { page, unit, form, seen, day, dayHint } = change
  const { words, wordsOf, typed } = returned
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/units', words: t('frame.units') },
          { to: unit.href, words: unit.name },
        ]}
        here={t(`units.changes.${page}.title`)}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">{unit.name}</p>
        <h1>{t(`units.changes.${page}.title`)}</h1>
        <p className="lead">{t(`units.changes.${page}.lead`)}</p>
      </header>
      <div className="step-page">
        <div>
          <Form method="post" className="form answer-form" noValidate>
            <input type="hidden" name="form" value={form} />
            <input type="hidden" name="seen" value={seen} />
            {children}
            <TextField
              name="from"
              type="date"
              label={t(`units.changes.${page}.day`)}
              hint={dayHint}
              defaultValue={typed.from ?? day}
              problem={wordsOf('from')}
            />
            <TextArea
              name="reason"
              label={t('units.reason')}
              hint={t('units.reasonHint')}
              maxLength={LONGEST_TEXT}
              defaultValue={typed.reason}
              problem={wordsOf('reason')}
            />
            <Button>{t(`units.changes.${page}.save`)}</Button>
          </Form>
        </div>
        {touches}
      </div>
    </>
  )
}
