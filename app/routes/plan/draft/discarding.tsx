import { json } from '@remix-run/node'
import { Form, Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button, look } from '#app/components/button.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { DraftHead } from '#app/components/draft-head.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { found } from '#app/domain/refusal.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { discardDraft, readDraft } from '#app/services/draft.server.ts'
import { readDiscarding } from '#app/services/outline.server.ts'

const hidden = z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete')
const DiscardingForm = z.object({ form: hidden, seen: hidden })

export const loader = signedIn(async ({ context, language }) => {
  const { draft, changes, comments, seen } = found(await readDiscarding(context))
  return json({
    title: wordsIn(language).t('draft.discarding.title'),
    basedOn: draft.basedOn?.number ?? null,
    begun: dayInWords(draft.begunAt, language, { year: true }),
    changedBy: draft.changedBy,
    steps: draft.content.routines.flatMap(({ steps }) => steps).length,
    changes,
    comments,
    seen,
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, request }) => {
  await readDraft(context)
  const input = await readForm(request, DiscardingForm)
  if (!input.ok) return invalid(input)
  const outcome = await discardDraft(context, input.value.seen, input.value.form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: {} })
  return redirectTo('/plan/draft?discarded=1')
})

export default function DiscardingPage() {
  const { t } = useTranslation()
  const { basedOn, begun, changedBy, steps, changes, comments, seen, form } = useLoaderData<typeof loader>()
  const { words } = useReturned()
  return (
    <>
      <ErrorSummary problems={words} />
      <DraftHead here={t('draft.discarding.title')} basedOn={basedOn}>
        <h1>{t('draft.discarding.title')}</h1>
        <p className="lead">{t('draft.discarding.lead')}</p>
      </DraftHead>
      <section aria-labelledby="lost">
        <h2 id="lost" tabIndex={-1}>
          {t('draft.discarding.lost')}
        </h2>
        <ul>
          <li>
            {changes === null
              ? t('draft.discarding.all', { count: steps })
              : t('draft.discarding.changes', { count: changes, number: basedOn })}
          </li>
          {comments > 0 && <li>{t('draft.discarding.comments', { count: comments })}</li>}
        </ul>
        <p className="quiet">
          {t('draft.discarding.begun', { day: begun })}
          {changedBy && ` ${t('draft.discarding.changedBy', { name: changedBy })}`}
        </p>
      </section>
      <Form method="post" className="actions">
        <input type="hidden" name="form" value={form} />
        <input type="hidden" name="seen" value={seen} />
        <Button danger>{t('draft.discard')}</Button>
        <Link className="ds-button" {...look({ variant: 'secondary' })} to="/plan/draft">
          {t('draft.discarding.keep')}
        </Link>
      </Form>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
