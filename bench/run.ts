import '#scripts/node-version.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import SQLite from 'better-sqlite3'
import { buildIfNeeded } from '#scripts/build.ts'
import { giveUp, say } from '#scripts/say.ts'
import { copyOf, MUNICIPALITIES, originalOf, RESULTS, type Municipality } from './files.ts'
import { queriesOf } from './bare-part.ts'
import type { Capture } from './messages.ts'
import { measureMunicipality, measureTen, type Effort } from './municipality.ts'
import { capture, startApp } from './processes.ts'
import { aimsOf, inWords, machine, MOST_QUERIES, type QueryCount, type Report } from './report.ts'
import { measureRenewal } from './renewal.ts'
import { MOMENT, readTown } from './town.ts'
import { weigh, type Weight } from './weight.ts'

// `npm run bench`: what the built server costs, beside a bare one. bench/README.md says how, and what came of it.

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  plans: { type: 'boolean', default: false },
} as const

const { quick, plans } = parseArgs({ options: OPTIONS }).values
const EFFORT: Effort = quick ? { rounds: 1, seconds: 1, ticks: 60 } : { rounds: 3, seconds: 1.2, ticks: 70 }

buildIfNeeded()
const captures = { lillehammer: await everyPage('lillehammer'), autumn: await everyPage('autumn') }
const queries = [...countsOf('March', captures.lillehammer), ...countsOf('October', captures.autumn)]
if (plans) showPlans(await originalOf('lillehammer'), captures.lillehammer)

const parts = []
for (const size of ['lillehammer', 'oslo'] as const) {
  say(`Measuring ${size} …`)
  parts.push(await measureMunicipality(size, EFFORT))
}
say('Measuring ten Oslos …')
parts.push(await measureTen(EFFORT))
say('Measuring the renewal of a plan …')
const renewal = await measureRenewal(quick ? 3 : 15)
const weight = await weightOfChecklist()

const rows = parts.flatMap((part) => part.rows)
const memory = parts.map((part) => part.memory)
const on = new Date().toISOString().slice(0, 16).replace('T', ' ')
const report: Report = {
  on,
  machine: machine(),
  rows,
  memory,
  weight,
  renewal,
  queries,
  aims: aimsOf(rows, weight, renewal),
}
mkdirSync(RESULTS, { recursive: true })
writeFileSync(`${RESULTS}/${quick ? 'quick' : 'last'}.json`, JSON.stringify(report, null, 2))
say(`\n${inWords(report)}`)

const tooMany = queries.filter(({ warm, changed }) => Math.max(warm, changed) > MOST_QUERIES)
if (tooMany.length > 0) {
  giveUp(`More than ${MOST_QUERIES} queries: ${tooMany.map(({ page, day }) => `${page} in ${day}`).join(', ')}.`)
}

async function everyPage(name: Municipality): Promise<Capture[]> {
  const original = await originalOf(name)
  const { moment } = MUNICIPALITIES[name]
  const { pages, others } = await readTown(copyOf(original, `${name}-all-read`), moment)
  const calls = Object.entries({ ...pages, ...others }).map(([name, call]) => ({ name, call }))
  return capture({ file: copyOf(original, `${name}-all-capture`), moment, calls })
}

function countsOf(day: string, captures: readonly Capture[]): QueryCount[] {
  const failed = captures.find(({ status }) => status !== 200)
  if (failed) giveUp(`${failed.name} answered ${failed.status} in ${day}.`)
  return captures.map((each) => ({ page: each.name, day, ...queriesOf(each) }))
}

function showPlans(file: string, captures: readonly Capture[]): void {
  const sqlite = new SQLite(file, { readonly: true })
  for (const { name, cold } of captures) {
    say(`\n${name}`)
    for (const { sql, values } of cold.filter(({ sql }) => /^(select|insert|update|delete|with)/i.test(sql.trim()))) {
      const steps = sqlite.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
      say(`  ${sql.replaceAll(/\s+/g, ' ').trim()}\n${steps.map(({ detail }) => `      ${detail}`).join('\n')}`)
    }
  }
  sqlite.close()
}

async function weightOfChecklist(): Promise<Weight> {
  const original = await originalOf('lillehammer')
  const { pages } = await readTown(copyOf(original, 'weight-read'), MOMENT)
  const app = await startApp(copyOf(original, 'weight-app'), MOMENT)
  const weight = await weigh(app.port, pages.checklist)
  await app.stop()
  return weight
}
