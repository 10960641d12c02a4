import type { VacancyView } from '#app/components/handover-vacant.tsx'
import { isRunning } from '#app/domain/due-date.ts'
import { nextDueDays, type Standing } from '#app/domain/matrix.ts'
import { can, canAtUnit } from '#app/domain/permissions.ts'
import { closedOn, hasEnded, unitsOf, type Place, type Unit } from '#app/domain/place.ts'
import { leaderOf } from '#app/domain/seats.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { vacanciesAmong } from '#app/services/leadership.server.ts'
import { unitPath } from './paths.ts'

/** Which units of a place nobody leads, for those who follow up a running cycle; nothing for others, or where nothing waits. */
export async function vacanciesAt(context: SignedIn, year: number, place: Place): Promise<VacancyView[]> {
  const closed = closedOn(place)
  const isOver = hasEnded(place) || (closed !== null && closed <= context.today)
  return isOver ? [] : vacanciesIn(context, year, unitsOf(place))
}

/** Which units of a whole cycle nobody leads, the one with the nearest due day first. */
export async function vacanciesOf(
  context: SignedIn,
  year: number,
  standings: readonly Standing[],
): Promise<VacancyView[]> {
  const units = standings.flatMap(({ place }) => (place.kind === 'pair' ? [] : unitsOf(place)))
  const vacancies = await vacanciesIn(context, year, units)
  if (vacancies.length === 0) return []
  const next = nextDueDays(standings, context.today)
  return vacancies
    .map((vacancy) => ({ ...vacancy, next: next.get(vacancy.id) ?? null }))
    .sort((a, b) => ((a.next ?? 'none') < (b.next ?? 'none') ? -1 : 1))
}

async function vacanciesIn(context: SignedIn, year: number, units: readonly Unit[]): Promise<VacancyView[]> {
  const { actor, today } = context
  if (!can(actor, 'read the overview of a cycle') || !isRunning(year, today)) return []
  const known = new Map(units.map((unit) => [unit.id, unit]))
  const vacancies = await vacanciesAmong(context, units)
  return vacancies.flatMap(({ unitId: id, from, offered }) => {
    const unit = known.get(id)
    if (!unit) return []
    const href = canAtUnit(actor, 'read the handover', id) ? unitPath(id, 'handover') : null
    const ahead = from > today ? from : null
    return [{ id, unit: unit.name, role: leaderOf(unit.kind), from: ahead, offered, next: null, href }]
  })
}
