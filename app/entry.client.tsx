import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { isLanguage, MAIN_LANGUAGE, type Language } from './domain/language.ts'
import { wordsOf } from './http/words.ts'

/** Each catalog is a file of its own; the browser fetches the one it needs. */
const CATALOGS = {
  nb: () => import('./messages/nb.json'),
  nn: () => import('./messages/nn.json'),
  en: () => import('./messages/en.json'),
} satisfies Record<Language, () => Promise<unknown>>

async function hydrate() {
  const { lang } = document.documentElement
  const language = isLanguage(lang) ? lang : MAIN_LANGUAGE
  const catalog = await CATALOGS[language]()
  const page = (
    <I18nextProvider i18n={wordsOf(language, catalog.default)}>
      <RemixBrowser />
    </I18nextProvider>
  )
  startTransition(() => void hydrateRoot(document, page))
}

void hydrate()
