import type { Draft } from './draft.ts'
import { compared, sameText, stepChanges, type Comparison } from './plan-comparison.ts'

/** What happened to a part of the plan since the version the draft was begun from. *Opens again*: its meaning changed. */
export type Mark = 'new' | 'changed' | 'opens again' | 'moved'

/** The marks of routines, steps, areas and elements, by identity. A plan begun from nothing has none. */
export function marksOf({ content, basedOn }: Draft): ReadonlyMap<string, Mark> {
  if (!basedOn) return new Map()
  const comparison = compared(basedOn.content, content)
  return new Map([...marksOfHeads(comparison), ...marksOfSteps(comparison), ...marksOfElements(comparison)])
}

/** How many parts of the plan differ from the version the draft was begun from; null where it was begun from nothing. */
export function changesIn({ content, basedOn }: Draft): number | null {
  if (!basedOn) return null
  const { title, purposes, ...lists } = compared(basedOn.content, content)
  const ofLists = Object.values(lists).reduce((sum, list) => sum + list.length, 0)
  return ofLists + (title ? 1 : 0) + (purposes ? 1 : 0)
}

function marksOfHeads({ routines, areas }: Comparison): [string, Mark][] {
  const ofRoutines = routines.flatMap(({ id, from, to }): [string, Mark][] => {
    if (!to) return []
    if (!from) return [[id, 'new']]
    const same = sameText(from.is.title, to.is.title) && sameText(from.is.purpose, to.is.purpose)
    return [[id, same ? 'moved' : 'changed']]
  })
  const ofAreas = areas.flatMap(({ id, from, to }): [string, Mark][] => {
    if (!to) return []
    if (!from) return [[id, 'new']]
    return [[id, sameText(from.is.title, to.is.title) ? 'moved' : 'changed']]
  })
  return [...ofRoutines, ...ofAreas]
}

function marksOfSteps(comparison: Comparison): [string, Mark][] {
  return stepChanges(comparison).flatMap(({ id, kind, fields, opensAgain }): [string, Mark][] => {
    if (kind === 'taken out') return []
    if (kind === 'added') return [[id, 'new']]
    if (opensAgain) return [[id, 'opens again']]
    return [[id, fields.every((field) => field === 'routine' || field === 'order') ? 'moved' : 'changed']]
  })
}

function marksOfElements({ elements }: Comparison): [string, Mark][] {
  return elements.flatMap(({ id, from, to }): [string, Mark][] => {
    if (!to) return []
    if (!from) return [[id, 'new']]
    if (from.is.meaning !== to.is.meaning) return [[id, 'opens again']]
    const same = sameText(from.is.kindergarten, to.is.kindergarten) && sameText(from.is.school, to.is.school)
    return [[id, same ? 'moved' : 'changed']]
  })
}
