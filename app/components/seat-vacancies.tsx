import { useTranslation } from 'react-i18next'
import { FewFirst } from './few-first.tsx'

interface UnitToStaff {
  id: string
  name: string
  href: string
  vacant: boolean
  lacks: readonly string[]
  offered: boolean
  nextDue: string | null
  invite: { to: string; words: string; at: string }
}

/** So many stand there at once; the rest is unfolded. */
const FEW = 8

/** The units that need people: what each lacks, what is due there next, and whom to invite. */
export function UnitsToStaff({ units }: { units: readonly UnitToStaff[] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{t('people.needs')}</h2>
      <p>{units.length > 0 ? t('people.needsCount', { count: units.length }) : t('people.allStaffed')}</p>
      <FewFirst items={units} few={FEW} list={(some) => <UnitRows units={some} />} />
    </section>
  )
}

function UnitRows({ units }: { units: readonly UnitToStaff[] }) {
  const { t } = useTranslation()
  if (units.length === 0) return null
  return (
    <ul className="seat-rows">
      {units.map(({ id, name, href, vacant, lacks, offered, nextDue, invite }) => (
        <li key={id} className="seat-row">
          <div>
            <a className="seat-row-name" href={href}>
              {name}
            </a>
            <p className="seat-lacks">
              {lacks.map((words, at) => (
                <span key={words} className="ds-tag" data-color={vacant && at === 0 ? 'danger' : 'warning'}>
                  {words}
                </span>
              ))}
              {offered && <span className="ds-tag">{t('people.leaderOffered')}</span>}
            </p>
          </div>
          <div>
            {nextDue && <p className="quiet">{nextDue}</p>}
            <p>
              <a className="more" href={invite.to}>
                {invite.words}
                <span className="ds-sr-only"> {invite.at}</span>
              </a>
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
