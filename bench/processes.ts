import { fork, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { BarePage, BareTick, Capture, Question, Usage } from './messages.ts'
import type { CaptureTask } from './capture.ts'

/** A server in its own process, with what only the bench asks of it. */
export interface Served {
  port: number
  usage: () => Promise<Usage>
  stop: () => Promise<void>
}

export interface Bare extends Served {
  serve: (pages: readonly BarePage[], tick: BareTick | null) => Promise<void>
}

/** The app, built and as in production, on one file and on a day. */
export async function startApp(file: string, moment: string): Promise<Served> {
  const port = await freePort()
  return served(await start('served.ts', [file, String(port), moment]), port)
}

/** The bare server on one file. */
export async function startBare(file: string): Promise<Bare> {
  const port = await freePort()
  const child = await start('bare.ts', [file, String(port)])
  return {
    ...served(child, port),
    serve: async (pages, tick) => void (await ask(child, { ask: 'serve', pages, tick })),
  }
}

/** Lets the app answer calls in a process that listens to its SQL. */
export async function capture(task: CaptureTask): Promise<Capture[]> {
  const child = await start('capture.ts', [])
  const captures = (await ask(child, task)) as Capture[]
  await ended(child)
  return captures
}

function served(child: ChildProcess, port: number): Served {
  return {
    port,
    usage: async () => (await ask(child, { ask: 'usage' })) as Usage,
    stop: async () => {
      child.send({ ask: 'stop' } satisfies Question)
      await ended(child)
    },
  }
}

/** Log lines are written as in production, and thrown away. */
async function start(program: string, args: readonly string[]): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), args, {
    env: { ...process.env, NODE_ENV: 'production', CLOCK: undefined },
    execArgv: process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await answerOf(child)
  return child
}

async function ask(child: ChildProcess, question: Question | CaptureTask): Promise<unknown> {
  const answer = answerOf(child)
  child.send(question)
  return answer
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`${String(child.spawnargs[1])} ended with ${String(code)}`))
    child.once('exit', onExit)
    child.once('message', (answer) => {
      child.off('exit', onExit)
      resolve(answer)
    })
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
