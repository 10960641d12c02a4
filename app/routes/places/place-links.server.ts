import type { Language } from '#app/domain/language.ts'
import { can, canAtUnit, type Person } from '#app/domain/permissions.ts'
import type { Place } from '#app/domain/place.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { datesLink } from './dates-view.server.ts'
import { incomingPath, placeWheelPath, presentationPath } from './paths.ts'

/** Other pages of the same place, for the reader: they are of other subjects, and loaded whole. */
export function placeLinks({ actor }: SignedIn, year: number, place: Place, language: Language): PlaceLink[] {
  const wheel = { href: placeWheelPath(year, place.id), words: wordsIn(language).t('wheel.short') }
  const links = [
    incomingLink(actor, year, place, language),
    presentationLink(actor, year, place, language),
    datesLink(actor, year, place, language),
    wheel,
  ]
  return links.filter((link) => link !== null)
}

interface PlaceLink {
  href: string
  words: string
}

function incomingLink(actor: Person, year: number, place: Place, language: Language): PlaceLink | null {
  if (place.kind !== 'school' || !can(actor, 'read the incoming groups', place)) return null
  return { href: incomingPath(year, place.id), words: wordsIn(language).t('incoming.short') }
}

function presentationLink(actor: Person, year: number, place: Place, language: Language): PlaceLink | null {
  const { t } = wordsIn(language)
  const presented = place.kind === 'pair' || place.kind === 'kindergarten'
  if (!presented || !can(actor, 'read a presentation', place)) return null
  const writes = canAtUnit(actor, 'present a group', place.kindergarten.id)
  const words = t(`presentation.fromChecklist.${writes && place.kind === 'kindergarten' ? 'write' : 'read'}`)
  return { href: presentationPath(year, place.id), words }
}
