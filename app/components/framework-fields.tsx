import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mark } from '#app/domain/framework-mark.ts'
import type { Month } from '#app/domain/month.ts'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { ChoiceGroup } from './choice-group.tsx'
import { SelectField, type Choice } from './select-field.tsx'
import { TextArea } from './text-area.tsx'

interface FieldsProps {
  marks: readonly Mark[]
  months: readonly Choice[]
  /** What is chosen at first: the mark, and from which month to which. */
  first: { mark: Mark | null; from: Month; to: Month; reason: string | null }
  /** Asked only of one at a time. */
  how?: ReactNode
  typed: Readonly<Record<string, string>>
  wordsOf: (field: string) => string | undefined
}

/** What is said of elements: how far, from when to when, and why not. */
export function FrameworkFields({ marks, months, first, how, typed, wordsOf }: FieldsProps) {
  const { t } = useTranslation()
  const chosen = typed.mark ?? first.mark
  return (
    <>
      <ChoiceGroup
        type="radio"
        name="mark"
        label={t('framework.many.mark')}
        problem={wordsOf('mark')}
        chosen={chosen ? [chosen] : []}
        choices={marks.map((mark) => ({ value: mark, words: t(`framework.mark.${mark}`) }))}
      />
      <div className="framework-from-to">
        <SelectField
          name="from"
          label={t('framework.many.from')}
          choices={months}
          defaultValue={typed.from ?? first.from}
          problem={wordsOf('from')}
        />
        <SelectField
          name="to"
          label={t('framework.many.to')}
          choices={months}
          defaultValue={typed.to ?? first.to}
          problem={wordsOf('to')}
        />
      </div>
      {how && <div className="framework-how-field">{how}</div>}
      {marks.includes('not for us') && (
        <div className="framework-reason">
          <TextArea
            name="reason"
            label={t('framework.many.reason')}
            hint={t('framework.many.reasonHint')}
            rows={2}
            maxLength={LONGEST_TEXT}
            defaultValue={typed.reason ?? first.reason ?? undefined}
            problem={wordsOf('reason')}
          />
        </div>
      )}
    </>
  )
}
