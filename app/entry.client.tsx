import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { isLanguage, MAIN_LANGUAGE, type Language } from './domain/language.ts'
import { subjectOf, wordsOf, type Subject } from './http/words.ts'

/** Each language is a file of its own, words and days; the browser fetches the one it needs, and the words of the page's subject. */
const LANGUAGES = {
  nb: () => import('./messages/nb.ts'),
  nn: () => import('./messages/nn.ts'),
  en: () => import('./messages/en.ts'),
} satisfies Record<Language, () => Promise<unknown>>
const SUBJECTS = {
  renewal: {
    nb: () => import('./messages/renewal-nb.ts'),
    nn: () => import('./messages/renewal-nn.ts'),
    en: () => import('./messages/renewal-en.ts'),
  },
  framework: {
    nb: () => import('./messages/framework-nb.ts'),
    nn: () => import('./messages/framework-nn.ts'),
    en: () => import('./messages/framework-en.ts'),
  },
} satisfies Record<Subject, Record<Language, () => Promise<unknown>>>

/**
 * What answers a tick must be there before it is needed: Remix would fetch it at the first tap, and leave the page where
 * there is no network.
 */
const TICKING = ['routes/places/step', 'routes/places/withdrawal']

async function hydrate() {
  const { lang } = document.documentElement
  const language = isLanguage(lang) ? lang : MAIN_LANGUAGE
  const subject = subjectOf(location.pathname)
  const more = subject ? SUBJECTS[subject][language]() : null
  const { catalog, locale } = await LANGUAGES[language]()
  const words = wordsOf(language, locale, more ? [catalog, (await more).catalog] : [catalog])
  const page = (
    <I18nextProvider i18n={words}>
      <RemixBrowser />
    </I18nextProvider>
  )
  startTransition(() => void hydrateRoot(document, page))
  for (const route of TICKING) void import(/* @vite-ignore */ window.__remixManifest.routes[route]?.module ?? '')
}

void hydrate()
