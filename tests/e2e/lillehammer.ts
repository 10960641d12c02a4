import { idOf } from '#db/seed/identity.ts'

const WORLD = 'lillehammer'

export const FORMS = 'Sende overføringsskjema til skolen'
export const NUMBERS = 'Melde antall skolestartere per skole'
export const CLASSES = 'Møte om klassesammensetning'
export const FIRST_VISIT = 'Første førskoledag på skolen'
export const OWN_PAGE = 'Barnets egen side: «dette er meg»'

const KEYS: Readonly<Record<string, string>> = {
  [FORMS]: 'v15',
  [NUMBERS]: 'h06',
  [CLASSES]: 'v07',
  [FIRST_VISIT]: 'v02',
  [OWN_PAGE]: 'v12',
}

/** The address of a unit's or a pair's checklist: `'Ro barnehage'`, `'Ro barnehage – Nordre Ål skole'`. */
export function checklistOf(place: string, year = 2027): string {
  const [kindergarten, school] = place.split(' – ')
  const id = school ? idOf(WORLD, 'pair', `${year}/${kindergarten}/${school}`) : idOf(WORLD, 'unit', place)
  return `/cycles/${year}/places/${id}`
}

/** The address of a step at a place. */
export function stepAt(place: string, step: string, year = 2027): string {
  return `${checklistOf(place, year)}/steps/${stepIdOf(step)}`
}

/** A step by its title or key, as URLs name it. */
export function stepIdOf(step: string): string {
  return idOf(WORLD, 'step', KEYS[step] ?? step)
}

export function unitId(name: string): string {
  return idOf(WORLD, 'unit', name)
}

export function routineId(key: string): string {
  return idOf(WORLD, 'routine', key)
}

export function areaId(key: string): string {
  return idOf(WORLD, 'area', key)
}

export function elementId(key: string): string {
  return idOf(WORLD, 'element', key)
}

/** Something of its own that a kindergarten has added to the framework, by its words. */
export function additionId(words: string): string {
  return idOf(WORLD, 'addition', words)
}

/** A person of the demo by name. */
export function personId(name: string): string {
  return idOf(WORLD, 'person', name)
}

/** A seat of the demo by its person's name, its role and the name of where it is. */
export function seatId(name: string, role: string, place: string): string {
  return idOf(WORLD, 'seat', `${name}/${role}/${place}`)
}

/** A date that a school has agreed on for a step, by its key. */
export function dateId(school: string, step: string): string {
  return idOf(WORLD, 'agreed date', `2027/${school}/${step}`)
}
