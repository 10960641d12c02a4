import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useReturned } from '#app/components/returned.ts'
import { UnitChangePage } from '#app/components/unit-change-page.tsx'
import { UnitOwnerFields } from '#app/components/unit-owner-fields.tsx'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { changeOwner, readChangeable } from '#app/services/unit-changes.server.ts'
import { changeView, ownerChoices } from './change-view.server.ts'
import { unitPath } from './paths.ts'
import { OwnerForm } from './unit-form.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const changeable = await readChangeable(context, partOf(params, 'unit'))
  const { unit, owners } = changeable
  const others = owners.filter(({ id }) => id !== unit.owner.id)
  return json({
    ...changeView('owner', changeable, context.today, language),
    now: { name: unit.owner.name, ownership: unit.owner.ownership },
    owners: ownerChoices(others, language),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const unitId = partOf(params, 'unit')
  const input = await readForm(request, OwnerForm)
  if (!input.ok) return invalid(input)
  const { form, ...changing } = input.value
  const outcome = await changeOwner(context, unitId, changing, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${unitPath(unitId)}?saved=owner`)
})

export default function UnitOwnerPage() {
  const { t } = useTranslation()
  const { owners, now, ...change } = useLoaderData<typeof loader>()
  const returned = useReturned()
  return (
    <UnitChangePage
      change={change}
      returned={returned}
      touches={
        <aside className="step-facts" aria-labelledby="touched">
          <h2 id="touched">{t('units.touched')}</h2>
          <p>{t('units.ownerNow', { name: now.name, ownership: t(`units.ownership.${now.ownership}`) })}</p>
          <p>{t('units.ownerTouches')}</p>
        </aside>
      }
    >
      <UnitOwnerFields owners={owners} {...returned} />
    </UnitChangePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
