import { useTranslation } from 'react-i18next'
import type { Instant } from '#app/domain/calendar.ts'
import { Button } from './button.tsx'
import { dayInWords } from './day.tsx'
import { useLanguage } from './use-language.ts'

/** A unit that lacks an answer. `reminder` and `invite` are for those who may do something about it. */
export interface LackingView {
  id: string
  name: string
  municipality: string | null
  owner: string
  href: string
  answerers: readonly { role: 'owner' | 'director' | 'principal'; email: string | null }[]
  /** Whether none of them can be reached by mail. */
  noAddress: boolean
  remindedAt: Instant | null
  remindedToday: boolean
  reminder: string | null
  invite: string | null
}

/** The units that have not answered: who owns them, who can answer, and when somebody was last reminded. */
export function LackingList({ units, form }: { units: readonly LackingView[]; form: string }) {
  const { t } = useTranslation()
  return (
    <ul className="participation-lacking">
      {units.map((unit) => (
        <li key={unit.id}>
          <div>
            <h3>
              <a href={unit.href}>{unit.name}</a>
            </h3>
            <p className="quiet">
              {t('participation.lacking.owner', { owner: unit.owner })}
              {unit.municipality && ` (${unit.municipality})`}
            </p>
          </div>
          <WhoCanAnswer unit={unit} />
          <div className="participation-remind">
            <p className="quiet">
              <Reminded unit={unit} />
            </p>
            {unit.reminder && (
              <form method="post" action={unit.reminder}>
                <input type="hidden" name="form" value={form} />
                <Button variant="secondary" aria-label={t('participation.remind.sendFor', { unit: unit.name })}>
                  {t('participation.remind.send')}
                </Button>
              </form>
            )}
            {unit.invite && (
              <a className="more" href={unit.invite}>
                {t('participation.lacking.invite')}
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Which seats can answer; with the address for those who write to it. */
function WhoCanAnswer({ unit: { answerers, noAddress } }: { unit: LackingView }) {
  const { t } = useTranslation()
  if (answerers.length === 0) return <p>{t('participation.lacking.nobody')}</p>
  return (
    <div>
      <p className="quiet">{t('participation.lacking.canAnswer')}</p>
      <ul className="plain-list">
        {answerers.map(({ role, email }, index) => (
          <li key={role + String(index)} className="participation-seat">
            {t(`role.${role}`)}
            {email && <span className="quiet"> {email}</span>}
          </li>
        ))}
      </ul>
      {noAddress && <p>{t('participation.lacking.noAddress')}</p>}
    </div>
  )
}

function Reminded({ unit: { remindedAt, remindedToday } }: { unit: LackingView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (remindedAt === null) return <>{t('participation.lacking.never')}</>
  if (remindedToday) return <>{t('participation.lacking.today')}</>
  return <>{t('participation.lacking.last', { day: dayInWords(remindedAt, language) })}</>
}
