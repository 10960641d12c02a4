import type { FlowDrawing, FlowNode } from './flow-view.ts'
import { ScrollTable } from './scroll-table.tsx'

/** The flow of children as a picture, in a region of its own that scrolls where there is no room. `words` says it all. */
export function FlowPicture({ drawing, name, words }: { drawing: FlowDrawing; name: string; words: string }) {
  const { width, height, nodes, ribbons } = drawing
  return (
    <ScrollTable name={name} className="flow-scroll">
      <svg className="flow-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
        <g className="flow-ribbons">
          {ribbons.map(({ key, path, width, tone }) => (
            <path key={key} className={`flow-tone-${tone}`} d={path} strokeWidth={width} />
          ))}
        </g>
        {nodes.map((node) => (
          <g key={node.key} className={node.grey ? 'flow-grey' : undefined}>
            <rect x={node.x} y={node.y} width={drawing.bar} height={node.height} />
            <NodeWords node={node} bar={drawing.bar} />
          </g>
        ))}
      </svg>
    </ScrollTable>
  )
}

/** How far words stand from their bar. */
const SPACE = 8

function NodeWords({ node: { x, y, height, side, words }, bar }: { node: FlowNode; bar: number }) {
  const isLeft = side === 'from'
  return (
    <text
      x={isLeft ? x - SPACE : x + bar + SPACE}
      y={Math.round((y + height / 2) * 10) / 10}
      dy="0.35em"
      textAnchor={isLeft ? 'end' : 'start'}
    >
      {words}
    </text>
  )
}
