import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { isLanguage, MAIN_LANGUAGE, type Language } from './domain/language.ts'
import { renewsPlan, wordsOf } from './http/words.ts'

/** Each language is a file of its own, words and days; the browser fetches the one it needs. So are the words for renewing the plan. */
const LANGUAGES = {
  nb: () => import('./messages/nb.ts'),
  nn: () => import('./messages/nn.ts'),
  en: () => import('./messages/en.ts'),
} satisfies Record<Language, () => Promise<unknown>>
const RENEWAL = {
  nb: () => import('./messages/renewal-nb.ts'),
  nn: () => import('./messages/renewal-nn.ts'),
  en: () => import('./messages/renewal-en.ts'),
} satisfies Record<Language, () => Promise<unknown>>

/**
 * What answers a tick must be there before it is needed: Remix would fetch it at the first tap, and leave the page where
 * there is no network.
 */
const TICKING = ['routes/places/step', 'routes/places/withdrawal']

async function hydrate() {
  const { lang } = document.documentElement
  const language = isLanguage(lang) ? lang : MAIN_LANGUAGE
  const renewing = renewsPlan(location.pathname) ? RENEWAL[language]() : null
  const spoken = await LANGUAGES[language]()
  const words = wordsOf(language, spoken, await renewing)
  const page = (
    <I18nextProvider i18n={words}>
      <RemixBrowser />
    </I18nextProvider>
  )
  startTransition(() => void hydrateRoot(document, page))
  for (const route of TICKING) void import(/* @vite-ignore */ window.__remixManifest.routes[route]?.module ?? '')
}

void hydrate()
