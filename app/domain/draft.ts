import type { Said } from './meaning.ts'
import type { Area, Element, LegalBasis, PlanContent, WrittenRoutine, WrittenStep } from './plan.ts'
import type { Text } from './language.ts'

/** What was taken out of a draft, with where it was, so that it can be put back as it was. */
export type TakenOut =
  | { what: 'routine'; routine: WrittenRoutine }
  | { what: 'step'; routineId: string; step: WrittenStep }
  | { what: 'area'; area: Area }
  | { what: 'element'; areaId: string; element: Element }

/** The next version of the plan as far as it has come. */
export interface Draft {
  /** The id that the published version will have. */
  id: string
  content: PlanContent
  takenOut: readonly TakenOut[]
  /** The version it was begun from: what its changes are measured against. Null for the first plan. */
  basedOn: { number: number | null; content: PlanContent } | null
  /** The highest meaning number that any published version has given each step and element, by identity. */
  highestMeaning: Readonly<Record<string, number>>
}

/** The parts of a plan that stand in an order and can be taken out. */
export type Part = 'routine' | 'step' | 'area' | 'element'

/** A step as the editor sends it: the meaning is worked out from what the editor says of the change. */
export type EditedStep = Omit<WrittenStep, 'meaning'>
export type EditedElement = Omit<Element, 'meaning'>

/** One change to a draft. What has an id that the draft does not know is added, last in its place. */
export type Edit =
  | { kind: 'head'; title: Text; purposes: readonly Text[] }
  | { kind: 'routine'; id: string; title: Text; purpose: Text | null }
  | { kind: 'step'; routineId: string; step: EditedStep; meant: Said }
  | { kind: 'steps'; routineId: string; steps: readonly EditedStep[] }
  | { kind: 'area'; id: string; title: Text }
  | { kind: 'element'; areaId: string; element: EditedElement; meant: Said }
  | { kind: 'legal basis'; basis: LegalBasis }
  | { kind: 'legal basis gone'; code: string }
  | { kind: 'order'; what: Part; id: string; by: -1 | 1 }
  | { kind: 'take out'; what: Part; id: string }
  | { kind: 'put back'; what: Part; id: string }

/** The step with that identity and the routine it stands in, or null. */
export function findStep({ routines }: PlanContent, id: string): { routine: WrittenRoutine; step: WrittenStep } | null {
  for (const routine of routines) {
    const step = routine.steps.find((step) => step.id === id)
    if (step) return { routine, step }
  }
  return null
}

/** The element with that identity and the area it stands in, or null. */
export function findElement({ framework }: PlanContent, id: string): { area: Area; element: Element } | null {
  for (const area of framework) {
    const element = area.elements.find((element) => element.id === id)
    if (element) return { area, element }
  }
  return null
}
