import type { Notice } from '#app/components/notices.tsx'
import type { OwnedUnitView } from '#app/components/participation-owned.tsx'
import { participationWords } from '#app/components/participation-words.ts'
import type { Language } from '#app/domain/language.ts'
import { answersAs, ownerTypeOf, unitsAmong, whyNobodyAnswers } from '#app/domain/participation.ts'
import type { Person } from '#app/domain/permissions.ts'
import { unitsOf, type Place, type Unit } from '#app/domain/place.ts'
import { sumOf } from '#app/domain/progress.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { placePath } from '#app/routes/places/paths.ts'
import { nameOf } from '#app/routes/places/row-view.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { HomeCycle } from '#app/services/home.server.ts'
import type { Checklist } from '#app/services/places.server.ts'
import { answerPath } from './paths.ts'

/** The units that the reader can answer for through a seat of its own, and that lack an answer. */
export function lackingNotices({ actor, today }: SignedIn, cycles: readonly HomeCycle[], language: Language): Notice[] {
  const { t } = wordsIn(language)
  return cycles.flatMap(({ cycle: { year }, checklists }) => {
    const units = unitsAmong(checklists.map(({ place }) => place)).filter((unit) => {
      const as = answersAs(actor, unit.id)
      const isOwn = as === 'owner' || as === 'leader'
      return isOwn && unit.participation === null && whyNobodyAnswers(unit, year, today) === null
    })
    return units.map(({ id, name }): Notice => ({
      to: answerPath(year, id),
      title: t('participation.home.answer', { unit: name }),
      words: t('participation.home.notice', { unit: name, year }),
    }))
  })
}

/** The units that somebody owns and does not work at. */
function ownedIds({ seats }: Person): string[] {
  const ids = (isOwner: boolean) =>
    seats.filter(({ role }) => (role === 'owner') === isOwner).flatMap(({ unitIds }) => unitIds)
  const worksAt = new Set(ids(false))
  return [...new Set(ids(true))].filter((id) => !worksAt.has(id))
}

/** Whether somebody sees a place only as the owner of its units. */
export function isOnlyOwned(actor: Person, place: Place): boolean {
  const own = new Set(actor.seats.flatMap(({ unitIds }) => unitIds))
  const owned = ownedIds(actor)
  const units = unitsOf(place).filter(({ id }) => own.has(id))
  return units.length > 0 && units.every(({ id }) => owned.includes(id))
}

/** Whether somebody has come as an owner, and as nothing else. */
export function isOnlyOwner({ seats }: Person): boolean {
  return seats.length > 0 && seats.every(({ role }) => role === 'owner')
}

/** The units that somebody owns, each with its answer and the progress of all its places. */
export function ownedUnits(actor: Person, { cycle, checklists }: HomeCycle, language: Language): OwnedUnitView[] {
  const owned = ownedIds(actor)
  const { t } = wordsIn(language)
  return unitsAmong(checklists.map(({ place }) => place))
    .filter(({ id }) => owned.includes(id))
    .map((unit) => {
      const those = checklists.filter(({ place }) => unitsOf(place).some(({ id }) => id === unit.id))
      const pairs = those.filter(({ place }) => place.kind === 'pair')
      return {
        id: unit.id,
        href: placePath(cycle.year, unit.id),
        name: unit.name,
        answer: answerOf(unit),
        progress: sumOf(those.map(({ progress }) => progress)),
        pairs: pairs.length === 0 ? null : { words: pairsWords(pairs.length), places: pairs.map(pairView) },
      }
    })

  function answerOf(unit: Unit): OwnedUnitView['answer'] {
    if (ownerTypeOf(unit) === null) return null
    const link = t(`participation.home.${unit.participation ? 'change' : 'answer'}`, { unit: unit.name })
    return { words: participationWords(unit.participation, t), href: answerPath(cycle.year, unit.id), link }
  }

  function pairsWords(count: number): string {
    return t('participation.home.pairs', { count })
  }

  function pairView({ place, progress }: Checklist) {
    return { href: placePath(cycle.year, place.id), name: nameOf(place) ?? '', progress }
  }
}
