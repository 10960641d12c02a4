import { useTranslation } from 'react-i18next'

const LINKS = {
  overview: (year: number) => `/cycles/${year}`,
  wheel: (year: number) => `/cycles/${year}/wheel`,
  dueDays: (year: number) => `/cycles/${year}/due-days`,
  adoption: (year: number) => `/cycles/${year}/adoption`,
  opening: () => '/cycles/new',
  pairs: (year: number) => `/cycles/${year}/pairs`,
  enrolment: (year: number) => `/cycles/${year}/enrolment`,
  flow: (year: number) => `/cycles/${year}/flow`,
  participation: (year: number) => `/cycles/${year}/participation`,
  framework: (year: number) => `/cycles/${year}/framework`,
} as const
type CycleLink = keyof typeof LINKS

/** The plan's work, and who is in it. An observer only reads: one row of the two. */
const ROWS: readonly (readonly CycleLink[])[] = [
  ['overview', 'wheel', 'dueDays', 'adoption', 'opening'],
  ['pairs', 'enrolment', 'flow', 'participation', 'framework'],
]
const READING: readonly (readonly CycleLink[])[] = [
  ['overview', 'wheel', 'pairs', 'flow', 'participation', 'framework'],
]

/** What an adviser can do with a cycle, and where it stands; for those who only read, what they can. */
export function CycleLinks({ year, here, reads }: { year: number; here: CycleLink; reads?: boolean }) {
  const { t } = useTranslation()
  return (
    <nav className="cycle-links" aria-label={t('dueDays.links.name', { year })}>
      {(reads ? READING : ROWS).map((row) => (
        <ul className="link-row" key={row.join()}>
          {row.map((link) => (
            <li key={link}>
              <a href={LINKS[link](year)} aria-current={link === here ? 'page' : undefined}>
                {t(`dueDays.links.${link}`)}
              </a>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}
