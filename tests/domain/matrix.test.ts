import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, type LocalDate } from '#app/domain/calendar.ts'
import { linesOf } from '#app/domain/checklist.ts'
import { filtered, furthestBehind, groupedBy, progressPer, standingOf, type MatrixFilter } from '#app/domain/matrix.ts'
import { THE_MUNICIPALITY, type Place } from '#app/domain/place.ts'
import { sumOf } from '#app/domain/progress.ts'
import { anyDay, anyPair, anyPlace, KINDERGARTENS, SCHOOLS } from './anything.ts'
import {
  answering,
  atKindergarten,
  atSchool,
  BLUEBELL,
  CLOUDBERRY,
  cycleOf,
  FJORDVIK_SCHOOL,
  FREE_SCHOOL,
  HILL_SCHOOL,
  pairOf,
  routineOf,
  stepAs,
  told,
  TWINFLOWER,
} from './field.ts'

const visit = stepAs({ id: 'visit', due: { kind: 'year before school start', month: 11, day: 1 } })
const meeting = stepAs({ id: 'meeting', confirmedBy: 'school' })
const start = stepAs({ id: 'start', due: { kind: 'school start year', month: 9, day: 1 } })
const each = (['municipality', 'kindergarten', 'school'] as const).map((kind) =>
  stepAs({ id: `of ${kind}`, scope: kind, responsible: kind }),
)
const CYCLE = cycleOf(routineOf('meetings', visit, meeting), routineOf('starting', start), routineOf('alone', ...each))

const SPRING = day('2027-03-01')
const SUMMER = day('2027-06-01')

function standing(place: Place, story = '', stepId = 'meeting', today: LocalDate = SPRING) {
  return standingOf(place, linesOf(CYCLE, place, told(story, stepId), today))
}

const BLUEBELL_FJORDVIK = pairOf(BLUEBELL, FJORDVIK_SCHOOL)
const TWINFLOWER_FJORDVIK = pairOf(answering(TWINFLOWER, { answer: 'takes part' }), FJORDVIK_SCHOOL)
const CLOUDBERRY_HILL = pairOf(CLOUDBERRY, HILL_SCHOOL)
const BLUEBELL_FREE = pairOf(BLUEBELL, FREE_SCHOOL)
const PLACES = [BLUEBELL_FJORDVIK, TWINFLOWER_FJORDVIK, CLOUDBERRY_HILL, BLUEBELL_FREE]

describe('a filter', () => {
  const withUnits = [...PLACES, atKindergarten(TWINFLOWER), atSchool(FREE_SCHOOL, BLUEBELL), THE_MUNICIPALITY]
  it.each<[string, MatrixFilter, Place[]]>([
    ['of nothing leaves all', {}, withUnits],
    [
      'of private ones goes by the kindergarten of a pair',
      { ownership: 'private' },
      [TWINFLOWER_FJORDVIK, atKindergarten(TWINFLOWER), atSchool(FREE_SCHOOL), THE_MUNICIPALITY],
    ],
    [
      'of municipal ones',
      { ownership: 'municipal' },
      [BLUEBELL_FJORDVIK, CLOUDBERRY_HILL, BLUEBELL_FREE, THE_MUNICIPALITY],
    ],
    [
      'of a school leaves its pairs, itself and the municipality',
      { schoolId: FREE_SCHOOL.id },
      [BLUEBELL_FREE, atSchool(FREE_SCHOOL), THE_MUNICIPALITY],
    ],
    ['of both', { schoolId: FJORDVIK_SCHOOL.id, ownership: 'private' }, [TWINFLOWER_FJORDVIK, THE_MUNICIPALITY]],
    ['of a routine leaves out places without a line of it', { routineId: 'meetings' }, PLACES],
    ['of a routine that is not in the plan', { routineId: 'none' }, []],
  ])('%s', (_, filter, places) => {
    const left = filtered(
      withUnits.map((place) => standing(place)),
      filter,
    )
    expect(left.map(({ place }) => place.id)).toEqual(places.map(({ id }) => id))
  })

  it('of a routine leaves its lines, and progress over them', () => {
    const [left] = filtered([standing(BLUEBELL_FJORDVIK, 'kindergarten done', 'start')], { routineId: 'starting' })
    expect(left?.lines.map(({ step }) => step.id)).toEqual(['start'])
    expect(left?.progress.obliged).toEqual({ complete: 1, asked: 1 })
  })

  it('of what is late leaves places with something overdue, within the routine asked for', () => {
    const rows = [standing(BLUEBELL_FJORDVIK), standing(CLOUDBERRY_HILL, 'kindergarten done', 'visit')]
    expect(filtered(rows, { onlyLate: true }).map(({ place }) => place.id)).toEqual([BLUEBELL_FJORDVIK.id])
    expect(filtered(rows, { onlyLate: true, routineId: 'starting' })).toEqual([])
  })
})

describe('the foot of the matrix', () => {
  it('has progress per step over all rows', () => {
    const foot = progressPer('step', [
      standing(BLUEBELL_FJORDVIK, 'kindergarten done', 'visit'),
      standing(TWINFLOWER_FJORDVIK, 'kindergarten not relevant', 'visit'),
      standing(CLOUDBERRY_HILL),
    ])
    expect([...foot.keys()]).toEqual(['visit', 'meeting', 'start'])
    expect(foot.get('visit')).toMatchObject({ obliged: { complete: 1, asked: 2 }, declined: 1, overdue: 1 })
    expect(foot.get('start')).toMatchObject({ obliged: { complete: 0, asked: 3 }, overdue: 0 })
  })
})

describe('groups', () => {
  it('gather the pairs of a unit, in the Norwegian order of names', () => {
    const apple = { ...BLUEBELL, id: 'aple', name: 'Åpletunet barnehage' }
    const fox = { ...BLUEBELL, id: 'rev', name: 'Øyrev barnehage' }
    const rows = [pairOf(apple, HILL_SCHOOL), pairOf(fox, HILL_SCHOOL), ...PLACES].map((place) => standing(place))
    const groups = groupedBy('kindergarten', rows)
    expect(groups.map(({ unit, standings }) => [unit.name, standings.map(({ place }) => place.id)])).toEqual([
      ['Blåklokka barnehage', [BLUEBELL_FJORDVIK.id, BLUEBELL_FREE.id]],
      ['Linnea barnehage', [TWINFLOWER_FJORDVIK.id]],
      ['Multebær barnehage', [CLOUDBERRY_HILL.id]],
      ['Øyrev barnehage', [pairOf(fox, HILL_SCHOOL).id]],
      ['Åpletunet barnehage', [pairOf(apple, HILL_SCHOOL).id]],
    ])
  })

  it('by school', () => {
    const groups = groupedBy(
      'school',
      PLACES.map((place) => standing(place)),
    )
    expect(groups.map(({ unit, progress }) => [unit.name, progress.obliged.asked])).toEqual([
      ['Bakken skole', 3],
      ['Fjordvik skole', 6],
      ['Lyngheim friskole', 3],
    ])
  })

  it('leave out what is not a pair', () => {
    expect(groupedBy('school', [standing(atSchool(FJORDVIK_SCHOOL)), standing(THE_MUNICIPALITY)])).toEqual([])
  })

  const anySide = fc.constantFrom('school' as const, 'kindergarten' as const)
  const anyStanding = (places: fc.Arbitrary<Place>) =>
    fc
      .tuple(places, fc.constantFrom('', 'kindergarten done', 'kindergarten not relevant'), anyDay)
      .map(([place, story, today]) => standing(place, story, 'meeting', today))

  it('law: groups part the pairs, each in one group, and their sums are the sum of all', () => {
    fc.assert(
      fc.property(anySide, fc.array(anyStanding(anyPair), { maxLength: 12 }), (side, rows) => {
        const groups = groupedBy(side, rows)
        const grouped = groups.flatMap(({ standings }) => standings)
        expect(grouped).toHaveLength(rows.length)
        expect(new Set(grouped)).toEqual(new Set(rows))
        expect(new Set(groups.map(({ unit }) => unit.id)).size).toBe(groups.length)
        expect(sumOf(groups.map(({ progress }) => progress))).toEqual(sumOf(rows.map(({ progress }) => progress)))
        expect(sumOf([...progressPer('step', rows).values()])).toEqual(sumOf(rows.map(({ progress }) => progress)))
      }),
    )
  })

  it('law: filtering by each school, ownership or routine parts what is filtered', () => {
    const owned = ['municipal', 'private'] as const
    const routines = ['meetings', 'starting', 'alone']
    fc.assert(
      fc.property(fc.array(anyStanding(anyPlace), { maxLength: 8 }), (rows) => {
        const pairs = rows.filter(({ place }) => place.kind === 'pair')
        const whole = sumOf(rows.map(({ progress }) => progress))
        const sumBy = (filters: MatrixFilter[], of: typeof rows) =>
          sumOf(filters.flatMap((filter) => filtered(of, filter)).map(({ progress }) => progress))
        expect(
          sumBy(
            routines.map((routineId) => ({ routineId })),
            rows,
          ),
        ).toEqual(whole)
        const ofPairs = sumOf(pairs.map(({ progress }) => progress))
        expect(
          sumBy(
            owned.map((ownership) => ({ ownership })),
            pairs,
          ),
        ).toEqual(ofPairs)
        expect(
          sumBy(
            SCHOOLS.map(({ id }) => ({ schoolId: id })),
            pairs,
          ),
        ).toEqual(ofPairs)
        expect(KINDERGARTENS.some(({ id }) => filtered(pairs, { schoolId: id }).length > 0)).toBe(false)
      }),
    )
  })
})

describe('furthest behind first', () => {
  it('goes by what is overdue, then by disagreement, then by the oldest due day', () => {
    const two = standing(pairOf(BLUEBELL, HILL_SCHOOL), '', 'meeting', SUMMER)
    const disputed = standing(BLUEBELL_FJORDVIK, 'kindergarten done; school disputed', 'meeting', SPRING)
    const oldest = standing(CLOUDBERRY_HILL, '', 'meeting', SPRING)
    const newer = standing(pairOf(CLOUDBERRY, FJORDVIK_SCHOOL), 'kindergarten done', 'visit', SUMMER)
    const onlyDisputed = standing(
      pairOf(TWINFLOWER, FJORDVIK_SCHOOL),
      'kindergarten done; school disputed',
      'meeting',
      SUMMER,
    )
    const fine = standing(BLUEBELL_FREE, 'kindergarten done', 'visit', SPRING)
    const order = [two, disputed, oldest, newer, onlyDisputed]
    expect(order.map(({ progress }) => [progress.overdue, progress.disputed])).toEqual([
      [2, 0],
      [1, 1],
      [1, 0],
      [1, 0],
      [0, 1],
    ])
    expect(furthestBehind([fine, onlyDisputed, newer, oldest, disputed, two])).toEqual(order)
    expect(furthestBehind([oldest, disputed, two, newer, fine, onlyDisputed])).toEqual(order)
  })

  it('leaves out places with nothing overdue and nothing disputed', () => {
    expect(furthestBehind([standing(pairOf(TWINFLOWER, FJORDVIK_SCHOOL), '', 'meeting', SUMMER)])).toEqual([])
  })
})
