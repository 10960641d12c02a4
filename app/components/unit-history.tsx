import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Became } from '#app/domain/unit-change-history.ts'
import { dayInWords } from './day.tsx'
import { useLanguage } from './use-language.ts'

/** A line of a unit's history, by the names of owners and units. */
export type UnitHistoryView = Became & {
  from: LocalDate
  /** Whether the day is still to come. */
  ahead: boolean
  corrects: boolean
  reason: string | null
  at: Instant
  by: string | null
}

/** What happened to a unit, in words, the last first. */
export function UnitHistory({ lines }: { lines: readonly UnitHistoryView[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <ol className="step-history">
      {lines.map((line, index) => (
        // The same can be said twice of one day, by the same person.
        <li key={index}>
          {historyWords(line, dayInWords(line.from, language, { year: true }), t)}
          {line.reason && <span> {t('units.because', { reason: line.reason })}</span>}
          <span className="quiet unit-note">
            {t(line.by === null ? 'units.saidOn' : 'units.saidBy', {
              name: line.by ?? '',
              day: dayInWords(line.at, language, { year: true }),
            })}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** A line of a unit's history as a sentence. */
function historyWords(line: UnitHistoryView, day: string, t: TFunction): string {
  switch (line.kind) {
    case 'renamed':
    case 'new owner': {
      const values = { day, before: line.before ?? '', after: line.after ?? '' }
      const kind = line.kind === 'renamed' ? 'renamed' : 'newOwner'
      return t(`units.history.${kind}.${line.corrects ? 'corrected' : 'changed'}`, values)
    }
    case 'new number':
      return line.before === null
        ? t('units.history.newNumber.first', { after: line.after ?? '' })
        : t('units.history.newNumber.changed', { before: line.before, day })
    case 'closed': {
      if (!line.cameTrue) return t('units.history.closed.changed', { day })
      const when = line.ahead ? 'ahead' : 'done'
      return line.into === null
        ? t(`units.history.closed.${when}`, { day })
        : t(`units.history.merged.${when}`, { day, into: line.into })
    }
    case 'reopened':
      return t(line.hadClosed ? 'units.history.reopened' : 'units.history.notClosed', { day })
    case 'added':
      return t(line.ahead ? 'units.history.addedAhead' : 'units.history.added', { day })
    case 'moved':
      return t('units.history.moved', { day })
  }
}
