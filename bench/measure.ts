import { drive, send, type Bounds, type Stretch } from './client.ts'
import type { Call } from './messages.ts'
import type { Served } from './processes.ts'

/** What one server did with one kind of call. */
export interface Figures {
  requests: number
  perSecond: number
  p50: number
  p99: number
  /** Of the server's process, per request. */
  cpuMs: number
}

/** Somebody who answers calls, alone or as several processes. */
export interface Contender {
  servers: readonly Served[]
  /** The call with that number, or null when there are no more. */
  next: (index: number) => Call | null
  bounds: Bounds
}

/** Lets contenders take turns, so that whatever else the machine does meets them alike. */
export async function inTurn<Name extends string>(
  contenders: Readonly<Record<Name, Contender>>,
  rounds: number,
): Promise<Record<Name, Figures>> {
  const names = Object.keys(contenders) as Name[]
  const stretches = new Map<Name, (Stretch & { cpuMs: number })[]>(names.map((name) => [name, []]))
  for (const name of names) await oneStretch(contenders[name], 0.5)
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) stretches.get(name)?.push(await oneStretch(contenders[name], 1))
  }
  const figures = names.map((name) => [name, figuresOf(stretches.get(name) ?? [])])
  return Object.fromEntries(figures) as Record<Name, Figures>
}

/** `share` of the usual length: a short one before the first warms up. */
async function oneStretch({ servers, next, bounds }: Contender, share: number): Promise<Stretch & { cpuMs: number }> {
  const before = await cpuOf(servers)
  const ports = servers.map(({ port }) => port)
  const most = Math.max(Math.ceil(bounds.most * share), 1)
  const stretch = await drive(ports, next, { ...bounds, seconds: bounds.seconds * share, most })
  return { ...stretch, cpuMs: (await cpuOf(servers)) - before }
}

async function cpuOf(servers: readonly Served[]): Promise<number> {
  let sum = 0
  for (const server of servers) sum += (await server.usage()).cpuMs
  return sum
}

function figuresOf(stretches: readonly (Stretch & { cpuMs: number })[]): Figures {
  const took = stretches.flatMap((stretch) => stretch.took).sort((a, b) => a - b)
  const sum = (of: (stretch: Stretch & { cpuMs: number }) => number) =>
    stretches.reduce((all, each) => all + of(each), 0)
  const at = (share: number) => took[Math.min(Math.floor(took.length * share), took.length - 1)] ?? NaN
  return {
    requests: took.length,
    perSecond: (took.length / sum(({ allMs }) => allMs)) * 1000,
    p50: at(0.5),
    p99: at(0.99),
    cpuMs: sum(({ cpuMs }) => cpuMs) / took.length,
  }
}

/** One call at a time, each after something else was done to the server. */
export async function eachAfter(
  server: Served,
  before: () => Promise<void>,
  call: Call,
  times: number,
): Promise<Figures> {
  const stretches: (Stretch & { cpuMs: number })[] = []
  for (let time = 0; time < times; time += 1) {
    await before()
    const cpu = (await server.usage()).cpuMs
    const began = performance.now()
    const { status } = await send(server.port, call)
    const allMs = performance.now() - began
    if (status !== 200) throw new Error(`${call.path} answered ${status}`)
    stretches.push({ took: [allMs], allMs, cpuMs: (await server.usage()).cpuMs - cpu })
  }
  return figuresOf(stretches)
}
