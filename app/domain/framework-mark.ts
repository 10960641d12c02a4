import type { Instant } from './calendar.ts'
import type { Months } from './month.ts'
import type { Unit } from './place.ts'
import type { Area, Element, PlanVersion } from './plan.ts'
import type { TickedBy } from './tick.ts'

/** How far a unit has come with an element of the framework. Only a kindergarten can say that one is not for it. */
export const MARKS = ['planned', 'working with it', 'worked with', 'not for us'] as const
export type Mark = (typeof MARKS)[number]

/** What a kind of unit can say of an element. */
export function marksOf(kind: Unit['kind']): readonly Mark[] {
  return kind === 'kindergarten' ? MARKS : MARKS_OF_OWN
}

/** What a unit can say of an addition of its own: one that is not for it is taken out. */
export const MARKS_OF_OWN: readonly Mark[] = MARKS.filter((mark) => mark !== 'not for us')

/** An element of the framework, or an addition of the unit's own. */
export type Marked = { elementId: string; additionId: null } | { elementId: null; additionId: string }

/** What a unit said of an element, by whom and when. Only ever added; the last one counts. */
export type FrameworkMark = Marked & {
  id: string
  unitId: string
  mark: Mark | 'withdrawn'
  months: Months | null
  /** How the group works with it. Never about a child. */
  how: string | null
  /** Why it is not for the unit. */
  reason: string | null
  /** The element's meaning, and the number of the version, that was marked. */
  meaning: number
  version: number
  at: Instant
  by: TickedBy
}

/** Something of its own that a unit works with, in an area of the framework. It outlives versions and cycles. */
export interface LocalAddition {
  id: string
  unitId: string
  areaId: string
  words: string
}

/** An element at a unit as of its marks. Never stored. */
export interface ElementLine {
  element: Element
  area: Area
  /** The mark that stands, to the element's present meaning; null where there is none. */
  mark: (FrameworkMark & { mark: Mark }) | null
  /** Marks to another meaning of the element: they no longer count, and stay visible. */
  earlier: readonly (FrameworkMark & { mark: Mark })[]
  /** All marks, oldest first. */
  history: readonly FrameworkMark[]
}

/** An addition of a unit as of its marks. */
export interface AdditionLine {
  addition: LocalAddition
  mark: ElementLine['mark']
  history: readonly FrameworkMark[]
}

/** The elements of a version's framework at one unit, in reading order, with what its marks (oldest first) come to. */
export function elementLinesOf(
  { framework }: Pick<PlanVersion, 'framework'>,
  marks: readonly FrameworkMark[],
): ElementLine[] {
  const marksOf = Map.groupBy(marks, ({ elementId }) => elementId)
  return framework.flatMap((area) =>
    area.elements.map((element) => {
      const history = marksOf.get(element.id) ?? []
      const current = history.filter(({ meaning }) => meaning === element.meaning)
      const others = Map.groupBy(
        history.filter(({ meaning }) => meaning !== element.meaning),
        ({ meaning }) => meaning,
      )
      const earlier = [...others.values()].flatMap((those) => standing(those) ?? [])
      return { element, area, mark: standing(current), earlier, history }
    }),
  )
}

/** The additions of one unit with what its marks (oldest first) come to. */
export function additionLinesOf(additions: readonly LocalAddition[], marks: readonly FrameworkMark[]): AdditionLine[] {
  const marksOf = Map.groupBy(marks, ({ additionId }) => additionId)
  return additions.map((addition) => {
    const history = marksOf.get(addition.id) ?? []
    return { addition, mark: standing(history), history }
  })
}

/** The last mark that was not taken back: each withdrawal takes back the one that stood then. */
export function standing<M extends Pick<FrameworkMark, 'mark'>>(marks: readonly M[]): (M & { mark: Mark }) | null {
  const stack: (M & { mark: Mark })[] = []
  for (const mark of marks) {
    if (isMark(mark)) stack.push(mark)
    else stack.pop()
  }
  return stack.at(-1) ?? null
}

function isMark<M extends Pick<FrameworkMark, 'mark'>>(mark: M): mark is M & { mark: Mark } {
  return mark.mark !== 'withdrawn'
}
