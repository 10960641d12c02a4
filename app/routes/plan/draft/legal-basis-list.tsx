import { json } from '@remix-run/node'
import { Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Day } from '#app/components/day.tsx'
import { DraftHead } from '#app/components/draft-head.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Worded } from '#app/components/worded.tsx'
import { stepsReferringTo } from '#app/domain/legal-basis.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'
import { readLegalBases } from '#app/services/legal-basis.server.ts'
import { draftWording } from './told-view.server.ts'

/** A page to read: it works without a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, request, language }) => {
  const { content, basedOn } = (await readLegalBases(context)).draft
  const { t } = wordsIn(language)
  const search = new URL(request.url).searchParams
  const saved = content.legalBasis.find(({ code }) => code === search.get('saved'))
  return json({
    title: t('legalBasis.title'),
    basedOn: basedOn?.number ?? null,
    told: search.has('gone')
      ? t('legalBasis.gone')
      : saved
        ? t('legalBasis.saved', { title: draftWording(saved.title, language).words })
        : null,
    bases: content.legalBasis.map(({ code, title, checkedOn }) => ({
      to: spotPath({ what: 'legal basis', code }),
      title: draftWording(title, language),
      checkedOn,
      steps: stepsReferringTo(content, code).length,
    })),
  })
})

export default function LegalBasisListPage() {
  const { t } = useTranslation()
  const { title, basedOn, told, bases } = useLoaderData<typeof loader>()
  const add = <Link to="/plan/draft/legal-basis/new">{t('legalBasis.add')}</Link>
  return (
    <>
      <DraftHead here={title} basedOn={basedOn}>
        <h1>{title}</h1>
        <p className="lead">{t('legalBasis.lead')}</p>
      </DraftHead>
      {told && (
        <p className="status-line" role="status">
          {told}
        </p>
      )}
      {bases.length === 0 ? (
        <Empty title={t('legalBasis.none')} why={t('legalBasis.noneWhy')} next={add} />
      ) : (
        <>
          <ul className="impact-list basis-list">
            {bases.map((basis) => (
              <li key={basis.to}>
                <Link to={basis.to}>
                  <Worded wording={basis.title} />
                </Link>
                <span>
                  {basis.checkedOn ? (
                    <>
                      {t('legalBasis.checked')} <Day at={basis.checkedOn} year />
                    </>
                  ) : (
                    t('legalBasis.never')
                  )}
                  {' · '}
                  {t('legalBasis.stepCount', { count: basis.steps })}
                </span>
              </li>
            ))}
          </ul>
          <p>{add}</p>
        </>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
