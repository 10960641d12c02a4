import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { builtSource, type Source } from '#app/http/source.server.ts'
import { giveUp, say } from './say.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SEAL = `${ROOT}build/made-from`
/** What the build is made from. */
const INGREDIENTS = [
  'app/**/*.*',
  'db/queries/*.ts',
  'public/*',
  'package-lock.json',
  'remix.config.js',
  'vite.config.ts',
]

/** The pages that `npm run build` made. */
export async function builtPages(): Promise<Source> {
  const file = new URL('../build/server/index.js', import.meta.url)
  if (!existsSync(file)) giveUp('There is no build yet: run "npm run build" first.')
  return builtSource((await import(file.href)) as Parameters<typeof builtSource>[0], `${ROOT}build/client`)
}

/** Builds where something changed since the last build, told by content: a fresh clone and a switched branch count. */
export function buildIfNeeded(): void {
  const seal = sealOf()
  if (existsSync(SEAL) && readFileSync(SEAL, 'utf8') === seal) return
  say('Building the pages, which takes some seconds …')
  build(seal)
}

/** Builds the pages for the browser and for the server. */
export function build(seal = sealOf()): void {
  try {
    execFileSync(
      process.execPath,
      [`${ROOT}node_modules/@remix-run/dev/dist/cli.js`, 'vite:build', '--logLevel', 'warn'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_ENV: 'production' },
      },
    )
  } catch (thrown) {
    const output = thrown instanceof Error && 'stderr' in thrown ? String(thrown.stderr) : ''
    giveUp(`${output}\nThe pages could not be built.`)
  }
  writeFileSync(SEAL, seal)
}

function sealOf(): string {
  const hash = createHash('sha256')
  for (const name of globSync(INGREDIENTS, { cwd: ROOT }).sort()) hash.update(name).update(readFileSync(ROOT + name))
  return hash.digest('hex')
}

if (import.meta.main) build()
