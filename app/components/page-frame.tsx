import { NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import { Brand } from './brand.tsx'
import { dayInWords } from './day.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { SignedIn } from './signed-in.tsx'
import { useLanguage } from './use-language.ts'

interface PageFrameProps {
  municipality: string
  /** The pages this reader may open; a `whole` one is loaded as a whole, by the browser itself. */
  links: readonly { to: string; words: string; whole?: boolean }[]
  /** The name of whoever has signed in. */
  person: string | null
  /** Path and query of the page, to come back to. */
  path: string
  /** The day it is, for what is printed; null where nobody could tell. */
  today: LocalDate | null
  /** A demo says so, and which day it is set to. */
  demo: boolean
  children: ReactNode
}

/** What stands around every page. */
export function PageFrame({ municipality, links, person, path, today, demo, children }: PageFrameProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="frame">
      <a className="ds-skip-link" href="#main">
        {t('frame.skip')}
      </a>
      <header className="site-header">
        {demo && today && (
          <p className="demo-line">
            <span className="frame-inner">
              {t('frame.demo', { day: dayInWords(today, language, { weekday: true, year: true }) })}
            </span>
          </p>
        )}
        <div className="frame-inner">
          <div className="site-bar">
            <Brand municipality={municipality} />
            <div className="site-tools">
              <LanguageChoice path={path} />
              <SignedIn person={person} />
            </div>
          </div>
          {links.length > 0 && (
            <nav className="site-nav" aria-label={t('frame.navigation')}>
              <ul>
                {links.map(({ to, words, whole }) => (
                  <li key={to}>
                    <NavLink to={to} end={to === '/'} reloadDocument={whole}>
                      {words}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </header>
      {today && (
        <p className="print-only frame-inner">
          {municipality}, {dayInWords(today, language, { year: true })}
        </p>
      )}
      <main className="page" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="frame-inner">
          <p>{t('frame.noChildren')}</p>
          <p>
            <a href="/plan">{t('frame.readPlan')}</a>
          </p>
        </div>
      </footer>
    </div>
  )
}
