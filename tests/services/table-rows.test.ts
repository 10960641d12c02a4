import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { tableRows } from '#app/services/table-rows.server.ts'

const cell = fc.constantFrom('Nes', 'Sol; bhg', 'a\nb', 'sa "ja"', '', 'Ås')
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 12, maxLength: 40 })

it('gives the same rows in pieces as at once, however the pieces fall', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 120, max: 400 }), async (rows, piece) => {
      const words = Papa.unparse([['Navn', 'Type'], ...rows], { delimiter: ';', newline: '\n' }).trimEnd()
      expect(await tableRows(words, 1000, piece)).toEqual(Papa.parse(words, { delimiter: ';' }).data)
    }),
  )
})

it('stops at a row that never ends, and above the most rows', async () => {
  const rows = (count: number) => `Navn;Type\n${'Nes;barnehage\n'.repeat(count)}`
  expect(await tableRows(rows(9).trimEnd(), 10, 100)).toHaveLength(10)
  expect(await tableRows(rows(20), 10, 100)).toBe('tooMany')
  expect(await tableRows(`${rows(20)}"Nes;barnehage\n${'Nes;barnehage\n'.repeat(30)}`, 1000, 100)).toBe('endlessRow')
})

it('refuses megabytes of quotation marks at once', async () => {
  expect(await tableRows(`Navn;Type\n${'";'.repeat(5_000_000)}`, 1000)).toBe('endlessRow')
})

it('lets others in between the pieces', async () => {
  let turns = 0
  let ended = false
  const others = (async () => {
    for (; !ended; turns += 1) await setImmediate()
  })()
  await tableRows(`Navn;Type\n${'Nes;barnehage\n'.repeat(100)}`, 1000, 100)
  ended = true
  await others
  expect(turns).toBeGreaterThan(10)
})
