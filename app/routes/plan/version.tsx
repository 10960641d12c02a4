import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PlanLinks } from '#app/components/plan-links.tsx'
import { PlanText } from '#app/components/plan-text.tsx'
import { can } from '#app/domain/permissions.ts'
import { anyone } from '#app/http/guard.server.ts'
import { versionOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { planView } from '#app/routes/plan-view.server.ts'
import { readVersion } from '#app/services/versions.server.ts'
import { comparePath, versionPath } from './paths.ts'

/** A page to read: it works without a script of ours. */
export const handle = { script: false }

export const loader = anyone(async ({ context, params, language }) => {
  const number = versionOf(params)
  const { version, inForce } = await readVersion(context, number)
  const plan = planView(version, language)
  const title = wordsIn(language).t('versions.pageTitle', { title: plan.title.words, number })
  return json({ title, plan, number, inForce, draft: can(context.actor, 'edit the plan') })
})

export default function VersionPage() {
  const { t } = useTranslation()
  const { plan, number, inForce, draft } = useLoaderData<typeof loader>()
  return (
    <PlanText plan={plan}>
      {number !== inForce && (
        <div className="ds-alert version-retired" data-color="warning">
          <p>{t('versions.retired', { number, inForce })}</p>
          <p className="no-print">
            <a href={versionPath(inForce)}>{t('versions.readInForce', { number: inForce })}</a>
            {' · '}
            <a href={comparePath(number, inForce)}>{t('versions.seeChanges')}</a>
          </p>
        </div>
      )}
      <PlanLinks here={null} draft={draft} />
    </PlanText>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
