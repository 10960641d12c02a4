import { unitsOf, unitsOn, type Place, type Side } from './place.ts'
import { Refusal } from './refusal.ts'

export const ROLES = ['adviser', 'observer', 'director', 'principal', 'deputy', 'owner'] as const
export type Role = (typeof ROLES)[number]

/** What a deputy can be let do, of what the leader may; to look is always among it. */
export const DEPUTY_RIGHTS = [
  'answer steps',
  'number child groups',
  'work with the framework',
  'agree on dates',
  'present groups',
  'move due days',
  'comment on the plan',
] as const
export type DeputyRight = (typeof DEPUTY_RIGHTS)[number]

/** A role at one unit, at an owner's units, or in the municipality (no units). It stays when the person leaves. */
export interface Seat {
  id: string
  role: Role
  unitIds: readonly string[]
  /** What a deputy may do; without it all that the leader may. */
  may?: readonly DeputyRight[]
}

/** Somebody who has signed in, with the seats that hold today. */
export interface Person {
  id: string
  name: string
  seats: readonly Seat[]
  /** Seats that the person was offered and has not said yes to. */
  offers?: readonly Seat[]
}

/** Whoever asks: a person who has signed in, or anybody. */
export type Actor = Person | 'visitor'

/**
 * How far a right reaches. *Own places* are the municipality for an adviser; for the others the places of their units,
 * their pairs, and what kindergartens do together at a school they send children to. *Own units* leaves the last out.
 */
export type Reach = 'everywhere' | 'own places' | 'own units'

const unitSeats = { director: 'own places', principal: 'own places', deputy: 'own places' } as const
const ofUnit = { director: 'own units', principal: 'own units', deputy: 'own units' } as const

/** THE TABLE. What it does not say is forbidden. */
export const PERMISSIONS = {
  'read the plan': {
    visitor: 'everywhere',
    adviser: 'everywhere',
    observer: 'everywhere',
    director: 'everywhere',
    principal: 'everywhere',
    deputy: 'everywhere',
    owner: 'everywhere',
  },
  'edit the plan': { adviser: 'everywhere' },
  'comment on the draft': {
    adviser: 'everywhere',
    director: 'everywhere',
    principal: 'everywhere',
    deputy: 'everywhere',
  },
  'open a cycle': { adviser: 'everywhere' },
  'adopt a version': { adviser: 'everywhere' },
  'move a due day for all': { adviser: 'everywhere' },
  'move a due day of a school': { principal: 'own places', deputy: 'own places' },
  'say that news is read': unitSeats,
  'read the overview of a cycle': { adviser: 'everywhere', observer: 'everywhere' },
  'read a checklist': { adviser: 'everywhere', observer: 'everywhere', ...unitSeats, owner: 'own units' },
  'tick a step': { adviser: 'everywhere', ...unitSeats },
  'tick a sensitive step': { adviser: 'own places', ...unitSeats },
  'read reasons and notes': { adviser: 'everywhere', ...unitSeats, owner: 'own units' },
  'read answers to sensitive steps': { adviser: 'own places', ...unitSeats },
  'read small numbers of children': { adviser: 'everywhere', ...unitSeats },
  'number a child group': { adviser: 'everywhere', ...unitSeats },
  'form and move pairs': { adviser: 'everywhere' },
  'reconcile numbers': { adviser: 'everywhere' },
  'explain a gap': { adviser: 'everywhere', principal: 'own units', deputy: 'own units' },
  'read the flow of children': { adviser: 'everywhere', observer: 'everywhere', principal: 'own units' },
  'read units': { adviser: 'everywhere', observer: 'everywhere', ...ofUnit, owner: 'own units' },
  'change units': { adviser: 'everywhere' },
  'read participation': { adviser: 'everywhere', observer: 'everywhere' },
  'answer about taking part': {
    adviser: 'everywhere',
    director: 'own units',
    principal: 'own units',
    owner: 'own units',
  },
  'remind owners': { adviser: 'everywhere' },
  'offer seats': { adviser: 'everywhere' },
  'name a deputy': { adviser: 'everywhere', director: 'own units', principal: 'own units' },
  'read people': { adviser: 'everywhere' },
  'read the handover': { adviser: 'everywhere', ...ofUnit },
  'write a handover note': { director: 'own units', principal: 'own units' },
  'read the framework at units': { adviser: 'everywhere', observer: 'everywhere', ...unitSeats, owner: 'own units' },
  'mark the framework': { adviser: 'everywhere', ...ofUnit },
  'read the coverage of the framework': { adviser: 'everywhere', observer: 'everywhere' },
  'read the incoming groups': { adviser: 'everywhere', principal: 'own units', deputy: 'own units' },
  'read a presentation': { adviser: 'everywhere', ...unitSeats },
  'present a group': { director: 'own units', deputy: 'own units' },
  'answer a presentation': { principal: 'own units', deputy: 'own units' },
  'read agreed dates': { adviser: 'everywhere', observer: 'everywhere', ...unitSeats, owner: 'own units' },
  'agree on a date': { adviser: 'everywhere', ...ofUnit },
} as const satisfies Record<string, Partial<Record<Role | 'visitor', Reach>>>

export type Action = keyof typeof PERMISSIONS

/** What a deputy has to be let do for a right that its leader has. */
const NEEDED: Partial<Record<Action, DeputyRight>> = {
  'tick a step': 'answer steps',
  'tick a sensitive step': 'answer steps',
  'number a child group': 'number child groups',
  'explain a gap': 'number child groups',
  'move a due day of a school': 'move due days',
  'comment on the draft': 'comment on the plan',
  'mark the framework': 'work with the framework',
  'present a group': 'present groups',
  'answer a presentation': 'present groups',
  'agree on a date': 'agree on dates',
}

function isLet(seat: Seat, action: Action): boolean {
  const needed = NEEDED[action]
  return needed === undefined || seat.may === undefined || seat.may.includes(needed)
}

/** The seats that give an actor a right, with how far. What a visitor may, so may whoever has signed in without a seat yet. */
function grants(actor: Actor, action: Action): { reach: Reach; seat: Seat | null }[] {
  const row: Partial<Record<Role | 'visitor', Reach>> = PERMISSIONS[action]
  const anybody = row.visitor ? [{ reach: row.visitor, seat: null }] : []
  if (actor === 'visitor') return anybody
  const seated = actor.seats.flatMap((seat) => {
    const reach = row[seat.role]
    return reach && isLet(seat, action) ? [{ reach, seat }] : []
  })
  return [...anybody, ...seated]
}

/** Where a right reaches: everywhere, or a list of units that becomes a query's `where`. */
export interface Reached {
  municipality: boolean
  unitIds: readonly string[]
  /** Those of the units for which it also covers what kindergartens do together at the schools they send children to. */
  together: readonly string[]
}

/** For many: how far an actor's right reaches. */
export function reachOf(actor: Actor, action: Action): 'everywhere' | Reached {
  const all = grants(actor, action)
  if (all.some(({ reach }) => reach === 'everywhere')) return 'everywhere'
  return {
    municipality: all.some(({ reach, seat }) => reach === 'own places' && seat?.role === 'adviser'),
    unitIds: unitIdsOf(all),
    together: unitIdsOf(all.filter(({ reach }) => reach === 'own places')),
  }
}

function unitIdsOf(granted: readonly { seat: Seat | null }[]): string[] {
  return [...new Set(granted.flatMap(({ seat }) => seat?.unitIds ?? []))]
}

/** For one: whether an actor has a right at a place, or anywhere at all where no place is named. */
export function can(actor: Actor, action: Action, place?: Place): boolean {
  const all = grants(actor, action)
  return all.some(({ reach, seat }) => {
    if (reach === 'everywhere') return true
    if (!seat) return false
    return place === undefined || covers(reach, seat, place)
  })
}

function covers(reach: 'own places' | 'own units', seat: Seat, place: Place): boolean {
  if (seat.role === 'adviser') return place.kind === 'municipality'
  const units =
    reach === 'own places' && place.kind === 'school' ? [...unitsOf(place), ...place.kindergartens] : unitsOf(place)
  return units.some((unit) => seat.unitIds.includes(unit.id))
}

/** For one unit, in whichever cycle: whether an actor has a right there. */
export function canAtUnit(actor: Actor, action: Action, unitId: string): boolean {
  return grants(actor, action).some(
    ({ reach, seat }) => reach === 'everywhere' || (seat?.unitIds.includes(unitId) ?? false),
  )
}

/** Throws *not found* where the actor may not read the unit, *not allowed* where it may read but not act. */
export function authorizeAtUnit(actor: Actor, action: Action, unitId: string): void {
  if (canAtUnit(actor, action, unitId)) return
  throw new Refusal(canAtUnit(actor, 'read units', unitId) ? 'not allowed' : 'not found')
}

/** Throws *not found* where the actor may not look, *not allowed* where it may look but not act. */
export function authorize(actor: Actor, action: Action, place?: Place): void {
  if (can(actor, action, place)) return
  const looks = place !== undefined && can(actor, 'read a checklist', place)
  throw new Refusal(looks ? 'not allowed' : 'not found')
}

/** The sides an actor answers for at a place through a seat of its own there. */
export function ownSides(actor: Actor, place: Place): Side[] {
  if (actor === 'visitor') return []
  const seats = actor.seats.filter((seat) => seat.role !== 'owner' && seat.role !== 'observer')
  const unitIds = new Set(seats.flatMap((seat) => seat.unitIds))
  const sides: Side[] = []
  if (place.kind === 'municipality' && seats.some((seat) => seat.role === 'adviser')) sides.push('municipality')
  if (unitsOn(place, 'kindergarten').some((unit) => unitIds.has(unit.id))) sides.push('kindergarten')
  if (unitsOn(place, 'school').some((unit) => unitIds.has(unit.id))) sides.push('school')
  return sides
}
