import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Offers, OwnEvents, OwnSeats, OwnSessions } from '#app/components/account-parts.tsx'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { signedIn } from '#app/http/guard.server.ts'
import { tokenOf } from '#app/http/session.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { OTHERS, readAccount } from '#app/services/account.server.ts'
import { accountView } from './account-view.server.ts'
import { accountPath, calendarPath, sessionEndPath } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, request, edge, language }) => {
  const { searchParams } = new URL(request.url)
  const account = await readAccount(context, tokenOf(edge, request), sequenceIn(searchParams.get('before')))
  const { t } = wordsIn(language)
  const ended = searchParams.get('ended')
  return json({
    title: t('account.title'),
    ...accountView(account, context.actor, language),
    saved: ended === OTHERS ? t('account.endedOthers') : ended === null ? null : t('account.ended'),
    newest: !searchParams.has('before'),
    others: sessionEndPath(OTHERS),
    form: newForm(),
  })
})

function sequenceIn(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}

export default function AccountPage() {
  const { t } = useTranslation()
  const { title, name, email, seats, offers, sessions, events, earlier, saved, newest, others, form } =
    useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs trail={[{ to: '/', words: t('frame.home') }]} here={title} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{name}</p>
        {email !== null && (
          <p>
            {t('account.email')}: {email}
          </p>
        )}
        <p className="more">
          <a href={calendarPath()}>{t('calendar.toPage')}</a>
        </p>
      </header>
      <p role="status" className="status-line">
        {saved}
      </p>
      <Offers offers={offers} />
      <section aria-labelledby="seats">
        <h2 id="seats">{t('account.seats')}</h2>
        <OwnSeats seats={seats} />
      </section>
      <OwnSessions sessions={sessions} form={form} others={others} />
      <section aria-labelledby="events">
        <h2 id="events">{t('account.events')}</h2>
        <p>{t('account.eventsLead')}</p>
        <OwnEvents events={events} />
        {(earlier !== null || !newest) && (
          <nav aria-label={t('account.events')}>
            <ul className="link-row">
              {!newest && (
                <li>
                  <a href={`${accountPath()}#events`}>{t('account.newest')}</a>
                </li>
              )}
              {earlier !== null && (
                <li>
                  <a href={accountPath(earlier)}>{t('account.earlier')}</a>
                </li>
              )}
            </ul>
          </nav>
        )}
      </section>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
