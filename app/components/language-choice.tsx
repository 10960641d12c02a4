import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#app/domain/language.ts'
import { useLanguage } from './use-language.ts'

/** Three text links, each in its own language. They load the page anew: only one catalog is sent to the browser. */
export function LanguageChoice({ path }: { path: string }) {
  const { t } = useTranslation()
  const chosen = useLanguage()
  return (
    <nav aria-label={t('language.label')}>
      <ul className="language-choice">
        {LANGUAGES.map((language) => (
          <li key={language}>
            <a
              href={`/language?to=${language}&back=${encodeURIComponent(path)}`}
              lang={language}
              hrefLang={language}
              aria-current={language === chosen ? 'true' : undefined}
            >
              {t(`language.${language}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
