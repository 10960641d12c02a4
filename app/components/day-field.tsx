import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDay, type LocalDate } from '#app/domain/calendar.ts'
import { dayInWords } from './day.tsx'
import type { FieldProps } from './field.tsx'
import { TextField } from './text-field.tsx'
import { useLanguage } from './use-language.ts'

/** A day that may be earlier than today, never later. Browsers show it their own way, so it also stands in words. */
export function DayField({ today, typed, ...field }: FieldProps & { today: LocalDate; typed?: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [value, setValue] = useState(typed ?? today)
  const chosen = parseDay(value)
  return (
    <TextField
      {...field}
      type="date"
      max={today}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      hint={chosen ? dayInWords(chosen, language, { weekday: true, year: true }) : t('step.noDay')}
    />
  )
}
