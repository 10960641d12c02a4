import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Instant } from '#app/domain/calendar.ts'
import { openDatabase, type Db } from '#db/connection.ts'
import { seedLillehammer } from '#db/seed/lillehammer.ts'
import { say } from '#scripts/say.ts'
import { makeMunicipality, OSLO } from './generate.ts'
import { AUTUMN, MOMENT, signEverybodyIn } from './town.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
export const RESULTS = `${ROOT}bench/results`

/** The municipalities that are measured; in the autumn one, two cycles run. */
export const MUNICIPALITIES = {
  lillehammer: { moment: MOMENT, fill: (db: Db, now: Instant) => seedLillehammer(db, now) },
  autumn: { moment: AUTUMN, fill: (db: Db, now: Instant) => seedLillehammer(db, now) },
  oslo: { moment: MOMENT, fill: (db: Db, now: Instant) => makeMunicipality(db, OSLO, now) },
} as const
export type Municipality = keyof typeof MUNICIPALITIES

/** The file of a municipality as made; kept between runs until what it is made from changes. */
export async function originalOf(name: Municipality): Promise<string> {
  const file = `${RESULTS}/data/${name}-${ingredients()}.sqlite`
  if (existsSync(file)) return file
  mkdirSync(`${RESULTS}/data`, { recursive: true })
  for (const old of globSync(`${RESULTS}/data/${name}-*`)) rmSync(old)
  say(`Making ${name} …`)
  const { moment, fill } = MUNICIPALITIES[name]
  const { db, sqlite, close } = openDatabase(`${file}.new`)
  await fill(db, moment)
  await signEverybodyIn(db, moment)
  sqlite.pragma('wal_checkpoint(truncate)')
  await close()
  renameSync(`${file}.new`, file)
  return file
}

function ingredients(): string {
  const names = globSync(['db/**/*.{ts,sql,json}', 'app/domain/*.ts', 'bench/{generate,unit-names,town,files}.ts'], {
    cwd: ROOT,
  })
  const hash = createHash('sha256')
  for (const name of names.sort()) hash.update(name).update(readFileSync(ROOT + name))
  return hash.digest('hex').slice(0, 10)
}

/** On the disk of the project: on one in memory, what is durable would cost nothing. */
mkdirSync(RESULTS, { recursive: true })
const folder = mkdtempSync(`${RESULTS}/work-`)
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

/** A copy to work on: what is ticked in it is thrown away. */
export function copyOf(original: string, name: string): string {
  const file = `${folder}/${name}.sqlite`
  copyFileSync(original, file)
  return file
}
