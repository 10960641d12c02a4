import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { dayInWords } from '#app/components/day.tsx'
import { FILE_EDGE, FILE_TOP, WheelFile, type FileLine, type WheelFileView } from '#app/components/wheel-file.tsx'
import type { WheelDrawing, WheelLine, WheelMonthView } from '#app/components/wheel-view.ts'
import type { WheelWords } from '#app/components/year-wheel.tsx'
import type { Language } from '#app/domain/language.ts'
import { fileName } from '#app/http/file-name.server.ts'

/** What the file is made of: the same picture and list as on the page. */
export interface FileParts {
  language: Language
  heading: string
  source: string
  words: WheelWords
  drawing: WheelDrawing
  months: readonly WheelMonthView[]
}

/** The year wheel with its list as an SVG file to keep. */
export function wheelFile(parts: FileParts, name: readonly (string | number)[]): Response {
  const headers = {
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName(name, 'svg')}"`,
  }
  return new Response(asXml(renderToStaticMarkup(createElement(WheelFile, { file: fileView(parts) }))), { headers })
}

/** React escapes what people wrote; what XML has no way to write at all is left out. */
function asXml(markup: string): string {
  const isWritable = (letter: string) => letter >= ' ' || letter === '\n' || letter === '\t'
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[...markup.toWellFormed()].filter(isWritable).join('')}`
}

const COLUMN = 350
const LINE = 17
const MARK = 36
/** About as many letters as a column has room for: there is no measuring them here. */
export const LETTERS = 42

/** Lays the list out in two columns beside the wheel; a month is kept together. */
export function fileView({ language, heading, source, words, drawing, months }: FileParts): WheelFileView {
  const blocks = months.map((month) => monthBlock(month, language))
  const left = FILE_EDGE + 2 * drawing.reach + FILE_EDGE
  const lines: FileLine[] = []
  const columns = balanced(blocks)
  for (const [column, own] of columns.entries()) {
    let top = FILE_TOP
    for (const block of own) {
      lines.push(...block.lines.map((line) => ({ ...line, x: left + column * COLUMN + line.x, y: top + line.y })))
      top += block.height
    }
  }
  const width = left + 2 * COLUMN
  const height = FILE_TOP + Math.max(2 * drawing.reach, ...columns.map(heightOf)) + FILE_EDGE
  return { lang: language, width, height, heading, source, words, drawing, lines }
}

interface Block {
  height: number
  lines: readonly FileLine[]
}

/** Split in two where the higher column is as low as can be. */
function balanced(blocks: readonly Block[]): (readonly Block[])[] {
  const splits = [...blocks.keys(), blocks.length].map((at) => [blocks.slice(0, at), blocks.slice(at)])
  const highest = (columns: readonly (readonly Block[])[]) => Math.max(...columns.map(heightOf))
  return splits.reduce((best, each) => (highest(each) < highest(best) ? each : best))
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0)
}

function monthBlock({ name, lines }: WheelMonthView, language: Language): Block {
  const all: FileLine[] = [{ x: 0, y: LINE, words: name, kind: 'month' }]
  let y = LINE + 8
  for (const line of lines) {
    const { words, language: own } = line.title
    const lang = own === language ? undefined : own
    for (const [at, part] of wrapped(words, LETTERS).entries()) {
      y += LINE
      const mark = at === 0 ? { words: line.mark, ring: line.ring } : undefined
      all.push({ x: MARK, y, words: part, kind: 'title', lang, mark })
    }
    for (const part of wrapped(factsOf(line, language), LETTERS)) {
      y += LINE
      all.push({ x: MARK, y, words: part, kind: 'facts' })
    }
    y += 7
  }
  return { height: y + 14, lines: all }
}

function factsOf({ on, who, state }: WheelLine, language: Language): string {
  return [dayInWords(on, language), who, state].filter(Boolean).join(' · ')
}

/** Words in lines of at most so many letters, broken between words, and within one only where it is longer than that. */
export function wrapped(words: string, most: number): string[] {
  const lines: string[] = []
  const parts = words.split(/\s+/).flatMap((word) => word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [])
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + part.length <= most) lines[lines.length - 1] = `${last} ${part}`
    else lines.push(part)
  }
  return lines
}
