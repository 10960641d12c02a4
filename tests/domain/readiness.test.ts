import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import type { PlanContent, WrittenRoutine, WrittenStep } from '#app/domain/plan.ts'
import { finished, shortcomingsOf, STOPS, WARNINGS } from '#app/domain/readiness.ts'
import { examplePlan } from '#db/seed/example-plan.ts'
import { FJORDVIK_PLAN } from '#db/seed/fjordvik-plan.ts'
import { stepAs } from './field.ts'

const START = { year: 2028, firstSchoolDay: day('2028-08-17') }
const LAW = { code: 'BL', title: { nb: 'barnehageloven § 2 a' }, checkedOn: day('2027-01-04') }

const { publication } = FJORDVIK_PLAN
if (!publication) throw new Error('The plan of Fjordvik is published')
const EXAMPLE = examplePlan({ world: 'example', number: 1, publication, checkedOn: day('2026-01-05') })

function planWith(changes: Partial<PlanContent>): PlanContent {
  return {
    title: { nb: 'Plan for overgangen' },
    purposes: [{ nb: 'Barna skal møte sammenheng.' }],
    routines: [routineWith([stepAs({ id: 'visit' })])],
    framework: [],
    legalBasis: [LAW],
    ...changes,
  }
}

function routineWith(steps: readonly WrittenStep[], changes: Partial<WrittenRoutine> = {}): WrittenRoutine {
  return { id: 'cooperation', title: { nb: 'Samarbeid' }, purpose: null, steps, ...changes }
}

function planWithStep(changes: Partial<WrittenStep>): PlanContent {
  return planWith({ routines: [routineWith([{ ...stepAs({ id: 'visit' }), ...changes }])] })
}

function planWithElement(changes: Partial<PlanContent['framework'][number]['elements'][number]>): PlanContent {
  const element = { id: 'friend', kindergarten: { nb: 'En venn' }, school: { nb: 'Hvem kjenner hvem' }, meaning: 1 }
  return planWith({ framework: [{ id: 'play', title: { nb: 'Lek' }, elements: [{ ...element, ...changes }] }] })
}

const STEP = { what: 'step', id: 'visit' }
const HEAD = { what: 'head' }
const ELEMENT = { what: 'element', id: 'friend' }

const CASES: [named: string, lacks: string, spot: object, PlanContent][] = [
  ['a plan without a title', 'titleMissing', HEAD, planWith({ title: { nb: ' ', nn: 'Plan' } })],
  ['a purpose without words', 'purposeMissing', HEAD, planWith({ purposes: [{ nb: '' }] })],
  ['a plan without steps', 'noSteps', { what: 'plan' }, planWith({ routines: [] })],
  [
    'a routine without a title',
    'titleMissing',
    { what: 'routine', id: 'cooperation' },
    planWith({ routines: [routineWith([stepAs()], { title: { nb: '' } })] }),
  ],
  [
    'a purpose of a routine that is only in nynorsk',
    'onlyTranslated',
    { what: 'routine', id: 'cooperation' },
    planWith({ routines: [routineWith([stepAs()], { purpose: { nb: '', nn: 'Vi kjenner kvarandre.' } })] }),
  ],
  [
    'an empty routine',
    'emptyRoutine',
    { what: 'routine', id: 'later' },
    planWith({ routines: [routineWith([stepAs()]), routineWith([], { id: 'later' })] }),
  ],
  ['a step without a title', 'titleMissing', STEP, planWithStep({ title: { nb: '', en: 'Visit' } })],
  ['guidance only in English', 'onlyTranslated', STEP, planWithStep({ guidance: { nb: ' ', en: 'Go there.' } })],
  ['a step nobody answers for', 'responsibleMissing', STEP, planWithStep({ responsible: null })],
  ['a step nobody carries out', 'carriedOutByMissing', STEP, planWithStep({ carriedOutBy: null })],
  ['a step without a due day', 'dueMissing', STEP, planWithStep({ due: null })],
  [
    'a day before the cycle begins',
    'dueBeforeCycle',
    STEP,
    planWithStep({ due: { kind: 'year before school start', month: 7, day: 31 } }),
  ],
  [
    'a day after the cycle ends',
    'dueAfterCycle',
    STEP,
    planWithStep({ due: { kind: 'school start year', month: 12, day: 1 } }),
  ],
  [
    'days after the cycle ends',
    'dueAfterCycle',
    STEP,
    planWithStep({ due: { kind: 'days from first school day', days: 106 } }),
  ],
  ['the municipality at a pair', 'sideNotThere', STEP, planWithStep({ responsible: 'municipality' })],
  [
    'a school that confirms at a kindergarten',
    'sideNotThere',
    STEP,
    planWithStep({ scope: 'kindergarten', confirmedBy: 'school' }),
  ],
  ['a side that confirms itself', 'confirmedBySelf', STEP, planWithStep({ confirmedBy: 'kindergarten' })],
  [
    'a step of a unit that spares small pairs',
    'sparedNoPair',
    STEP,
    planWithStep({ sparedSmallPairs: true, scope: 'kindergarten' }),
  ],
  ['a sensitive step of a pair', 'sensitivePair', STEP, planWithStep({ sensitive: true })],
  [
    'a sensitive step that is confirmed',
    'sensitiveConfirmed',
    STEP,
    planWithStep({ sensitive: true, scope: 'school', responsible: 'school', confirmedBy: 'kindergarten' }),
  ],
  [
    'a sensitive step of many kindergartens at a school',
    'sensitiveTogether',
    STEP,
    planWithStep({ sensitive: true, scope: 'school', responsible: 'kindergarten' }),
  ],
  ['a step of which nobody said what it means', 'meaningNotSaid', STEP, planWithStep({ meaning: 0 })],
  [
    'a law that is no longer in the plan',
    'basisGone',
    STEP,
    planWithStep({ legalBasis: [{ code: 'old', title: { nb: 'Gammel' }, checkedOn: null }] }),
  ],
  ['a step that follows from no law', 'lawWithoutBasis', STEP, planWithStep({ binding: 'law' })],
  [
    'an area without a title',
    'titleMissing',
    { what: 'area', id: 'play' },
    planWith({
      framework: [{ id: 'play', title: { nb: '' }, elements: planWithElement({}).framework[0]?.elements ?? [] }],
    }),
  ],
  [
    'an empty area',
    'emptyArea',
    { what: 'area', id: 'play' },
    planWith({ framework: [{ id: 'play', title: { nb: 'Lek' }, elements: [] }] }),
  ],
  ['an element without its school side', 'sideTextMissing', ELEMENT, planWithElement({ school: { nb: '' } })],
  ['an element of which nobody said what it means', 'meaningNotSaid', ELEMENT, planWithElement({ meaning: 0 })],
  [
    'a law without a title',
    'titleMissing',
    { what: 'legal basis', code: 'BL' },
    planWith({ legalBasis: [{ ...LAW, title: { nb: '' } }] }),
  ],
  [
    'a law that was never checked',
    'basisNotChecked',
    { what: 'legal basis', code: 'BL' },
    planWith({ legalBasis: [{ ...LAW, checkedOn: null }] }),
  ],
]

describe('what a plan lacks', () => {
  it.each(CASES)('%s: %s', (_, lacks, spot, plan) => {
    const stops = STOPS.some((stop) => stop === lacks)
    expect(shortcomingsOf(plan, START)).toEqual([{ lacks, stops, spot }])
  })

  it('has a case here for everything it can be', () => {
    const named = new Set(CASES.map(([, lacks]) => lacks))
    expect([...STOPS, ...WARNINGS].filter((lacks) => !named.has(lacks))).toEqual([])
  })

  it('is nothing where all is said', () => {
    expect(shortcomingsOf(planWith({}), START)).toEqual([])
    expect(shortcomingsOf(planWithElement({}), START)).toEqual([])
  })

  it('leaves the first and the last day of a cycle be', () => {
    const first = planWithStep({ due: { kind: 'year before school start', month: 8, day: 1 } })
    const last = planWithStep({ due: { kind: 'school start year', month: 11, day: 30 } })
    expect([first, last].flatMap((plan) => shortcomingsOf(plan, START))).toEqual([])
  })

  it('comes in reading order', () => {
    const plan = planWith({
      title: { nb: '' },
      routines: [routineWith([{ ...stepAs({ id: 'visit' }), due: null }]), routineWith([], { id: 'later' })],
    })
    expect(shortcomingsOf(plan, START).map(({ lacks }) => lacks)).toEqual([
      'titleMissing',
      'dueMissing',
      'emptyRoutine',
    ])
  })

  it.each([
    ['Fjordvik', FJORDVIK_PLAN],
    ['the example', EXAMPLE],
  ])('keeps no published plan from being published again: %s', (_, plan) => {
    for (const year of [2027, 2028, 2029]) {
      const start = { year, firstSchoolDay: day(`${year}-08-17`) }
      expect(shortcomingsOf(plan, start).filter(({ stops }) => stops)).toEqual([])
    }
  })
})

describe('a finished plan', () => {
  const orNot = <T>(value: T) => fc.constantFrom(value, null)
  const anyStep = fc
    .record({
      carriedOutBy: orNot('principal' as const),
      responsible: orNot('kindergarten' as const),
      due: orNot({ kind: 'school start year' as const, month: 3, day: 15 }),
    })
    .map((changes): WrittenStep => ({ ...stepAs(), ...changes }))
  const anyRoutines = fc.array(
    fc.array(anyStep, { maxLength: 3 }).map((steps) => routineWith(steps)),
    { maxLength: 3 },
  )

  it('is there exactly when no step lacks what every step must have, and says the same', () => {
    fc.assert(
      fc.property(anyRoutines, (routines) => {
        const plan = planWith({ routines })
        const complete = routines
          .flatMap(({ steps }) => steps)
          .every(({ carriedOutBy, responsible, due }) => carriedOutBy && responsible && due)
        expect(finished(plan)).toEqual(complete ? plan : null)
      }),
    )
  })

  it('is there whenever nothing stops it', () => {
    fc.assert(
      fc.property(anyRoutines, (routines) => {
        const plan = planWith({ routines })
        const stopped = shortcomingsOf(plan, START).some(({ stops }) => stops)
        expect(stopped || finished(plan) !== null).toBe(true)
      }),
    )
  })
})
