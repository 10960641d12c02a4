import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useReturned } from '#app/components/returned.ts'
import { TextField } from '#app/components/text-field.tsx'
import { UnitChangePage } from '#app/components/unit-change-page.tsx'
import { UnitThere } from '#app/components/unit-there.tsx'
import { LONGEST_NAME } from '#app/domain/unit-change.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { readChangeable, renameUnit } from '#app/services/unit-changes.server.ts'
import { changeView } from './change-view.server.ts'
import { unitPath } from './paths.ts'
import { NameForm } from './unit-form.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  return json(changeView('name', await readChangeable(context, partOf(params, 'unit')), context.today, language))
})

export const action = signedIn(async ({ context, params, request }) => {
  const unitId = partOf(params, 'unit')
  const input = await readForm(request, NameForm)
  if (!input.ok) return invalid(input)
  const { form, ...changing } = input.value
  const outcome = await renameUnit(context, unitId, changing, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${unitPath(unitId)}?saved=name`)
})

export default function UnitNamePage() {
  const { t } = useTranslation()
  const change = useLoaderData<typeof loader>()
  const returned = useReturned()
  return (
    <UnitChangePage change={change} returned={returned}>
      <TextField
        name="name"
        label={t('units.changes.name.new')}
        maxLength={LONGEST_NAME}
        defaultValue={returned.typed.name ?? change.unit.name}
        problem={returned.wordsOf('name')}
      />
      <UnitThere problems={returned.problems} />
    </UnitChangePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
