import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Day } from '#app/components/day.tsx'
import { Empty } from '#app/components/empty.tsx'
import { PlanLinks } from '#app/components/plan-links.tsx'
import { anyone } from '#app/http/guard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { listVersions } from '#app/services/versions.server.ts'
import { versionsView } from './versions-view.server.ts'

/** A page to read: it works without a script of ours. */
export const handle = { script: false }

export const loader = anyone(async ({ context, language }) => {
  const title = wordsIn(language).t('versions.title')
  return json({ title, ...versionsView(await listVersions(context), context.actor) })
})

type View = ReturnType<typeof versionsView>

export default function VersionsPage() {
  const { t } = useTranslation()
  const { title, writes, draft, versions } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('versions.lead')}</p>
        <PlanLinks here="versions" draft={writes} />
      </header>
      {versions.length === 0 && !draft ? (
        <Empty title={t('versions.none')} why={t('versions.noneWhy')} />
      ) : (
        <ol className="version-list">
          {draft && <DraftRow draft={draft} />}
          {versions.map((version) => (
            <VersionRow key={version.number} version={version} />
          ))}
        </ol>
      )}
    </>
  )
}

function DraftRow({ draft: { basedOn, changedAt, changedBy, compare } }: { draft: NonNullable<View['draft']> }) {
  const { t } = useTranslation()
  return (
    <li className="card version-row version-draft">
      <h2>{t('versions.draft')}</h2>
      <p className="quiet">
        {basedOn === null ? t('versions.draftOfNothing') : t('versions.draftOf', { number: basedOn })}{' '}
        {changedBy ? t('versions.changedBy', { name: changedBy }) : t('versions.changed')} <Day at={changedAt} year />.
      </p>
      <ul className="version-links">
        <li>
          <a href="/plan/draft">{t('versions.openDraft')}</a>
        </li>
        {compare && (
          <li>
            <a href={compare}>{t('versions.compareDraft')}</a>
          </li>
        )}
      </ul>
    </li>
  )
}

function VersionRow({ version }: { version: View['versions'][number] }) {
  const { t } = useTranslation()
  const { number, publication, inForce, path, before, compare, files, begin } = version
  const ofVersion = <span className="ds-sr-only">, {t('versions.ofVersion', { number })}</span>
  return (
    <li className="card version-row">
      <h2>
        <a href={path}>{t('versions.version', { number })}</a>{' '}
        {inForce && (
          <span className="ds-tag" data-color="success">
            {t('versions.inForce')}
          </span>
        )}
      </h2>
      <p>
        {t('versions.adoptedBy', { body: publication.adoptedBy })} <Day at={publication.adoptedOn} year />
        {publication.caseNumber && `, ${t('versions.case', { number: publication.caseNumber })}`}.{' '}
        {t('versions.validFrom', { year: publication.validFromCycle })}.
      </p>
      <dl className="version-note">
        <dt>{t('versions.changeNote')}</dt>
        <dd>{publication.changeNote}</dd>
      </dl>
      <ul className="version-links">
        <li>
          <a href={path}>{t('versions.read', { number })}</a>
        </li>
        {compare && (
          <li>
            <a href={compare}>{t('versions.compare', { number: before })}</a>
          </li>
        )}
        <li>
          <a href={files.markdown} download>
            {t('versions.markdownOf')}
            {ofVersion}
          </a>
        </li>
        <li>
          <a href={files.json} download>
            {t('versions.jsonOf')}
            {ofVersion}
          </a>
        </li>
        {begin && (
          <li>
            <a href={begin}>
              {t('versions.begin')}
              {ofVersion}
            </a>
          </li>
        )}
      </ul>
    </li>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
