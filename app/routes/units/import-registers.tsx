import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { found } from '#app/domain/refusal.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { logUnheard } from '#app/http/unheard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { beginReading } from '#app/services/unit-import-going.server.ts'
import { keepFetched, listAddress } from '#app/services/unit-import-registers.server.ts'
import { readImports } from '#app/services/unit-import.server.ts'
import type { Report } from '#app/services/works.server.ts'
import { OnlyForm } from './import-form.server.ts'
import { whereRead } from './import-reading.server.ts'
import { IMPORTS, UNITS } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, language, edge }) => {
  const { municipality } = await readImports(context)
  const { kindergartens, schools } = found(edge.settings.registers)
  return json({
    title: wordsIn(language).t('unitImport.fetch.title'),
    municipality: municipality.name,
    addresses: [kindergartens, schools].map((register) => listAddress(register, municipality.number)),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, request, edge }) => {
  await readImports(context)
  const registers = found(edge.settings.registers)
  const input = await readForm(request, OnlyForm)
  if (!input.ok) return invalid(input)
  const { form } = input.value
  const read = (report: Report) => keepFetched(context, registers, form, { report })
  const outcome = await beginReading(context, form, read, logUnheard(edge))
  if ('problems' in outcome) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  return redirectTo(whereRead(outcome))
})

export default function RegistersPage() {
  const { t } = useTranslation()
  const { title, municipality, addresses, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('fetch')
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: UNITS, words: t('units.title') },
          { to: IMPORTS, words: t('unitImport.title') },
        ]}
        here={title}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('unitImport.fetch.lead', { municipality })}</p>
      </header>
      <ul className="import-addresses">
        {addresses.map((address) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
      <form method="post" id="fetch" tabIndex={-1}>
        <input type="hidden" name="form" value={form} />
        <Button>{t('unitImport.fetch.button')}</Button>
      </form>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
