import { useTranslation } from 'react-i18next'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import { dayInWords } from './day.tsx'
import { useLanguage } from './use-language.ts'

/** A due day as it is moved: whether people are at work then, what moved it here, and which schools have their own. */
export interface DueDayView {
  due: LocalDate
  off: 'holiday' | 'weekend' | null
  moved: { from: LocalDate; reason: string; at: Instant; by: string } | null
  schools: readonly { name: string; due: LocalDate }[]
}

const IN_FULL = { weekday: true, year: true }

/** The day in words, and all that is to know of it. */
export function DueDayFacts({ due: { due, off, moved, schools } }: { due: DueDayView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="due-day">
      <p>
        <time dateTime={due}>{dayInWords(due, language, IN_FULL)}</time>
        {off && (
          <>
            {' '}
            <span className="ds-tag" data-color="warning">
              {t(`dueDays.off.${off}`)}
            </span>
          </>
        )}
      </p>
      {moved && (
        <>
          <p>{t('dueDays.movedWhy', { day: dayInWords(moved.from, language), reason: moved.reason })}</p>
          <p className="quiet">{t('dueDays.movedBy', { name: moved.by, at: dayInWords(moved.at, language) })}</p>
        </>
      )}
      {schools.map((school) => (
        <p key={school.name}>
          {t('dueDays.schoolDay', { school: school.name, day: dayInWords(school.due, language, IN_FULL) })}
        </p>
      ))}
    </div>
  )
}
