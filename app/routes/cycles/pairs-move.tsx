import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { childrenWords } from '#app/components/children-words.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { SelectField } from '#app/components/select-field.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { placePath } from '#app/routes/places/paths.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { moveGroup, readGroupMove } from '#app/services/pairs.server.ts'
import { GroupMoveForm } from './pairs-form.server.ts'
import { groupMoveView } from './pairs-move-view.server.ts'
import { pairsPath } from './paths.ts'

/** A plain form: nothing here needs a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const year = yearOf(params)
  const move = groupMoveView(await readGroupMove(context, year, partOf(params, 'pair')), request)
  const { t } = wordsIn(language)
  const pairHref = placePath(year, partOf(params, 'pair'))
  return json({
    title: `${t('pairs.moving.title')}: ${move.name} – ${t('cycle.name', { year })}`,
    year,
    pairHref,
    ...move,
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const year = yearOf(params)
  const input = await readForm(request, GroupMoveForm)
  if (!input.ok) return invalid(input)
  const { form, kindergarten: kindergartenId, school: schoolId, ...said } = input.value
  const move = { kindergartenId, schoolId, ...said }
  const outcome = await moveGroup(context, { year, pairId: partOf(params, 'pair') }, move, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${pairsPath(year)}?saved=moved`)
})

export default function GroupMovePage() {
  const { t } = useTranslation()
  const { year, name, pairHref, children, chosen, kindergartens, schools, stays, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[{ to: pairsPath(year), words: t('pairs.title', { year }) }]}
        here={t('pairs.moving.title')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">{t('cycle.name', { year })}</p>
        <h1>{t('pairs.moving.title')}</h1>
        <p className="lead">
          <a href={pairHref}>{name}</a>, {childrenWords(children ?? 'not reported', t)}
        </p>
      </header>
      {stays ? (
        <p id="school">{t(`pairs.moving.stays.${stays}`, { year })}</p>
      ) : (
        <Form method="post" className="form" key={form}>
          <input type="hidden" name="form" value={form} />
          <input type="hidden" name="seen" value={children ?? ''} />
          <p>{t('pairs.moving.lead')}</p>
          <SelectField
            name="school"
            label={t('pairs.moving.school')}
            choices={schools}
            defaultValue={typed.school ?? chosen.school}
            problem={wordsOf('school')}
          />
          <SelectField
            name="kindergarten"
            label={t('pairs.moving.kindergarten')}
            choices={kindergartens}
            defaultValue={typed.kindergarten ?? chosen.kindergarten}
            problem={wordsOf('kindergarten')}
          />
          <TextArea
            name="reason"
            label={t('pairs.moving.reason')}
            hint={t('pairs.moving.reasonHint')}
            maxLength={LONGEST_TEXT}
            defaultValue={typed.reason}
            problem={wordsOf('reason')}
          />
          <Button>{t('pairs.moving.move')}</Button>
        </Form>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
