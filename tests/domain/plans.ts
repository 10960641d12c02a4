import fc from 'fast-check'
import { day } from '#app/domain/calendar.ts'
import type { DueRule } from '#app/domain/due-date.ts'
import type { Text } from '#app/domain/language.ts'
import { PLACE_KINDS, SIDES } from '#app/domain/place.ts'
import { CARRIED_OUT_BY, type LegalBasis, type PlanContent, type WrittenStep } from '#app/domain/plan.ts'

/** Any two plans that are versions of each other: they share identities, and say what they like. */

const words = fc.constantFrom('Møte', 'Besøk', 'Overgangsmøte om våren', 'Foreldremøte', 'Plan')
const anyText: fc.Arbitrary<Text> = fc.record({ nb: words, nn: words, en: words }, { requiredKeys: ['nb'] })

const anyDue: fc.Arbitrary<DueRule> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('year before school start' as const, 'school start year' as const),
    month: fc.constantFrom(4, 11),
    day: fc.constantFrom(4, 11),
  }),
  fc.record({ kind: fc.constant('days from first school day' as const), days: fc.constantFrom(-14, 0, 14) }),
)

const anyBases: fc.Arbitrary<LegalBasis[]> = fc.shuffledSubarray(['BL2a', 'O11-6', 'O13-5']).chain((codes) =>
  fc.tuple(
    ...codes.map((code) =>
      fc.record({
        code: fc.constant(code),
        title: anyText,
        checkedOn: fc.constantFrom(null, day('2025-05-12'), day('2026-08-01')),
      }),
    ),
  ),
)

function anyStep(id: string, legalBasis: readonly LegalBasis[]): fc.Arbitrary<WrittenStep> {
  return fc.record({
    id: fc.constant(id),
    title: anyText,
    guidance: fc.option(anyText),
    carriedOutBy: fc.constantFrom(null, ...CARRIED_OUT_BY),
    scope: fc.constantFrom(...PLACE_KINDS),
    responsible: fc.constantFrom(null, ...SIDES),
    confirmedBy: fc.constantFrom(null, ...SIDES),
    due: fc.option(anyDue),
    binding: fc.constantFrom('law' as const, 'plan' as const),
    sensitive: fc.boolean(),
    aboutSingleChildren: fc.boolean(),
    sparedSmallPairs: fc.boolean(),
    meaning: fc.integer({ min: 1, max: 3 }),
    legalBasis: fc.subarray([...legalBasis]),
  })
}

function anyElement(id: string) {
  return fc.record({
    id: fc.constant(id),
    kindergarten: anyText,
    school: anyText,
    meaning: fc.integer({ min: 1, max: 3 }),
  })
}

/** Some of these identities, spread in any order over some owners. */
function spread(owners: readonly string[], parts: readonly string[]): fc.Arbitrary<{ id: string; parts: string[] }[]> {
  return fc
    .tuple(
      fc.shuffledSubarray([...owners]),
      fc.shuffledSubarray([...parts]),
      fc.array(fc.nat(), { minLength: parts.length, maxLength: parts.length }),
    )
    .map(([ids, chosen, places]) =>
      ids.map((id, at) => ({ id, parts: chosen.filter((_, part) => (places[part] ?? 0) % ids.length === at) })),
    )
}

const STEP_IDS = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8']

export const anyPlan: fc.Arbitrary<PlanContent> = fc
  .tuple(anyBases, spread(['r1', 'r2', 'r3'], STEP_IDS), spread(['a1', 'a2'], ['e1', 'e2', 'e3', 'e4']))
  .chain(([legalBasis, routines, areas]) =>
    fc.record({
      title: anyText,
      purposes: fc.array(anyText, { maxLength: 3 }),
      routines: fc.tuple(
        ...routines.map(({ id, parts }) =>
          fc.record({
            id: fc.constant(id),
            title: anyText,
            purpose: fc.option(anyText),
            steps: fc.tuple(...parts.map((part) => anyStep(part, legalBasis))),
          }),
        ),
      ),
      framework: fc.tuple(
        ...areas.map(({ id, parts }) =>
          fc.record({ id: fc.constant(id), title: anyText, elements: fc.tuple(...parts.map(anyElement)) }),
        ),
      ),
      legalBasis: fc.constant(legalBasis),
    }),
  )
