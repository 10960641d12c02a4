import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useReturned } from '#app/components/returned.ts'
import { UnitChangePage } from '#app/components/unit-change-page.tsx'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { readChangeable, reopenUnit } from '#app/services/unit-changes.server.ts'
import { changeView } from './change-view.server.ts'
import { unitPath } from './paths.ts'
import { ReopeningForm } from './unit-form.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const changeable = await readChangeable(context, partOf(params, 'unit'))
  if (changeable.unit.closedOn === null) throw redirectTo(unitPath(changeable.unit.id))
  return json(changeView('reopening', changeable, context.today, language))
})

export const action = signedIn(async ({ context, params, request }) => {
  const unitId = partOf(params, 'unit')
  const input = await readForm(request, ReopeningForm)
  if (!input.ok) return invalid(input)
  const { form, ...changing } = input.value
  const outcome = await reopenUnit(context, unitId, changing, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${unitPath(unitId)}?saved=reopening`)
})

export default function UnitReopeningPage() {
  return <UnitChangePage change={useLoaderData<typeof loader>()} returned={useReturned()} />
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
