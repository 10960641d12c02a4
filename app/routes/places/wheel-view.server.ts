import { atTheBeginning } from '#app/components/month.ts'
import type { TFunction } from 'i18next'
import { stateWords } from '#app/components/state-words.ts'
import type { WheelLine } from '#app/components/wheel-view.ts'
import { isForPair, type AgreedDate } from '#app/domain/agreed-date.ts'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { ShownLine } from '#app/domain/discretion.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import type { PairPlace, Place } from '#app/domain/place.ts'
import { lookOf, type PlaceStep } from '#app/domain/place-year.ts'
import type { Progress } from '#app/domain/progress.ts'
import { stateOf } from '#app/domain/state.ts'
import { letterOf, type Numbered } from '#app/domain/year-wheel.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { wheelOf } from '#app/routes/cycles/wheel-view.server.ts'
import type { PlaceYear } from '#app/services/place-wheel.server.ts'
import { timeInWords, whatItIs } from './date-words.server.ts'
import { datesPath, placePath } from './paths.ts'
import { headingOf } from './row-view.server.ts'

interface Telling {
  at: PlaceYear
  language: Language
  t: TFunction
}

/** The year wheel of a place, in the shape it is shown in. */
export function placeWheel(at: PlaceYear, today: LocalDate, language: Language) {
  const { t } = wordsIn(language)
  const { cycle, place, steps, dates } = at
  const { year, version } = cycle
  const heading = headingOf(place, t)
  const telling = { at, language, t }
  const lines = [
    ...steps.map((step) => stepLine(step, telling)),
    ...dates.map((date, index) => dateLine(date, letterOf(index), telling)),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const title = t('wheel.titleOf', { place: heading, year })
  const wheel = wheelOf(year, lines, today, language)
  return {
    year,
    version: version.number,
    heading,
    ...wheel,
    words: {
      title,
      description: `${wheel.words.description}${dates.length > 0 ? ` ${t('wheel.describedDates')}` : ''}`,
    },
    legend: legendOf(lines, t),
    /** That no dates were agreed is said where they can be. */
    datesMissing: dates.length === 0 && place.kind !== 'municipality',
  }
}

function stepLine({ step, due, ring, number, lines }: Numbered<PlaceStep>, { at, language, t }: Telling): WheelLine {
  const { look, progress } = lookOf(lines)
  const [only, another] = lines
  const line = {
    key: `${step.id} ${due}`,
    mark: String(number),
    ring,
    on: due,
    title: inLanguage(step.title, language),
    who: t(`wheel.ring.${ring}`),
    look,
  }
  if (only && !another) {
    return { ...line, state: lineWords(only, at.place, t, language), href: stepPath(only, at.cycle.year), places: [] }
  }
  const places = lines.map((each) => ({
    name: otherName(each.place, at.place, t),
    state: stateWords(stateOf(each), t, language),
    look: lookOf([each]).look,
    href: stepPath(each, at.cycle.year),
  }))
  return { ...line, state: foldedWords(progress, at.place, t), href: null, places }
}

/** How one line stands; at a unit with its pair or school, where that is not the unit's own place. */
function lineWords(line: ShownLine, place: Place, t: TFunction, language: Language): string {
  const words = stateWords(stateOf(line), t, language)
  return line.place.id === place.id ? words : `${words} (${otherName(line.place, place, t)})`
}

/** "Gjennomført ved 3 av 5 skoler, fristen gikk ut ved 1": what binds and what is only an invitation are told apart. */
function foldedWords({ obliged, invited, overdue, declined }: Progress, place: Place, t: TFunction): string {
  const kind = place.kind === 'kindergarten' ? 'schools' : 'kindergartens'
  const counts = [
    obliged.asked > 0 && t(`wheel.folded.${kind}`, { complete: obliged.complete, count: obliged.asked }),
    overdue > 0 && t('wheel.folded.overdue', { count: overdue }),
    invited.asked > 0 && t('wheel.folded.invited', { complete: invited.complete, count: invited.asked }),
    declined > 0 && t('wheel.folded.declined', { count: declined }),
  ]
  return atTheBeginning(counts.filter((words) => words !== false).join(', '))
}

function stepPath({ place, step }: ShownLine, year: number): string {
  return `${placePath(year, place.id)}/steps/${step.id}`
}

/** What a place is called seen from a unit: of a pair the other unit. */
function otherName(place: Place, from: Place, t: TFunction): string {
  if (place.kind !== 'pair') return headingOf(place, t)
  return from.kind === 'kindergarten' ? place.school.name : place.kindergarten.name
}

function dateLine(date: AgreedDate, mark: string, { at, language }: Telling): WheelLine {
  const { place, pairs, cycle } = at
  const facts = [timeInWords(date, language), date.venue, withWhom(date, place, pairs), date.whoComes]
  return {
    key: date.id,
    mark,
    ring: 'dates',
    on: date.on,
    title: { words: whatItIs(date, language), language },
    who: facts.filter(Boolean).join(' · '),
    state: null,
    look: 'plain',
    href: datesPath(cycle.year, place.id),
    places: [],
  }
}

/** Of a kindergarten the school it is at; of a school those who come, where not all do. */
function withWhom(date: AgreedDate, place: Place, pairs: readonly PairPlace[]): string | null {
  if (place.kind === 'kindergarten') return pairs.find(({ school }) => school.id === date.schoolId)?.school.name ?? null
  if (place.kind !== 'school' || date.pairIds.length === 0) return null
  const coming = pairs.filter((pair) => isForPair(date, pair))
  return coming.map(({ kindergarten }) => kindergarten.name).join(', ')
}

/** How to read what the numbers look like, for the looks there are. */
function legendOf(lines: readonly WheelLine[], t: TFunction): string[] {
  const looks = (['done', 'late'] as const).filter((look) => lines.some((line) => line.look === look))
  const dates = lines.some(({ ring }) => ring === 'dates') ? [t('wheel.legend.dates')] : []
  return [...looks.map((look) => t(`wheel.legend.${look}`)), ...dates]
}
