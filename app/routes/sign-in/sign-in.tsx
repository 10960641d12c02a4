import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TextField } from '#app/components/text-field.tsx'
import { invalid, readForm } from '#app/http/form.server.ts'
import { anyone } from '#app/http/guard.server.ts'
import { redirectTo, safePath } from '#app/http/redirect.server.ts'
import { askedCookie } from '#app/http/sign-in-cookie.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { askForCode } from '#app/services/sign-in.server.ts'
import { codeLetter } from './code-letter.server.ts'

const AskForm = z.object({
  email: z
    .string('emailMissing')
    .trim()
    .toLowerCase()
    .min(1, 'emailMissing')
    .max(200, 'emailWrong')
    .pipe(z.email('emailWrong')),
  back: z.string().default('/'),
})

export const loader = anyone(async ({ context, request, edge, language }) => {
  const back = safePath(new URL(request.url).searchParams.get('back'), '/')
  if (edge.settings.demo) throw redirectTo(`/sign-in/demo?back=${encodeURIComponent(back)}`)
  if (context.actor !== 'visitor') throw redirectTo(back)
  const left = LEFT.find((each) => each === new URL(request.url).searchParams.get('left')) ?? null
  return json({ back, left, title: wordsIn(language).t('signIn.title') })
})

/** Why somebody comes here who was signed in until a moment ago. */
const LEFT = ['declined', 'ended'] as const

export const action = anyone(async ({ context, request, edge, language }) => {
  const input = await readForm(request, AskForm)
  if (!input.ok) return invalid(input)
  const { email, back } = input.value
  const kept = await askForCode(context.db, email, context.now, codeLetter(language))
  const next = `/sign-in/code?back=${encodeURIComponent(safePath(back, '/'))}`
  throw redirectTo(next, { 'Set-Cookie': askedCookie(kept, edge) })
})

export const handle = { script: false }

export default function SignInPage() {
  const { t } = useTranslation()
  const { back, left, title } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  return (
    <div className="narrow">
      <ErrorSummary problems={words} />
      {left && (
        <p className="status-line" role="status">
          {t(`seats.left.${left}`)}
        </p>
      )}
      <h1>{title}</h1>
      <p>{t('signIn.how')}</p>
      <form method="post" noValidate>
        <input type="hidden" name="back" value={back} />
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          label={t('signIn.email')}
          hint={t('signIn.emailHint')}
          problem={wordsOf('email')}
          defaultValue={typed.email}
        />
        <Button>{t('signIn.ask')}</Button>
      </form>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
