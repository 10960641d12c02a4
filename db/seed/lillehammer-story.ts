import { day, plusDays, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import { stepsAskedAt, type Cycle } from '#app/domain/checklist.ts'
import { spanOf } from '#app/domain/due-date.ts'
import { isInvited, obligationOf } from '#app/domain/obligation.ts'
import { THE_MUNICIPALITY, unitsOn, type PairPlace, type Place, type Side, type Unit } from '#app/domain/place.ts'
import type { Tick } from '#app/domain/tick.ts'
import type { Act, SeedTick, TickAct } from './acts.ts'
import { stepId } from './example-plan.ts'
import { idOf, rollOf, wholeOf } from './identity.ts'
import {
  ADVISER,
  DEPUTY,
  answersForOwner,
  pairsOf,
  participationIn,
  PEOPLE,
  PLAN,
  UNITS,
  type CastPair,
  type CastUnit,
} from './lillehammer-cast.ts'
import { CATCHING_UP, EPISODES, habitOf, interestOf, MANNERS, NOTES, type Turn } from './lillehammer-character.ts'
import { frameworkOf } from './lillehammer-framework.ts'
import { datedActs } from './lillehammer-dates.ts'
import { joining, leaderAt } from './lillehammer-joining.ts'
import { presentations } from './lillehammer-presentations.ts'
import { renewal } from './lillehammer-renewal.ts'
import { isWorkingDay, momentAtWork, plusWorkingDays, workingDayFrom, workingDayTo } from './working-days.ts'

type Asked = ReturnType<typeof stepsAskedAt>[number]

/** The cycles of the demo. In the newest, some lines are still forgotten. */
export const CYCLES: readonly Cycle[] = [
  { year: 2026, firstSchoolDay: day('2026-08-20'), version: PLAN, moves: [], sensitiveMeanings: [] },
  { year: 2027, firstSchoolDay: day('2027-08-19'), version: PLAN, moves: [], sensitiveMeanings: [] },
]
const NEWEST = 2027

/** The day the demo's data begin: its plan is published. */
export const FIRST_DAY = day('2025-06-02')

let told: readonly Act[] | null = null

/** Everything everybody does in Lillehammer through both cycles, in order of time; the same in every run. */
export function story(): readonly Act[] {
  told ??= [
    ...beginnings(),
    ...renewal(),
    ...joining(),
    ...presentations(),
    ...CYCLES.flatMap((cycle) => [
      ...openingOf(cycle),
      ...ticksOf(cycle),
      ...frameworkOf(cycle.year, placesOf(cycle.year)),
    ]),
    ...datedActs(),
  ].sort(byTime)
  return told
}

function byTime(a: Act, b: Act): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0
}

// How it began -----------------------------------------------------------------------------------------------------

function beginnings(): Act[] {
  const invited = PEOPLE.map(({ id, name, email, seats }, index): Act => {
    const at = momentAtWork(FIRST_DAY, index / 1000)
    return { at, personId: index === 0 ? null : ADVISER.id, kind: 'person invited', person: { id, name, email }, seats }
  })
  const at = momentAtWork(FIRST_DAY, 0.5)
  return [...invited, { at, personId: ADVISER.id, kind: 'version published', version: PLAN }]
}

function openingOf({ year, firstSchoolDay }: Cycle): Act[] {
  const before = year - 1
  const opening = workingDayFrom(day(`${before}-08-11`))
  const forming = workingDayFrom(day(`${before}-09-02`))
  const by = { personId: ADVISER.id }
  return [
    { ...by, at: momentAtWork(opening, 0.2), kind: 'cycle opened', year, versionId: PLAN.id, firstSchoolDay },
    ...pairsOf(year).map(({ id, kindergarten, school, children }): Act => {
      const pair = { id, year, kindergartenId: kindergarten.id, schoolId: school.id, children }
      return { ...by, at: momentAtWork(forming, 0.6), kind: 'pair formed', pair }
    }),
    ...participationIn(year).map(({ unit, answer, reason }): Act => {
      const personId = answersForOwner(unit.id).id
      const on = plusWorkingDays(opening, wholeOf(6, 34, 'participation', year, personId))
      const at = momentAtWork(on, rollOf('participation at', year, personId))
      const as = personId === ADVISER.id ? 'adviser' : 'owner'
      return { at, personId, kind: 'participation answered', year, unitId: unit.id, answer, reason, as }
    }),
  ]
}

// What is ticked ---------------------------------------------------------------------------------------------------

/** All places of a cycle, with its units as they answered whether they take part. */
export function placesOf(year: number): Place[] {
  const answers = new Map(participationIn(year).map(({ unit, answer }) => [unit.id, answer]))
  const units = new Map(
    UNITS.map((unit) => [unit.id, { ...asUnit(unit), participation: answers.get(unit.id) ?? null }]),
  )
  const unitOf = ({ id }: CastUnit) => units.get(id) as Unit
  const pairs = pairsOf(year).map(({ id, kindergarten, school, children }: CastPair): PairPlace => {
    return { kind: 'pair', id, kindergarten: unitOf(kindergarten), school: unitOf(school), children }
  })
  const own = [...units.values()].map((unit): Place => {
    if (unit.kind === 'kindergarten') return { kind: 'kindergarten', id: unit.id, kindergarten: unit }
    const around = pairs
      .filter(({ school }) => school.id === unit.id)
      .toSorted((a, b) => (b.children ?? 0) - (a.children ?? 0))
    return { kind: 'school', id: unit.id, school: unit, kindergartens: around.map(({ kindergarten }) => kindergarten) }
  })
  return [THE_MUNICIPALITY, ...own, ...pairs]
}

function asUnit({ id, kind, name, ownership, externalMunicipality }: CastUnit): Omit<Unit, 'participation'> {
  return { id, kind, name, ownership, externalMunicipality, closedOn: null }
}

function ticksOf(cycle: Cycle): TickAct[] {
  const episodes = new Map(
    EPISODES.filter(({ year }) => year === cycle.year).map((episode) => [`${episode.place}/${episode.step}`, episode]),
  )
  const keys = new Map(Object.entries(stepKeys()))
  return placesOf(cycle.year).flatMap((place) =>
    stepsAskedAt(cycle, place.kind).flatMap((asked) => {
      const key = keys.get(asked.step.id) ?? ''
      const line: StoryLine = { cycle, place, asked, key, name: `${cycle.year}/${nameOf(place)}/${key}` }
      const episode = episodes.get(`${nameOf(place)}/${key}`)
      return actsOn(line, episode ? episode.turns.map((turn) => planned(line, turn)) : usual(line))
    }),
  )
}

/** The template's key of each step, by identity. */
function stepKeys(): Record<string, string> {
  const keys = ['h', 'v', 's'].flatMap((season) =>
    Array.from({ length: 30 }, (_, index) => season + String(index).padStart(2, '0')),
  )
  return Object.fromEntries(keys.map((key) => [stepId('lillehammer', key), key]))
}

function nameOf(place: Place): string {
  if (place.kind === 'municipality') return 'Lillehammer'
  if (place.kind === 'pair') return `${place.kindergarten.name} → ${place.school.name}`
  return place.kind === 'school' ? place.school.name : place.kindergarten.name
}

/** One line of the story: what is rolled for it is rolled on its name. */
interface StoryLine {
  cycle: Cycle
  place: Place
  asked: Asked
  /** The step's key in the template: `h06`. */
  key: string
  name: string
}

/** Something that will be said on a line. */
interface Move {
  on: LocalDate
  at: Instant
  side: Side
  answer: Tick['answer']
  doneOn: LocalDate | null
  reason: string | null
  note: string | null
  byAdviser: boolean
}

function planned({ name }: StoryLine, turn: Turn): Move {
  const { on, side, answer, doneOn, reason, note, byAdviser } = turn
  return {
    on: day(on),
    at: momentAtWork(day(on), rollOf(name, on)),
    side,
    answer,
    doneOn: doneOn ? day(doneOn) : null,
    reason: reason ?? null,
    note: note ?? null,
    byAdviser: byAdviser ?? false,
  }
}

/** What is usually said on a line: perhaps that it is started, that it is done, and by the other side that it is so. */
function usual(line: StoryLine): Move[] {
  const { step } = line.asked
  const own = ownMoves(line)
  const last = own.at(-1)
  if (!step.confirmedBy || last?.answer !== 'done') return own
  return [...own, ...confirmation(line, step.confirmedBy, last.on)]
}

const STARTED_SHARE = 0.12
const NOTE_SHARE = 0.12
const CONCERNED_NOBODY_SHARE = 0.15

function ownMoves(line: StoryLine): Move[] {
  const { cycle, asked, key, name } = line
  const { step } = asked
  const unit = answering(line, step.responsible)
  if (isForgotten(line, step.responsible)) return []
  const days = daysOf(line, unit)
  if (!days || !isWorkedOn(cycle.year, days.tickedOn)) return []
  const saying = { on: days.tickedOn, side: step.responsible, reason: null, byAdviser: false }
  const at = momentAtWork(days.tickedOn, rollOf('at', togetherName(line)))
  const moves: Move[] = []
  const startedOn = plusWorkingDays(days.tickedOn, -wholeOf(4, 14, 'started on', name))
  if (!step.sensitive && rollOf('started', name) < STARTED_SHARE && isWorkedOn(cycle.year, startedOn)) {
    const at = momentAtWork(startedOn, rollOf('started at', name))
    moves.push({ ...saying, on: startedOn, at, answer: 'started', doneOn: null, note: null })
  }
  const concernedNobody = step.sensitive && rollOf('nobody', name) < CONCERNED_NOBODY_SHARE
  const notes = rollOf('note', name) < NOTE_SHARE ? (NOTES[key] ?? []) : []
  const note = notes[wholeOf(0, notes.length - 1, 'which note', name)] ?? null
  moves.push(
    concernedNobody
      ? { ...saying, at, answer: 'not relevant', doneOn: null, note: null }
      : { ...saying, at, answer: 'done', doneOn: days.doneOn, note },
  )
  return moves
}

function confirmation(line: StoryLine, side: Side, after: LocalDate): Move[] {
  const { cycle } = line
  const unit = answering(line, side)
  if (isForgotten(line, side)) return []
  const on = confirmedOn(line, unit, after)
  if (!on || !isWorkedOn(cycle.year, on)) return []
  const at = momentAtWork(on, rollOf('confirmed at', cycle.year, unit?.id ?? '', on))
  return [{ on, at, side, answer: 'confirmed', doneOn: null, reason: null, note: null, byAdviser: false }]
}

/** The unit that answers for a side: of the kindergartens around a school, the one that sends most children. */
function answering({ place }: StoryLine, side: Side): Unit | null {
  return unitsOn(place, side)[0] ?? null
}

/** Whether a side never gets round to it: by not being bound to it, or by its habit in the newest cycle. */
function isForgotten(line: StoryLine, side: Side): boolean {
  const { cycle, place, asked, name } = line
  const unit = answering(line, side)
  if (!unit) return side !== 'municipality'
  const invited = isInvited(obligationOf(asked.step, asked.routine, place, side))
  if (invited) return rollOf('interest', side, name) >= interestOf(unit.name)
  return cycle.year === NEWEST && rollOf('forgotten', side, name) < MANNERS[habitOf(unit.name)].forgets
}

/** What one unit does at the same time for several pairs is rolled once for all of them. */
function togetherName(line: StoryLine): string {
  const { cycle, key, place, asked } = line
  const unit = answering(line, asked.step.responsible)
  const apart = place.kind === 'pair' && rollOf('apart', line.name) < 0.15
  return apart ? line.name : `${cycle.year}/${unit?.name ?? 'Lillehammer'}/${key}`
}

/** Days that these steps are held further ahead: Easter lies before their due day. */
const BEFORE_EASTER: Readonly<Record<string, number>> = { v07: 14, v08: 10 }

/** When the responsible side does what the step says, and when it ticks it. */
function daysOf(line: StoryLine, unit: Unit | null): { doneOn: LocalDate; tickedOn: LocalDate } | null {
  const { cycle, asked, key } = line
  const name = togetherName(line)
  const manner = MANNERS[unit ? habitOf(unit.name) : 'steady']
  const ahead = wholeOf(...manner.ahead, 'ahead', name) + (BEFORE_EASTER[key] ?? 0)
  const earliest = workingDayFrom(plusDays(spanOf(cycle.year).from, 17))
  const around = ahead > 0 ? workingDayTo(plusDays(asked.due, -ahead)) : workingDayFrom(plusDays(asked.due, -ahead))
  const usualDay = around < earliest ? earliest : around
  const doneOn = key === 's02' ? cycle.firstSchoolDay : key === 's01' ? workingDayFrom(asked.due) : usualDay
  if (unit && habitOf(unit.name) === 'rarely') {
    const tickedOn = catchingUp(cycle.year, doneOn)
    return tickedOn && { doneOn, tickedOn }
  }
  return { doneOn, tickedOn: plusWorkingDays(doneOn, wholeOf(...manner.ticksWithin, 'ticked', name)) }
}

/** Before the last weeks of a cycle everybody is reminded: nobody is slow to confirm then. */
const HURRY_FROM = '10-15'

function confirmedOn(line: StoryLine, unit: Unit | null, after: LocalDate): LocalDate | null {
  const { cycle, name } = line
  if (unit && habitOf(unit.name) === 'rarely') return catchingUp(cycle.year, plusDays(after, 1))
  const manner = MANNERS[unit ? habitOf(unit.name) : 'steady']
  const hurries = after >= `${cycle.year}-${HURRY_FROM}`
  const wait = hurries ? wholeOf(1, 5, 'hurry', name) : wholeOf(...manner.confirmsWithin, 'confirmed', name)
  return plusWorkingDays(after, wait)
}

function catchingUp(year: number, from: LocalDate): LocalDate | null {
  const on = CATCHING_UP[year]?.find((on) => on >= from)
  return on ? day(on) : null
}

function isWorkedOn(year: number, on: LocalDate): boolean {
  const { from, to } = spanOf(year)
  return from <= on && on <= to && isWorkingDay(on)
}

// From moves to acts -----------------------------------------------------------------------------------------------

function actsOn(line: StoryLine, moves: readonly Move[]): TickAct[] {
  const { cycle, place, asked, name } = line
  const tickId = (index: number) => idOf('lillehammer', 'tick', `${name}/${index}`)
  return moves.flatMap((move, index): TickAct[] => {
    const { at, side, answer, doneOn, reason, note } = move
    const unit = answering(line, side)
    const isVacant = unit !== null && leaderAt(unit.id, at) === null
    if (isVacant && !canStepIn(line, side)) return []
    const byAdviser = move.byAdviser || isVacant
    const tick: SeedTick = {
      id: tickId(index),
      year: cycle.year,
      place: { kind: place.kind, id: place.id },
      stepId: asked.step.id,
      side,
      answer,
      doneOn,
      reason,
      note,
      meaning: asked.step.meaning,
      version: PLAN.number ?? 1,
      withdraws: answer === 'withdrawn' ? tickId(index - 1) : null,
      forUnit: byAdviser,
    }
    const personId = byAdviser ? ADVISER.id : personFor(line, side, at)
    return [{ at, personId, kind: answer === 'withdrawn' ? 'tick withdrawn' : 'step ticked', tick }]
  })
}

/** Where nobody leads a unit the adviser answers for it, but for what only the unit may, and what it is only invited to. */
function canStepIn({ place, asked }: StoryLine, side: Side): boolean {
  return !asked.step.sensitive && !isInvited(obligationOf(asked.step, asked.routine, place, side))
}

const DEPUTY_SHARE = 0.3

/** The leader of the unit that answers; at Jørstadmoen now and then the deputy, who has a seat on both sides. */
function personFor(line: StoryLine, side: Side, at: Instant): string {
  const unit = answering(line, side)
  if (!unit) return ADVISER.id
  const deputised = DEPUTY.seats.some(({ unitId }) => unitId === unit.id)
  return deputised && rollOf('deputy', side, line.name) < DEPUTY_SHARE
    ? DEPUTY.id
    : (leaderAt(unit.id, at)?.id ?? ADVISER.id)
}
