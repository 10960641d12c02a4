import type { WheelDrawing } from './wheel-view.ts'
import { WHEEL_COLOURS, WHEEL_INK as INK } from './wheel-colours.ts'
import { Wheel, WHEEL_TEXT, type WheelWords } from './year-wheel.tsx'
import type { Ring } from '#app/domain/year-wheel.ts'

/** A line of words in the file, with where it stands. */
export interface FileLine {
  x: number
  y: number
  words: string
  kind: 'month' | 'title' | 'facts'
  /** The language the words are in, where that is not the reader's. */
  lang?: string
  mark?: { words: string; ring: Ring | 'dates' }
}

/** The wheel with its list as one drawing, to be kept as a file. */
export interface WheelFileView {
  lang: string
  width: number
  height: number
  heading: string
  /** Whose it is: municipality, version of the plan and day. */
  source: string
  words: WheelWords
  drawing: WheelDrawing
  lines: readonly FileLine[]
}

/** The year wheel as a drawing that needs nothing else: no page, no styles, no fonts but what the reader has. */
export function WheelFile({ file }: { file: WheelFileView }) {
  const { lang, width, height, heading, source, words, drawing, lines } = file
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      lang={lang}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="wheel-title wheel-description"
      {...WHEEL_TEXT}
    >
      <title id="wheel-title">{words.title}</title>
      <desc id="wheel-description">{words.description}</desc>
      <rect width={width} height={height} fill={INK.paper} />
      <text x={FILE_EDGE} y={62} fontSize={32} fontWeight={650}>
        {heading}
      </text>
      <text x={FILE_EDGE} y={92} fill={INK.quiet}>
        {source}
      </text>
      <g transform={`translate(${FILE_EDGE + drawing.reach} ${FILE_TOP + drawing.reach})`}>
        <Wheel drawing={drawing} />
      </g>
      {lines.map((line) => (
        <ListLine key={`${line.x} ${line.y}`} line={line} />
      ))}
    </svg>
  )
}

/** How far what is drawn keeps from the sides, and from the top, where the heading is. */
export const FILE_EDGE = 40
export const FILE_TOP = 116

const LOOKS = {
  month: { fontWeight: 650, fontSize: 15 },
  title: { fontSize: 14 },
  facts: { fontSize: 13, fill: INK.quiet },
}

function ListLine({ line: { x, y, words, kind, lang, mark } }: { line: FileLine }) {
  return (
    <>
      {mark && (
        <g transform={`translate(${x - 22} ${y - 5})`}>
          <circle r={12} fill={WHEEL_COLOURS[mark.ring].mark} />
          <text dy="0.36em" textAnchor="middle" fontSize={12} fontWeight={650} fill={INK.paper}>
            {mark.words}
          </text>
        </g>
      )}
      <text x={x} y={y} lang={lang} {...LOOKS[kind]}>
        {words}
      </text>
    </>
  )
}
