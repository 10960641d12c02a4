import { useTranslation } from 'react-i18next'
import { childrenWords } from './children-words.ts'
import type { OpenNumbers } from './enrolment-view.ts'

export const OPEN_LISTS = ['notDecided', 'silent', 'differing', 'leaving'] as const

/** What else keeps the numbers from adding up, by what it is; and at last those who start school elsewhere. */
export function EnrolmentOpen({ lists }: { lists: Record<(typeof OPEN_LISTS)[number], readonly OpenNumbers[]> }) {
  const { t } = useTranslation()
  return (
    <>
      {OPEN_LISTS.filter((list) => lists[list].length > 0).map((list) => (
        <section key={list} className="enrolment-open" aria-labelledby={list}>
          <h2 id={list}>{t(`enrolment.lists.${list}.title`)}</h2>
          <p className="quiet">{t(`enrolment.lists.${list}.why`)}</p>
          <ul className="plain-list">
            {lists[list].map((numbers) => (
              <li key={numbers.href + numbers.name}>
                <a href={numbers.href}>{numbers.name}</a> <Said numbers={numbers} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Said({ numbers: { schools, children, reported, received } }: { numbers: OpenNumbers }) {
  const { t } = useTranslation()
  if (children !== undefined) return <span>{childrenWords(children, t)}</span>
  if (schools) return schools.length > 0 ? <span>{schools.join(', ')}</span> : <span>{t('enrolment.saidNothing')}</span>
  return <span>{t('enrolment.bothSay', { reported, received })}</span>
}
