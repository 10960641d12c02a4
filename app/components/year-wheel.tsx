import type { CurvedWords, WheelDrawing, WheelLabel, WheelRing } from './wheel-view.ts'
import { WHEEL_COLOURS, WHEEL_INK as INK } from './wheel-colours.ts'

/** What the picture says to whoever does not see it. */
export interface WheelWords {
  title: string
  description: string
}

/** The year wheel as a picture that is whole by itself: its colours are its own, so that it can also be kept as a file. */
export function YearWheel({ drawing, words }: { drawing: WheelDrawing; words: WheelWords }) {
  const { reach } = drawing
  return (
    <svg
      className="year-wheel"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}
      role="img"
      aria-labelledby="wheel-title wheel-description"
      {...WHEEL_TEXT}
    >
      <title id="wheel-title">{words.title}</title>
      <desc id="wheel-description">{words.description}</desc>
      <Wheel drawing={drawing} />
    </svg>
  )
}

/** What words on it are written in. */
export const WHEEL_TEXT = { fontFamily: "Inter, 'Segoe UI', Helvetica, Arial, sans-serif", fontSize: 15, fill: INK.ink }

/** What is drawn of it, around the middle. */
export function Wheel({ drawing }: { drawing: WheelDrawing }) {
  const { seasons, months, borders, rings, hand, middle } = drawing
  return (
    <>
      <g className="wheel-seasons" fontWeight={600} fontSize={16} fill={INK.quiet}>
        {seasons.map((season, at) => (
          <g key={season.words}>
            <path d={season.line} />
            <Curved id={`wheel-season-${at}`} {...season} />
          </g>
        ))}
      </g>
      <g className="wheel-months">
        {months.map((month, at) => (
          <g key={month.sector}>
            <path d={month.sector} fill={INK.month} />
            <Curved id={`wheel-month-${at}`} {...month} />
          </g>
        ))}
      </g>
      {rings.map(({ ring, path }) => (
        <path key={ring} className="wheel-ground" d={path} fill={WHEEL_COLOURS[ring].ground} />
      ))}
      <path className="wheel-borders" d={borders} stroke={INK.paper} strokeWidth={2} />
      {hand && <path className="wheel-hand" d={hand} stroke={INK.ink} strokeWidth={3} strokeLinecap="round" />}
      {rings.map((ring) => (
        <Ring key={ring.ring} ring={ring} />
      ))}
      <g className="wheel-middle" textAnchor="middle">
        {middle.map(({ words, y, strong }) => (
          <text key={words} y={y} fontSize={strong ? 24 : 15} fontWeight={strong ? 650 : 550}>
            {words}
          </text>
        ))}
      </g>
    </>
  )
}

function Curved({ id, path, words }: CurvedWords & { id: string }) {
  return (
    <>
      <path id={id} d={path} fill="none" />
      <text textAnchor="middle">
        <textPath href={`#${id}`} startOffset="50%">
          {words}
        </textPath>
      </text>
    </>
  )
}

function Ring({ ring: { ring, name, label, labels } }: { ring: WheelRing }) {
  const { mark } = WHEEL_COLOURS[ring]
  return (
    <g className={`wheel-ring wheel-ring-${ring}`} fill={mark} stroke={mark}>
      <text x={name.x} y={name.y} dy="0.35em" textAnchor="end" fontWeight={650} stroke="none">
        {name.words}
      </text>
      <path d={labels.map(({ pin }) => pin).join('')} strokeWidth={1.5} />
      <g textAnchor="middle" fontSize={Math.round(label * 5.2) / 10} fontWeight={650} strokeWidth={1.5}>
        {labels.map((each) => (
          <Mark key={each.mark} label={each} width={label - 2} square={ring === 'dates'} />
        ))}
      </g>
    </g>
  )
}

/** What is left to do is filled, what is done is hollow, what is over its day has a second line around it. */
function Mark({ label, width, square }: { label: WheelLabel; width: number; square: boolean }) {
  const { mark, x, y, words, look } = label
  const half = Math.round(width * 5 - (look === 'late' ? 20 : 0)) / 10
  const fill = look === 'done' ? INK.paper : undefined
  return (
    <g className={`wheel-mark wheel-mark-${look}`} transform={`translate(${x} ${y})`}>
      <title>{words}</title>
      {look === 'late' && <circle r={width / 2} fill={INK.paper} stroke={INK.late} strokeWidth={2} />}
      {square ? <rect {...squareOf(half)} fill={fill} /> : <circle r={half} fill={fill} />}
      <text dy="0.36em" stroke="none" fill={look === 'done' ? undefined : INK.paper}>
        {mark}
      </text>
    </g>
  )
}

/** A square that is as far from others as the circle it stands for. */
function squareOf(half: number) {
  const side = Math.round(half * 16) / 10
  return { x: -side / 2, y: -side / 2, width: side, height: side, rx: 4 }
}
