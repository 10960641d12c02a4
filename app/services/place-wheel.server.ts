import { datesOfPairs, type AgreedDate } from '#app/domain/agreed-date.ts'
import { linesOf, type Cycle } from '#app/domain/checklist.ts'
import { shownTo } from '#app/domain/discretion.ts'
import { can } from '#app/domain/permissions.ts'
import type { PairPlace, Place } from '#app/domain/place.ts'
import { isOfUnit, stepsOfPlace, type PlaceStep } from '#app/domain/place-year.ts'
import type { Numbered } from '#app/domain/year-wheel.ts'
import { listAgreedDates } from '#db/queries/agreed-dates.ts'
import { listPlaces } from '#db/queries/places.ts'
import { listTicks } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { findOpenPlace } from './places.server.ts'

/** The year of a place as one reader may see it: its steps with how they stand, and the dates agreed there. */
export interface PlaceYear {
  cycle: Cycle
  place: Place
  steps: readonly Numbered<PlaceStep>[]
  /** By day; cancelled ones are not among them. */
  dates: readonly AgreedDate[]
  /** Its pairs whose dates the reader may see, or the pair itself. */
  pairs: readonly PairPlace[]
}

/** The year wheel of a pair, or of a unit with its pairs folded. Refuses *not found*, also where the actor may not look. */
export async function readPlaceYear(context: SignedIn, year: number, placeId: string): Promise<PlaceYear> {
  const { actor, db, today } = context
  const { cycle, place, dates: ofSchool } = await findOpenPlace(context, year, placeId, db)
  const places = [place, ...(await placesAround(context, year, place))]
  const ticks = (await listTicks(db, [year], places)).get(year)
  const lines = places
    .flatMap((each) => linesOf(cycle, each, ticks?.get(each.id) ?? [], today))
    .filter((line) => isOfUnit(place, line))
    .flatMap((line) => shownTo(actor, line) ?? [])
  const pairs = places.filter((each) => each.kind === 'pair').filter((pair) => can(actor, 'read agreed dates', pair))
  const schools = [...new Set(pairs.map(({ school }) => school.id))]
  const all = place.kind === 'kindergarten' ? await listAgreedDates(db, [year], schools) : ofSchool
  const dates = datesOfPairs(actor, place, pairs, all).filter(({ cancelled }) => !cancelled)
  return { cycle, place, steps: stepsOfPlace(lines), dates, pairs }
}

/** Where else the work of a unit is: at its pairs, and of a kindergarten at the schools it goes to. */
async function placesAround({ db }: SignedIn, year: number, place: Place): Promise<Place[]> {
  if (place.kind === 'pair' || place.kind === 'municipality') return []
  const around = (await listPlaces(db, [year], { unitIds: [place.id] })).get(year) ?? []
  return around.filter(({ id }) => id !== place.id)
}
