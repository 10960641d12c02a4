import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { Empty } from '#app/components/empty.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { ImportUndoing } from '#app/components/import-done.tsx'
import { useReturned } from '#app/components/returned.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readUndoing, undoImport } from '#app/services/unit-import-undoing.server.ts'
import { OnlyForm } from './import-form.server.ts'
import { doneView } from './import-view.server.ts'
import { importPath, IMPORTS, UNITS } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const { head, undoing } = await readUndoing(context, partOf(params, 'import'))
  const { t } = wordsIn(language)
  const source = t(`unitImport.source.${head.source}`)
  return json({
    title: `${t('unitImport.undoing.title')}: ${source}`,
    source,
    back: importPath(head.id),
    undoing: doneView(undoing),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const id = partOf(params, 'import')
  await readUndoing(context, id)
  const input = await readForm(request, OnlyForm)
  if (!input.ok) return invalid(input)
  const outcome = await undoImport(context, id, input.value.form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  return redirectTo(`${importPath(id)}?saved=undone`)
})

export default function ImportUndoingPage() {
  const { t } = useTranslation()
  const { source, back, undoing, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('rows')
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: UNITS, words: t('units.title') },
          { to: IMPORTS, words: t('unitImport.title') },
          { to: back, words: source },
        ]}
        here={t('unitImport.undoing.title')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">{source}</p>
        <h1>{t('unitImport.undoing.title')}</h1>
      </header>
      <div id="rows" tabIndex={-1}>
        {undoing.all === 0 ? (
          <Empty title={t('unitImport.undoing.nothing')} why={t('unitImport.undoing.nothingWhy')} />
        ) : (
          <>
            <p className="lead">{t('unitImport.undoing.lead')}</p>
            <ImportUndoing undoing={undoing} />
            <form method="post">
              <input type="hidden" name="form" value={form} />
              <p className="actions">
                <Button>{t('unitImport.undoing.button')}</Button>
                <a href={back}>{t('unitImport.undoing.keep')}</a>
              </p>
            </form>
          </>
        )}
      </div>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
