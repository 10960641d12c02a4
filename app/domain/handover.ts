import { agendaOf, type Agenda } from './agenda.ts'
import type { LocalDate } from './calendar.ts'
import type { Line } from './checklist.ts'
import { shownTo, type ShownLine } from './discretion.ts'
import type { Moved } from './due-day-move.ts'
import { canAtUnit, type Person, type Seat } from './permissions.ts'
import type { Place, Unit } from './place.ts'
import type { Step } from './plan.ts'
import { leaderOf, leads } from './seats.ts'
import type { Tick } from './tick.ts'

/** The most that a note to the next leader can hold. */
export const LONGEST_NOTE = 2000

type UnitOfKind = Pick<Unit, 'id' | 'kind'>

/** The offer of the leader's seat at a unit that a person has not answered yet, or null. */
export function leadershipOffered({ offers = [] }: Person, unitId: string): Seat | null {
  return offers.find((offer) => leads(offer.role) && offer.unitIds.includes(unitId)) ?? null
}

/**
 * As whom somebody reads the handover of a unit, or null where it is none of theirs. Whoever is offered the leader's seat,
 * or has said yes to one that begins later (`coming`), reads it as if they held it: what the unit may see, and no more.
 * Only the handover is read so, never another page.
 */
export function readerOf(
  person: Person,
  unitId: string,
  coming: readonly Pick<Seat, 'id' | 'role'>[] = [],
): Person | null {
  if (canAtUnit(person, 'read the handover', unitId)) return person
  const seat = leadershipOffered(person, unitId) ?? coming.find(({ role }) => leads(role))
  if (!seat) return null
  return { id: person.id, name: person.name, seats: [{ id: seat.id, role: seat.role, unitIds: [unitId] }] }
}

/** Somebody who leads the unit and nothing else: for whom its lines wait, and what of them is the unit's to know. */
function asLeader({ id, kind }: UnitOfKind): Person {
  return { id: '', name: '', seats: [{ id: '', role: leaderOf(kind), unitIds: [id] }] }
}

/** The lines that are the unit's, as the reader may see them: what a leader there does not see is not handed over. */
export function linesHandedOver(reader: Person, unit: UnitOfKind, lines: readonly Line[]): ShownLine[] {
  const leader = asLeader(unit)
  return lines.filter((line) => shownTo(leader, line) !== null).flatMap((line) => shownTo(reader, line) ?? [])
}

/** What waits for the unit and what the unit waits for, whoever reads it. */
export function agendaOfUnit<L extends ShownLine>(unit: UnitOfKind, lines: readonly L[]): Agenda<L> {
  return agendaOf(asLeader(unit), lines)
}

/** What is open at a unit, in a few figures. */
export interface OpenSum {
  /** Steps that wait for the unit. */
  open: number
  overdue: number
  /** The one that is due first. */
  first: ShownLine | null
}

/** What waits for a unit, in sum. An invitation counts only where something else waits on it. */
export function openSum({ now, later }: Agenda<ShownLine>): OpenSum {
  const open = [...now, ...later].filter(({ obligation }) => obligation !== 'invitation')
  const [first = null] = open.toSorted((a, b) => inOrder(a.due, b.due))
  return { open: open.length, overdue: open.filter(({ timing }) => timing === 'overdue').length, first }
}

/** A due day that was moved, with the places it is moved at. */
export interface MovedStep {
  step: Step
  due: LocalDate
  moved: Moved
  places: readonly Place[]
}

/** The due days that were moved, each once however many places it is moved at, in due order. */
export function movedAmong(lines: readonly ShownLine[]): MovedStep[] {
  const moved = lines.flatMap((line) => (line.moved ? [{ ...line, moved: line.moved }] : []))
  return [...Map.groupBy(moved, ({ step, due, moved }) => `${step.id} ${due} ${moved.by} ${moved.at}`).values()]
    .flatMap((those) => those.slice(0, 1).map((one) => ({ one, places: those.map(({ place }) => place) })))
    .map(({ one: { step, due, moved }, places }) => ({ step, due, moved, places }))
    .sort((a, b) => inOrder(a.due, b.due))
}

/** What a unit wrote with its answers to one step, the newest first. */
export interface StepNotes {
  step: Step
  notes: readonly { place: Place; tick: Tick }[]
}

/**
 * What the unit's own side wrote with the answers that stand, by step, the newest first: notes on what was done, and
 * reasons and notes for why something was not, or is not agreed on.
 */
export function notesOf({ kind }: UnitOfKind, lines: readonly ShownLine[]): Record<'helped' | 'reasons', StepNotes[]> {
  const written = lines.flatMap((line) =>
    [line.own, line.other]
      .filter((tick) => tick !== null && tick.side === kind && (tick.note !== null || tick.reason !== null))
      .flatMap((tick) => (tick ? [{ step: line.step, place: line.place, tick }] : [])),
  )
  return {
    helped: byStep(written.filter(({ tick }) => isDone(tick))),
    reasons: byStep(written.filter(({ tick }) => !isDone(tick))),
  }
}

function isDone({ answer }: Tick): boolean {
  return answer === 'done' || answer === 'confirmed'
}

interface Written {
  step: Step
  place: Place
  tick: Tick
}

function byStep(written: readonly Written[]): StepNotes[] {
  const newestFirst = written.toSorted((a, b) => inOrder(b.tick.at, a.tick.at))
  return [...Map.groupBy(newestFirst, ({ step }) => step.id).values()].flatMap((those) =>
    those.slice(0, 1).map(({ step }) => ({ step, notes: those.map(({ place, tick }) => ({ place, tick })) })),
  )
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
