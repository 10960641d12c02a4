import type { LocalDate } from '#app/domain/calendar.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { WriteOffer } from '#app/services/offering.server.ts'

/**
 * The letter to somebody who is offered a seat, with where to answer it. In bokmål: nobody knows the reader's language
 * yet. `inWords` says a day in bokmål.
 */
export function offerLetter(origin: string, inWords: (day: LocalDate) => string): WriteOffer {
  const { t } = wordsIn('nb')
  return ({ municipality, seat, known, from, to }) => {
    const days = from && to && t('mail.offer.period', { from: inWords(from), to: inWords(to) })
    const said = { municipality, name: seat, origin, period: days ? `\n\n${days}` : '' }
    const kind = known ? 'offer' : 'invitation'
    return { subject: t(`mail.${kind}.subject`, said), body: t(`mail.${kind}.body`, said) }
  }
}
