import { readFileSync } from 'node:fs'

interface Register {
  units: { name: string }[]
}

/** The names of the real kindergartens and schools of Lillehammer. */
export function units(): string[] {
  const { units } = JSON.parse(readFileSync('db/data/units-lillehammer.json', 'utf8')) as Register
  return units.map(({ name }) => name)
}
