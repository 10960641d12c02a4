import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useReturned } from '#app/components/returned.ts'
import { SelectField } from '#app/components/select-field.tsx'
import { UnitChangePage } from '#app/components/unit-change-page.tsx'
import { UnitTouched } from '#app/components/unit-touched.tsx'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { closeUnit, readChangeable } from '#app/services/unit-changes.server.ts'
import { changeView } from './change-view.server.ts'
import { unitPath } from './paths.ts'
import { ClosingForm } from './unit-form.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const changeable = await readChangeable(context, partOf(params, 'unit'))
  const { unit, units } = changeable
  const successors = units.filter(({ id, kind, closedOn }) => id !== unit.id && kind === unit.kind && closedOn === null)
  const now = units.filter(({ id }) => id === unit.mergedInto)
  return json({
    ...changeView('closing', changeable, context.today, language),
    into: unit.mergedInto ?? '',
    successors: [...new Set([...now, ...successors])].map(({ id, name, externalMunicipality }) => {
      return { value: id, words: externalMunicipality ? `${name} (${externalMunicipality})` : name }
    }),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const unitId = partOf(params, 'unit')
  const input = await readForm(request, ClosingForm)
  if (!input.ok) return invalid(input)
  const { form, ...changing } = input.value
  const outcome = await closeUnit(context, unitId, changing, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${unitPath(unitId)}?saved=closing`)
})

export default function UnitClosingPage() {
  const { t } = useTranslation()
  const { into, successors, ...change } = useLoaderData<typeof loader>()
  const returned = useReturned()
  return (
    <UnitChangePage
      change={change}
      returned={returned}
      touches={<UnitTouched pairs={change.pairs} seats={change.seats} />}
    >
      <SelectField
        name="into"
        label={t('units.changes.closing.into')}
        need="optional"
        hint={t('units.changes.closing.intoHint')}
        defaultValue={returned.typed.into ?? into}
        choices={[{ value: '', words: t('units.changes.closing.nobody') }, ...successors]}
        problem={returned.wordsOf('into')}
      />
    </UnitChangePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
