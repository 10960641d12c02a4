import { useTranslation } from 'react-i18next'
import { CycleName } from './cycle-name.tsx'

/** What a unit has in one cycle: its own place, and its pairs. */
export interface UnitCycleView {
  year: number
  isRunning: boolean
  href: string
  name: string
  /** What it was called then, where that was something else. */
  wasCalled: string | null
  pairs: readonly { href: string; name: string; ended: boolean }[]
  /** Where it is answered whether the unit takes part, where that is asked. */
  participation: string | null
}

/** The places of a unit in one cycle, as links. */
export function UnitCycle({ cycle }: { cycle: UnitCycleView }) {
  const { t } = useTranslation()
  const { year, isRunning, href, name, wasCalled, pairs, participation } = cycle
  return (
    <section className="card unit-cycle" aria-labelledby={`cycle-${year}`}>
      <h3 id={`cycle-${year}`}>
        <CycleName year={year} version={null} /> {!isRunning && <span className="quiet">{t('units.cycleOver')}</span>}
      </h3>
      {wasCalled && <p className="quiet">{t('units.wasCalled', { name: wasCalled })}</p>}
      <ul className="plain-list unit-place-links">
        <li>
          <a href={href}>{t('units.ownSteps', { name })}</a>
        </li>
        {pairs.map((pair) => (
          <li key={pair.href}>
            <a href={pair.href}>{t('units.together', { name: pair.name })}</a>{' '}
            {pair.ended && <span className="quiet">{t('units.groupEnded')}</span>}
          </li>
        ))}
      </ul>
      {participation && (
        <p className="more">
          <a href={participation}>{t('units.participation')}</a>
        </p>
      )}
    </section>
  )
}
