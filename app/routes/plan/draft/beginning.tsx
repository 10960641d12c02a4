import { json } from '@remix-run/node'
import { Form, Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ChoiceGroup } from '#app/components/choice-group.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { Empty } from '#app/components/empty.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import type { Language } from '#app/domain/language.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { beginDraft } from '#app/services/draft.server.ts'
import { readBeginning } from '#app/services/outline.server.ts'

const BeginningForm = z.object({
  form: z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete'),
  from: z.union([z.literal('nothing'), z.coerce.number().int().positive()], { error: 'beginningMissing' }),
})

export const loader = signedIn(async ({ context, request, language }) => {
  const { begun, versions } = await readBeginning(context)
  const asked = Number(new URL(request.url).searchParams.get('from'))
  const chosen = versions.find(({ number }) => number === asked) ?? versions[0]
  return json({
    title: wordsIn(language).t('draft.beginning.title'),
    begun,
    versions: versions.map((version, at) => versionView(version, at === 0, language)),
    chosen: chosen ? String(chosen.number) : 'nothing',
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, request }) => {
  await readBeginning(context)
  const input = await readForm(request, BeginningForm)
  if (!input.ok) return invalid(input)
  const { from, form } = input.value
  const outcome = await beginDraft(context, from === 'nothing' ? from : { number: from }, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  return redirectTo('/plan/draft?begun=1')
})

function versionView({ number, publication }: PlanVersion, inForce: boolean, language: Language) {
  const { t } = wordsIn(language)
  const day = publication && dayInWords(publication.adoptedOn, language, { year: true })
  return {
    value: String(number),
    words: t(inForce ? 'draft.beginning.inForce' : 'draft.beginning.earlier', { number }),
    hint: publication && {
      adopted: `${t('plan.adoptedBy', { body: publication.adoptedBy })} ${day}.`,
      note: publication.changeNote,
    },
  }
}

export default function BeginningPage() {
  const { t } = useTranslation()
  const { begun, ...beginning } = useLoaderData<typeof loader>()
  const { words } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/plan', words: t('frame.plan') },
          { to: '/plan/draft', words: t('draft.name') },
        ]}
        here={t('draft.beginning.title')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{t('draft.beginning.title')}</h1>
        {!begun && <p className="lead">{t('draft.beginning.lead')}</p>}
      </header>
      {begun ? (
        <Empty
          title={t('draft.beginning.isBegun')}
          why={t('problem.draftExists')}
          next={<Link to="/plan/draft">{t('draft.open')}</Link>}
        />
      ) : (
        <BeginningChoice {...beginning} />
      )}
    </>
  )
}

type Choice = Omit<ReturnType<typeof useLoaderData<typeof loader>>, 'begun' | 'title'>

function BeginningChoice({ versions, chosen, form }: Choice) {
  const { t } = useTranslation()
  const { wordsOf, typed } = useReturned()
  const choices = [
    ...versions.map(({ value, words, hint }) => ({
      value,
      words,
      hint: hint && (
        <>
          {hint.adopted}
          <br />
          {hint.note}
        </>
      ),
    })),
    { value: 'nothing', words: t('draft.beginning.nothing'), hint: t('draft.beginning.nothingHint') },
  ]
  return (
    <>
      <Form method="post" className="form">
        <input type="hidden" name="form" value={form} />
        <ChoiceGroup
          type="radio"
          name="from"
          label={t('draft.beginning.from')}
          hint={t('draft.beginning.fromHint')}
          choices={choices}
          chosen={[typed.from ?? chosen]}
          problem={wordsOf('from')}
        />
        <Button>{t('draft.begin')}</Button>
      </Form>
      <p>
        <Link className="more" to="/plan/draft/file">
          {t('draft.beginning.file')}
        </Link>
      </p>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
