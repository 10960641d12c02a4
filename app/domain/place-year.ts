import type { ShownLine } from './discretion.ts'
import type { Place } from './place.ts'
import { progressOf, type Progress } from './progress.ts'
import { numbered, type Numbered } from './year-wheel.ts'

/** A step of a place's year, with its lines there: one, or one for each pair of a unit. */
export interface PlaceStep {
  step: ShownLine['step']
  due: ShownLine['due']
  lines: readonly ShownLine[]
}

/**
 * The year of a place: its own lines and those of its pairs folded step by step, numbered. Where a school moved the due
 * day for its pairs, the step comes once for each day.
 */
export function stepsOfPlace(lines: readonly ShownLine[]): Numbered<PlaceStep>[] {
  const folded = Map.groupBy(lines, ({ step, due }) => `${due} ${step.id}`)
  return numbered(
    [...folded.values()].flatMap((own) => (own[0] ? [{ step: own[0].step, due: own[0].due, lines: own }] : [])),
  )
}

/** Whether a line at a place that is not its own is part of a unit's year: its pairs', and what kindergartens do together at a school. */
export function isOfUnit(unit: Place, { place, step }: Pick<ShownLine, 'place' | 'step'>): boolean {
  if (place.id === unit.id) return true
  if (place.kind === 'pair') return place.kindergarten.id === unit.id || place.school.id === unit.id
  const isTogether = place.kind === 'school' && unit.kind === 'kindergarten'
  return isTogether && (step.responsible === 'kindergarten' || step.confirmedBy === 'kindergarten')
}

/** How a step stands at a place as its number looks: late where any side is over the due day, done where nothing is left. */
export function lookOf(lines: readonly ShownLine[]): { look: 'plain' | 'done' | 'late'; progress: Progress } {
  const progress = progressOf(lines)
  const isLeft = lines.some(({ complete, status }) => !complete && status !== 'not relevant')
  return { look: progress.overdue > 0 ? 'late' : isLeft ? 'plain' : 'done', progress }
}
