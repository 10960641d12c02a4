import SQLite from 'better-sqlite3'
import { TOWNS, type Town } from './towns.ts'

/** All ticks of a cycle as the town's file holds them now, oldest first. */
export function ticksIn(town: Town, year: number): unknown[] {
  const sqlite = new SQLite(`${TOWNS[town].folder}/lillehammer.sqlite`, { readonly: true })
  const ticks = sqlite.prepare('select * from tick where cycle_year = ? order by sequence').all(year)
  sqlite.close()
  return ticks
}
