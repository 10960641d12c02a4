import { send } from './client.ts'
import { copyOf, originalOf, type Municipality } from './files.ts'
import { eachAfter, inTurn, type Contender, type Figures } from './measure.ts'
import { ALL, barePart, barePath, captureOf, KEPT, queriesOf } from './bare-part.ts'
import type { Call, Capture } from './messages.ts'
import { capture, startApp, startBare, type Bare, type Served } from './processes.ts'
import { found, MOMENT, PAGES, readTown, type PageName, type Tick, type Town } from './town.ts'

/** One line of the report: a kind of call at one size. */
export interface Row {
  size: string
  what: string
  app: Figures
  /** The bare server with all SQL that the page is made from. */
  bare: Figures
  /** The bare server with only the SQL that the app runs while nothing changes. */
  bareKept: Figures | null
  /** The median where one call comes after another, with nobody else: what a reader waits. */
  aloneMs: number
  bytes: number
  queries: { cold: number; changed: number; warm: number } | null
}

export interface Memory {
  size: string
  processes: number
  appMiB: number
  bareMiB: number
}

/** How long and how often. */
export interface Effort {
  rounds: number
  seconds: number
  ticks: number
}

/** Two people at a time: a server is kept busy, and hardly anybody waits for somebody else. */
const CONNECTIONS = 2

/** Everything about a municipality's server on one file. */
export async function measureMunicipality(
  size: Municipality,
  effort: Effort,
): Promise<{ rows: Row[]; memory: Memory }> {
  const original = await originalOf(size)
  const town = await readTown(copyOf(original, `${size}-read`), MOMENT)
  const captures = await captureTown(original, size, town)
  const app = await startApp(copyOf(original, `${size}-app`), MOMENT)
  const bare = await startBare(copyOf(original, `${size}-bare`))
  await bare.serve(...barePart(town, captures))
  const rows = await measureAll({ size, town, captures, apps: [app], bares: [bare] }, effort)
  const memory = { size, processes: 1, appMiB: (await app.usage()).rssMiB, bareMiB: (await bare.usage()).rssMiB }
  await app.stop()
  await bare.stop()
  return { rows, memory }
}

/** Ten municipalities of Oslo's size, each with its own file and process, on this one machine. */
export async function measureTen(effort: Effort): Promise<{ rows: Row[]; memory: Memory }> {
  const original = await originalOf('oslo')
  const town = await readTown(copyOf(original, 'ten-read'), MOMENT)
  const captures = await captureTown(original, 'ten', town)
  const apps: Served[] = []
  const bares: Bare[] = []
  for (let index = 0; index < 10; index += 1) {
    apps.push(await startApp(copyOf(original, `ten-app-${index}`), MOMENT))
    const bare = await startBare(copyOf(original, `ten-bare-${index}`))
    await bare.serve(...barePart(town, captures))
    bares.push(bare)
  }
  const size = 'ten Oslos'
  for (const app of apps) for (const page of PAGES) await send(app.port, town.pages[page])
  const setting = { size, town, captures, apps, bares }
  const rows = [await mixed(setting, effort)]
  const memory = { size, processes: 10, appMiB: await memoryOf(apps), bareMiB: await memoryOf(bares) }
  for (const server of [...apps, ...bares]) await server.stop()
  return { rows, memory }
}

async function memoryOf(servers: readonly Served[]): Promise<number> {
  let sum = 0
  for (const server of servers) sum += (await server.usage()).rssMiB
  return sum
}

export async function captureTown(original: string, name: string, { pages, ticks }: Town): Promise<Capture[]> {
  const calls = Object.entries(pages).map(([name, call]) => ({ name, call }))
  const tick = { name: 'tick', call: found(ticks[0]).call }
  return capture({ file: copyOf(original, `${name}-capture`), moment: MOMENT, calls: [...calls, tick] })
}

interface Setting {
  size: string
  town: Town
  captures: readonly Capture[]
  apps: readonly Served[]
  bares: readonly Bare[]
}

async function measureAll(setting: Setting, effort: Effort): Promise<Row[]> {
  const rows: Row[] = []
  for (const name of PAGES) rows.push(await measurePage(setting, name, effort))
  rows.push(await measurePage(setting, 'checklist', effort, 'br'))
  rows.push(await measureTicks(setting, effort))
  rows.push(await afterTicks(setting, effort))
  rows.push(await mixed(setting, effort))
  return rows
}

async function measurePage(
  { size, town, captures, apps, bares }: Setting,
  name: PageName,
  { rounds, seconds }: Effort,
  encoding?: string,
): Promise<Row> {
  const call = encoded(town.pages[name], encoding)
  const bounds = { connections: CONNECTIONS, seconds, most: 5000 }
  const short = { ...bounds, seconds: seconds / 2 }
  const { app, bare, bareKept } = await inTurn(
    {
      app: { servers: apps, next: () => call, bounds },
      bare: { servers: bares, next: () => onBare(ALL, name, call), bounds: short },
      bareKept: { servers: bares, next: () => onBare(KEPT, name, call), bounds: short },
    },
    rounds,
  )
  const { body } = await send(found(apps[0]).port, call)
  const aloneMs = (await eachAfter(found(apps[0]), async () => {}, call, rounds * 10)).p50
  const what = encoding ? `${name}, pressed` : name
  return { size, what, app, bare, bareKept, aloneMs, bytes: body.length, queries: queriesOf(captureOf(captures, name)) }
}

/** The lines are taken from the end, so that the first ones are left for what comes after. */
async function measureTicks({ size, town, captures, apps, bares }: Setting, effort: Effort): Promise<Row> {
  const bounds = { connections: CONNECTIONS, seconds: effort.seconds, most: effort.ticks }
  const { app, bare } = await inTurn(
    {
      app: { servers: apps, next: oneByOne(town.ticks), bounds },
      bare: { servers: bares, next: oneByOne(town.ticks), bounds },
    },
    effort.rounds,
  )
  const captured = captureOf(captures, 'tick')
  return {
    size,
    what: 'tick',
    app,
    bare,
    bareKept: null,
    aloneMs: app.p50,
    bytes: captured.body.length,
    queries: queriesOf(captured),
  }
}

/** Which lines have been ticked already, per list of lines and contender. */
function oneByOne(ticks: readonly Tick[]): Contender['next'] {
  const left = ticks.slice(FOR_LATER)
  return () => left.shift()?.call ?? null
}

/** So many lines are left for the matrix just after a tick, and up to here for the mix. */
const FOR_THE_MATRIX = 25
const FOR_LATER = 100

async function afterTicks({ size, town, captures, apps, bares }: Setting, { rounds }: Effort): Promise<Row> {
  const [app, bare] = [found(apps[0]), found(bares[0])]
  const [left, times] = [town.ticks.slice(1, FOR_THE_MATRIX), rounds * 4 + 4]
  const tick = async () => {
    const { status } = await send(app.port, found(left.shift()).call)
    if (status !== 200) throw new Error(`A tick answered ${status}`)
  }
  const figures = await eachAfter(app, tick, town.pages.matrix, times)
  const beside = await eachAfter(bare, async () => {}, onBare(ALL, 'matrix', town.pages.matrix), times)
  const captured = captureOf(captures, 'matrix')
  const what = 'matrix just after a tick'
  return {
    size,
    what,
    app: figures,
    bare: beside,
    bareKept: null,
    aloneMs: figures.p50,
    bytes: captured.body.length,
    queries: queriesOf(captured),
  }
}

/** Of twenty calls, eighteen read: ten checklists, seven homes, a matrix; and two tick. */
async function mixed({ size, town, apps, bares }: Setting, { rounds, seconds }: Effort): Promise<Row> {
  const bounds = { connections: Math.max(CONNECTIONS, Math.min(apps.length, 4)), seconds: seconds * 1.5, most: 200 }
  const { app, bare } = await inTurn(
    {
      app: { servers: apps, next: mix(town, apps.length, (_name, call) => call), bounds },
      bare: { servers: bares, next: mix(town, apps.length, (name, call) => onBare(ALL, name, call)), bounds },
    },
    rounds,
  )
  return { size, what: 'mix, 90 % reads', app, bare, bareKept: null, aloneMs: app.p50, bytes: 0, queries: null }
}

function mix({ pages, ticks }: Town, servers: number, wrap: (name: PageName, call: Call) => Call): Contender['next'] {
  const left = ticks.slice(FOR_THE_MATRIX, FOR_LATER)
  const reads = [
    ...Array.from({ length: 10 }, () => 'checklist' as const),
    ...Array.from({ length: 4 }, () => 'home of a director' as const),
    ...Array.from({ length: 3 }, () => 'home of a principal' as const),
    'matrix' as const,
  ]
  return (index) => {
    const at = Math.floor(index / servers) % 20
    if (at % 10 === 9) return left.shift()?.call ?? null
    const name = found(reads[(at * 7) % reads.length])
    return wrap(name, pages[name])
  }
}

function onBare(prefix: string, name: PageName, call: Call): Call {
  return { ...call, path: barePath(prefix, name) }
}

function encoded(call: Call, encoding: string | undefined): Call {
  return encoding ? { ...call, headers: { ...call.headers, 'Accept-Encoding': encoding } } : call
}
