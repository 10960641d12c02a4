import { arc } from 'd3-shape'
import type { TFunction } from 'i18next'
import { dayInWords } from '#app/components/day.tsx'
import { monthInWords } from '#app/components/month.ts'
import type { CurvedWords, WheelDrawing, WheelLabel, WheelLine, WheelRing } from '#app/components/wheel-view.ts'
import type { LocalDate } from '#app/domain/calendar.ts'
import { seasonOf, SEASONS } from '#app/domain/due-date.ts'
import type { Language } from '#app/domain/language.ts'
import {
  angleOf,
  MONTH,
  pointAt,
  ringLayout,
  sectorOf,
  type Label,
  type RingLayout,
  type Sector,
} from '#app/domain/wheel-geometry.ts'
import { firstDayOf, monthsOf } from '#app/domain/month.ts'
import { isOnWheel, MONTHS, RINGS } from '#app/domain/year-wheel.ts'

/** How far from the middle things are, in the picture's own units. */
const REACH = 384
const SEASON_WORDS = 363
const SEASON_LINE = 353
const MONTHS_OUTER = 348
const MONTHS_INNER = 320
const MONTH_WORDS = 329
const RINGS_OUTER = 316
const GAP = 4
/** Words that go anticlockwise, where they would stand on their heads, begin as much further out. */
const TURNED = 11

/** What is drawn, in words: the list beside the wheel, the day it is, and what to call the year. */
export interface Drawn {
  year: number
  today: LocalDate
  lines: readonly WheelLine[]
  language: Language
  t: TFunction
}

/** Draws the wheel of a cycle: a ring for each side that has something on it, labels as in the list. */
export function wheelDrawing({ year, today, lines, language, t }: Drawn): WheelDrawing {
  const months = monthsOf(year).map((month) => ({
    month,
    first: firstDayOf(month),
    season: seasonOf(firstDayOf(month), year),
  }))
  const rings = ringsOf(lines, year, language, t)
  const hub = Math.min(...rings.map(({ layout }) => layout.inner), RINGS_OUTER) - GAP
  return {
    reach: REACH,
    seasons: SEASONS.map((season) => {
      const own = months.flatMap((month, at) => (month.season === season ? [at] : []))
      const sector = { from: (own[0] ?? 0) * MONTH, to: ((own.at(-1) ?? 0) + 1) * MONTH }
      return {
        ...curved(sector, SEASON_WORDS, t(`season.${season}`)),
        line: band(sector, SEASON_LINE, SEASON_LINE + 2),
      }
    }),
    months: months.map(({ month, first, season }, at) => {
      const sector = sectorOf(first, year)
      const isFirst = at === 0 || months[at - 1]?.season !== season
      const words = monthInWords(month, language, { year: isFirst })
      return { ...curved(sector, MONTH_WORDS, words), sector: band(sector, MONTHS_INNER, MONTHS_OUTER) }
    }),
    borders: Array.from({ length: MONTHS - 1 }, (_, at) => radial((at + 1) * MONTH, hub + GAP, MONTHS_OUTER)).join(''),
    rings: rings.map(({ drawn }) => drawn),
    hand: isOnWheel(year, today) ? radial(angleOf(today, year), hub - GAP, MONTHS_OUTER) : null,
    middle: middleOf(year, today, language, t),
  }
}

function ringsOf(lines: readonly WheelLine[], year: number, language: Language, t: TFunction) {
  let outer = RINGS_OUTER
  return (['dates', ...RINGS] as const).flatMap((ring) => {
    const own = lines.filter((line) => line.ring === ring)
    if (own.length === 0) return []
    const layout = ringLayout(
      own.map(({ on }) => on),
      year,
      outer,
    )
    outer = layout.inner - GAP
    const middle = (layout.outer + layout.inner) / 2
    const drawn: WheelRing = {
      ring,
      path: band({ from: 0, to: MONTHS * MONTH }, layout.inner, layout.outer),
      name: { x: -8, y: rounded(-middle), words: t(`wheel.ring.${ring}`) },
      label: rounded(layout.label),
      labels: layout.labels.flatMap((label, at) => {
        const line = own[at]
        return line ? [labelOf(label, layout, line, language)] : []
      }),
    }
    return [{ layout, drawn }]
  })
}

function labelOf(label: Label, { outer }: RingLayout, line: WheelLine, language: Language): WheelLabel {
  const [day, middle] = [pointAt(label.at, outer), pointAt(label.angle, label.radius)]
  const words = [`${line.mark}. ${line.title.words}`, dayInWords(line.on, language), line.state].filter(Boolean)
  return {
    mark: line.mark,
    x: rounded(middle.x),
    y: rounded(middle.y),
    pin: `M${rounded(day.x)},${rounded(day.y)}L${rounded(middle.x)},${rounded(middle.y)}`,
    words: words.join(', '),
    look: line.look,
  }
}

function middleOf(year: number, today: LocalDate, language: Language, t: TFunction): WheelDrawing['middle'] {
  const title = [
    { words: t('wheel.middle'), y: -22, strong: true },
    { words: String(year), y: 6, strong: true },
  ]
  if (!isOnWheel(year, today)) return title
  return [
    ...title,
    { words: t('wheel.today', { day: dayInWords(today, language, { short: true }) }), y: 34, strong: false },
  ]
}

/** Words in the middle of a sector, along the circle, and never on their heads. */
function curved({ from, to }: Sector, radius: number, words: string): CurvedWords {
  const middle = (from + to) / 2
  const turned = Math.cos(middle) < 0
  const [first, last] = turned ? [to, from] : [from, to]
  const at = turned ? radius + TURNED : radius
  const large = to - from > Math.PI ? 1 : 0
  return { path: `M${point(first, at)}A${at},${at} 0 ${large} ${turned ? 0 : 1} ${point(last, at)}`, words }
}

const shape = arc<Sector & { inner: number; outer: number }>()
  .startAngle(({ from }) => from)
  .endAngle(({ to }) => to)
  .innerRadius(({ inner }) => inner)
  .outerRadius(({ outer }) => outer)
  .digits(1)

function band(sector: Sector, inner: number, outer: number): string {
  return shape({ ...sector, inner, outer }) ?? ''
}

function radial(angle: number, from: number, to: number): string {
  return `M${point(angle, from)}L${point(angle, to)}`
}

function point(angle: number, radius: number): string {
  const { x, y } = pointAt(angle, radius)
  return `${rounded(x)},${rounded(y)}`
}

/** One decimal: as exact as a picture needs, and the same wherever it is worked out. */
function rounded(number: number): number {
  return Math.round(number * 10) / 10
}
