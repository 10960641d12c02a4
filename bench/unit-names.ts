import type { Unit } from '#app/domain/place.ts'

const FORE = [
  ...['Bjerke', 'Gran', 'Sol', 'Eike', 'Linde', 'Furu', 'Hassel', 'Lønne', 'Rogne', 'Selje', 'Aske', 'Alm', 'Older'],
  ...['Nord', 'Sør', 'Øst', 'Vest', 'Tåse', 'Kampe', 'Vettre', 'Bøle', 'Manglerud', 'Ryen', 'Stov', 'Romsås'],
]
const AFTER = [
  ...['bakken', 'lia', 'haugen', 'toppen', 'stua', 'hagen', 'moen', 'dalen', 'kollen', 'sletta', 'enga', 'jordet'],
  ...['åsen', 'tunet', 'løkka', 'veien', 'skogen', 'bråten', 'rud', 'vika', 'odden', 'nes', 'berget', 'myra', 'elva'],
  ...['brua', 'krysset', 'gata', 'plassen', 'parken'],
]
const WORD = { kindergarten: 'barnehage', school: 'skole' } as const

/** Believable names of units, no two the same. */
export function unitNames(kind: Unit['kind'], count: number): string[] {
  const all = FORE.flatMap((fore) => AFTER.map((after) => `${fore}${after} ${WORD[kind]}`))
  if (count > all.length) throw new RangeError(`There are names for ${all.length} units, not ${count}`)
  return all.slice(0, count)
}
