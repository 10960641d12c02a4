import type { ChildrenShown } from '#app/domain/discretion.ts'
import type { TotalShown } from '#app/domain/masking.ts'

/** A unit, or where else children go, in the picture: a bar with its words beside it. */
export interface FlowNode {
  key: string
  x: number
  y: number
  height: number
  words: string
  side: 'from' | 'to'
  grey: boolean
}

/** A ribbon in the picture, as wide as there are children. */
export interface FlowRibbon {
  key: string
  path: string
  width: number
  /** Which of the colours that tell neighbours apart; grey for small groups, and for no school here. */
  tone: number | 'grey'
}

/** The flow of children as lines and bars, with the numbers rounded. */
export interface FlowDrawing {
  width: number
  height: number
  /** Where a bar ends, and the words beside it begin. */
  bar: number
  nodes: readonly FlowNode[]
  ribbons: readonly FlowRibbon[]
}

/** All children who go to one school, or to none here, with where they come from. */
export interface FlowArrival {
  key: string
  name: string
  total: TotalShown
  from: readonly { key: string; name: string; children: ChildrenShown }[]
}
