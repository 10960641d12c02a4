import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { Empty } from '#app/components/empty.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { useLanguage } from '#app/components/use-language.ts'
import { LONGEST_NOTE } from '#app/domain/handover.ts'
import { furthestLastDay } from '#app/domain/leaving.ts'
import { can } from '#app/domain/permissions.ts'
import { leaderOf } from '#app/domain/seats.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { limitLeader, readLeaving } from '#app/services/leaving.server.ts'
import { LeavingForm } from './handover-form.server.ts'
import { unitPath } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const { unit, seat, own, note } = await readLeaving(context, partOf(params, 'unit'))
  const { t } = wordsIn(language)
  return json({
    title: t(own ? 'leaving.title' : 'leaving.titleFor', { unit: unit.name }),
    unit: { id: unit.id, name: unit.name, role: leaderOf(unit.kind) },
    leader: seat && { name: seat.person.name, to: seat.to },
    own,
    note: note?.words ?? '',
    span: { first: context.today, last: furthestLastDay(context.today) },
    offers: can(context.actor, 'offer seats'),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, LeavingForm)
  if (!input.ok) return invalid(input)
  const unitId = partOf(params, 'unit')
  const { form, ...said } = input.value
  const outcome = await limitLeader(context, unitId, said, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${unitPath(unitId, 'handover')}?saved=leaving`)
})

export default function LeavingPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { title, unit, leader, own } = useLoaderData<typeof loader>()
  const { words } = useReturned()
  const role = t(`role.${unit.role}`).toLowerCase()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: unitPath(unit.id, 'handover'), words: t('handover.title', { unit: unit.name }) },
        ]}
        here={t('handover.links.leaving')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        {leader && <p className="lead">{own ? t('leaving.lead') : t('leaving.leadFor', { name: leader.name })}</p>}
      </header>
      {leader?.to && (
        <p>
          {t('leaving.now', { day: dayInWords(leader.to, language, { weekday: true, year: true }) })}{' '}
          <a href={unitPath(unit.id, 'leaving/return')}>{t('leaving.back')}</a>
        </p>
      )}
      {leader ? <LeavingFields /> : <NobodyLeads role={role} />}
    </>
  )
}

function LeavingFields() {
  const { t } = useTranslation()
  const { leader, own, note, span, form } = useLoaderData<typeof loader>()
  const { wordsOf, typed } = useReturned()
  return (
    <Form method="post" className="form" noValidate>
      <input type="hidden" name="form" value={form} />
      <TextField
        name="lastDay"
        type="date"
        label={t('leaving.lastDay')}
        hint={t('leaving.lastDayHint')}
        min={span.first}
        max={span.last}
        defaultValue={typed.lastDay ?? leader?.to ?? ''}
        need="required"
        problem={wordsOf('lastDay')}
      />
      {own && (
        <TextArea
          name="note"
          label={t('handover.noteLabel')}
          hint={t('handover.noteHint')}
          rows={8}
          maxLength={LONGEST_NOTE}
          defaultValue={typed.note ?? note}
          need="optional"
          problem={wordsOf('note')}
        />
      )}
      <Button>{t('leaving.save')}</Button>
    </Form>
  )
}

function NobodyLeads({ role }: { role: string }) {
  const { t } = useTranslation()
  const { unit, offers } = useLoaderData<typeof loader>()
  const next = `/people/new?role=${unit.role}&unit=${unit.id}`
  return (
    <Empty
      title={t('leaving.nobody')}
      why={t('leaving.nobodyWhy', { role })}
      next={offers && <a href={next}>{t('handover.links.offer')}</a>}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
