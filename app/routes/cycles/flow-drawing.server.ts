import { sankey } from 'd3-sankey'
import type { FlowDrawing, FlowNode, FlowRibbon } from '#app/components/flow-view.ts'
import { keyOf, smallWidthOf, widthOf, type Drawn } from '#app/domain/flow.ts'

/** How wide the picture is, in its own units, and where its bars stand; the words fill the rest. */
const WIDTH = 960
const BAR = 12
const LEFT = 320
const RIGHT = 640
/** How high a child is, and how far bars are apart: so that the words of thin ones do not meet. */
const CHILD = 2.4
const GAP = 15
const TONES = 4

const SMALL = 'small groups'

/** What the bars are called: a kindergarten, all small groups together, and where an arrival goes. */
export interface FlowWords {
  from: (kindergartenId: string) => string
  small: string
  to: (drawn: Drawn) => string
}

interface Node {
  key: string
  words: string
  side: 'from' | 'to'
  grey: boolean
}
interface Link {
  source: string
  target: string
  value: number
  tone: FlowRibbon['tone']
}

/** Lays the flow out: kindergartens left, where they go right. The same drawing for the same picture. */
export function drawingOf(all: readonly Drawn[], words: FlowWords): FlowDrawing | null {
  const links = all.flatMap((drawn, at) => linksOf(drawn, at))
  if (links.length === 0) return null
  const nodes = nodesOf(all, words)
  const rows = Math.max(...(['from', 'to'] as const).map((side) => nodes.filter((node) => node.side === side).length))
  const height = all.reduce((sum, each) => sum + widthOf(each), 0) * CHILD + (rows - 1) * GAP
  const laid = sankey<Node, Link>()
    .nodeId(({ key }) => key)
    .nodeWidth(BAR)
    .nodePadding(GAP)
    .extent([
      [LEFT, 4],
      [RIGHT, height + 4],
    ])({ nodes, links })
  return {
    width: WIDTH,
    height: Math.ceil(height) + 8,
    bar: BAR,
    nodes: laid.nodes.map(({ key, words, side, grey, x0 = 0, y0 = 0, y1 = 0 }): FlowNode => {
      return { key, words, side, grey, x: rounded(x0), y: rounded(y0), height: rounded(Math.max(y1 - y0, 1)) }
    }),
    ribbons: laid.links.map(({ tone, y0 = 0, y1 = 0, width = 0 }, at): FlowRibbon => {
      const [from, to, middle] = [LEFT + BAR, RIGHT - BAR, (LEFT + RIGHT) / 2]
      const path = `M${from},${rounded(y0)}C${middle},${rounded(y0)} ${middle},${rounded(y1)} ${to},${rounded(y1)}`
      return { key: String(at), path, width: rounded(Math.max(width, 1)), tone }
    }),
  }
}

function nodesOf(all: readonly Drawn[], words: FlowWords): Node[] {
  const from = [...new Set(all.flatMap(({ ribbons }) => ribbons.map((ribbon) => ribbon.from)))]
  const small = all.some((drawn) => drawn.small !== null)
  return [
    ...from.map((id): Node => ({ key: `from ${id}`, words: words.from(id), side: 'from', grey: false })),
    ...(small ? [{ key: SMALL, words: words.small, side: 'from' as const, grey: true }] : []),
    ...all.map((drawn): Node => {
      return { key: `to ${keyOf(drawn.to)}`, words: words.to(drawn), side: 'to', grey: !('school' in drawn.to) }
    }),
  ]
}

function linksOf({ to, ribbons, small }: Drawn, at: number): Link[] {
  const target = `to ${keyOf(to)}`
  const tone = 'school' in to ? at % TONES : 'grey'
  return [
    ...ribbons.map(({ from, children }): Link => ({ source: `from ${from}`, target, value: children, tone })),
    ...(small ? [{ source: SMALL, target, value: smallWidthOf(small), tone: 'grey' as const }] : []),
  ]
}

/** One decimal: as exact as a picture needs, and the same wherever it is worked out. */
function rounded(number: number): number {
  return Math.round(number * 10) / 10
}
