import { cpus } from 'node:os'
import type { Memory, Row } from './municipality.ts'
import type { RenewalRow } from './renewal.ts'
import type { Weight } from './weight.ts'

export interface Report {
  on: string
  machine: string
  rows: readonly Row[]
  memory: readonly Memory[]
  weight: Weight
  renewal: readonly RenewalRow[]
  queries: readonly QueryCount[]
  aims: readonly Aim[]
}

/** How many queries a page asks, on a day when one cycle runs and on one when two do. */
export interface QueryCount {
  page: string
  day: string
  cold: number
  changed: number
  warm: number
}

export interface Aim {
  what: string
  most: number
  is: number
  unit: string
}

export const MOST_QUERIES = 6

export function machine(): string {
  const all = cpus()
  return `${all.length} × ${all[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}`
}

/** The figures that were aimed at, with what they came to. */
export function aimsOf(rows: readonly Row[], { html, scriptPressed }: Weight, renewal: readonly RenewalRow[]): Aim[] {
  const times = (row: Row) => row.app.cpuMs / row.bare.cpuMs
  const ratios = rows.flatMap((row): Aim[] => {
    const most = mostTimes(row.what)
    return most === null ? [] : [{ what: `${row.size}: ${row.what}`, most, is: times(row), unit: '× bare' }]
  })
  const matrices = rows.filter(({ size, what }) => size === 'oslo' && /^matrix/.test(what))
  return [
    ...ratios,
    ...matrices.map(({ what, app, aloneMs }) => ({
      what: `Oslo: ${what}, alone`,
      most: 150,
      is: aloneMs ?? app.p50,
      unit: 'ms',
    })),
    ...renewal
      .filter(({ what }) => /adoption|comparison/.test(what))
      .map(({ what, aloneMs }) => ({ what: `Oslo: ${what}`, most: 500, is: aloneMs, unit: 'ms' })),
    ...renewal
      .filter(({ what }) => what.endsWith('of the draft'))
      .map(({ what, bytes }) => ({ what: `HTML of ${what}`, most: 60, is: bytes / 1000, unit: 'kB' })),
    { what: 'HTML of the checklist', most: 40, is: html / 1000, unit: 'kB' },
    { what: 'script on the first page, gzip', most: 110, is: scriptPressed / 1000, unit: 'kB' },
  ]
}

function mostTimes(what: string): number | null {
  if (what === 'tick') return 10
  if (what.startsWith('matrix')) return 7
  return what === 'checklist' || what.startsWith('home') ? 12 : null
}

/** The report as people read it. */
export function inWords({ on, machine, rows, memory, weight, renewal, queries, aims }: Report): string {
  return [
    `${on}, ${machine}`,
    '',
    table(
      ['size', 'what', 'req/s', 'p50 ms', 'p99 ms', 'bytes', 'queries', 'CPU ms', 'bare', '×', 'bare, kept', '×'],
      rows.map((row) => [
        row.size,
        row.what,
        number(row.app.perSecond),
        number(row.app.p50),
        number(row.app.p99),
        row.bytes ? String(row.bytes) : '',
        row.queries ? `${row.queries.warm}/${row.queries.changed}/${row.queries.cold}` : '',
        number(row.app.cpuMs),
        number(row.bare.cpuMs),
        number(row.app.cpuMs / row.bare.cpuMs),
        row.bareKept ? number(row.bareKept.cpuMs) : '',
        row.bareKept ? number(row.app.cpuMs / row.bareKept.cpuMs) : '',
      ]),
    ),
    'Queries: while nothing changes / after a change / the first time after a start.',
    'Bare: all SQL the page is made from. Kept: only what the app runs while nothing changes.',
    '',
    table(
      ['memory', 'processes', 'app MiB', 'bare MiB'],
      memory.map(({ size, processes, appMiB, bareMiB }) => [size, String(processes), number(appMiB), number(bareMiB)]),
    ),
    '',
    table(
      ['queries', 'on', 'nothing changes', 'after a change', 'after a start'],
      queries.map(({ page, day, warm, changed, cold }) => [page, day, String(warm), String(changed), String(cold)]),
    ),
    '',
    table(
      ['Oslo renews its plan', '', 'ms', 'bytes'],
      renewal.map(({ what, aloneMs, bytes }) => [what, 'alone', number(aloneMs), String(bytes)]),
    ),
    '',
    `Checklist: ${number(weight.html / 1000)} kB of HTML, ${number(weight.htmlPressed / 1000)} kB with gzip.`,
    `Script on the first page: ${number(weight.scriptPressed / 1000)} kB with gzip, ${weight.scripts.length} files:`,
    ...weight.scripts.map(({ path, pressed }) => `  ${String(pressed).padStart(6)} ${path}`),
    '',
    table(
      ['aim', 'at most', 'is', ''],
      aims.map(({ what, most, is, unit }) => [what, `${most} ${unit}`, number(is), is <= most ? 'met' : 'FALLS SHORT']),
    ),
  ].join('\n')
}

function number(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}
