import fc from 'fast-check'
import type { Instant } from '#app/domain/calendar.ts'
import type { FrameworkMark, Mark } from '#app/domain/framework-mark.ts'
import type { Month } from '#app/domain/month.ts'
import { MARKS } from '#app/domain/framework-mark.ts'
import type { Area, Element } from '#app/domain/plan.ts'
import { anyText } from './any-plan.ts'
import { saidAt } from './field.ts'

/** Frameworks and marks that can come up in the field, for laws with fast-check. */

export function elementAs(id: string, changes: Partial<Element> = {}): Element {
  return { id, kindergarten: { nb: `Barnehagen: ${id}` }, school: { nb: `Skolen: ${id}` }, meaning: 1, ...changes }
}

export function areaOf(id: string, ...elements: Element[]): Area {
  return { id, title: { nb: id }, elements }
}

const IDS = ['friend', 'own place', 'free play', 'rules']

/** One to four elements in one or two areas. */
export const anyFramework: fc.Arbitrary<Area[]> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 1 }),
    fc.array(fc.record({ kindergarten: anyText, school: anyText }), { minLength: 4, maxLength: 4 }),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([ids, texts, cut]) => {
    const elements = ids.map((id, at) => elementAs(id, texts[at]))
    return [areaOf('belonging', ...elements.slice(0, cut)), areaOf('play', ...elements.slice(cut))]
  })

/** A mark of one element, as the one with this number in a unit's story. */
export function markAs(
  elementId: string,
  mark: FrameworkMark['mark'],
  number: number,
  changes: Partial<FrameworkMark> = {},
): FrameworkMark {
  const withMonths = mark !== 'withdrawn' && mark !== 'not for us'
  return {
    id: `mark ${number}`,
    unitId: 'blåklokka-barnehage',
    mark,
    months: withMonths ? { from: '2027-03' as Month, to: '2027-03' as Month } : null,
    how: null,
    reason: mark === 'not for us' ? 'Vi gjør det på en annen måte' : null,
    meaning: 1,
    version: 3,
    at: saidAt(number),
    by: { personId: 'director', name: 'Styrer, Blåklokka barnehage', forUnit: false },
    ...changes,
    elementId,
    additionId: null,
  }
}

/** What a unit said of its elements, one thing after the other; nothing is taken back that does not stand. */
export const anyStory: fc.Arbitrary<FrameworkMark[]> = fc
  .array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom<(Mark | 'withdrawn')[]>(...MARKS, 'withdrawn')), {
    maxLength: 12,
  })
  .map((said) => {
    const standing = new Map<string, number>()
    return said.flatMap(([id, mark], at) => {
      const count = (standing.get(id) ?? 0) + (mark === 'withdrawn' ? -1 : 1)
      if (count < 0) return []
      standing.set(id, count)
      return [markAs(id, mark, at + 1)]
    })
  })

export const NOON = '2027-03-10T11:00:00.000Z' as Instant
