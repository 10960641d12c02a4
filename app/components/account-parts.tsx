import { useTranslation } from 'react-i18next'
import type { EventView, OfferView, SeatView, SessionView } from './account-view.ts'
import { Button } from './button.tsx'
import { Day } from './day.tsx'
import { Worded } from './worded.tsx'

/** The seats a person has, each with its days, what it lets a deputy do, and the way out. */
export function OwnSeats({ seats }: { seats: readonly SeatView[] }) {
  const { t } = useTranslation()
  if (seats.length === 0) return <p>{t('account.noSeats')}</p>
  return (
    <ul className="due-list account-list">
      {seats.map((seat) => (
        <li key={seat.id}>
          <div>
            <p className="due-title">
              {t(`role.${seat.role}`)}
              {seat.where && (
                <>
                  {', '}
                  {seat.where.href ? <a href={seat.where.href}>{seat.where.name}</a> : seat.where.name}
                </>
              )}
            </p>
            <p className="due-place">
              {t('account.since')} <Day at={seat.from} year />
              {seat.to && (
                <>
                  {` · ${t('account.until')} `}
                  <Day at={seat.to} year />
                </>
              )}
            </p>
            {seat.role === 'deputy' && <May may={seat.may} />}
          </div>
          <p>
            <a className="more" href={seat.end}>
              {t('account.endSeat')}
              <span className="ds-sr-only">
                : {t(`role.${seat.role}`)}
                {seat.where && `, ${seat.where.name}`}
              </span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}

function May({ may }: Pick<SeatView, 'may'>) {
  const { t } = useTranslation()
  const rights = may === null ? ['all' as const] : (['look', ...may] as const)
  return (
    <p className="due-place">
      {t('account.canDo')} {rights.map((right) => t(`may.${right}`).toLowerCase()).join(', ')}
    </p>
  )
}

/** Seats that wait for a yes or a no. */
export function Offers({ offers }: { offers: readonly OfferView[] }) {
  const { t } = useTranslation()
  if (offers.length === 0) return null
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">{t('account.offers')}</h2>
      <ul className="due-list account-list">
        {offers.map(({ id, role, where, href }) => (
          <li key={id}>
            <p className="due-title">
              {t(`role.${role}`)}
              {where && `, ${where}`}
            </p>
            <p>
              <a className="more" href={href}>
                {t('account.answerOffer')}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where one has signed in, each to be ended at once. */
export function OwnSessions({
  sessions,
  form,
  others,
}: {
  sessions: readonly SessionView[]
  form: string
  others: string
}) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('account.sessions')}</h2>
      <p>{t('account.sessionsLead')}</p>
      <ul className="due-list account-list">
        {sessions.map(({ id, begun, used, ownDevice, here, end }) => (
          <li key={id}>
            <div>
              <p className="due-title">
                {t(ownDevice ? 'account.ownDevice' : 'account.sharedDevice')}
                {here && (
                  <span className="state ds-tag" data-color="info">
                    {t('account.here')}
                  </span>
                )}
              </p>
              <p className="due-place">{t('account.sessionDays', { begun, used })}</p>
            </div>
            <form method="post" action={end}>
              <input type="hidden" name="form" value={form} />
              <Button variant="tertiary">
                {t('account.end')}
                <span className="ds-sr-only">: {t('account.sessionDays', { begun, used })}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      {sessions.some(({ here }) => !here) && (
        <form method="post" action={others}>
          <input type="hidden" name="form" value={form} />
          <Button variant="secondary">{t('account.endOthers')}</Button>
        </form>
      )}
    </section>
  )
}

/** What one did, the newest first, under each day. */
export function OwnEvents({ events }: { events: readonly EventView[] }) {
  const { t } = useTranslation()
  if (events.length === 0) return <p>{t('account.noEvents')}</p>
  return (
    <ol className="account-events">
      {events.map(({ sequence, at, time, words, what, where, href }) => (
        <li key={sequence}>
          <p>
            {what ? (
              <>
                {`${words}: `}
                {href ? (
                  <a href={href}>
                    <Worded wording={what} />
                  </a>
                ) : (
                  <Worded wording={what} />
                )}
              </>
            ) : (
              <>{href ? <a href={href}>{words}</a> : words}</>
            )}
          </p>
          <p className="due-place">
            {where && `${where} · `}
            <Day at={at} year /> {time}
          </p>
        </li>
      ))}
    </ol>
  )
}
