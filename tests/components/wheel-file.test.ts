// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { WHEEL_COLOURS } from '#app/components/wheel-colours.ts'
import type { WheelLine } from '#app/components/wheel-view.ts'
import { day } from '#app/domain/calendar.ts'
import { fileView, LETTERS, wheelFile, wrapped } from '#app/routes/cycles/wheel-file.server.ts'
import { wheelOf } from '#app/routes/cycles/wheel-view.server.ts'

const HOSTILE = `<script>alert("x")</script> & ]]> \u0000\u0008\u001b \ud800 "' <!-- ${'ååå'.repeat(60)}`

const line = (mark: string): WheelLine => ({
  key: mark,
  mark,
  ring: 'school',
  on: day('2027-03-10'),
  title: { words: HOSTILE, language: 'nb' },
  who: 'Skolen',
  state: null,
  look: 'plain',
  href: null,
  places: [],
})

function partsOf(lines: readonly WheelLine[]) {
  const { drawing, ...wheel } = wheelOf(2027, lines, day('2027-03-10'), 'nb')
  if (!drawing) throw new Error('Nothing drawn')
  return { ...wheel, drawing, language: 'nn' as const, heading: HOSTILE, source: HOSTILE }
}

async function fileOf(...marks: string[]) {
  const text = await wheelFile(partsOf(marks.map(line)), ['arshjul', HOSTILE]).text()
  return { text, document: new DOMParser().parseFromString(text, 'image/svg+xml') }
}

describe('the wheel as a file', () => {
  it('is well-formed, and nothing in it runs, whatever a step is called', async () => {
    const { document } = await fileOf('1', '2')
    expect(document.querySelectorAll('parsererror, script, style, foreignObject')).toHaveLength(0)
    const words = [...document.querySelectorAll('text')].map(({ textContent }) => textContent)
    expect(words.join(' ')).toContain('<script>alert("x")</script>')
    const name = wheelFile(partsOf([line('1')]), ['arshjul', HOSTILE]).headers.get('Content-Disposition')
    expect(name).toMatch(/^attachment; filename="[a-z0-9-]+\.svg"$/)
  })

  it('needs nothing else, and names itself to whoever does not see it', async () => {
    const { text, document } = await fileOf('1')
    expect(text).not.toMatch(/var\(|url\(|<style| style=|<image|href="(?!#)/)
    expect(document.documentElement.getAttribute('role')).toBe('img')
    expect(document.getElementById('wheel-title')?.textContent).toBe('Årshjulet for skolestart 2027')
    expect(document.documentElement.getAttribute('aria-labelledby')).toBe('wheel-title wheel-description')
  })

  it('keeps lines within their column, and marks words of another language', () => {
    const { lines, height } = fileView(partsOf([line('1'), line('2'), line('3')]))
    expect(lines.every(({ words }) => words.length <= LETTERS)).toBe(true)
    expect(lines.filter(({ kind }) => kind === 'title').every(({ lang }) => lang === 'nb')).toBe(true)
    expect(Math.max(...lines.map(({ y }) => y))).toBeLessThan(height)
    const places = lines.map(({ x, y }) => `${x} ${y}`)
    expect(new Set(places).size).toBe(places.length)
  })

  it.each([
    ['Møte', 6, ['Møte']],
    ['Møte om våren', 7, ['Møte om', 'våren']],
    ['Samarbeidsmøte nå', 5, ['Samar', 'beids', 'møte', 'nå']],
    ['  ', 5, []],
  ])('%j in lines of %i', (words, most, lines) => {
    expect(wrapped(words, most)).toEqual(lines)
  })
})

it('the colours of the list are those of the picture', () => {
  const css = readFileSync('app/styles/wheel.css', 'utf8')
  const inList = [...css.matchAll(/--wheel-(\w+): (#\w+);/g)].map(([, ring, colour]) => [ring, colour])
  expect(inList).toEqual(Object.entries(WHEEL_COLOURS).map(([ring, { mark }]) => [ring, mark]))
})
