import { json } from '@remix-run/node'
import {
  Link,
  useLoaderData,
  type ClientActionFunctionArgs,
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { dayInWords } from '#app/components/day.tsx'
import { DraftHead } from '#app/components/draft-head.tsx'
import { Empty } from '#app/components/empty.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Icon } from '#app/components/icon.tsx'
import { LacksList, WarningList } from '#app/components/lacks-list.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { useReturned } from '#app/components/returned.ts'
import { PublicationChanges } from '#app/components/publication-changes.tsx'
import { PublicationForm as PublicationFields } from '#app/components/publication-form.tsx'
import { useLanguage } from '#app/components/use-language.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { likelyYear, validFrom } from '#app/domain/publication.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { versionPath } from '#app/routes/plan/paths.ts'
import { publishVersion, readPublication } from '#app/services/publication.server.ts'
import { PublicationForm } from './publication-form.server.ts'
import { publicationView } from './publication-view.server.ts'

export const loader = signedIn(async ({ context, language }) => {
  const readiness = await readPublication(context)
  const { t } = wordsIn(language)
  if (!readiness) return json({ title: t('publication.none'), draft: null })
  const view = publicationView(readiness, language)
  const title = t('publication.publish', { number: view.number })
  const { today } = context
  return json({ title, draft: { ...view, today, years: validFrom(today), likely: likelyYear(today), form: newForm() } })
})

export const action = signedIn(async ({ context, request }) => {
  await readPublication(context)
  const input = await readForm(request, PublicationForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { form, seen, draft, ...publishing } = input.value
  const outcome = await publishVersion(context, publishing, { draftId: draft, seen }, form)
  if (!outcome.saved) {
    return json<Receipt>({ saved: false, problems: outcome.problems, typed: input.typed }, { status: 422 })
  }
  throw redirectTo(`${versionPath(outcome.number)}/published`)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = (given: ShouldRevalidateFunctionArgs) => unlessGone(given)

type Looked = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['draft']>

export default function PublicationPage() {
  const { t } = useTranslation()
  const { draft } = useLoaderData<typeof loader>()
  const { receipt, words, typed } = useReturned()
  const problems = words.map((problem) => (problem.field === 'seen' ? { ...problem, field: 'changes' } : problem))
  if (!draft) {
    return (
      <>
        <ErrorSummary problems={problems} />
        <h1>{t('publication.here')}</h1>
        <Empty
          title={t('publication.none')}
          why={<span id="changes">{t('publication.noneWhy')}</span>}
          next={<Link to="/plan/draft">{t('publication.noneNext')}</Link>}
        />
      </>
    )
  }
  const hidden = { form: draft.form, seen: draft.seen, draft: draft.draftId }
  return (
    <>
      <ErrorSummary problems={problems} />
      <NotSaved receipt={receipt} />
      <DraftHead
        here={t('publication.here')}
        eyebrow={t('publication.draftOf', { number: draft.number })}
        basedOn={draft.basedOn}
      >
        <h1>{headingOf(draft, t)}</h1>
        <p className="lead">{t('publication.lead')}</p>
      </DraftHead>
      <ToMend draft={draft} />
      <ToLookAt draft={draft} />
      <PublicationChanges changes={draft.changes} newest={draft.newest} />
      <section aria-labelledby="adoption">
        <h2 id="adoption">{t('publication.form')}</h2>
        <PublicationFields {...draft} hidden={hidden} typed={typed} problems={problems} />
      </section>
    </>
  )
}

function headingOf({ number, kindergartens, schools }: Looked, t: TFunction): string {
  if (kindergartens + schools === 0) return t('publication.titleAlone', { number })
  return t('publication.title', {
    number,
    kindergartens: t('publication.size.kindergarten', { count: kindergartens }),
    schools: t('publication.size.school', { count: schools }),
  })
}

function ToMend({ draft: { stops } }: { draft: Looked }) {
  const { t } = useTranslation()
  if (stops.count === 0) {
    return (
      <p className="nothing-to-mend">
        <Icon name="check" />
        {t('publication.ready')}
      </p>
    )
  }
  return (
    <section className="to-mend" id="mend" tabIndex={-1} aria-labelledby="mend-heading">
      <h2 id="mend-heading">{t('publication.mend')}</h2>
      <p>{t('publication.mendCount', { count: stops.count })}</p>
      <LacksList lacks={stops} />
    </section>
  )
}

function ToLookAt({ draft: { warnings, untranslated, unanswered, hearing } }: { draft: Looked }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (warnings.count + untranslated.length + unanswered === 0 && !hearing) return null
  return (
    <section aria-labelledby="look">
      <h2 id="look">{t('publication.look')}</h2>
      <p>{t('publication.lookWhy')}</p>
      <ul className="lacks-list">
        {hearing && (
          <li>
            <Link to="/plan/draft/hearing">
              {t(`publication.hearing.${hearing.state}`, {
                day: dayInWords(hearing.state === 'open' ? hearing.to : hearing.from, language),
              })}
            </Link>
          </li>
        )}
        {unanswered > 0 && (
          <li>
            <Link to="/plan/draft/hearing">{t('publication.unanswered', { count: unanswered })}</Link>
          </li>
        )}
        {untranslated.map(({ language, count }) => (
          <li key={language}>
            <Link to={`/plan/draft/translations/${language}`}>
              {t(language === 'en' ? 'publication.untranslated.en' : 'publication.untranslated.nn', { count })}
            </Link>
          </li>
        ))}
      </ul>
      <WarningList warnings={warnings} />
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
