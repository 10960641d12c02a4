import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { useLanguage } from '#app/components/use-language.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { limitLeader, readLeaving } from '#app/services/leaving.server.ts'
import { StayingForm } from './handover-form.server.ts'
import { unitPath } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const { unit, seat } = await readLeaving(context, partOf(params, 'unit'))
  return json({
    title: wordsIn(language).t('leaving.backTitle', { unit: unit.name }),
    unit: { id: unit.id, name: unit.name },
    leader: seat && { name: seat.person.name, to: seat.to },
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, StayingForm)
  if (!input.ok) return invalid(input)
  const unitId = partOf(params, 'unit')
  const outcome = await limitLeader(context, unitId, { lastDay: null, note: null }, input.value.form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: {} })
  throw redirectTo(`${unitPath(unitId, 'handover')}?saved=stays`)
})

export default function LeavingReturnPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { title, unit, leader, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('return')
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: unitPath(unit.id, 'handover'), words: t('handover.title', { unit: unit.name }) },
        ]}
        here={t('leaving.back')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1 id="return" tabIndex={-1}>
          {title}
        </h1>
      </header>
      {leader?.to ? (
        <Form method="post" className="form">
          <input type="hidden" name="form" value={form} />
          <p>{t('leaving.backLead', { name: leader.name, day: dayInWords(leader.to, language, { year: true }) })}</p>
          <div className="actions">
            <Button>{t('leaving.back')}</Button>
            <a className="more" href={unitPath(unit.id, 'handover')}>
              {t('leaving.keep')}
            </a>
          </div>
        </Form>
      ) : (
        <p>{t('leaving.nothingToTakeBack')}</p>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
