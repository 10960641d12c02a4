import fc from 'fast-check'
import { day } from '#app/domain/calendar.ts'
import type { DueRule } from '#app/domain/due-date.ts'
import type { Text } from '#app/domain/language.ts'
import { PLACE_KINDS, SIDES } from '#app/domain/place.ts'
import { CARRIED_OUT_BY, type PlanContent, type PlanVersion, type Step } from '#app/domain/plan.ts'

/** Pieces that could be taken for something else in a file. */
const HOSTILE = [
  '# Formål',
  '## ',
  '### Element',
  '- Svarer: skolen',
  '<!-- id: x -->',
  '-->',
  '<script>alert(1)</script>',
  '> ',
  '|',
  '*',
  '**',
  '_',
  '`',
  '```',
  '\\',
  '\\#',
  '&#10;',
  '&amp;#10;',
  '&amp;',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '  ',
  '\u00a0',
  '\u2028',
  '\u0085',
  '\u0000',
  '\ufeff',
  '---',
  '1. ',
  '{',
  '"',
  ':',
  ';',
  '🦔',
  'æøå',
  'Veiledning på nynorsk:',
  'overgang-plan 9',
]

/** A text such as nobody should write, but somebody will. */
export const anyWords = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 7,
  })
  .map((pieces) => pieces.join('').slice(0, 120))

const anyTranslation = fc.option(
  anyWords.filter((words) => words !== ''),
  { nil: undefined },
)

export const anyText: fc.Arbitrary<Text> = fc
  .record({ nb: anyWords, nn: anyTranslation, en: anyTranslation })
  .map(({ nb, nn, en }) => ({ nb, ...(nn !== undefined && { nn }), ...(en !== undefined && { en }) }))

const anyTextOrNone = fc.option(anyText)

const anyDue: fc.Arbitrary<DueRule> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('year before school start' as const, 'school start year' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 29 }),
  }),
  fc.record({ kind: fc.constant('days from first school day' as const), days: fc.integer({ min: -400, max: 400 }) }),
)

const anyBasis = fc.record({
  code: anyWords.filter((code) => code !== ''),
  title: anyText,
  checkedOn: fc.constantFrom(null, day('2027-03-10')),
})

/** Any plan a version or a draft can hold, with the most awkward texts. */
export const anyContent: fc.Arbitrary<PlanContent> = fc
  .record({
    title: anyText.filter(({ nb }) => nb !== ''),
    purposes: fc.array(anyText, { maxLength: 3 }),
    legalBasis: fc.uniqueArray(anyBasis, { selector: ({ code }) => code, maxLength: 3 }),
  })
  .chain(({ title, purposes, legalBasis }) => {
    const step = fc.record({
      title: anyText,
      guidance: anyTextOrNone,
      carriedOutBy: fc.constantFrom(...CARRIED_OUT_BY, null),
      scope: fc.constantFrom(...PLACE_KINDS),
      responsible: fc.constantFrom(...SIDES, null),
      confirmedBy: fc.constantFrom(...SIDES, null),
      due: fc.option(anyDue),
      binding: fc.constantFrom('law' as const, 'plan' as const),
      sensitive: fc.boolean(),
      aboutSingleChildren: fc.boolean(),
      sparedSmallPairs: fc.boolean(),
      meaning: fc.integer({ min: 1, max: 9 }),
      legalBasis: fc.subarray(legalBasis),
    })
    const element = fc.record({ kindergarten: anyText, school: anyText, meaning: fc.integer({ min: 1, max: 9 }) })
    return fc.record({
      title: fc.constant(title),
      purposes: fc.constant(purposes),
      legalBasis: fc.constant(legalBasis),
      routines: fc.array(
        fc.record({ title: anyText, purpose: anyTextOrNone, steps: fc.array(step, { maxLength: 3 }) }),
        { maxLength: 3 },
      ),
      framework: fc.array(fc.record({ title: anyText, elements: fc.array(element, { maxLength: 3 }) }), {
        maxLength: 2,
      }),
    })
  })
  .map(({ routines, framework, ...rest }) => ({
    ...rest,
    routines: routines.map((routine, at) => ({
      ...routine,
      id: `routine-${at}`,
      steps: routine.steps.map((step, number) => ({ ...step, id: `step_${at}_${number}` })),
    })),
    framework: framework.map((area, at) => ({
      ...area,
      id: `area-${at}`,
      elements: area.elements.map((element, number) => ({ ...element, id: `element_${at}_${number}` })),
    })),
  }))

/** The content as if it were published: what a file is made from. */
export function asVersion(content: PlanContent): PlanVersion {
  const routines = content.routines.map((routine) => ({ ...routine, steps: routine.steps as readonly Step[] }))
  return { ...content, routines, id: 'version', number: 3, publication: null }
}
