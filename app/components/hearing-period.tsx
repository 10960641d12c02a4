import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { HearingState } from '#app/domain/hearing.ts'
import { Button, look } from './button.tsx'
import { DayField } from './day-field.tsx'
import { dayInWords } from './day.tsx'
import { useReturned } from './returned.ts'
import { useLanguage } from './use-language.ts'

interface HearingPeriodProps {
  hearing: { state: HearingState; from: LocalDate; to: LocalDate } | null
  /** Today, the last day that a hearing usually has, and the last it can have. */
  suggested: { today: LocalDate; to: LocalDate; last: LocalDate }
  commenters: readonly { role: 'director' | 'principal' | 'deputy'; municipal: number; private: number }[]
  form: string
}

/** When the draft can be commented on and by whom, or the form that opens it for comments. */
export function HearingPeriod({ hearing, suggested, commenters, form }: HearingPeriodProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const over = !hearing || hearing.state === 'over'
  const inWords = (on: LocalDate) => dayInWords(on, language, { year: true })
  return (
    <section className="card hearing-period" aria-labelledby="period">
      {hearing ? (
        <h2 id="period">
          {t(`hearing.draft.${hearing.state === 'open' ? 'isOpen' : hearing.state}`, {
            from: inWords(hearing.from),
            to: inWords(hearing.to),
          })}
        </h2>
      ) : (
        <>
          <h2 id="period">{t('hearing.draft.none')}</h2>
          <p>{t('hearing.draft.noneWhy')}</p>
        </>
      )}
      <Commenters commenters={commenters} />
      {hearing && (
        <p className="actions">
          <Link className="ds-button" {...look({ variant: 'secondary' })} to="/plan/hearing">
            {t('hearing.draft.read')}
          </Link>
          {!over && (
            <Link className="more" to="/plan/draft/hearing/closing">
              {t('hearing.draft.close')}
            </Link>
          )}
        </p>
      )}
      {over && <OpeningFields again={hearing !== null} suggested={suggested} form={form} />}
    </section>
  )
}

function Commenters({ commenters }: Pick<HearingPeriodProps, 'commenters'>) {
  const { t } = useTranslation()
  return (
    <>
      <h3>{t('hearing.draft.who')}</h3>
      {commenters.length === 0 && <p>{t('hearing.draft.nobody')}</p>}
      <ul>
        {commenters.map(({ role, municipal, private: privately }) => {
          const number = municipal + privately
          const roles = t(`hearing.draft.role.${role}`, { count: number })
          return <li key={role}>{t('hearing.draft.owned', { number, role: roles, municipal, private: privately })}</li>
        })}
      </ul>
    </>
  )
}

function OpeningFields({
  again,
  suggested,
  form,
}: { again: boolean } & Pick<HearingPeriodProps, 'suggested' | 'form'>) {
  const { t } = useTranslation()
  const { wordsOf, typed } = useReturned()
  const { today, to, last } = suggested
  return (
    <>
      <h3>{t(again ? 'hearing.draft.again' : 'hearing.draft.open')}</h3>
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="form" value={form} />
        <DayField
          name="from"
          label={t('hearing.draft.from')}
          today={today}
          first={today}
          last={last}
          typed={typed.from}
          noDay={t('hearing.draft.noDay')}
          problem={wordsOf('from')}
        />
        <DayField
          name="to"
          label={t('hearing.draft.to')}
          today={to}
          first={today}
          last={last}
          typed={typed.to}
          noDay={t('hearing.draft.noDay')}
          problem={wordsOf('to')}
        />
        <Button>{t('hearing.draft.send')}</Button>
      </Form>
    </>
  )
}
