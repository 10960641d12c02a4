import { json } from '@remix-run/node'
import { Form, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { hidden } from '#app/routes/cycles/due-day-form.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readFeedKinds } from '#app/services/calendar-feed.server.ts'
import { makeCalendarLink, readCalendarLink } from '#app/services/calendar-link.server.ts'
import { accountPath, calendarEndingPath } from './paths.ts'

const LinkForm = z.object({ form: hidden })

/** A plain form: the link stands on the page that answers it, and nowhere else. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, request, language }) => {
  const madeAt = await readCalendarLink(context)
  const { t } = wordsIn(language)
  return json({
    title: t('calendar.title'),
    made: madeAt && t('calendar.made', { day: dayInWords(madeAt, language, { year: true }) }),
    holds: holdsWords(await readFeedKinds(context), t),
    ended: new URL(request.url).searchParams.has('ended'),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, request, edge, language }) => {
  const input = await readForm(request, LinkForm)
  if (!input.ok) return invalid(input)
  const token = await makeCalendarLink(context, input.value.form)
  const link = token && `${edge.settings.origin}/calendar/${token}?language=${language}`
  return json({ link, webcal: link && link.replace(/^https?:/, 'webcal:') })
})

export default function CalendarPage() {
  const { t } = useTranslation()
  const { title, made, holds, ended, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('making')
  const answer = useActionData<{ link?: string | null; webcal?: string | null }>()
  const link = answer?.link
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: accountPath(), words: t('account.title') },
        ]}
        here={title}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('calendar.lead')}</p>
        {holds && <p>{holds}</p>}
      </header>
      <p role="status" className="status-line">
        {link
          ? t('calendar.saved')
          : answer && 'link' in answer
            ? t('calendar.savedBefore')
            : ended && t('calendar.ended')}
      </p>
      {link && <NewLink link={link} webcal={answer?.webcal ?? ''} />}
      <section aria-labelledby="making" className="flow">
        <h2 id="making" tabIndex={-1}>
          {t(made ? 'calendar.replaceTitle' : 'calendar.makeTitle')}
        </h2>
        {made && <p>{made}</p>}
        <p>{t(made ? 'calendar.replaceWhy' : 'calendar.makeWhy')}</p>
        <Form method="post" className="form" key={form}>
          <input type="hidden" name="form" value={form} />
          <Button variant={made ? 'secondary' : 'primary'}>{t(made ? 'calendar.replace' : 'calendar.make')}</Button>
        </Form>
        {made && (
          <Form method="post" action={calendarEndingPath()} className="form">
            <input type="hidden" name="form" value={form} />
            <Button variant="secondary">{t('calendar.end')}</Button>
          </Form>
        )}
      </section>
    </>
  )
}

/** What is missing from the calendar today, or null where it has both due days and agreed dates. */
function holdsWords(kinds: Awaited<ReturnType<typeof readFeedKinds>>, t: TFunction): string | null {
  if (kinds.size === 0) return t('calendar.holds.nothing')
  if (!kinds.has('due day')) return t('calendar.holds.dates')
  return kinds.has('agreed date') ? null : t('calendar.holds.dueDays')
}

/** The link, this once, with how to add it. */
function NewLink({ link, webcal }: { link: string; webcal: string }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="link" className="handover-note">
      <h2 id="link">{t('calendar.linkTitle')}</h2>
      <p>{t('calendar.linkOnce')}</p>
      <div className="ds-field">
        <label className="ds-label" htmlFor="calendar-link">
          {t('calendar.link')}
        </label>
        <input className="ds-input" id="calendar-link" readOnly value={link} />
      </div>
      <p>
        <a href={webcal}>{t('calendar.open')}</a>
      </p>
      {(['outlook', 'google', 'apple'] as const).map((program) => (
        <section key={program}>
          <h3>{t(`calendar.${program}.name`)}</h3>
          <ol>
            {(['first', 'second', 'third'] as const).map((step) => (
              <li key={step}>{t(`calendar.${program}.${step}`)}</li>
            ))}
          </ol>
        </section>
      ))}
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
