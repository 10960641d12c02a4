import type { Language } from '#app/domain/language.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { WriteLetter } from '#app/services/sign-in.server.ts'

/** The mail with a code, in the language of the page where it was asked for. */
export function codeLetter(language: Language): WriteLetter {
  const { t } = wordsIn(language)
  return (code) => ({ subject: t('mail.code.subject'), body: t('mail.code.body', { code }) })
}
