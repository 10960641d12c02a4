import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { giveUp } from './say.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What a step is called, the program in node_modules/.bin, and its arguments. */
export type Step = readonly [name: string, program: string, ...given: string[]]

/** Runs programs of node_modules/.bin one after the other, and ends with the first one that fails. */
export function runAll(steps: readonly Step[], environment: Record<string, string> = {}): void {
  for (const [name, program, ...given] of steps) {
    const { status } = spawnSync(`${ROOT}node_modules/.bin/${program}`, given, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    })
    if (status !== 0) giveUp(`Stopped at: ${name}.`)
  }
}
