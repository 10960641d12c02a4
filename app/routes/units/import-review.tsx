import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { Empty } from '#app/components/empty.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { ImportChoice } from '#app/components/import-choice.tsx'
import { ImportDone } from '#app/components/import-done.tsx'
import { ImportGoing } from '#app/components/import-going.tsx'
import { ImportState } from '#app/components/import-list.tsx'
import { ImportCounts, ImportOthers } from '#app/components/import-would.tsx'
import { problemWords } from '#app/components/problem-words.ts'
import { useReturned } from '#app/components/returned.ts'
import { useLanguage } from '#app/components/use-language.ts'
import type { Problem } from '#app/domain/problem.ts'
import { isLong } from '#app/domain/unit-import.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { AGAIN_SOON, refreshing } from '#app/http/refresh.server.ts'
import { logUnheard } from '#app/http/unheard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { carryOutImport } from '#app/services/unit-import-carrying-out.server.ts'
import { beginCarryingOut, readCarryingOut } from '#app/services/unit-import-going.server.ts'
import { readImport } from '#app/services/unit-import.server.ts'
import { ChoosingForm } from './import-form.server.ts'
import { doneView, importLine, wouldView } from './import-view.server.ts'
import { importPath, IMPORTS, UNITS } from './paths.ts'

export const handle = { script: false }

export const headers = refreshing

export const loader = signedIn(async ({ context, params, request, language }) => {
  const id = partOf(params, 'import')
  const { t } = wordsIn(language)
  const looked = await readCarryingOut(context, id)
  if (looked && 'progress' in looked) {
    const title = t('unitImport.going.carryingOut')
    return json({ title, going: looked.progress, review: null }, { headers: AGAIN_SOON })
  }
  const { head, read, would, done } = await readImport(context, id)
  const saved = savedIn(request)
  const review = {
    line: importLine(head),
    by: { done: head.carriedOut, undone: head.undone },
    would: would && wouldView(read, would, t),
    done: doneView(done),
    undo: importPath(head.id, 'undoing'),
    saved,
    stopped: would && saved === 'done' ? whyStopped(looked) : [],
    form: newForm(),
  }
  return json({ title: t(`unitImport.source.${head.source}`), going: null, review })
})

function savedIn(request: Request): 'done' | 'undone' | null {
  const saved = new URL(request.url).searchParams.get('saved')
  return saved === 'done' || saved === 'undone' ? saved : null
}

/** Why an import that somebody began to carry out was not: because of problems; or it was cut off, and nobody knows of it. */
function whyStopped(looked: Awaited<ReturnType<typeof readCarryingOut>>): readonly Problem[] {
  if (looked && 'outcome' in looked && !looked.outcome.saved) return looked.outcome.problems
  return [{ field: 'rows', message: 'unitImport.notTaken' }]
}

export const action = signedIn(async ({ context, params, request, edge }) => {
  const id = partOf(params, 'import')
  const { would } = await readImport(context, id)
  const input = await readForm(request, ChoosingForm)
  if (!input.ok) return invalid(input)
  const { form, seen, rows } = input.value
  const choosing = { chosen: rows, seen }
  if (would && isLong(would.comparison)) await beginCarryingOut(context, id, choosing, form, logUnheard(edge))
  else {
    const outcome = await carryOutImport(context, id, choosing, form)
    if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  }
  return redirectTo(`${importPath(id)}?saved=done`)
})

export default function ImportReviewPage() {
  const { t } = useTranslation()
  const { title, going, review } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: UNITS, words: t('units.title') },
          { to: IMPORTS, words: t('unitImport.title') },
        ]}
        here={title}
      />
      {going && <ImportGoing going={going} />}
      {review && <Review title={title} review={review} />}
    </>
  )
}

type ReviewView = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['review']>

function Review({ title, review }: { title: string; review: ReviewView }) {
  const { t } = useTranslation()
  const { line, would, saved, stopped, form } = review
  const { words, wordsOf, typed, receipt } = useReturned()
  const problems = receipt ? words : stopped.map((each) => ({ field: each.field, words: problemWords(t, each) }))
  const takes = would !== null && would.added.all + would.changed.all > 0
  return (
    <>
      <p className="status-line" role="status">
        {saved && stopped.length === 0 && t(`unitImport.saved.${saved}`)}
      </p>
      <ErrorSummary problems={problems} />
      <header className="page-head">
        <h1>{title}</h1>
        <p>
          <ImportState state={line.state} />
        </p>
      </header>
      {would && <ImportCounts would={would} />}
      {takes && (
        <ImportChoice would={would} form={form} chosen={chosenIn(receipt && typed.rows)} problem={wordsOf('rows')} />
      )}
      {would && !takes && <Empty title={t('unitImport.nothingToDo')} why={t('unitImport.nothingToDoWhy')} />}
      {would && <ImportOthers would={would} />}
      {!would && <WasDone review={review} />}
    </>
  )
}

/** The rows that were chosen when the form was sent; null where it was not. */
function chosenIn(typed: string | undefined): ReadonlySet<string> | null {
  return typed === undefined ? null : new Set(typed.split(','))
}

type Said = NonNullable<ReviewView['by']['done']>

function WasDone({ review: { by, done, undo } }: { review: ReviewView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const said = ({ at, by }: Said) => ({ at: dayInWords(at, language, { year: true }), name: by })
  return (
    <section aria-labelledby="did">
      <h2 id="did">{t('unitImport.did.title')}</h2>
      {by.done && <p>{t('unitImport.did.by', said(by.done))}</p>}
      {by.undone && <p>{t('unitImport.did.undoneBy', said(by.undone))}</p>}
      <ImportDone done={done} undone={by.undone !== null} />
      <p className="actions">
        <a className="more" href={UNITS}>
          {t('unitImport.did.all')}
        </a>{' '}
        {!by.undone && (
          <a className="more" href={undo}>
            {t('unitImport.did.undo')}
          </a>
        )}
      </p>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
