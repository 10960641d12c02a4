import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { ImportGoing } from '#app/components/import-going.tsx'
import { ImportList } from '#app/components/import-list.tsx'
import { ImportSending } from '#app/components/import-sending.tsx'
import { problemWords } from '#app/components/problem-words.ts'
import { useReturned } from '#app/components/returned.ts'
import { invalid, problemWith, readBody, readFields } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { AGAIN_SOON, refreshing } from '#app/http/refresh.server.ts'
import { logUnheard } from '#app/http/unheard.server.ts'
import { filesIn } from '#app/http/upload.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { sha256 } from '#app/services/history.server.ts'
import { beginReading } from '#app/services/unit-import-going.server.ts'
import { listAddress, OFFICIAL_REGISTERS } from '#app/services/unit-import-registers.server.ts'
import { keepSentFiles, readImports, type ReadOutcome } from '#app/services/unit-import.server.ts'
import type { Report } from '#app/services/works.server.ts'
import { SendingForm } from './import-form.server.ts'
import { goingTitle, readingOf, whereRead } from './import-reading.server.ts'
import { importLine } from './import-view.server.ts'
import { FETCHING, UNITS } from './paths.ts'

export const handle = { script: false }

export const headers = refreshing

export const loader = signedIn(async ({ context, request, language, edge }) => {
  const { municipality, imports } = await readImports(context)
  const { kindergartens, schools } = OFFICIAL_REGISTERS
  const asked = new URL(request.url).searchParams
  const { t } = wordsIn(language)
  const { going, stopped, neighbours } = await readingOf(context, asked)
  return json(
    {
      title: going ? goingTitle(going, t) : t('unitImport.title'),
      going,
      stopped,
      neighbours,
      municipality: municipality.name,
      addresses: {
        kindergartens: listAddress(kindergartens, municipality.number),
        schools: listAddress(schools, municipality.number),
      },
      fetches: edge.settings.registers !== null,
      several: asked.has('read'),
      imports: imports.map(importLine),
      form: newForm(),
    },
    { headers: going ? AGAIN_SOON : {} },
  )
})

export const action = signedIn(async ({ context, request, language, edge }) => {
  await readImports(context)
  const body = await readBody(request)
  const sent = await filesIn(body, 'file')
  body.delete('file')
  body.set('files', sha256(JSON.stringify(sent)))
  const input = await readFields(body, SendingForm)
  if (!input.ok) return invalid(input)
  const { form, pasted, neighbours } = input.value
  if (sent.length === 0 && pasted.trim() === '') return invalid(problemWith('file', 'unitImport.missing', input.typed))
  if (sent.length > 0 && pasted.trim() !== '') return invalid(problemWith('pasted', 'unitImport.both', input.typed))
  const field = sent.length > 0 ? 'file' : 'pasted'
  const files = sent.length > 0 ? sent : [{ name: wordsIn(language).t('unitImport.pasted'), words: pasted }]
  const read = async (report: Report) => {
    return atField(field, await keepSentFiles(context, { files, neighbours }, form, report))
  }
  const outcome = await beginReading(context, form, read, logUnheard(edge))
  if ('problems' in outcome) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  return redirectTo(whereRead(outcome, input.typed.neighbours))
})

function atField(field: string, outcome: ReadOutcome): ReadOutcome {
  return 'ids' in outcome ? outcome : { problems: outcome.problems.map((problem) => ({ ...problem, field })) }
}

export default function ImportPage() {
  const { t } = useTranslation()
  const { going } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs trail={[{ to: UNITS, words: t('units.title') }]} here={t('unitImport.title')} />
      {going ? <ImportGoing going={going} /> : <Sending />}
    </>
  )
}

function Sending() {
  const { t } = useTranslation()
  const { title, several, imports, form, stopped, neighbours, ...sources } = useLoaderData<typeof loader>()
  const { receipt, words, typed } = useReturned()
  const problems = receipt ? words : stopped.map((each) => ({ field: each.field, words: problemWords(t, each) }))
  return (
    <>
      <p className="status-line" role="status">
        {several && t('unitImport.several')}
      </p>
      <ErrorSummary problems={problems} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('unitImport.lead')}</p>
      </header>
      {several && <ImportList imports={imports} />}
      <ImportSending
        form={form}
        problemOf={(field) => problems.find((problem) => problem.field === field)?.words}
        typed={{ neighbours, ...typed }}
      />
      <WhereFilesAre {...sources} />
      {!several && <ImportList imports={imports} />}
    </>
  )
}

interface Sources {
  municipality: string
  addresses: { kindergartens: string; schools: string }
  fetches: boolean
}

function WhereFilesAre({ municipality, addresses, fetches }: Sources) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="where" className="import-where">
      <h2 id="where">{t('unitImport.where.title')}</h2>
      {fetches && (
        <p id="fetch" tabIndex={-1}>
          <a className="more" href={FETCHING}>
            {t('unitImport.fetch.title')}
          </a>
        </p>
      )}
      <ul>
        <li>
          <a href={addresses.kindergartens}>{t('unitImport.where.kindergartens', { municipality })}</a>
        </li>
        <li>
          <a href={addresses.schools}>{t('unitImport.where.schools', { municipality })}</a>
        </li>
      </ul>
      <p>{t('unitImport.where.how')}</p>
      <p>{t('unitImport.where.table')}</p>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
