import { isLanguage, MAIN_LANGUAGE, type Language } from '#app/domain/language.ts'
import { readCookie, writeCookie } from './cookies.server.ts'

const COOKIE = 'language'
const A_YEAR = 365 * 24 * 60 * 60

/** The reader's language: what was chosen, else what the browser asks for, else bokmål. */
export function languageOf({ headers }: Request): Language {
  return preferredLanguage(headers.get('Cookie'), headers.get('Accept-Language'))
}

/** The same, from the two headers that say so. */
export function preferredLanguage(cookies: string | null | undefined, accept: string | null | undefined): Language {
  const chosen = readCookie(cookies, COOKIE)
  return isLanguage(chosen) ? chosen : mostWanted(accept ?? '')
}

/** The cookie that keeps a choice of language. */
export function languageCookie(language: Language, origin: string): string {
  return writeCookie(COOKIE, language, { origin, seconds: A_YEAR })
}

/** Norwegian without saying which is bokmål. */
const TAGS: Readonly<Record<string, Language>> = { nb: 'nb', no: 'nb', nn: 'nn', en: 'en' }

function mostWanted(accept: string): Language {
  const wanted = accept.split(',').flatMap((entry) => {
    const [tag = '', ...rest] = entry.trim().split(';')
    const language = TAGS[tag.toLowerCase().split('-')[0] ?? '']
    const weight = Number(/^q=([\d.]+)$/.exec(rest.join(';').trim())?.[1] ?? 1)
    return language && weight > 0 ? [{ language, weight }] : []
  })
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.language ?? MAIN_LANGUAGE
}
