import { day, momentInOslo, type Instant } from '#app/domain/calendar.ts'
import type { Person, Role, Seat } from '#app/domain/permissions.ts'
import type { Participation, Unit } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'
import { perform, type Act } from './acts.ts'
import { FJORDVIK_PLAN, VERSION } from './fjordvik-plan.ts'
import { idOf } from './identity.ts'

const id = (kind: string, key: string) => idOf('fjordvik', kind, key)

// Units, with what their owner has said for school start 2026 and 2027 -----------------------------------------------

/** Blåklokka barnehage, municipal. */
export const BLUEBELL = id('unit', 'bluebell')
/** Tyttebær barnehage, private, takes part. */
export const LINGONBERRY = id('unit', 'lingonberry')
/** Solstrålen barnehage, private, has not answered: only invited. */
export const SUNBEAM = id('unit', 'sunbeam')
/** Fjordvik skole, municipal. */
export const FJORDVIK_SCHOOL = id('unit', 'fjordvik school')
/** Nes skole, municipal. */
export const NES_SCHOOL = id('unit', 'nes school')
/** Strandskolen, private, does not take part. */
export const BEACH_SCHOOL = id('unit', 'beach school')
/** Vikabygd skole, of the neighbouring municipality; it has not answered. */
export const VIKABYGD_SCHOOL = id('unit', 'vikabygd school')

const FJORDVIK_OWNER = id('owner', 'fjordvik')
const KINDERGARTEN_OWNER = id('owner', 'kindergartens')
const BEACH_OWNER = id('owner', 'beach')
const VIKABYGD_OWNER = id('owner', 'vikabygd')

const OWNERS = [
  { id: FJORDVIK_OWNER, name: 'Fjordvik kommune', ownership: 'municipal' },
  { id: KINDERGARTEN_OWNER, name: 'Fjordvik Barnehager AS', ownership: 'private' },
  { id: BEACH_OWNER, name: 'Stiftelsen Strandskolen', ownership: 'private' },
  { id: VIKABYGD_OWNER, name: 'Vikabygd kommune', ownership: 'municipal' },
] as const

interface UnitRow {
  id: string
  kind: Unit['kind']
  name: string
  org: string | null
  owner: string
  external?: string
}

const UNITS: readonly UnitRow[] = [
  { id: BLUEBELL, kind: 'kindergarten', name: 'Blåklokka barnehage', org: '999000010', owner: FJORDVIK_OWNER },
  { id: LINGONBERRY, kind: 'kindergarten', name: 'Tyttebær barnehage', org: '999000029', owner: KINDERGARTEN_OWNER },
  { id: SUNBEAM, kind: 'kindergarten', name: 'Solstrålen barnehage', org: '999000037', owner: KINDERGARTEN_OWNER },
  { id: FJORDVIK_SCHOOL, kind: 'school', name: 'Fjordvik skole', org: '999000045', owner: FJORDVIK_OWNER },
  { id: NES_SCHOOL, kind: 'school', name: 'Nes skole', org: '999000053', owner: FJORDVIK_OWNER },
  { id: BEACH_SCHOOL, kind: 'school', name: 'Strandskolen', org: '999000061', owner: BEACH_OWNER },
  {
    id: VIKABYGD_SCHOOL,
    kind: 'school',
    name: 'Vikabygd skole',
    org: null,
    owner: VIKABYGD_OWNER,
    external: 'Vikabygd',
  },
]

// Pairs ------------------------------------------------------------------------------------------------------------

/** Who sends children to whom: the first named is the kindergarten. School start 2027, unless the name says 2026. */
export const PAIRS = {
  bluebellFjordvik: id('pair', '2027 bluebell fjordvik'),
  /** Two children: a number too small for others to see. */
  bluebellNes: id('pair', '2027 bluebell nes'),
  lingonberryFjordvik: id('pair', '2027 lingonberry fjordvik'),
  sunbeamFjordvik: id('pair', '2027 sunbeam fjordvik'),
  /** Neither is obliged to what only the plan says. */
  sunbeamBeach: id('pair', '2027 sunbeam beach'),
  lingonberryVikabygd: id('pair', '2027 lingonberry vikabygd'),
  bluebellFjordvik2026: id('pair', '2026 bluebell fjordvik'),
  lingonberryFjordvik2026: id('pair', '2026 lingonberry fjordvik'),
} as const

const PAIR_ROWS: readonly [id: string, year: number, kindergarten: string, school: string, children: number][] = [
  [PAIRS.bluebellFjordvik2026, 2026, BLUEBELL, FJORDVIK_SCHOOL, 7],
  [PAIRS.lingonberryFjordvik2026, 2026, LINGONBERRY, FJORDVIK_SCHOOL, 6],
  [PAIRS.bluebellFjordvik, 2027, BLUEBELL, FJORDVIK_SCHOOL, 8],
  [PAIRS.bluebellNes, 2027, BLUEBELL, NES_SCHOOL, 2],
  [PAIRS.lingonberryFjordvik, 2027, LINGONBERRY, FJORDVIK_SCHOOL, 5],
  [PAIRS.sunbeamFjordvik, 2027, SUNBEAM, FJORDVIK_SCHOOL, 3],
  [PAIRS.sunbeamBeach, 2027, SUNBEAM, BEACH_SCHOOL, 1],
  [PAIRS.lingonberryVikabygd, 2027, LINGONBERRY, VIKABYGD_SCHOOL, 1],
]

// People -----------------------------------------------------------------------------------------------------------

function person(key: string, name: string, ...seats: readonly [Role, ...string[]][]): Person {
  return {
    id: id('person', key),
    name,
    seats: seats.map(([role, ...unitIds]): Seat => ({
      id: id('seat', `${key} ${role} ${unitIds.join(' ')}`),
      role,
      unitIds,
    })),
  }
}

/** One person for each kind of seat. */
export const PEOPLE = {
  adviser: person('adviser', 'Rådgiver, oppvekst, Fjordvik kommune', ['adviser']),
  secondAdviser: person('second adviser', 'Rådgiver, skole, Fjordvik kommune', ['adviser']),
  observer: person('observer', 'Observatør, Fjordvik kommune', ['observer']),
  bluebellDirector: person('bluebell', 'Styrer, Blåklokka barnehage', ['director', BLUEBELL]),
  bluebellDeputy: person('bluebell deputy', 'Stedfortreder, Blåklokka barnehage', ['deputy', BLUEBELL]),
  lingonberryDirector: person('lingonberry', 'Styrer, Tyttebær barnehage', ['director', LINGONBERRY]),
  sunbeamDirector: person('sunbeam', 'Styrer, Solstrålen barnehage', ['director', SUNBEAM]),
  fjordvikPrincipal: person('fjordvik', 'Rektor, Fjordvik skole', ['principal', FJORDVIK_SCHOOL]),
  nesPrincipal: person('nes', 'Rektor, Nes skole', ['principal', NES_SCHOOL]),
  beachPrincipal: person('beach', 'Rektor, Strandskolen', ['principal', BEACH_SCHOOL]),
  vikabygdPrincipal: person('vikabygd', 'Rektor, Vikabygd skole', ['principal', VIKABYGD_SCHOOL]),
  kindergartenOwner: person('owner', 'Eier, Tyttebær barnehage og Solstrålen barnehage', [
    'owner',
    LINGONBERRY,
    SUNBEAM,
  ]),
  /** Answers for both sides of the pair Blåklokka–Nes. */
  bothSides: person(
    'both sides',
    'Stedfortreder, Blåklokka barnehage og Nes skole',
    ['deputy', BLUEBELL],
    ['deputy', NES_SCHOOL],
  ),
} as const satisfies Record<string, Person>

/** The e-mail address of each, in a domain that is nobody's. */
export const EMAILS: Readonly<Record<keyof typeof PEOPLE, string>> = {
  adviser: 'adviser@fjordvik.example',
  secondAdviser: 'second-adviser@fjordvik.example',
  observer: 'observer@fjordvik.example',
  bluebellDirector: 'bluebell@fjordvik.example',
  bluebellDeputy: 'bluebell-deputy@fjordvik.example',
  lingonberryDirector: 'lingonberry@fjordvik.example',
  sunbeamDirector: 'sunbeam@fjordvik.example',
  fjordvikPrincipal: 'fjordvik@fjordvik.example',
  nesPrincipal: 'nes@fjordvik.example',
  beachPrincipal: 'beach@fjordvik.example',
  vikabygdPrincipal: 'vikabygd@fjordvik.example',
  kindergartenOwner: 'owner@fjordvik.example',
  bothSides: 'both-sides@fjordvik.example',
}

// What has happened ------------------------------------------------------------------------------------------------

const PARTICIPATION: readonly { unitId: string; answer: Participation }[] = [
  { unitId: LINGONBERRY, answer: { answer: 'takes part' } },
  { unitId: BEACH_SCHOOL, answer: { answer: 'does not take part' } },
]

/**
 * Fjordvik, the small made-up municipality of the tests: one unit of each sort, one person for each seat, the cycles
 * 2026 and 2027 open, and nothing ticked.
 */
export async function seedFjordvik(db: Db): Promise<void> {
  await db.insertInto('municipality').values({ number: '9901', name: 'Fjordvik' }).execute()
  await db
    .insertInto('owner')
    .values([...OWNERS])
    .execute()
  await db
    .insertInto('unit')
    .values(
      UNITS.map(({ id, kind, name, org, owner, external }) => {
        return { id, kind, name, org_number: org, owner_id: owner, external_municipality: external ?? null }
      }),
    )
    .execute()
  await perform(db, acts())
}

function acts(): Act[] {
  const by = { personId: PEOPLE.adviser.id }
  const [publishing, opening2026, opening2027] = ['2025-06-16', '2025-08-18', '2026-08-17'].map(morning)
  if (!publishing || !opening2026 || !opening2027) return []
  return [
    ...invitations(publishing),
    { ...by, at: publishing, kind: 'version published', version: FJORDVIK_PLAN },
    ...cycle(2026, opening2026, '2026-08-20'),
    ...cycle(2027, opening2027, '2027-08-19'),
  ]
}

function morning(on: string): Instant {
  return momentInOslo(day(on), '09:00')
}

function invitations(at: Instant): Act[] {
  return (Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]).map((key) => {
    const { id, name, seats } = PEOPLE[key]
    return {
      at,
      personId: null,
      kind: 'person invited',
      person: { id, name, email: EMAILS[key] },
      seats: seats.map(({ id, role, unitIds }: Seat) => {
        const ownerId = role === 'owner' ? KINDERGARTEN_OWNER : null
        return { id, role, ownerId, unitId: ownerId ? null : (unitIds[0] ?? null) }
      }),
    }
  })
}

function cycle(year: number, at: Instant, firstSchoolDay: string): Act[] {
  const by = { at, personId: PEOPLE.adviser.id }
  return [
    { ...by, kind: 'cycle opened', year, versionId: VERSION, firstSchoolDay: day(firstSchoolDay) },
    ...PAIR_ROWS.filter((row) => row[1] === year).map(([id, year, kindergartenId, schoolId, children]): Act => {
      return { ...by, kind: 'pair formed', pair: { id, year, kindergartenId, schoolId, children } }
    }),
    ...PARTICIPATION.map(({ unitId, answer }): Act => {
      return { ...by, kind: 'participation answered', year, unitId, answer, reason: null, as: 'adviser' }
    }),
  ]
}
