import type { LocalDate } from './calendar.ts'
import { stepsAskedAt, type AskedStep, type Cycle } from './checklist.ts'
import { spanOf } from './due-date.ts'
import { PLACE_KINDS } from './place.ts'
import type { Step } from './plan.ts'

/** The rings of the wheel, from the outside in: who has to act. */
export const RINGS = ['kindergarten', 'school', 'parents', 'municipality'] as const
export type Ring = (typeof RINGS)[number]

/** The ring a step is on: that of the side which answers for it, but what parents do is on a ring of theirs. */
export function ringOf({ carriedOutBy, responsible }: Pick<Step, 'carriedOutBy' | 'responsible'>): Ring {
  return carriedOutBy === 'parents' ? 'parents' : responsible
}

/** Something on the wheel with the number it has there and in the list beside it. */
export type Numbered<T> = T & { number: number; ring: Ring }

/** Steps in order of due day, numbered from 1. Those due on one day come ring by ring, then as they were given. */
export function numbered<T extends { due: LocalDate; step: Step }>(steps: readonly T[]): Numbered<T>[] {
  return steps
    .map((each) => ({ ...each, ring: ringOf(each.step) }))
    .sort((a, b) => (a.due === b.due ? RINGS.indexOf(a.ring) - RINGS.indexOf(b.ring) : a.due < b.due ? -1 : 1))
    .map((each, at) => ({ ...each, number: at + 1 }))
}

/** The whole year of a cycle: every step wherever it is asked, due as the municipality has it. A school's own moves are not here. */
export function stepsOfYear(cycle: Cycle): Numbered<AskedStep>[] {
  return numbered(PLACE_KINDS.flatMap((kind) => stepsAskedAt(cycle, kind)))
}

/** How many months a cycle has: each has as much of its wheel as any other. */
export const MONTHS = 16

/** Whether the wheel of a cycle has that day: then today's hand points at it. */
export function isOnWheel(year: number, on: LocalDate): boolean {
  const { from, to } = spanOf(year)
  return from <= on && on <= to
}

/** What dates are called on the wheel, where steps have numbers: A to Z, then AA, AB and so on. */
export function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last
}
