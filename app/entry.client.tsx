import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { isLanguage, MAIN_LANGUAGE, type Language } from './domain/language.ts'
import { wordsOf } from './http/words.ts'

/** Each language is a file of its own, words and days; the browser fetches the one it needs. */
const LANGUAGES = {
  nb: () => import('./messages/nb.ts'),
  nn: () => import('./messages/nn.ts'),
  en: () => import('./messages/en.ts'),
} satisfies Record<Language, () => Promise<unknown>>

/**
 * What answers a tick must be there before it is needed: Remix would fetch it at the first tap, and leave the page where
 * there is no network.
 */
const TICKING = ['routes/places/step', 'routes/places/withdrawal']

async function hydrate() {
  const { lang } = document.documentElement
  const language = isLanguage(lang) ? lang : MAIN_LANGUAGE
  const spoken = await LANGUAGES[language]()
  const page = (
    <I18nextProvider i18n={wordsOf(language, spoken)}>
      <RemixBrowser />
    </I18nextProvider>
  )
  startTransition(() => void hydrateRoot(document, page))
  for (const route of TICKING) void import(/* @vite-ignore */ window.__remixManifest.routes[route]?.module ?? '')
}

void hydrate()
