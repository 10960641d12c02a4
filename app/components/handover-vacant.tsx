import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import { dayInWords } from './day.tsx'
import { useLanguage } from './use-language.ts'

/** A unit that nobody leads, or will lead from a day. */
export interface VacancyView {
  id: string
  unit: string
  role: 'director' | 'principal'
  /** The first day without a leader; null where nobody leads today. */
  from: LocalDate | null
  offered: boolean
  /** The next due day that waits for the unit, where the page knows. */
  next: LocalDate | null
  /** The handover, for whoever may read it. */
  href: string | null
}

/** The units without a leader, before a due day passes there. */
export function VacantUnits({ vacancies }: { vacancies: readonly VacancyView[] }) {
  if (vacancies.length === 0) return null
  return (
    <ul className="follow-up-list vacant-units">
      {vacancies.map((vacancy) => (
        <VacantUnit key={vacancy.id} vacancy={vacancy} />
      ))}
    </ul>
  )
}

function VacantUnit({ vacancy: { unit, role, from, offered, next, href } }: { vacancy: VacancyView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const title = t(`role.${role}`).toLowerCase()
  return (
    <li>
      <span className="due-title">{href === null ? unit : <a href={href}>{unit}</a>}</span>
      <span className="step-meta">
        <span className="state ds-tag" data-color={from === null ? 'danger' : 'warning'}>
          {from === null
            ? t('vacancy.vacant', { role: title })
            : t('vacancy.vacantFrom', { role: title, day: dayInWords(from, language) })}
        </span>
        <span>{t(offered ? 'vacancy.offered' : 'vacancy.nobodyAsked')}</span>
        {next && <span>{t('vacancy.next', { day: dayInWords(next, language) })}</span>}
      </span>
    </li>
  )
}
