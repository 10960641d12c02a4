import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorize, can, ownSides, PERMISSIONS, reachOf, type Action, type Actor } from '#app/domain/permissions.ts'
import { THE_MUNICIPALITY, unitsOf, type Place, type Side } from '#app/domain/place.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { anyActor, anyPlace } from './anything.ts'
import {
  ACROSS_THE_FJORD,
  atKindergarten,
  atSchool,
  BLUEBELL,
  CLOUDBERRY,
  FJORDVIK_SCHOOL,
  FREE_SCHOOL,
  HILL_SCHOOL,
  pairOf,
  seated,
  TWINFLOWER,
} from './field.ts'

const ACTIONS = Object.keys(PERMISSIONS) as Action[]
const ADVISER = seated(['adviser'])
const OBSERVER = seated(['observer'])
const DIRECTOR = seated(['director', BLUEBELL])
const PRINCIPAL = seated(['principal', FJORDVIK_SCHOOL])
const DEPUTY = seated(['deputy', BLUEBELL])
const OWNER = seated(['owner', TWINFLOWER])
const NOBODY = seated()

const OWN_PAIR = pairOf(BLUEBELL, FJORDVIK_SCHOOL)
const OTHER_PAIR = pairOf(CLOUDBERRY, HILL_SCHOOL)
const PLACES: [string, Place][] = [
  ['the municipality', THE_MUNICIPALITY],
  ['Blåklokka', atKindergarten(BLUEBELL)],
  ['Linnea', atKindergarten(TWINFLOWER)],
  ['Fjordvik skole, with both', atSchool(FJORDVIK_SCHOOL, BLUEBELL, TWINFLOWER)],
  ['Bakken skole, without', atSchool(HILL_SCHOOL, CLOUDBERRY)],
  ['Blåklokka and Fjordvik', OWN_PAIR],
  ['Linnea and Fjordvik', pairOf(TWINFLOWER, FJORDVIK_SCHOOL)],
  ['Multebær and Bakken', OTHER_PAIR],
]

describe('the places where a right reaches', () => {
  const everywhere = PLACES.map(([name]) => name)
  const ofDirector = ['Blåklokka', 'Fjordvik skole, with both', 'Blåklokka and Fjordvik']
  const ofPrincipal = ['Fjordvik skole, with both', 'Blåklokka and Fjordvik', 'Linnea and Fjordvik']
  const ofOwner = ['Linnea', 'Linnea and Fjordvik']

  type Reached = Record<'visitor' | 'adviser' | 'observer' | 'director' | 'principal' | 'owner', string[]>
  const nobody: Reached = { visitor: [], adviser: [], observer: [], director: [], principal: [], owner: [] }

  const ofOwnUnits: Reached = {
    ...nobody,
    adviser: everywhere,
    director: ofDirector.filter((name) => name !== 'Fjordvik skole, with both'),
    principal: ofPrincipal,
  }

  /** A deputy reaches as far as the director, unless the row says otherwise. */
  it.each<[Action, Reached & { deputy?: string[] }]>([
    ['edit the plan', { ...nobody, adviser: everywhere }],
    ['comment on the draft', { ...nobody, adviser: everywhere, director: everywhere, principal: everywhere }],
    ['open a cycle', { ...nobody, adviser: everywhere }],
    ['adopt a version', { ...nobody, adviser: everywhere }],
    ['move a due day for all', { ...nobody, adviser: everywhere }],
    ['move a due day of a school', { ...nobody, principal: ofPrincipal, deputy: ofDirector }],
    ['say that news is read', { ...nobody, director: ofDirector, principal: ofPrincipal }],
    [
      'read the plan',
      {
        visitor: everywhere,
        adviser: everywhere,
        observer: everywhere,
        director: everywhere,
        principal: everywhere,
        owner: everywhere,
      },
    ],
    [
      'read the overview of a cycle',
      { visitor: [], adviser: everywhere, observer: everywhere, director: [], principal: [], owner: [] },
    ],
    [
      'read a checklist',
      {
        visitor: [],
        adviser: everywhere,
        observer: everywhere,
        director: ofDirector,
        principal: ofPrincipal,
        owner: ofOwner,
      },
    ],
    [
      'tick a step',
      { visitor: [], adviser: everywhere, observer: [], director: ofDirector, principal: ofPrincipal, owner: [] },
    ],
    [
      'tick a sensitive step',
      {
        visitor: [],
        adviser: ['the municipality'],
        observer: [],
        director: ofDirector,
        principal: ofPrincipal,
        owner: [],
      },
    ],
    [
      'read reasons and notes',
      { visitor: [], adviser: everywhere, observer: [], director: ofDirector, principal: ofPrincipal, owner: ofOwner },
    ],
    [
      'read answers to sensitive steps',
      {
        visitor: [],
        adviser: ['the municipality'],
        observer: [],
        director: ofDirector,
        principal: ofPrincipal,
        owner: [],
      },
    ],
    [
      'read small numbers of children',
      { visitor: [], adviser: everywhere, observer: [], director: ofDirector, principal: ofPrincipal, owner: [] },
    ],
    ['number a child group', { ...nobody, adviser: everywhere, director: ofDirector, principal: ofPrincipal }],
    ['form and move pairs', { ...nobody, adviser: everywhere }],
    ['reconcile numbers', { ...nobody, adviser: everywhere }],
    [
      'explain a gap',
      { ...nobody, adviser: everywhere, principal: ofPrincipal, deputy: ['Blåklokka', 'Blåklokka and Fjordvik'] },
    ],
    [
      'read the flow of children',
      { ...nobody, adviser: everywhere, observer: everywhere, principal: ofPrincipal, deputy: [] },
    ],
    ['read units', { ...ofOwnUnits, observer: everywhere, owner: ofOwner }],
    ['change units', { ...nobody, adviser: everywhere }],
    ['read participation', { ...nobody, adviser: everywhere, observer: everywhere }],
    ['answer about taking part', { ...ofOwnUnits, owner: ofOwner, deputy: [] }],
    ['remind owners', { ...nobody, adviser: everywhere }],
    ['offer seats', { ...nobody, adviser: everywhere }],
    ['name a deputy', { ...ofOwnUnits, deputy: [] }],
    ['read people', { ...nobody, adviser: everywhere }],
    ['read the handover', ofOwnUnits],
    ['write a handover note', { ...ofOwnUnits, adviser: [], deputy: [] }],
    [
      'read the framework at units',
      {
        ...nobody,
        adviser: everywhere,
        observer: everywhere,
        director: ofDirector,
        principal: ofPrincipal,
        owner: ofOwner,
      },
    ],
    ['mark the framework', ofOwnUnits],
    ['read the coverage of the framework', { ...nobody, adviser: everywhere, observer: everywhere }],
    ['read the incoming groups', { ...ofOwnUnits, director: [], deputy: ['Blåklokka', 'Blåklokka and Fjordvik'] }],
    ['read a presentation', { ...nobody, adviser: everywhere, director: ofDirector, principal: ofPrincipal }],
    ['present a group', { ...ofOwnUnits, adviser: [], principal: [], deputy: ['Blåklokka', 'Blåklokka and Fjordvik'] }],
    [
      'answer a presentation',
      { ...ofOwnUnits, adviser: [], director: [], deputy: ['Blåklokka', 'Blåklokka and Fjordvik'] },
    ],
    [
      'read agreed dates',
      {
        ...nobody,
        adviser: everywhere,
        observer: everywhere,
        director: ofDirector,
        principal: ofPrincipal,
        owner: ofOwner,
      },
    ],
    ['agree on a date', ofOwnUnits],
  ])('%s', (action, { deputy, ...expected }) => {
    const reached = (actor: Actor) => PLACES.filter(([, place]) => can(actor, action, place)).map(([name]) => name)
    expect({
      visitor: reached('visitor'),
      adviser: reached(ADVISER),
      observer: reached(OBSERVER),
      director: reached(DIRECTOR),
      principal: reached(PRINCIPAL),
      owner: reached(OWNER),
    }).toEqual(expected)
    expect(reached(DEPUTY)).toEqual(deputy ?? expected.director)
    expect(reached(NOBODY)).toEqual(expected.visitor)
  })

  it('the table above covers every action there is', () => {
    expect(ACTIONS).toHaveLength(39)
  })
})

describe('several seats', () => {
  const two = seated(['director', BLUEBELL], ['director', CLOUDBERRY])
  it('reach as far as each of them', () => {
    expect([OWN_PAIR, OTHER_PAIR].map((place) => can(two, 'tick a step', place))).toEqual([true, true])
    expect(reachOf(two, 'tick a step')).toEqual({
      municipality: false,
      unitIds: [BLUEBELL.id, CLOUDBERRY.id],
      together: [BLUEBELL.id, CLOUDBERRY.id],
    })
  })

  it('do not lend one another their rights', () => {
    const both = seated(['director', BLUEBELL], ['owner', TWINFLOWER])
    expect(can(both, 'tick a step', pairOf(TWINFLOWER, HILL_SCHOOL))).toBe(false)
    expect(can(both, 'read a checklist', pairOf(TWINFLOWER, HILL_SCHOOL))).toBe(true)
    expect(can(both, 'read a checklist', atSchool(HILL_SCHOOL, TWINFLOWER))).toBe(false)
    expect(reachOf(both, 'read a checklist')).toEqual({
      municipality: false,
      unitIds: [BLUEBELL.id, TWINFLOWER.id],
      together: [BLUEBELL.id],
    })
  })

  it('an adviser’s reaches everywhere, whatever else somebody has', () => {
    expect(reachOf(seated(['owner', TWINFLOWER], ['adviser']), 'read a checklist')).toBe('everywhere')
  })
})

it.each<[string, Action, Actor, boolean]>([
  ['a visitor', 'read the plan', 'visitor', true],
  ['a visitor', 'read a checklist', 'visitor', false],
  ['a director', 'tick a step', DIRECTOR, true],
  ['a director', 'read the overview of a cycle', DIRECTOR, false],
  ['an observer', 'read the overview of a cycle', OBSERVER, true],
  ['an observer', 'tick a step', OBSERVER, false],
  ['somebody without a seat', 'read the plan', NOBODY, true],
  ['somebody without a seat', 'read a checklist', NOBODY, false],
])('%s, anywhere at all: "%s"', (_, action, actor, expected) => {
  expect(can(actor, action)).toBe(expected)
})

describe('law', () => {
  it('`can` agrees with `reachOf`: a list and a page never disagree', () => {
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...ACTIONS), anyPlace, (actor, action, place) => {
        expect(isWithin(reachOf(actor, action), place)).toBe(can(actor, action, place))
      }),
      { numRuns: 2000 },
    )
  })

  it('who can at some place can at all', () => {
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...ACTIONS), anyPlace, (actor, action, place) => {
        if (can(actor, action, place)) expect(can(actor, action)).toBe(true)
      }),
    )
  })

  it('whoever may do something at a place may see it: the plan and its draft are at none', () => {
    const needsSight = ACTIONS.filter((action) => action !== 'read the plan' && action !== 'comment on the draft')
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...needsSight), anyPlace, (actor, action, place) => {
        if (can(actor, action, place)) expect(can(actor, 'read a checklist', place)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('whoever answers for a side may tick there', () => {
    fc.assert(
      fc.property(anyActor, anyPlace, (actor, place) => {
        if (ownSides(actor, place).length > 0) expect(can(actor, 'tick a step', place)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

/** What a query does with a reach: the municipality, places of the units, and schools for what is done together. */
function isWithin(reach: ReturnType<typeof reachOf>, place: Place): boolean {
  if (reach === 'everywhere') return true
  if (place.kind === 'municipality') return reach.municipality
  if (unitsOf(place).some(({ id }) => reach.unitIds.includes(id))) return true
  return place.kind === 'school' && place.kindergartens.some(({ id }) => reach.together.includes(id))
}

describe('a refusal', () => {
  it.each<[string, Actor, Action, Place | undefined, string | null]>([
    ['a director who ticks at home', DIRECTOR, 'tick a step', OWN_PAIR, null],
    ['a director elsewhere', DIRECTOR, 'tick a step', OTHER_PAIR, 'not found'],
    ['an observer who ticks', OBSERVER, 'tick a step', OWN_PAIR, 'not allowed'],
    ['an owner who ticks at an own unit', OWNER, 'tick a step', atKindergarten(TWINFLOWER), 'not allowed'],
    ['an owner elsewhere', OWNER, 'tick a step', atKindergarten(BLUEBELL), 'not found'],
    [
      'an adviser at a sensitive step of a unit',
      ADVISER,
      'tick a sensitive step',
      atKindergarten(BLUEBELL),
      'not allowed',
    ],
    ['a visitor', 'visitor', 'read a checklist', OWN_PAIR, 'not found'],
    ['a visitor at the overview', 'visitor', 'read the overview of a cycle', undefined, 'not found'],
    ['a director at the overview', DIRECTOR, 'read the overview of a cycle', undefined, 'not found'],
    ['an adviser at the overview', ADVISER, 'read the overview of a cycle', undefined, null],
  ])('%s', (_, actor, action, place, code) => {
    expect(refusalOf(() => authorize(actor, action, place))).toBe(code)
  })
})

function refusalOf(act: () => void): string | null {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('the sides somebody answers for', () => {
  const together = atSchool(FJORDVIK_SCHOOL, BLUEBELL, TWINFLOWER)
  it.each<[string, Actor, Place, Side[]]>([
    ['a visitor', 'visitor', OWN_PAIR, []],
    ['a director in the own pair', DIRECTOR, OWN_PAIR, ['kindergarten']],
    ['a deputy in the own pair', DEPUTY, OWN_PAIR, ['kindergarten']],
    ['a principal in the own pair', PRINCIPAL, OWN_PAIR, ['school']],
    ['a director in another pair', DIRECTOR, OTHER_PAIR, []],
    ['a director in the own kindergarten', DIRECTOR, atKindergarten(BLUEBELL), ['kindergarten']],
    ['a director at the school of the own children', DIRECTOR, together, ['kindergarten']],
    ['a principal at the own school', PRINCIPAL, together, ['school']],
    ['a director at a school without children of theirs', DIRECTOR, atSchool(HILL_SCHOOL, CLOUDBERRY), []],
    [
      'somebody with a seat on each side',
      seated(['director', BLUEBELL], ['principal', FJORDVIK_SCHOOL]),
      OWN_PAIR,
      ['kindergarten', 'school'],
    ],
    ['an owner', OWNER, atKindergarten(TWINFLOWER), []],
    [
      'an owner who is also director elsewhere',
      seated(['owner', TWINFLOWER], ['director', BLUEBELL]),
      pairOf(TWINFLOWER, FREE_SCHOOL),
      [],
    ],
    ['an observer', OBSERVER, OWN_PAIR, []],
    ['an observer of one unit', seated(['observer', BLUEBELL]), OWN_PAIR, []],
    ['an adviser at a unit’s place', ADVISER, OWN_PAIR, []],
    ['an adviser in the municipality', ADVISER, THE_MUNICIPALITY, ['municipality']],
    ['a director in the municipality', DIRECTOR, THE_MUNICIPALITY, []],
    [
      'a neighbour’s director',
      seated(['director', ACROSS_THE_FJORD]),
      pairOf(ACROSS_THE_FJORD, FJORDVIK_SCHOOL),
      ['kindergarten'],
    ],
  ])('%s', (_, actor, place, sides) => {
    expect(ownSides(actor, place)).toEqual(sides)
  })
})
