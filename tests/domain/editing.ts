import fc from 'fast-check'
import type { Draft, Edit, EditedElement, EditedStep, Part } from '#app/domain/draft.ts'
import type { Text } from '#app/domain/language.ts'
import { MEANT } from '#app/domain/meaning.ts'
import { PLACE_KINDS, SIDES } from '#app/domain/place.ts'
import type { PlanContent, WrittenStep } from '#app/domain/plan.ts'
import { AREAS, ELEMENTS, FJORDVIK_PLAN, ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'

/** A draft begun from Fjordvik's plan, or from another content. */
export function draftOf(content: PlanContent = FJORDVIK_PLAN): Draft {
  const steps = content.routines.flatMap((routine) => routine.steps)
  const elements = content.framework.flatMap((area) => area.elements)
  return {
    id: 'draft',
    content,
    takenOut: [],
    basedOn: { number: 1, content },
    highestMeaning: Object.fromEntries([...steps, ...elements].map(({ id, meaning }) => [id, meaning])),
  }
}

/** A step of Fjordvik's plan as its form would send it, changed. */
export function stepEdited(id: string, change: Partial<EditedStep> = {}): EditedStep {
  const { meaning: _, ...step } = allSteps(FJORDVIK_PLAN).find((step) => step.id === id) as WrittenStep
  return { ...step, ...change }
}

export function allSteps(content: PlanContent): WrittenStep[] {
  return content.routines.flatMap((routine) => [...routine.steps])
}

/** Every identity of a draft, of what stands in it and of what was taken out, in order. */
export function identitiesIn({ content, takenOut }: Draft): string[] {
  const routines = [...content.routines, ...takenOut.flatMap((out) => (out.what === 'routine' ? [out.routine] : []))]
  const areas = [...content.framework, ...takenOut.flatMap((out) => (out.what === 'area' ? [out.area] : []))]
  const steps = [
    ...routines.flatMap((routine) => routine.steps),
    ...takenOut.flatMap((out) => (out.what === 'step' ? [out.step] : [])),
  ]
  const elements = [
    ...areas.flatMap((area) => area.elements),
    ...takenOut.flatMap((out) => (out.what === 'element' ? [out.element] : [])),
  ]
  return [...routines, ...steps, ...areas, ...elements].map(({ id }) => id).sort()
}

const words = fc.string({ maxLength: 12, unit: 'grapheme' })
export const anyText: fc.Arbitrary<Text> = fc.record(
  { nb: words, nn: words.filter(Boolean), en: words.filter(Boolean) },
  { requiredKeys: ['nb'] },
)
const maybeText = fc.option(anyText)

const routineIds = [...Object.values(ROUTINES), 'new routine']
const stepIds = [...Object.values(STEPS), 'new step', 'newer step']
const areaIds = [...Object.values(AREAS), 'new area']
const elementIds = [...Object.values(ELEMENTS), 'new element']
const codes = [...FJORDVIK_PLAN.legalBasis.map(({ code }) => code), 'new law']

const anyDue = fc.option(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('year before school start' as const, 'school start year' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    fc.record({ kind: fc.constant('days from first school day' as const), days: fc.integer({ min: -90, max: 90 }) }),
  ),
)

const anyStep: fc.Arbitrary<EditedStep> = fc.record({
  id: fc.constantFrom(...stepIds),
  title: anyText,
  guidance: maybeText,
  carriedOutBy: fc.constantFrom(null, 'principal' as const, 'parents' as const),
  scope: fc.constantFrom(...PLACE_KINDS),
  responsible: fc.constantFrom(null, ...SIDES),
  confirmedBy: fc.constantFrom(null, ...SIDES),
  due: anyDue,
  binding: fc.constantFrom('law' as const, 'plan' as const),
  sensitive: fc.boolean(),
  aboutSingleChildren: fc.boolean(),
  sparedSmallPairs: fc.boolean(),
  legalBasis: fc.subarray([...FJORDVIK_PLAN.legalBasis]),
})

const anyElement: fc.Arbitrary<EditedElement> = fc.record({
  id: fc.constantFrom(...elementIds),
  kindergarten: anyText,
  school: anyText,
})

const anyMeant = fc.constantFrom(null, ...MEANT)

const anyPart = fc.constantFrom<Part[]>('routine', 'step', 'area', 'element').chain((what) => {
  const ids = { routine: routineIds, step: stepIds, area: areaIds, element: elementIds }[what]
  return fc.record({ what: fc.constant(what), id: fc.constantFrom(...ids) })
})

/** Any change that an editor can make to a draft of Fjordvik's plan, also of what is no longer there. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('head' as const), title: anyText, purposes: fc.array(anyText, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('routine' as const),
    id: fc.constantFrom(...routineIds),
    title: anyText,
    purpose: maybeText,
  }),
  fc.record({
    kind: fc.constant('step' as const),
    routineId: fc.constantFrom(...routineIds),
    step: anyStep,
    meant: anyMeant,
  }),
  fc.record({
    kind: fc.constant('steps' as const),
    routineId: fc.constantFrom(...routineIds),
    steps: fc.uniqueArray(anyStep, { maxLength: 3, selector: ({ id }) => id }),
  }),
  fc.record({ kind: fc.constant('area' as const), id: fc.constantFrom(...areaIds), title: anyText }),
  fc.record({
    kind: fc.constant('element' as const),
    areaId: fc.constantFrom(...areaIds),
    element: anyElement,
    meant: anyMeant,
  }),
  fc.record({
    kind: fc.constant('legal basis' as const),
    basis: fc.record({ code: fc.constantFrom(...codes), title: anyText, checkedOn: fc.constant(null) }),
  }),
  fc.record({ kind: fc.constant('legal basis gone' as const), code: fc.constantFrom(...codes) }),
  fc
    .tuple(anyPart, fc.constantFrom(-1 as const, 1 as const))
    .map(([part, by]): Edit => ({ kind: 'order', ...part, by })),
  anyPart.map((part): Edit => ({ kind: 'take out', ...part })),
  anyPart.map((part): Edit => ({ kind: 'put back', ...part })),
)
