import { isLanguage } from '#app/domain/language.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { anyone } from '#app/http/guard.server.ts'
import { languageCookie } from '#app/http/language.server.ts'
import { redirectTo, safePath } from '#app/http/redirect.server.ts'

/** A link, not a form: choosing a language changes nothing but the reader's own browser. */
export const loader = anyone(async ({ request, edge }) => {
  const { searchParams } = new URL(request.url)
  const language = searchParams.get('to')
  if (!isLanguage(language)) throw new Refusal('not found')
  const headers = { 'Set-Cookie': languageCookie(language, edge.settings.origin) }
  return redirectTo(safePath(searchParams.get('back'), '/'), headers)
})
