import type { TFunction } from 'i18next'
import type {
  ContactView,
  CycleView,
  HandoverView,
  MovedView,
  NotesView,
  OpenRow,
  PlaceRow,
} from '#app/components/handover-view.ts'
import { stateWords } from '#app/components/state-words.ts'
import { dayInOslo } from '#app/domain/calendar.ts'
import type { ShownLine } from '#app/domain/discretion.ts'
import type { MovedStep, StepNotes } from '#app/domain/handover.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { FRAMEWORK } from '#app/domain/obligation.ts'
import { unitsOn, type Place } from '#app/domain/place.ts'
import { stateOf } from '#app/domain/state.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { placePath } from '#app/routes/places/paths.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { CycleHandedOver, Handover, PlaceHandedOver } from '#app/services/handover.server.ts'
import type { Contact } from '#app/services/leadership.server.ts'

/** How the handover of a unit is said: in the reader's language, with places named as the unit knows them. */
interface Saying {
  unitId: string
  language: Language
  t: TFunction
}

/** The handover of a unit, in the shape it is shown in. */
export function handoverView(handover: Handover, { actor, today }: SignedIn, language: Language): HandoverView {
  const { unit, leadership, contacts, before } = handover
  const saying = { unitId: unit.id, language, t: wordsIn(language).t }
  const { now, vacantFrom } = leadership
  return {
    unit: { id: unit.id, name: unit.name, kind: unit.kind, closedOn: unit.closedOn },
    offer: handover.offer?.id ?? null,
    leader: now && { name: now.person.name, acceptedAt: now.acceptedAt, to: now.to, own: now.personId === actor.id },
    vacantFrom: vacantFrom !== null && vacantFrom > today ? vacantFrom : null,
    vacant: vacantFrom !== null && vacantFrom <= today,
    offered: leadership.offered.map(({ person, offeredAt }) => ({ name: person.name, at: offeredAt })),
    history: leadership.history,
    cycles: handover.cycles.map((cycle) => cycleView(cycle, saying)),
    before: before && {
      year: before.year,
      helped: before.helped.map((notes) => notesView(notes, saying)),
      reasons: before.reasons.map((notes) => notesView(notes, saying)),
    },
    contacts: {
      own: contacts.own.map(contactView),
      others: contacts.others.map(({ unit: { name, kind }, vacant, people }) => {
        return { name, kind, vacant, people: people.map(contactView) }
      }),
      advisers: contacts.advisers.map(contactView),
    },
    notes: handover.notes.map(({ words, at, by }) => ({ words, at, by })),
  }
}

function contactView({ role, email }: Contact): ContactView {
  return { role, email }
}

function cycleView(handed: CycleHandedOver, saying: Saying): CycleView {
  const { cycle, agenda, sum, places, participation } = handed
  const opens = new Set(places.filter(({ opens }) => opens).map(({ place }) => place.id))
  const rows = (lines: readonly ShownLine[]) => openRows(cycle.year, lines, opens, saying)
  const routines = new Map(cycle.version.routines.map(({ id, title }) => [id, inLanguage(title, saying.language)]))
  routines.set(FRAMEWORK, { words: saying.t('framework.participation.choice'), language: saying.language })
  return {
    year: cycle.year,
    version: cycle.version.number,
    open: sum.open,
    overdue: sum.overdue,
    first: sum.first && {
      title: inLanguage(sum.first.step.title, saying.language),
      due: sum.first.due,
      overdue: sum.first.timing === 'overdue',
    },
    now: rows(agenda.now),
    waiting: rows(agenda.waiting),
    later: rows(agenda.later),
    laterCount: agenda.later.length,
    places: places.map((place) => placeRow(cycle.year, place, saying)),
    children: childrenIn(places),
    participation: participation && {
      answer: participation.answer,
      routines: participation.routineIds.flatMap((id) => routines.get(id) ?? []),
      reason: participation.reason,
      at: participation.at,
      by: participation.by,
    },
    moved: handed.moved.map((moved) => movedView(moved, saying)),
  }
}

/** The same step in the same state at several places is one row. */
function openRows(year: number, lines: readonly ShownLine[], opens: ReadonlySet<string>, saying: Saying): OpenRow[] {
  const { t, language } = saying
  const alike = Map.groupBy(lines, (line) => {
    return `${line.step.id} ${line.waitsFor?.side ?? ''} ${line.due} ${stateWords(stateOf(line), t, language)}`
  })
  return [...alike].flatMap(([key, those]) =>
    those.slice(0, 1).map((line) => ({
      key,
      title: inLanguage(line.step.title, language),
      state: stateOf(line),
      waitsFor: line.waitsFor && { side: line.waitsFor.side, units: waitedFor(those) },
      places: those.map(({ place, step }) => ({
        name: placeName(place, saying),
        href: opens.has(place.id) ? `${placePath(year, place.id)}/steps/${step.id}` : null,
      })),
    })),
  )
}

/** The units waited for, unless several kindergartens answer together. */
function waitedFor(lines: readonly ShownLine[]): string[] {
  const names = lines.flatMap(({ place, waitsFor }) => {
    const units = waitsFor ? unitsOn(place, waitsFor.side) : []
    return units.length === 1 ? units.map(({ name }) => name) : []
  })
  return [...new Set(names)]
}

/** A place as its unit calls it: a pair by the unit on the other side. */
function placeName(place: Place, { unitId, t }: Saying): string {
  if (place.kind === 'pair') return place.school.id === unitId ? place.kindergarten.name : place.school.name
  if (place.kind === 'municipality') return t('side.heading.municipality')
  if (place.id === unitId) return place.kind === 'school' ? place.school.name : place.kindergarten.name
  return t('place.together', { school: place.kind === 'school' ? place.school.name : '' })
}

function placeRow(year: number, { place, progress, opens, children }: PlaceHandedOver, saying: Saying): PlaceRow {
  return { name: placeName(place, saying), href: opens ? placePath(year, place.id) : null, progress, children }
}

function childrenIn(places: readonly PlaceHandedOver[]): CycleView['children'] {
  const said = places.flatMap(({ children }) => (children ? [children.kindergarten] : []))
  if (said.length === 0 || said.includes('few')) return null
  const numbers = said.filter((number) => typeof number === 'number')
  return { sum: numbers.reduce((sum, number) => sum + number, 0), notReported: said.length - numbers.length }
}

function movedView({ step, due, moved, places }: MovedStep, saying: Saying): MovedView {
  return {
    key: `${step.id} ${moved.by} ${moved.at} ${due}`,
    title: inLanguage(step.title, saying.language),
    from: moved.from,
    to: due,
    by: moved.by,
    reason: moved.reason,
    places: moved.by === 'school' ? places.map((place) => placeName(place, saying)) : [],
  }
}

function notesView({ step, notes }: StepNotes, saying: Saying): NotesView {
  return {
    id: step.id,
    title: inLanguage(step.title, saying.language),
    notes: notes.map(({ place, tick }) => ({
      key: tick.id,
      words: [tick.reason, tick.note].filter(Boolean).join(' '),
      at: tick.doneOn ?? dayInOslo(tick.at),
      place: placeName(place, saying),
    })),
  }
}
