import { json } from '@remix-run/node'
import {
  Link,
  useLoaderData,
  useLocation,
  type ClientActionFunctionArgs,
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { DraftHead } from '#app/components/draft-head.tsx'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { Empty } from '#app/components/empty.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TranslationItem } from '#app/components/translation-item.tsx'
import { UnsavedAmong } from '#app/components/unsaved.tsx'
import type { Receipt } from '#app/domain/problem.ts'
import { textKey } from '#app/domain/translations.ts'
import { found } from '#app/domain/refusal.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readTranslations, saveTranslation } from '#app/services/translations.server.ts'
import { typedWords } from './draft-form.server.ts'
import { missingTexts } from './translations-view.server.ts'

const LANGUAGES = ['nn', 'en'] as const

const hidden = z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(300, 'formIncomplete')
const TranslationForm = z.object({
  form: hidden,
  key: hidden,
  seen: hidden,
  words: typedWords.refine((words) => words !== '', 'translationMissing'),
})

function languageIn(params: Readonly<Record<string, string | undefined>>): (typeof LANGUAGES)[number] {
  return found(LANGUAGES.find((language) => language === params.language))
}

export const loader = signedIn(async ({ context, params, request, language }) => {
  const into = languageIn(params)
  const { draft, missing, all } = await readTranslations(context, into)
  return json({
    title: wordsIn(language).t(`translations.title.${into}`),
    into,
    basedOn: draft.basedOn?.number ?? null,
    saved: new URL(request.url).searchParams.has('saved'),
    missing: missing.length,
    all,
    texts: missingTexts(missing, draft.content, language),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request, language: reader }) => {
  const language = languageIn(params)
  const before = await readTranslations(context, language)
  const input = await readForm(request, TranslationForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { form, ...translation } = input.value
  const outcome = await saveTranslation(context, { language, ...translation }, form)
  if (!outcome.saved) {
    return json<Receipt>({ saved: false, problems: outcome.problems, typed: input.typed }, { status: 422 })
  }
  const at = before.missing.findIndex((text) => textKey(text) === translation.key)
  const { draft, missing } = await readTranslations(context, language)
  const left = missingTexts(missing, draft.content, reader)
  const next = left[at] ?? left[0]
  throw redirectTo(`/plan/draft/translations/${language}?saved=${form}${next ? `#${next.id}` : ''}`)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = (given: ShouldRevalidateFunctionArgs) => unlessGone(given)

export default function TranslationsPage() {
  const { t } = useTranslation()
  const { title, into, basedOn, saved, missing, all, texts, form } = useLoaderData<typeof loader>()
  const { receipt, words, typed } = useReturned()
  const at = texts.find(({ key }) => key === typed.key)?.id ?? 'unsaved'
  useNextField(saved)
  return (
    <>
      <ErrorSummary problems={words.map((problem) => ({ ...problem, field: at }))} />
      <NotSaved receipt={receipt} />
      <DraftHead here={title} basedOn={basedOn}>
        <h1>{title}</h1>
        <p className="lead">{t('translations.lead')}</p>
      </DraftHead>
      <nav aria-label={t('translations.languages')}>
        <ul className="link-row">
          {LANGUAGES.map((language) => (
            <li key={language}>
              <Link to={`/plan/draft/translations/${language}`} aria-current={language === into ? 'page' : undefined}>
                {t(`translations.to.${language}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {saved && !receipt && (
        <p className="status-line" role="status">
          {t('translations.saved')} {t('translations.count', { missing, all })}.
        </p>
      )}
      {at === 'unsaved' && typed.words && (
        <div id="unsaved" tabIndex={-1}>
          <p>{t('step.unsaved')}</p>
          <blockquote lang={into}>{typed.words}</blockquote>
        </div>
      )}
      {texts.length === 0 ? (
        <Empty
          title={t('translations.done')}
          why={t('translations.doneWhy')}
          next={<Link to="/plan/draft">{t('publication.noneNext')}</Link>}
        />
      ) : (
        <>
          <p>
            <strong>{t('translations.count', { missing, all })}.</strong>{' '}
            {texts.length < missing && t('translations.shown', { count: texts.length })}
          </p>
          <UnsavedAmong />
          <ul className="plain-list translations">
            {texts.map((text) => (
              <TranslationItem
                key={text.key}
                text={text}
                language={into}
                form={form}
                typed={text.key === typed.key ? typed.words : undefined}
                problem={text.key === typed.key ? words[0]?.words : undefined}
              />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** After a translation was saved, the field that the address names is the next to be filled in. */
function useNextField(saved: boolean) {
  const { hash, key } = useLocation()
  useEffect(() => {
    if (saved) document.getElementById(hash.slice(1))?.focus()
  }, [saved, hash, key])
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
