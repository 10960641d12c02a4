import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { request as send, type IncomingHttpHeaders } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#db/connection.ts'
import { seedFjordvik } from '#db/seed/fjordvik.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NODE = join(ROOT, 'node_modules/.bin/node')

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** A process of our own with what it has said. */
export interface Started {
  child: ChildProcess
  said: () => string
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
}

/** Starts a program of ours under the Node that comes with the lockfile. */
export function start(args: readonly string[], environment: Record<string, string>): Started {
  const child = spawn(NODE, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
  })
  let said = ''
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  return { child, said: () => said, ended }
}

/** What a production server of Fjordvik is told. */
export async function fjordvikSettings(): Promise<Record<string, string> & { PORT: string; APP_ORIGIN: string }> {
  const file = join(mkdtempSync(join(tmpdir(), 'overgang-')), 'fjordvik.sqlite')
  const { db, close } = openDatabase(file)
  await seedFjordvik(db)
  await close()
  const port = await freePort()
  return {
    NODE_ENV: 'production',
    PORT: String(port),
    APP_ORIGIN: `http://localhost:${port}`,
    DATABASE_FILE: file,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'overgang@fjordvik.example',
    HOST: '127.0.0.1',
  }
}

/** Waits until a started server answers, or ends. */
export async function untilServing({ ended, said }: Started, port: string): Promise<void> {
  let over = false
  void ended.then(() => (over = true))
  while (!over) {
    const up = await ask(port, { path: '/health' }).then(
      ({ status }) => status === 200,
      () => false,
    )
    if (up) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The server ended: ${said()}`)
}

interface Asked {
  path?: string
  method?: string
  headers?: Record<string, string>
  /** Sent whole, or as pieces without announcing their length. */
  body?: string | readonly string[]
}

/** One request with exactly these headers. */
export function ask(port: string, { path = '/', method = 'GET', headers = {}, body = '' }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const whole = typeof body === 'string'
    const length = whole && method !== 'GET' ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}
    const outgoing = send(
      { host: '127.0.0.1', port, path, method, agent: false, headers: { ...length, ...headers } },
      (incoming) => {
        let text = ''
        incoming.on('data', (piece: Buffer) => (text += piece.toString()))
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text }))
      },
    )
    outgoing.on('error', reject)
    for (const piece of whole ? [body] : body) outgoing.write(piece)
    outgoing.end()
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
