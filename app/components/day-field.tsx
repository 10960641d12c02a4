import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDay, type LocalDate } from '#app/domain/calendar.ts'
import { dayInWords } from './day.tsx'
import type { FieldProps } from './field.tsx'
import { TextField } from './text-field.tsx'
import { useLanguage } from './use-language.ts'

interface DayFieldProps extends Omit<FieldProps, 'hint'> {
  hint?: string
  /** What stands there at first, and the latest day there can be unless another is given. */
  today: LocalDate
  first?: LocalDate
  last?: LocalDate
  typed?: string
  /** What it means to leave it empty. */
  noDay?: string
}

/** A day, no later than today unless another end is given. Browsers show it their own way, so it also stands in words. */
export function DayField({ today, first, last = today, typed, noDay, ...field }: DayFieldProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [value, setValue] = useState(typed ?? today)
  const chosen = parseDay(value)
  const inWords = chosen ? dayInWords(chosen, language, { weekday: true, year: true }) : (noDay ?? t('step.noDay'))
  return (
    <TextField
      {...field}
      type="date"
      min={first}
      max={last}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      hint={[inWords, field.hint].filter(Boolean).join('. ')}
    />
  )
}
