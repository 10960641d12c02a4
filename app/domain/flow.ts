import type { Elsewhere } from './child-group.ts'
import { SMALL_NUMBER, type ChildrenShown } from './discretion.ts'
import { totalShown, type TotalShown } from './masking.ts'

/** Where children go from a kindergarten: to a school, with its id, or to no school here. */
export type Destination = { school: string } | { elsewhere: Elsewhere }

/** Children of one kindergarten on their way, as one reader may see how many. */
export interface Flow {
  from: string
  to: Destination
  children: ChildrenShown
}

/** All that goes to one destination: the flows in the order given, with their total. */
export interface Arrival {
  to: Destination
  flows: readonly Flow[]
  total: TotalShown
}

/** A flow that is wide enough to be drawn by itself. */
export interface Ribbon {
  from: string
  children: number
}

/** What is drawn of an arrival: its wide flows, and the small ones as one. */
export interface Drawn {
  to: Destination
  ribbons: readonly Ribbon[]
  /** The small groups together; how many children is null where the reader may not see any of them. */
  small: { groups: number; children: number | null } | null
}

/** What is drawn of the flow of children, and how many destinations there was no room for. */
export interface Picture {
  drawn: readonly Drawn[]
  left: number
}

/** More ribbons than these are a picture that nobody reads. */
export const MOST_RIBBONS = 60

/** A destination as a text: the same for the same one. */
export function keyOf(to: Destination): string {
  return 'school' in to ? to.school : to.elsewhere
}

/** Flows by where they go, in the order in which the destinations first come. */
export function arrivalsOf(flows: readonly Flow[]): Arrival[] {
  return [...Map.groupBy(flows, ({ to }) => keyOf(to)).values()].flatMap((all) => {
    const [first] = all
    return first ? [{ to: first.to, flows: all, total: totalShown(all.map(({ children }) => children)) }] : []
  })
}

/**
 * What to draw of the arrivals, made of nothing but what is shown: a number that is hidden has no width. Small groups,
 * which are thin for anybody, are drawn together. Where there are too many, the largest arrivals are drawn whole.
 */
export function pictureOf(arrivals: readonly Arrival[]): Picture {
  const all = arrivals.map(drawnOf).filter(({ ribbons, small }) => ribbons.length > 0 || small !== null)
  const bySize = all.toSorted((a, b) => widthOf(b) - widthOf(a))
  const fitting = new Set<Drawn>()
  let room = MOST_RIBBONS
  for (const each of bySize) {
    room -= each.ribbons.length + (each.small ? 1 : 0)
    if (room < 0 && fitting.size > 0) break
    fitting.add(each)
  }
  return { drawn: all.filter((each) => fitting.has(each)), left: all.length - fitting.size }
}

function drawnOf({ to, flows }: Arrival): Drawn {
  const ribbons: Ribbon[] = []
  const small: (number | 'few')[] = []
  for (const { from, children } of flows) {
    if (children === 'few') small.push(children)
    else if (children !== 'not reported' && children >= SMALL_NUMBER) ribbons.push({ from, children })
    else if (children !== 'not reported' && children > 0) small.push(children)
  }
  return { to, ribbons, small: small.length === 0 ? null : { groups: small.length, children: sumOf(small) } }
}

/** Null where any is hidden: a sum of the others would say something of it. */
function sumOf(small: readonly (number | 'few')[]): number | null {
  return small.reduce<number | null>((sum, each) => (sum === null || each === 'few' ? null : sum + each), 0)
}

/** How wide all small groups of an arrival are drawn where nobody may see how many children they are. */
export const WIDTH_OF_HIDDEN = SMALL_NUMBER

/** How wide an arrival is drawn, in children. */
export function widthOf({ ribbons, small }: Drawn): number {
  return ribbons.reduce((sum, { children }) => sum + children, 0) + smallWidthOf(small)
}

/** How wide its small groups are drawn together. */
export function smallWidthOf(small: Drawn['small']): number {
  return small === null ? 0 : (small.children ?? WIDTH_OF_HIDDEN)
}
