import { useTranslation } from 'react-i18next'
import { OfferActions } from './seat-offers.tsx'

interface PersonSeat {
  id: string
  title: string
  unit: string | null
  state: string
  offered: boolean
  stands: boolean
  again: string
  end: string
}

/** Somebody's seats, with how each stands and what can be done with it. */
export function PersonSeats({ seats, form }: { seats: readonly PersonSeat[]; form: string }) {
  const { t } = useTranslation()
  return (
    <ul className="seat-rows">
      {seats.map(({ id, title, unit, state, offered, stands, again, end }) => (
        <li key={id} className="seat-row">
          <div>
            {unit ? (
              <a className="seat-row-name" href={unit}>
                {title}
              </a>
            ) : (
              <span className="seat-row-name">{title}</span>
            )}
            <p className="quiet">{state}</p>
          </div>
          {offered && <OfferActions offer={{ title, again, takeBack: end }} form={form} />}
          {stands && !offered && (
            <p>
              <a className="more" href={end}>
                {t('people.end')}
                <span className="ds-sr-only">: {title}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
