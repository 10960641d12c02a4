import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '#app/components/button.tsx'
import { Checkbox } from '#app/components/checkbox.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TextField } from '#app/components/text-field.tsx'
import { Refusal } from '#app/domain/refusal.ts'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { anyone } from '#app/http/guard.server.ts'
import { redirectTo, safePath } from '#app/http/redirect.server.ts'
import { sessionCookie } from '#app/http/session.server.ts'
import { askedOf } from '#app/http/sign-in-cookie.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { signInWithCode } from '#app/services/sign-in.server.ts'

const CodeForm = z.object({
  code: z
    .string('codeMissing')
    .transform((text) => text.replace(/[\s-]/g, ''))
    .pipe(
      z
        .string()
        .min(1, 'codeMissing')
        .regex(/^\d{8}$/, 'codeWrong'),
    ),
  ownDevice: z.literal('yes').optional(),
  back: z.string().default('/'),
})

export const loader = anyone(async ({ context, request, language }) => {
  const back = safePath(new URL(request.url).searchParams.get('back'), '/')
  if (context.actor !== 'visitor') throw redirectTo(back)
  return json({ back, title: wordsIn(language).t('signIn.codeTitle') })
})

export const action = anyone(async ({ context, request, edge }) => {
  const input = await readForm(request, CodeForm)
  if (!input.ok) return invalid(input)
  const back = safePath(input.value.back, '/')
  // The form sent twice: the first one opened the door.
  if (context.actor !== 'visitor') throw redirectTo(back)
  const kept = askedOf(request, edge)
  if (!kept) throw new Refusal('code expired')
  const ownDevice = input.value.ownDevice === 'yes'
  const token = await signInWithCode(context.db, { code: input.value.code, kept, ownDevice }, context.now)
  if (token === null) return invalid(problemWith('code', 'codeWrong'))
  throw redirectTo(back, { 'Set-Cookie': sessionCookie(token, { origin: edge.settings.origin, ownDevice }) })
})

export const handle = { script: false }

export default function CodePage() {
  const { t } = useTranslation()
  const { back, title } = useLoaderData<typeof loader>()
  const { words } = useReturned()
  return (
    <div className="narrow">
      <ErrorSummary problems={words} />
      <h1>{title}</h1>
      <p>{t('signIn.sent')}</p>
      <form method="post" noValidate>
        <input type="hidden" name="back" value={back} />
        <TextField
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          label={t('signIn.code')}
          hint={t('signIn.codeHint')}
          problem={words[0]?.words}
        />
        <Checkbox
          id="ownDevice"
          name="ownDevice"
          value="yes"
          label={t('signIn.ownDevice')}
          hint={t('signIn.ownDeviceHint')}
        />
        <Button>{t('frame.signIn')}</Button>
      </form>
      <p>
        <a href={`/sign-in?back=${encodeURIComponent(back)}`}>{t('signIn.again')}</a>
      </p>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
