import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { GAP_DIRECTIONS } from '#app/domain/enrolling.ts'
import { MUNICIPALITY } from '#app/domain/place.ts'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { Button } from './button.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import type { ExplanationStart } from './gap-view.ts'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

interface GapFormProps {
  form: string
  start: ExplanationStart
  /** The last row of the explanation that is changed. */
  seen?: number
  wordsOf: (field: string) => string | undefined
  typed: Readonly<Record<string, string>>
}

/** How many of a gap, why, and who follows it up. */
export function GapForm({ form, start, seen, wordsOf, typed }: GapFormProps) {
  const { t } = useTranslation()
  const followers = [{ value: MUNICIPALITY, words: t('gap.municipality') }, ...start.followers]
  return (
    <Form method="post" className="form answer-form" key={form}>
      <input type="hidden" name="form" value={form} />
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      <TextField
        name="children"
        label={t('gap.children')}
        hint={t('gap.childrenHint')}
        inputMode="numeric"
        autoComplete="off"
        className="ds-input gap-number"
        maxLength={20}
        defaultValue={typed.children ?? start.children}
        problem={wordsOf('children')}
      />
      <ChoiceGroup
        type="radio"
        name="direction"
        label={t('gap.direction')}
        choices={GAP_DIRECTIONS.map((value) => ({ value, words: t(DIRECTIONS[value]) }))}
        chosen={[typed.direction ?? start.direction]}
        problem={wordsOf('direction')}
      />
      <TextArea
        name="words"
        label={t('gap.words')}
        hint={t('gap.wordsHint')}
        maxLength={LONGEST_TEXT}
        defaultValue={typed.words ?? start.words}
        problem={wordsOf('words')}
      />
      <SelectField
        name="followedUpBy"
        label={t('gap.followedUpBy')}
        choices={followers}
        defaultValue={typed.followedUpBy ?? start.followedUpBy}
        problem={wordsOf('followedUpBy')}
      />
      <Button>{t('gap.save')}</Button>
    </Form>
  )
}

const DIRECTIONS = {
  'more enrolled': 'gap.directions.more',
  'fewer enrolled': 'gap.directions.fewer',
} as const
