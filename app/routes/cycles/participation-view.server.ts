import type { AnswerRowView } from '#app/components/participation-answers.tsx'
import type { CountsRowView } from '#app/components/participation-counts.tsx'
import type { LackingView } from '#app/components/participation-lacking.tsx'
import { OWNER_TYPE_KEYS, participationWords } from '#app/components/participation-words.ts'
import { dayInOslo, type LocalDate } from '#app/domain/calendar.ts'
import { isOver } from '#app/domain/due-date.ts'
import type { Language } from '#app/domain/language.ts'
import { OWNER_TYPES, participationByOwnerType, unitsAmong, unitsAsked } from '#app/domain/participation.ts'
import { can } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { offerPath } from '#app/routes/people/paths.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { LackingAnswer } from '#app/services/participation-lacking.server.ts'
import type { CycleParticipation } from '#app/services/participation.server.ts'
import type { Overview } from '#app/services/overview.server.ts'
import { answerPath, participationPath, reminderPath } from './paths.ts'

/** Who takes part in a cycle and who has not answered, in the shape it is shown in. */
export function participationView({ actor, today }: SignedIn, read: CycleParticipation, language: Language) {
  const { cycle, years, cycles, owners, answers, lacking } = read
  const { year } = cycle
  const { t } = wordsIn(language)
  const reminds = can(actor, 'remind owners')
  const asked = cycles.find((each) => each.year === year)?.asked ?? []
  const rows = lacking.map((each) => lackingView(each, today))
  return {
    year,
    years: years.map((each) => ({ year: each, href: participationPath(each), here: each === year })),
    countsOf: cycles.map((each) => each.year),
    counts: countsView(cycles),
    isOver: isOver(year, today),
    lacking: rows,
    reminds,
    remindable: reminds ? lacking.filter(({ whyNot }) => whyNot === null).length : 0,
    remindedToday: rows.filter(({ remindedToday }) => remindedToday).length,
    answers: asked.map(answerRow),
  }

  function lackingView({ unit, answerers, remindedAt, whyNot }: LackingAnswer, today: LocalDate): LackingView {
    const isUnreached = whyNot?.message === 'nobodyToRemind'
    return {
      id: unit.id,
      name: unit.name,
      municipality: unit.externalMunicipality,
      owner: owners.get(unit.id) ?? '',
      href: answerPath(year, unit.id),
      answerers: answerers.flatMap(({ role, email }) => {
        return role === 'owner' || role === 'director' || role === 'principal' ? [{ role, email }] : []
      }),
      remindedAt,
      remindedToday: remindedAt !== null && dayInOslo(remindedAt) === today,
      reminder: reminds && whyNot === null ? reminderPath(year, unit.id) : null,
      noAddress: answerers.length > 0 && isUnreached,
      invite: reminds && isUnreached ? invitePath(unit) : null,
    }
  }

  function answerRow(unit: Unit): AnswerRowView {
    const given = unit.participation && answers.get(unit.id)
    return {
      id: unit.id,
      name: unit.name,
      municipality: unit.externalMunicipality,
      href: answerPath(year, unit.id),
      owner: owners.get(unit.id) ?? '',
      words: participationWords(unit.participation, t),
      given: given ? { at: given.at, by: given.by, as: given.as, reason: given.reason } : null,
    }
  }
}

/** Where somebody is offered a seat that can answer for a unit. */
export function invitePath({ id }: Pick<Unit, 'id'>): string {
  return offerPath({ role: 'owner', unit: id })
}

/** Owner types by cycle; a type that was never asked is left out. */
function countsView(cycles: CycleParticipation['cycles']): CountsRowView[] {
  const byYear = cycles.map(({ year, asked }) => ({ year, counts: participationByOwnerType(asked) }))
  return OWNER_TYPES.map((type) => ({
    type: OWNER_TYPE_KEYS[type],
    cells: byYear.map(({ year, counts }) => ({ year, ...counts[type] })),
  })).filter(({ cells }) => cells.some(({ asked }) => asked > 0))
}

/** How many take part, of each owner type that is asked, for the head of the overview. */
export function participationLine({ cycle, standings }: Overview, today: LocalDate) {
  const places = standings.map(({ place }) => place)
  const counts = participationByOwnerType(unitsAsked(unitsAmong(places), cycle.year, today))
  const types = OWNER_TYPES.filter((type) => counts[type].asked > 0)
  return {
    href: participationPath(cycle.year),
    counts: types.map((type) => {
      const { takesPart, partly, asked } = counts[type]
      return { type: OWNER_TYPE_KEYS[type], count: takesPart + partly, asked }
    }),
  }
}
