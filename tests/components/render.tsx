import { configure, render } from '@testing-library/react'
import { createInstance, type i18n } from 'i18next'
import type { ReactElement } from 'react'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import type { Language } from '#app/domain/language.ts'
import { together } from '#app/http/words.ts'
import * as en from '#app/messages/all-en.ts'
import * as nb from '#app/messages/all-nb.ts'
import * as nn from '#app/messages/all-nn.ts'
import { knowLocale } from '#app/messages/locales.ts'

// A slow machine is no defect.
configure({ asyncUtilTimeout: 15_000 })

const LANGUAGES = { nb, nn, en }

for (const each of ['nb', 'nn', 'en'] as const) knowLocale(each, LANGUAGES[each].locale)

/** The words of one language, as a request gets them. */
export function wordsIn(language: Language): i18n {
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: language,
    initAsync: false,
    resources: {
      [language]: { translation: together(...LANGUAGES[language].catalogs) },
    },
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => console.error(`No words in ${language} for ${key}`),
  })
  return words
}

/** Shows a part as a reader of that language sees it, at a URL of the app. */
export function show(part: ReactElement, language: Language = 'nb', path = '/') {
  const router = createMemoryRouter([{ path: '*', element: part }], { initialEntries: [path], future: FUTURE })
  return render(
    <I18nextProvider i18n={wordsIn(language)}>
      <RouterProvider router={router} future={{ v7_startTransition: true }} />
    </I18nextProvider>,
  )
}

const FUTURE = { v7_relativeSplatPath: true } as const
