import { useTranslation } from 'react-i18next'
import type { UnitChangeView } from './unit-change-page.tsx'

/** What a unit that closes leaves: pairs to move, and seats that stay until they are ended. */
export function UnitTouched({ pairs, seats }: Pick<UnitChangeView, 'pairs' | 'seats'>) {
  const { t } = useTranslation()
  return (
    <aside className="step-facts" aria-labelledby="touched">
      <h2 id="touched">{t('units.touched')}</h2>
      <p>{pairs.length === 0 ? t('units.noPairs') : t('units.pairsTouched', { count: pairs.length })}</p>
      <ul className="plain-list unit-touched" hidden={pairs.length === 0}>
        {pairs.map(({ name, href, move, year }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            <span className="quiet unit-note">{t('cycle.name', { year })}</span>
            <a className="more" href={move}>
              {t('units.movePair')}
              <span className="ds-sr-only">: {name}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>{seats.length === 0 ? t('units.noSeats') : t('units.seatsTouched', { count: seats.length })}</p>
      <ul className="plain-list unit-touched" hidden={seats.length === 0}>
        {seats.map(({ id, role, name, end }) => {
          const words = [t(`role.${role}`), name].filter(Boolean).join(', ')
          return (
            <li key={id}>
              {words}
              <a className="more" href={end}>
                {t('units.endSeat')}
                <span className="ds-sr-only">: {words}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </aside>
  )
}
