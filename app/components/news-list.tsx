import { useTranslation } from 'react-i18next'
import type { Fate } from '#app/domain/adoption.ts'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Wording } from '#app/domain/language.ts'
import type { Obligation } from '#app/domain/obligation.ts'
import type { Side } from '#app/domain/place.ts'
import { DueChange } from './adoption-steps.tsx'
import { Worded } from './worded.tsx'

/** A step that something is new about for a unit. */
export interface NewsView {
  what: Exclude<Fate, 'stays'> | 'new due day' | 'reworded' | 'moved'
  id: string
  title: Wording
  /** Where the step is answered, where that is one place. */
  href: string | null
  due: { to: LocalDate; from: LocalDate | null } | null
  intoPast: boolean
  reworded: boolean
  answered: boolean
  /** Why it is asked, with at how many pairs: they may be of several owners. */
  obligations: readonly { obligation: Obligation; pairs: number }[]
  /** What the unit has to do with it. */
  part: 'answers' | 'confirms' | 'other'
  responsible: Side
  /** At how many pairs, where it is asked of pairs. */
  pairs: number | null
  /** Where it is answered with each of the other units, where those are several. */
  others: readonly { href: string; name: string }[]
}

/** What is new for one unit. */
export interface UnitNewsView {
  id: string
  name: string
  stretch: { from: number; to: number; upTo: number; compare: string } | null
  news: readonly NewsView[]
  read: { at: Instant; by: string } | null
}

const ORDER = [
  ...(['opens again', 'new', 'to confirm', 'new due day'] as const),
  ...(['falls away', 'counts again', 'reworded', 'moved'] as const),
]

/** What is new for a unit, gathered by what becomes of the steps; what asks for something comes first. */
export function NewsList({ news, unit }: { news: readonly NewsView[]; unit: string }) {
  const { t } = useTranslation()
  return (
    <>
      {ORDER.map((what) => ({ what, steps: news.filter((step) => step.what === what) })).map(
        ({ what, steps }) =>
          steps.length > 0 && (
            <section key={what} aria-labelledby={`${unit}-${what}`.replaceAll(' ', '-')}>
              <h3 id={`${unit}-${what}`.replaceAll(' ', '-')}>{t(`news.what.${what}`)}</h3>
              <p className="quiet">{t(`news.why.${what}`)}</p>
              <ul className="adoption-list">
                {steps.map((step) => (
                  <NewsStep key={`${step.id} ${step.due?.to} ${step.due?.from} ${step.intoPast}`} step={step} />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  )
}

function NewsStep({ step }: { step: NewsView }) {
  const { t } = useTranslation()
  const { what, title, href, due, intoPast, reworded, answered, obligations, part, responsible, pairs, others } = step
  const binds = obligations.some(({ obligation }) => obligation !== 'invitation')
  return (
    <li>
      <p className="due-title">
        {href ? (
          <a href={href}>
            <Worded wording={title} />
          </a>
        ) : (
          <Worded wording={title} />
        )}
      </p>
      <p className="step-meta">
        {due && <DueChange due={due} />}
        {intoPast && binds && (
          <span className="ds-tag" data-color="danger">
            {t('adoption.fate.intoPast')}
          </span>
        )}
        <span>
          {part === 'other' ? t('news.part.other', { side: t(`side.heading.${responsible}`) }) : t(`news.part.${part}`)}
        </span>
        {obligations.map(({ obligation, pairs }) => (
          <span key={obligation}>
            {obligations.length === 1
              ? t(`obligation.${obligation}`)
              : t('news.bound', { obligation: t(`obligation.${obligation}`), pairs })}
          </span>
        ))}
        {pairs !== null && <span>{t('news.pairs', { count: pairs })}</span>}
        {what === 'falls away' && answered && <span>{t('adoption.answersKept')}</span>}
        {reworded && what === 'new due day' && <span>{t('adoption.fate.reworded')}</span>}
      </p>
      {others.length > 0 && (
        <ul className="news-others">
          {others.map(({ href, name }) => (
            <li key={href}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
