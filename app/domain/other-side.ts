import { coverageOf, type Coverage } from './coverage.ts'
import { elementLinesOf, type ElementLine, type FrameworkMark } from './framework-mark.ts'
import { can, type Actor } from './permissions.ts'
import type { PairPlace, Place, Unit } from './place.ts'
import type { PlanVersion } from './plan.ts'

/** A unit on the other side of some pair, with what it has marked. */
export interface Partner {
  pair: PairPlace
  unit: Unit
  marks: readonly FrameworkMark[]
}

/** What one unit on the other side has marked of an element. */
export interface OtherMark {
  unit: Unit
  mark: ElementLine['mark']
}

/** What all units on the other side have come to with an element: in sum, and each. */
export interface OtherSide {
  coverage: Coverage
  units: readonly OtherMark[]
}

/** The units on the other side of these pairs, seen from one of its sides. */
export function partnerIn({ kindergarten, school }: PairPlace, side: Unit['kind']): Unit {
  return side === 'school' ? kindergarten : school
}

/** Whether an actor may read through a pair what its other side has marked: both its sides, and those who follow it. */
export function readsThrough(actor: Actor, pair: PairPlace): boolean {
  return can(actor, 'read the framework at units', pair)
}

/**
 * By element, what the units on the other side have marked, as one reader may see it. What binds them plays no part: it is
 * about what the groups have met, not about duties. What a kindergarten says is not for it is not asked.
 */
export function otherSideOf(
  version: Pick<PlanVersion, 'framework'>,
  partners: readonly Partner[],
  actor: Actor,
): Map<string, OtherSide> {
  const lines = partners.map(({ pair, unit, marks }) => ({ pair, unit, lines: elementLinesOf(version, marks) }))
  return new Map(
    version.framework
      .flatMap(({ elements }) => elements)
      .map(({ id }) => {
        const units = lines.map(({ pair, unit, lines }): OtherMark => {
          const mark = lines.find(({ element }) => element.id === id)?.mark ?? null
          return { unit, mark: mark && asShownTo(actor, pair, unit, mark) }
        })
        return [id, { coverage: coverageOf(units), units }]
      }),
  )
}

type Marked = NonNullable<ElementLine['mark']>

/** How a group works with an element is read on both sides of the pair; why it is not for a unit, by those who read it there. */
function asShownTo(actor: Actor, pair: PairPlace, unit: Unit, mark: Marked): Marked {
  const readsHow = can(actor, 'read reasons and notes', pair)
  const readsReason = can(actor, 'read reasons and notes', placeOf(unit))
  return { ...mark, how: readsHow ? mark.how : null, reason: readsReason ? mark.reason : null }
}

/** The unit's own place; what kindergartens do together at a school plays no part in it. */
function placeOf(unit: Unit): Place {
  if (unit.kind === 'kindergarten') return { kind: 'kindergarten', id: unit.id, kindergarten: unit }
  return { kind: 'school', id: unit.id, school: unit, kindergartens: [] }
}
