import { useTranslation } from 'react-i18next'
import { dueRuleWords } from './due-rule-words.ts'
import type { PastedRow } from './pasted-rows.ts'
import { ProblemWords } from './field.tsx'
import { SelectField, type Choice } from './select-field.tsx'
import { useLanguage } from './use-language.ts'

const DAYS = Array.from({ length: 31 }, (_, at) => ({ value: String(at + 1), words: String(at + 1) }))
const YEARS = ['year before school start', 'school start year'] as const

interface PastedDueProps {
  row: PastedRow
  months: readonly Choice[]
  problem?: string
}

/** When a step of a pasted table is due: a day and month in one of two years, or counted from the first school day. */
export function PastedDue({ row, months, problem }: PastedDueProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { number, said } = row
  const notChosen = { value: '', words: t('field.choose') }
  const counted = [...new Set([0, daysOf(row.year)])].map((days) => ({
    value: `days:${days}`,
    words: dueRuleWords({ kind: 'days from first school day', days }, t, language),
  }))
  return (
    <fieldset className="ds-fieldset" aria-describedby={problem && `day-${number}-problem`}>
      <legend className="ds-label">{t('table.due')}</legend>
      {said.when && <p data-field="description">{t('table.said', { words: said.when })}</p>}
      <div className="pasted-due">
        <SelectField
          name="day"
          id={`day-${number}`}
          label={t('table.day')}
          choices={[notChosen, ...DAYS]}
          defaultValue={row.day}
          aria-invalid={problem ? true : undefined}
        />
        <SelectField
          name="month"
          id={`month-${number}`}
          label={t('table.month')}
          choices={[notChosen, ...months]}
          defaultValue={row.month}
        />
        <SelectField
          name="year"
          id={`year-${number}`}
          label={t('table.year')}
          choices={[notChosen, ...YEARS.map((value) => ({ value, words: t(`table.yearIs.${value}`) })), ...counted]}
          defaultValue={row.year}
        />
      </div>
      <ProblemWords id={`day-${number}`} problem={problem} />
    </fieldset>
  )
}

function daysOf(year: string): number {
  return Number(/^days:(-?\d+)$/.exec(year)?.[1] ?? 0)
}
