import type { VacancyView } from '#app/components/handover-vacant.tsx'
import type { LocalDate } from '#app/domain/calendar.ts'
import { isRunning } from '#app/domain/due-date.ts'
import type { Standing } from '#app/domain/matrix.ts'
import { can, canAtUnit } from '#app/domain/permissions.ts'
import { unitsOf, unitsOn, type Place, type Unit } from '#app/domain/place.ts'
import { leaderOf } from '#app/domain/seats.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { vacanciesAmong } from '#app/services/leadership.server.ts'
import { unitPath } from './paths.ts'

/** Which units of a place nobody leads, for those who follow up a running cycle; nothing for others. */
export async function vacanciesAt(context: SignedIn, year: number, place: Place): Promise<VacancyView[]> {
  return vacanciesIn(context, year, unitsOf(place))
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
  const next = nextDueDays(standings)
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

/** By unit, the first due day that has not passed and waits for it; what it is only invited to does not count. */
function nextDueDays(standings: readonly Standing[]): ReadonlyMap<string, LocalDate> {
  const next = new Map<string, LocalDate>()
  for (const { place, lines } of standings) {
    for (const { waitsFor, timing, obligation, due } of lines) {
      if (!waitsFor || obligation === 'invitation' || (timing !== 'due soon' && timing !== 'upcoming')) continue
      for (const { id } of unitsOn(place, waitsFor.side)) {
        const first = next.get(id)
        if (first === undefined || due < first) next.set(id, due)
      }
    }
  }
  return next
}
