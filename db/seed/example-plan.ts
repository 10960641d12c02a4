import type { LocalDate } from '#app/domain/calendar.ts'
import type { DueRule } from '#app/domain/due-date.ts'
import type { Text } from '#app/domain/language.ts'
import type { PlaceKind, Side } from '#app/domain/place.ts'
import type { Binding, CarriedOutBy, LegalBasis, PlanVersion, Publication, Step } from '#app/domain/plan.ts'
import template from '#db/data/plan-template.json' with { type: 'json' }
import { idOf } from './identity.ts'

/** What `plan-template.json` says of a step; the rest of it is read as it stands. */
interface TemplateStep {
  key: string
  title: Text
  guidance?: Text
  carriedOutBy: string
  scope: PlaceKind
  responsible: Side
  confirmedBy: Side | null
  due: { month: number; day: number; year: string }
  aboutSingleChildren: boolean
  sensitive: boolean
  binding: Binding
  legalBasis: readonly string[]
}

/** How a world takes the example plan into use. */
export interface Adoption {
  /** The prefix of its identities. */
  world: string
  number: number
  publication: Publication
  /** The day on which the references marked as checked were compared with the source. */
  checkedOn: LocalDate
}

/** The example plan of `plan-template.json` as a published version: six routines with 39 steps, nine framework areas. */
export function examplePlan({ world, number, publication, checkedOn }: Adoption): PlanVersion {
  const legalBasis = template.legalBasis.map(({ code, title, checked }): LegalBasis => {
    return { code, title, checkedOn: checked ? checkedOn : null }
  })
  return {
    id: idOf(world, 'version', String(number)),
    number,
    title: template.title,
    purposes: template.purposes,
    routines: template.routines.map(({ key, title, steps }) => ({
      id: routineId(world, key),
      title,
      purpose: null,
      steps: (steps as readonly TemplateStep[]).map((step) => stepOf(world, step, legalBasis)),
    })),
    framework: template.framework.map(({ key, title, elements }) => ({
      id: idOf(world, 'area', key),
      title,
      elements: elements.map((element) => ({
        id: idOf(world, 'element', element.key),
        kindergarten: element.kindergarten,
        school: element.school,
        meaning: 1,
      })),
    })),
    legalBasis,
    publication,
  }
}

/** The identity of a step of the example plan in a world, by its key in the template (`'h06'`). */
export function stepId(world: string, key: string): string {
  return idOf(world, 'step', key)
}

/** The identity of a routine of the example plan in a world, by its key in the template (`'cooperation'`). */
export function routineId(world: string, key: string): string {
  return idOf(world, 'routine', key)
}

/** What one or two children do not need: the class is not put together by them, and they are rather asked to the school. */
const SPARED_SMALL_PAIRS: readonly string[] = ['v07', 'v09']

function stepOf(world: string, step: TemplateStep, legalBasis: readonly LegalBasis[]): Step {
  return {
    id: stepId(world, step.key),
    title: step.title,
    guidance: step.guidance ?? null,
    carriedOutBy: step.carriedOutBy.replaceAll('_', ' ').replace('after school', 'after-school') as CarriedOutBy,
    scope: step.scope,
    responsible: step.responsible,
    confirmedBy: step.confirmedBy,
    due: dueRuleOf(step.due),
    binding: step.binding,
    sensitive: step.sensitive,
    aboutSingleChildren: step.aboutSingleChildren,
    sparedSmallPairs: SPARED_SMALL_PAIRS.includes(step.key),
    meaning: 1,
    legalBasis: step.legalBasis.flatMap((code) => legalBasis.filter((basis) => basis.code === code)),
  }
}

function dueRuleOf({ month, day, year }: TemplateStep['due']): DueRule {
  return { kind: year === 'school_start' ? 'school start year' : 'year before school start', month, day }
}
