import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Empty } from '#app/components/empty.tsx'
import { PlanLinks } from '#app/components/plan-links.tsx'
import { PlanText } from '#app/components/plan-text.tsx'
import { can } from '#app/domain/permissions.ts'
import { anyone } from '#app/http/guard.server.ts'
import { runningCycles } from '#app/services/cycles.server.ts'
import { planInForce } from '#app/services/plan.server.ts'
import { planView } from './plan-view.server.ts'

/** A page to read: it works without a script of ours. */
export const handle = { script: false }

export const loader = anyone(async ({ context, language }) => {
  const version = await planInForce(context)
  const running = await runningCycles(context.db, context.today)
  return json({
    plan: version && planView(version, language),
    draft: can(context.actor, 'edit the plan'),
    wheels: running.map(({ year }) => year),
  })
})

export default function PlanPage() {
  const { t } = useTranslation()
  const { plan, draft, wheels } = useLoaderData<typeof loader>()
  if (!plan) {
    return (
      <Empty
        title={t('plan.none')}
        why={t('plan.noneWhy')}
        next={draft && <a href="/plan/draft">{t('versions.openDraft')}</a>}
      />
    )
  }
  return (
    <PlanText plan={plan}>
      <PlanLinks here="plan" draft={draft} wheels={wheels} />
    </PlanText>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.plan?.title.words ?? ''} – Overgang` },
]
