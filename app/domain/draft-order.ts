import type { Draft, Part } from './draft.ts'

/** The draft with one part a place earlier or later among its own; at an end it stays. */
export function moved(draft: Draft, { what, id, by }: { what: Part; id: string; by: -1 | 1 }): Draft {
  const { content } = draft
  const routines =
    what === 'routine'
      ? shifted(content.routines, id, by)
      : content.routines.map((routine) =>
          what === 'step' ? { ...routine, steps: shifted(routine.steps, id, by) } : routine,
        )
  const framework =
    what === 'area'
      ? shifted(content.framework, id, by)
      : content.framework.map((area) =>
          what === 'element' ? { ...area, elements: shifted(area.elements, id, by) } : area,
        )
  return { ...draft, content: { ...content, routines, framework } }
}

/** The list with one item a place earlier or later; at an end it stays. */
function shifted<T extends { id: string }>(list: readonly T[], id: string, by: -1 | 1): readonly T[] {
  const from = list.findIndex((item) => item.id === id)
  const item = list[from]
  const to = from + by
  if (!item || to < 0 || to >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(to, 0, item)
}
