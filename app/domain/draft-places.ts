import type { Draft, Part, TakenOut } from './draft.ts'
import type { Text } from './language.ts'
import type { Area, Element, PlanContent, WrittenRoutine } from './plan.ts'

/** A part of a plan where it stands: number `at` of `of`. An element is known by what the kindergarten does. */
export interface Placed {
  what: Part
  id: string
  title: Text
  at: number
  of: number
}

/** Where the part with that identity stands, or null where it is not in the plan. */
export function placeOf({ routines, framework }: PlanContent, id: string): Placed | null {
  const lists: [Part, readonly { id: string; title: Text }[]][] = [
    ['routine', routines],
    ...routines.map(({ steps }): [Part, typeof steps] => ['step', steps]),
    ['area', framework],
    ...framework.map(({ elements }): [Part, { id: string; title: Text }[]] => [
      'element',
      elements.map(({ id, kindergarten }) => ({ id, title: kindergarten })),
    ]),
  ]
  for (const [what, list] of lists) {
    const index = list.findIndex((part) => part.id === id)
    const part = list[index]
    if (part) return { what, id, title: part.title, at: index + 1, of: list.length }
  }
  return null
}

/** What of a part that was taken out tells which it is. */
export function headOf(out: TakenOut): { what: Part; id: string; title: Text } {
  switch (out.what) {
    case 'routine':
      return { what: out.what, id: out.routine.id, title: out.routine.title }
    case 'step':
      return { what: out.what, id: out.step.id, title: out.step.title }
    case 'area':
      return { what: out.what, id: out.area.id, title: out.area.title }
    case 'element':
      return { what: out.what, id: out.element.id, title: out.element.kindergarten }
  }
}

/** The part with that identity among what was taken out of the draft, or null. */
export function takenOutAs({ takenOut }: Draft, id: string): { what: Part; id: string; title: Text } | null {
  return takenOut.map(headOf).find((part) => part.id === id) ?? null
}

/** The part to put back so that the one with that identity is in the draft again; null where it is there. */
export function outWith({ takenOut }: Draft, id: string): { what: Part; id: string; title: Text } | null {
  const holder = takenOut.find((out) => {
    if (headOf(out).id === id) return true
    if (out.what === 'routine') return out.routine.steps.some((step) => step.id === id)
    return out.what === 'area' && out.area.elements.some((element) => element.id === id)
  })
  return holder ? headOf(holder) : null
}

/** The routine with that identity, also where it was taken out. */
export function routineAnywhere({ content, takenOut }: Draft, id: string): WrittenRoutine | null {
  const out = takenOut.flatMap((out) => (out.what === 'routine' ? [out.routine] : []))
  return [...content.routines, ...out].find((routine) => routine.id === id) ?? null
}

/** The area with that identity, also where it was taken out. */
export function areaAnywhere({ content, takenOut }: Draft, id: string): Area | null {
  const out = takenOut.flatMap((out) => (out.what === 'area' ? [out.area] : []))
  return [...content.framework, ...out].find((area) => area.id === id) ?? null
}

/** The element with that identity and the area it belongs to, also where they were taken out; an area can be gone. */
export function elementAnywhere(draft: Draft, id: string): { area: Area | null; element: Element } | null {
  const out = draft.takenOut.flatMap((out) => (out.what === 'element' ? [out] : [])).find((o) => o.element.id === id)
  if (out) return { area: areaAnywhere(draft, out.areaId), element: out.element }
  const areas = [
    ...draft.content.framework,
    ...draft.takenOut.flatMap((out) => (out.what === 'area' ? [out.area] : [])),
  ]
  for (const area of areas) {
    const element = area.elements.find((element) => element.id === id)
    if (element) return { area, element }
  }
  return null
}
