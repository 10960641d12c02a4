import SQLite from 'better-sqlite3'
import { builtPages } from '#scripts/build.ts'
import { serve } from '#scripts/serve.ts'
import { send } from './client.ts'
import type { Call, Capture, Statement, Value } from './messages.ts'
import { freePort } from './processes.ts'
import { settingsFor } from './served.ts'

/** Which calls to capture, on which file and at which moment. */
export interface CaptureTask {
  file: string
  moment: string
  calls: readonly { name: string; call: Call }[]
}

const statements: Statement[] = []
listen()

process.once('message', ({ file, moment, calls }: CaptureTask) => {
  void captureAll(file, moment, calls).then((captures) => process.send?.(captures, () => process.exit(0)))
})
process.send?.('ready')

/** Writes down each statement of every connection of this process, with its values. */
function listen(): void {
  const memory = new SQLite(':memory:')
  const prototype = Object.getPrototypeOf(memory.prepare('select 1')) as SQLite.Statement
  memory.close()
  for (const way of ['all', 'run', 'get', 'iterate'] as const) {
    const original = prototype[way] as (...values: unknown[]) => unknown
    Object.defineProperty(prototype, way, {
      value: function (this: SQLite.Statement, ...values: unknown[]) {
        statements.push({ sql: this.source, values: values.flat() as Value[] })
        return original.apply(this, values)
      },
    })
  }
}

async function captureAll(file: string, moment: string, calls: CaptureTask['calls']): Promise<Capture[]> {
  const captures: Capture[] = []
  for (const { name, call } of calls) captures.push(await captureOne(file, moment, name, call))
  return captures
}

/** Each call meets a server that was just opened. A page is asked for three times, a form is sent once. */
async function captureOne(file: string, moment: string, name: string, call: Call): Promise<Capture> {
  const port = await freePort()
  const serving = await serve(settingsFor(file, port, moment), { source: builtPages })
  const answer = async () => {
    statements.length = 0
    const { status, headers, body } = await send(port, call)
    return { status, headers, body: body.toString(), statements: [...statements] }
  }
  if (call.method === 'POST') await send(port, { ...call, method: 'GET', path: pageOf(call.path), body: '' })
  const first = await answer()
  const again = call.method === 'GET'
  if (again) changeSomething(file)
  const changed = again ? await answer() : first
  const last = again ? await answer() : first
  await serving.stop()
  const { status, headers, body } = last
  return { name, status, headers, body, cold: first.statements, changed: changed.statements, warm: last.statements }
}

/** The page that a form stands on. */
function pageOf(path: string): string {
  return path.replace(/\/steps\/.*/, '')
}

/** Another connection writes: whatever is kept on the data's version is worked out anew. */
function changeSomething(file: string): void {
  const other = new SQLite(file)
  other.exec('update session set own_device = 1 - own_device')
  other.close()
}
