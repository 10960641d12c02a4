import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

interface SeatOffer {
  id: string
  person: string
  title: string
  email: string | null
  since: string
  again: string
  takeBack: string
}

/** Offers that nobody has answered: each can be sent again, or taken back. */
export function SeatOffers({ offers, form }: { offers: readonly SeatOffer[]; form: string }) {
  return (
    <ul className="seat-rows">
      {offers.map((offer) => (
        <li key={offer.id} className="seat-row">
          <div>
            <a className="seat-row-name" href={offer.person}>
              {offer.title}
            </a>
            <p className="quiet">
              {offer.email} · {offer.since}
            </p>
          </div>
          <OfferActions offer={offer} form={form} />
        </li>
      ))}
    </ul>
  )
}

/** What can be done with an offer that waits. */
export function OfferActions({
  offer,
  form,
}: {
  offer: { title: string; again: string; takeBack: string }
  form: string
}) {
  const { t } = useTranslation()
  const of = <span className="ds-sr-only"> {t('people.ofOffer', { name: offer.title })}</span>
  return (
    <div className="actions">
      <form method="post" action={offer.again}>
        <input type="hidden" name="form" value={form} />
        <Button variant="secondary">
          {t('people.sendAgain')}
          {of}
        </Button>
      </form>
      <a className="more" href={offer.takeBack}>
        {t('people.takeBack')}
        {of}
      </a>
    </div>
  )
}
