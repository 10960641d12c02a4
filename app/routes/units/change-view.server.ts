import type { UnitChangeView } from '#app/components/unit-change-page.tsx'
import { dayInWords } from '#app/components/day.tsx'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import { lastDayAhead } from '#app/domain/new-unit.ts'
import { stands } from '#app/domain/seats.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { placePath } from '#app/routes/places/paths.ts'
import type { Changeable } from '#app/services/unit-changes.server.ts'
import { unitPath } from './paths.ts'
import { besides } from './units-view.server.ts'

/** A change of a unit in the shape its page shows it in. */
export function changeView(
  page: UnitChangeView['page'],
  { unit, seen, first, pairs, seats }: Changeable,
  today: LocalDate,
  language: Language,
): UnitChangeView & { title: string } {
  const { t } = wordsIn(language)
  return {
    page,
    title: `${t(`units.changes.${page}.title`)}: ${unit.name}`,
    unit: { name: unit.name, href: unitPath(unit.id) },
    form: newForm(),
    seen,
    day: page === 'closing' ? (unit.closedOn ?? '') : today,
    dayHint: dayHint(
      page === 'closing' ? { first: first.closing, last: lastDayAhead(today) } : { first: first[page], last: today },
    ),
    pairs: pairs.map(({ year, placeId, name, other }) => ({
      name: unit.kind === 'kindergarten' ? `${name} – ${other ?? ''}` : `${other ?? ''} – ${name}`,
      href: placePath(year, placeId),
      move: `/cycles/${year}/pairs/${placeId}/move`,
      year,
    })),
    seats: seats
      .filter((seat) => stands(seat, today))
      .map(({ id, role, person }) => ({
        id,
        role,
        name: besides(person.name, role, unit.name),
        end: `/seats/${id}/end`,
      })),
  }

  function dayHint({ first, last }: { first: LocalDate | null; last: LocalDate }): string {
    const inWords = (day: LocalDate) => dayInWords(day, language, { year: true })
    return first === null
      ? t('units.dayUpTo', { last: inWords(last) })
      : t('units.dayBetween', { first: inWords(first), last: inWords(last) })
  }
}

/** Owners to choose from. */
export function ownerChoices(owners: Changeable['owners'], language: Language): { value: string; words: string }[] {
  const { t } = wordsIn(language)
  return owners.map(({ id, name, ownership }) => ({
    value: id,
    words: `${name} (${t(`units.ownership.${ownership}`)})`,
  }))
}
