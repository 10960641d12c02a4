import { day } from '#app/domain/calendar.ts'
import type { Participation, Unit } from '#app/domain/place.ts'
import pairsIn2027 from '#db/data/demo-pairs-lillehammer.json' with { type: 'json' }
import lillehammer from '#db/data/units-lillehammer.json' with { type: 'json' }
import oyer from '#db/data/units-oyer.json' with { type: 'json' }
import type { SeatGiven } from './acts.ts'
import { examplePlan, routineId } from './example-plan.ts'
import { idOf, wholeOf } from './identity.ts'

const WORLD = 'lillehammer'
const id = (kind: string, key: string) => idOf(WORLD, kind, key)

export const MUNICIPALITY_ROW = { number: lillehammer.municipality.number, name: lillehammer.municipality.name }

/** The plan in force: the example plan, adopted by a body of the demo under a case number that is none. */
export const PLAN = examplePlan({
  world: WORLD,
  number: 1,
  checkedOn: day('2025-05-12'),
  publication: {
    publishedOn: day('2025-06-02'),
    validFromCycle: 2026,
    adoptedBy: 'Kommunestyret',
    caseNumber: 'Demo 25/1',
    adoptedOn: day('2025-05-22'),
    changeNote: 'Første felles plan for overgangen fra barnehage til skole og SFO.',
  },
})

// Units and owners -------------------------------------------------------------------------------------------------

/** A unit of the demo: as in the register, with its owner. */
export interface CastUnit {
  id: string
  name: string
  kind: Unit['kind']
  ownership: Unit['ownership']
  orgNumber: string | null
  owner: string
  externalMunicipality: string | null
}

interface RegisteredUnit {
  kind: string
  name: string
  orgNumber: string | null
  ownership: string
  owner?: string
}

function castUnit(unit: RegisteredUnit, municipality: string): CastUnit {
  const isMunicipal = unit.ownership === 'municipal'
  return {
    id: id('unit', unit.name),
    name: unit.name,
    kind: unit.kind === 'school' ? 'school' : 'kindergarten',
    ownership: isMunicipal ? 'municipal' : 'private',
    orgNumber: unit.orgNumber,
    owner: unit.owner ?? (isMunicipal ? `${municipality} kommune` : `Eier av ${unit.name}`),
    externalMunicipality: municipality === lillehammer.municipality.name ? null : municipality,
  }
}

/** The 28 kindergartens and 9 schools of Lillehammer, and Aurvoll skole in Øyer. */
export const UNITS: readonly CastUnit[] = [
  ...lillehammer.units.map((unit) => castUnit(unit, lillehammer.municipality.name)),
  ...oyer.units.filter(({ name }) => name === 'Aurvoll skole').map((unit) => castUnit(unit, oyer.municipality.name)),
]

export function unitNamed(name: string): CastUnit {
  const unit = UNITS.find((unit) => unit.name === name)
  if (!unit) throw new RangeError(`No unit of the demo is called ${name}`)
  return unit
}

export const ownerId = (name: string) => id('owner', name)

export const OWNERS = [...new Map(UNITS.map(({ owner, ownership }) => [owner, ownership]))].map(([name, ownership]) => {
  return { id: ownerId(name), name, ownership }
})

// People: named by role and unit only ------------------------------------------------------------------------------

export interface CastPerson {
  id: string
  name: string
  email: string
  seats: readonly SeatGiven[]
}

type Seated = { role: SeatGiven['role']; unit?: CastUnit; owner?: string }

function castPerson(name: string, address: string, seats: readonly Seated[]): CastPerson {
  return {
    id: id('person', name),
    name,
    email: `${address}@lillehammer.example`,
    seats: seats.map(({ role, unit, owner }) => ({
      id: id('seat', `${name}/${role}/${unit?.name ?? owner ?? ''}`),
      role,
      unitId: unit?.id ?? null,
      ownerId: owner ? ownerId(owner) : null,
    })),
  }
}

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a' }

function addressOf(name: string): string {
  const plain = name.toLowerCase().replace(/[æøå]/g, (letter) => LETTERS[letter] ?? letter)
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

export const ADVISER = castPerson('Rådgiver, oppvekst, Lillehammer kommune', 'radgiver', [{ role: 'adviser' }])
const OBSERVER = castPerson('Observatør, Lillehammer kommune', 'observator', [{ role: 'observer' }])

const JORSTADMOEN = [unitNamed('Jørstadmoen barnehage'), unitNamed('Jørstadmoen skole')]
/** Somebody with two seats, one on each side of a pair. */
export const DEPUTY = castPerson(
  'Stedfortreder, Jørstadmoen barnehage og Jørstadmoen skole',
  'stedfortreder-jorstadmoen',
  JORSTADMOEN.map((unit) => ({ role: 'deputy', unit })),
)

const leaders = new Map(
  UNITS.map((unit) => {
    const [role, title] =
      unit.kind === 'school' ? (['principal', 'Rektor'] as const) : (['director', 'Styrer'] as const)
    return [unit.id, castPerson(`${title}, ${unit.name}`, addressOf(unit.name), [{ role, unit }])]
  }),
)

const FUS = [unitNamed('Engesvea FUS barnehage'), unitNamed('Fagstadlia FUS barnehage')]
const fusOwner = castPerson(
  'Eier, Engesvea FUS og Fagstadlia FUS',
  'eier-fus',
  FUS.map(({ owner }) => ({ role: 'owner', owner })),
)
const ownersOf = new Map(
  UNITS.filter(({ ownership }) => ownership === 'private').map((unit) => {
    const own = castPerson(`Eier, ${unit.name}`, `eier-${addressOf(unit.name)}`, [{ role: 'owner', owner: unit.owner }])
    return [unit.id, FUS.includes(unit) ? fusOwner : own]
  }),
)

/** Units where a second person can step in. */
const DEPUTISED = [
  ...['Røyslimoen barnehage', 'Vingar barnehage', 'Holmejordet barnehage', 'Engesvea FUS barnehage'],
  ...['Hammartun skole', 'Nordre Ål skole', 'Søre Ål skole', 'Røyslimoen skole', 'Vingar skole'],
]
const deputies = DEPUTISED.map((name) => {
  return castPerson(`Stedfortreder, ${name}`, `stedfortreder-${addressOf(name)}`, [
    { role: 'deputy', unit: unitNamed(name) },
  ])
})

/** Everybody with a seat from the first day, in the order they were invited. */
export const PEOPLE: readonly CastPerson[] = [
  ...new Set([ADVISER, OBSERVER, ...leaders.values(), DEPUTY, ...deputies, ...ownersOf.values()]),
]

/** Who comes after the director of Lillehammer barnehage. */
export const SUCCESSOR = castPerson('Påtroppende styrer, Lillehammer barnehage', 'patroppende-lillehammer-barnehage', [
  { role: 'director', unit: unitNamed('Lillehammer barnehage') },
])

/** The director or principal of a unit. */
export function leaderOf(unitId: string): CastPerson {
  const leader = leaders.get(unitId)
  if (!leader) throw new RangeError(`No unit of the demo has the id ${unitId}`)
  return leader
}

/** Who answers whether a unit takes part: its owner, or for a neighbour's unit the adviser who asked there. */
export function answersForOwner(unitId: string): CastPerson {
  return ownersOf.get(unitId) ?? ADVISER
}

// The two cycles ---------------------------------------------------------------------------------------------------

/** A pair as it is formed in a cycle. */
export interface CastPair {
  id: string
  year: number
  kindergarten: CastUnit
  school: CastUnit
  children: number
}

/** Pairs of 2027 that had no children between them the year before. */
const NEW_IN_2027 = [
  'Suttestad barnehage → Vingrom skole',
  'Vingrom barnehage → Røyslimoen skole',
  'Fagstadlia FUS barnehage → Friskolen (navn ikke kjent)',
]

/** The 73 pairs of 2027; in 2026 a few less, with almost the same numbers. */
export function pairsOf(year: number): CastPair[] {
  return pairsIn2027.pairs
    .filter(({ kindergartenName, school }) => year === 2027 || !NEW_IN_2027.includes(`${kindergartenName} → ${school}`))
    .map(({ kindergartenName, school, children }) => ({
      id: id('pair', `${year}/${kindergartenName}/${school}`),
      year,
      kindergarten: unitNamed(kindergartenName),
      school: unitNamed(school),
      children:
        year === 2027 ? children : Math.max(1, children + wholeOf(-2, 2, 'a year before', kindergartenName, school)),
    }))
}

/** A unit's answer for a cycle, with the day it came. */
export interface CastParticipation {
  unit: CastUnit
  answer: Participation
  reason: string | null
}

const COOPERATION: Participation = {
  answer: 'partly',
  routineIds: ['cooperation', 'information-transfer'].map((key) => routineId(WORLD, key)),
}
const DECLINES: Participation = { answer: 'does not take part' }

const OTHER_ANSWERS: Readonly<Record<number, Readonly<Record<string, Participation | 'no answer'>>>> = {
  2026: {
    'Birkebeineren friluftsbarnehage': COOPERATION,
    'Smestad studentbarnehage': COOPERATION,
    'Hestehoven barnehage': DECLINES,
    'Ringelihorn Steinerbarnehage': DECLINES,
    'Askeladden barnehage': DECLINES,
    'Nybu barnehage': 'no answer',
    'Friskolen (navn ikke kjent)': 'no answer',
  },
  2027: {
    'Birkebeineren friluftsbarnehage': COOPERATION,
    'Hestehoven barnehage': DECLINES,
    'Ringelihorn Steinerbarnehage': DECLINES,
    'Askeladden barnehage': 'no answer',
    'Nybu barnehage': 'no answer',
    'Friskolen (navn ikke kjent)': 'no answer',
  },
}

const REASONS: Readonly<Record<string, string>> = {
  'Hestehoven barnehage': 'Eierstyret vil vente og se.',
  'Ringelihorn Steinerbarnehage': 'Barnehagen følger sin egen plan sammen med Steinerskolen.',
  'Askeladden barnehage': 'Eierstyret har ikke behandlet planen.',
}

/** What private owners, and the neighbour, have answered for a cycle. Most take part. */
export function participationIn(year: number): CastParticipation[] {
  return UNITS.filter((unit) => unit.ownership === 'private' || unit.externalMunicipality !== null).flatMap((unit) => {
    const answer = OTHER_ANSWERS[year]?.[unit.name] ?? { answer: 'takes part' }
    if (answer === 'no answer') return []
    return [{ unit, answer, reason: answer.answer === 'does not take part' ? (REASONS[unit.name] ?? null) : null }]
  })
}
