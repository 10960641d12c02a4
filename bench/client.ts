import { Agent, request } from 'node:http'
import type { Call } from './messages.ts'

export interface Answer {
  status: number
  headers: Readonly<Record<string, string>>
  body: Buffer
}

const ONCE = new Agent({ keepAlive: false })

/** Sends one call to this machine and waits for the whole answer. */
export function send(port: number, { method, path, headers, body }: Call, agent: Agent = ONCE): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = method === 'POST' ? { 'Content-Length': Buffer.byteLength(body) } : {}
    const asking = request(
      { host: '127.0.0.1', port, method, path, agent, headers: { ...headers, ...origin(method, port), ...length } },
      (incoming) => {
        const pieces: Buffer[] = []
        incoming.on('data', (piece: Buffer) => pieces.push(piece))
        incoming.on('error', reject)
        incoming.on('end', () => {
          const told = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])
          resolve({
            status: incoming.statusCode ?? 0,
            headers: Object.fromEntries(told) as Record<string, string>,
            body: Buffer.concat(pieces),
          })
        })
      },
    )
    asking.on('error', reject)
    asking.end(body)
  })
}

/** The page's own script says where a form comes from. */
function origin(method: string, port: number): Record<string, string> {
  return method === 'POST' ? { Origin: `http://localhost:${port}` } : {}
}

export interface Bounds {
  connections: number
  seconds: number
  most: number
}

/** How a stretch of calls went: how long each took, and how long they took together, in milliseconds. */
export interface Stretch {
  took: number[]
  allMs: number
}

/** Sends calls one after another on each of some lasting connections, until the time or the calls are used up. */
export async function drive(
  ports: readonly number[],
  next: (index: number) => Call | null,
  { connections, seconds, most }: Bounds,
): Promise<Stretch> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const took: number[] = []
  const began = performance.now()
  let sent = 0
  const one = async (): Promise<void> => {
    while (sent < most && performance.now() - began < seconds * 1000) {
      const index = sent++
      const [call, port] = [next(index), ports[index % ports.length] ?? 0]
      if (!call) return
      const start = performance.now()
      const { status, body } = await send(port, call, agent)
      took.push(performance.now() - start)
      if (status !== 200)
        throw new Error(`${call.method} ${call.path} answered ${status}: ${body.toString().slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const allMs = performance.now() - began
  agent.destroy()
  return { took, allMs }
}
