import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { giveUp, say } from './say.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const programs = `${ROOT}node_modules/.bin/`

/** What a step is called, the program in node_modules/.bin, and its arguments. */
export type Step = readonly [name: string, program: string, ...given: string[]]

/** Runs programs of node_modules/.bin one after the other, and ends with the first one that fails. */
export function runAll(steps: readonly Step[], environment: Record<string, string> = {}): void {
  for (const [name, program, ...given] of steps) {
    const { status } = spawnSync(programs + program, given, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    })
    if (status !== 0) giveUp(`Stopped at: ${name}.`)
  }
}

/** Runs rows of such programs beside each other; what one prints is shown when it has ended. */
export async function runBeside(...rows: (readonly Step[])[]): Promise<void> {
  const stopping = new AbortController()
  const run = async ([name, program, ...given]: Step) => {
    const options = { cwd: ROOT, maxBuffer: Infinity, signal: stopping.signal }
    const { stdout } = await promisify(execFile)(programs + program, given, options).catch((thrown: Error) => {
      stopping.abort()
      const printed = 'stdout' in thrown && 'stderr' in thrown ? `${String(thrown.stdout)}${String(thrown.stderr)}` : ''
      return giveUp(`${printed}\nStopped at: ${name}.`)
    })
    say(`${stdout}Done: ${name}.`)
  }
  await Promise.all(
    rows.map(async (row) => {
      for (const step of row) await run(step)
    }),
  )
}
