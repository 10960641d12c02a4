import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { noSessionCookie, tokenOf } from '#app/http/session.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { hidden } from '#app/routes/cycles/due-day-form.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { endOwnSessions, OTHERS, readSessions } from '#app/services/account.server.ts'
import { sessionView } from './account-view.server.ts'
import { accountPath } from './paths.ts'

const EndForm = z.object({ form: hidden })

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, edge, language }) => {
  const which = partOf(params, 'session')
  const sessions = await readSessions(context, tokenOf(edge, request), which)
  return json({
    title: wordsIn(language).t(which === OTHERS ? 'account.endOthers' : 'account.endTitle'),
    sessions: sessions.map((session) => sessionView(session, language)),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request, edge }) => {
  const input = await readForm(request, EndForm)
  if (!input.ok) return invalid(input)
  const which = partOf(params, 'session')
  const token = tokenOf(edge, request)
  const outcome = await endOwnSessions(context, token, which, input.value.form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: {} })
  if (!outcome.here) throw redirectTo(`${accountPath()}?ended=${which === OTHERS ? OTHERS : 'one'}`)
  throw redirectTo('/sign-in', { 'Set-Cookie': noSessionCookie(edge.settings.origin) })
})

export default function SessionEndingPage() {
  const { t } = useTranslation()
  const { title, sessions, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('ending')
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
        <h1 id="ending" tabIndex={-1}>
          {title}
        </h1>
      </header>
      {sessions.length === 0 && <p>{t('account.noOthers')}</p>}
      {sessions.length > 0 && (
        <Form method="post" className="form">
          <input type="hidden" name="form" value={form} />
          <ul>
            {sessions.map(({ id, begun, used, here }) => (
              <li key={id}>
                {t('account.sessionDays', { begun, used })}
                {here && ` (${t('account.here')})`}
              </li>
            ))}
          </ul>
          <Button>{t('account.end')}</Button>
        </Form>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
