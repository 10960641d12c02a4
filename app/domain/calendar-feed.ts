import { isForPair, type AgreedDate } from './agreed-date.ts'
import { instant, type Instant, type LocalDate } from './calendar.ts'
import { stepsAskedAt, type AskedStep, type Cycle } from './checklist.ts'
import { spanOf } from './due-date.ts'
import { isInvited, obligationOf } from './obligation.ts'
import { can, ownSides, type Person } from './permissions.ts'
import { closedOn, hasEnded, type PairPlace, type Place } from './place.ts'
import type { PlanVersion, Step } from './plan.ts'

/** A pair whose group ended at some time: how often its number was said, and when last. It may have begun anew. */
export interface PairEnding {
  pair: PairPlace
  numbers: number
  at: Instant
}

/** What a person's calendar is made from, in one running cycle. */
export interface FeedSource {
  cycle: Cycle
  /** The versions it followed before, newest first, and when it changed. */
  before: readonly PlanVersion[]
  adoptedAt: readonly Instant[]
  /** The places of the person's own units. */
  places: readonly Place[]
  endings: readonly PairEnding[]
  dates: readonly AgreedDate[]
  /** The pairs that a date was for before it was changed, by its id; *all* of a school among them. */
  earlier: ReadonlyMap<string, ReadonlySet<string>>
}

/** An entry of a calendar. Never a status, a reason or a number; nothing of sensitive steps, or of single children. */
export interface FeedEntry {
  uid: string
  /** Rises whenever the day moves, or it is taken out: calendars go by it. */
  sequence: number
  modifiedAt: Instant
  cancelled: boolean
  on: LocalDate
  from: string | null
  to: string | null
  what: { kind: 'due day'; step: Step; invited: boolean } | { kind: 'agreed date'; date: AgreedDate }
  /** The place it is at: one pair, or the school where it is for several. */
  place: Place
  year: number
}

/** What stands for all of a school among the pairs that a date was for. */
export const ALL_PAIRS = 'all'

/** The entries of a person's calendar in a cycle: due days of their side, and the dates agreed with others. */
export function feedOf(actor: Person, source: FeedSource): FeedEntry[] {
  return [...dueDays(actor, source), ...agreedDates(actor, source)]
}

interface Asked {
  asked: AskedStep
  places: Place[]
  stands: boolean
}

function dueDays(actor: Person, source: FeedSource): FeedEntry[] {
  const { cycle, before, adoptedAt, endings } = source
  const versions = [cycle.version, ...before]
  const hidden = hiddenSteps(versions)
  const entries = new Map<string, Asked>()
  for (const version of versions) {
    for (const place of placesEver(source)) {
      const sides = ownSides(actor, place)
      const edition = version === cycle.version ? cycle : { ...cycle, version }
      for (const asked of stepsAskedAt(edition, place.kind, place.kind === 'pair' ? place.school.id : null)) {
        const { step } = asked
        const isOwn = sides.some((side) => side === step.responsible || side === step.confirmedBy)
        if (!isOwn || hidden.has(step.id)) continue
        const key = `${step.id}-${place.kind === 'pair' ? place.school.id : place.id}`
        const entry = entries.get(key) ?? { asked, places: [], stands: false }
        entries.set(key, entry)
        const closed = closedOn(place)
        const stands = version === cycle.version && !hasEnded(place) && (closed === null || asked.due < closed)
        if (stands !== entry.stands && stands) entry.places = []
        if (stands === entry.stands || stands) entry.places.push(place)
        entry.stands ||= stands
      }
    }
  }
  return [...entries].flatMap(([key, { asked, places, stands }]): FeedEntry[] => {
    const [first] = places
    if (!first) return []
    const school = first.kind === 'pair' ? first.school.id : null
    const moves = cycle.moves.filter(
      ({ stepId, schoolId }) => stepId === asked.step.id && (schoolId === null || schoolId === school),
    )
    const ended = school === null ? [] : endings.filter(({ pair }) => pair.school.id === school)
    const closes = places.filter((place) => closedOn(place) !== null).length
    return [
      {
        uid: `due-${cycle.year}-${key}`,
        sequence: moves.length + adoptedAt.length + sum(ended) + (stands ? 0 : closes),
        modifiedAt: last([begin(cycle), ...adoptedAt, ...moves.map(({ at }) => at), ...ended.map(({ at }) => at)]),
        cancelled: !stands,
        ...{ on: asked.due, from: null, to: null, year: cycle.year },
        what: { kind: 'due day', step: asked.step, invited: isInvitedTo(asked, places) },
        place: placeOf(places) ?? first,
      },
    ]
  })
}

function isInvitedTo({ step, routine }: AskedStep, places: readonly Place[]): boolean {
  return places.every((place) => isInvited(obligationOf(step, routine, place, step.responsible)))
}

/** Whatever was sensitive, or about single children, in any version stays out: a day that is taken out would tell. */
function hiddenSteps(versions: readonly PlanVersion[]): ReadonlySet<string> {
  const steps = versions.flatMap(({ routines }) => routines.flatMap((routine) => routine.steps))
  return new Set(steps.filter((step) => step.sensitive || step.aboutSingleChildren).map(({ id }) => id))
}

function placesEver({ places, endings }: Pick<FeedSource, 'places' | 'endings'>): Place[] {
  const known = new Set(places.map(({ id }) => id))
  return [...places, ...endings.map(({ pair }) => pair).filter(({ id }) => !known.has(id))]
}

function agreedDates(actor: Person, source: FeedSource): FeedEntry[] {
  const { cycle, dates, earlier, endings } = source
  const own = new Set(actor.seats.flatMap(({ unitIds }) => unitIds))
  const pairs = placesEver(source)
    .filter((place) => place.kind === 'pair')
    .filter((pair) => can(actor, 'read agreed dates', pair))
  const hidden = hiddenSteps([cycle.version])
  return dates.flatMap((date): FeedEntry[] => {
    if (date.stepId !== null && hidden.has(date.stepId)) return []
    const before = earlier.get(date.id)
    const wasFor = (pair: PairPlace) =>
      pair.school.id === date.schoolId && (before?.has(ALL_PAIRS) || before?.has(pair.id))
    const concerned = pairs.filter((pair) => isForPair(date, pair))
    const once = [...new Set([...concerned, ...pairs.filter(wasFor)])]
    const school = source.places.find((place) => place.kind === 'school' && place.id === date.schoolId)
    const place = own.has(date.schoolId) && school ? school : placeOf(once)
    if (!place) return []
    const ended = endings.filter(({ pair }) => once.some(({ id }) => id === pair.id))
    const stands = own.has(date.schoolId) || concerned.some((pair) => !hasEnded(pair))
    return [
      {
        uid: `date-${date.id}`,
        sequence: date.changes + sum(ended),
        modifiedAt: last([date.at, ...ended.map(({ at }) => at)]),
        cancelled: date.cancelled || !stands,
        ...{ on: date.on, from: date.from, to: date.to, year: cycle.year },
        what: { kind: 'agreed date', date },
        place: concerned.length === 1 && date.pairIds.length === 1 && concerned[0] ? concerned[0] : place,
      },
    ]
  })
}

/** Several pairs of a school are told as the school. */
function placeOf(places: readonly Place[]): Place | null {
  const [first, ...others] = places
  if (first?.kind !== 'pair' || others.length === 0) return first ?? null
  return { kind: 'school', id: first.school.id, school: first.school, kindergartens: [] }
}

function begin({ year }: Cycle): Instant {
  return instant(`${spanOf(year).from}T00:00:00Z`)
}

function last(moments: readonly Instant[]): Instant {
  return moments.reduce((latest, at) => (at > latest ? at : latest))
}

function sum(endings: readonly PairEnding[]): number {
  return endings.reduce((all, { numbers }) => all + numbers, 0)
}
