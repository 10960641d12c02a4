import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsOf, unstackable } from '#app/domain/plan-table-cells.ts'
import { readTable } from '#app/domain/plan-table.ts'

const HEADER = ['Når', 'Hva', 'Hvordan', 'Hvem']
const ROWS = [
  ['15. oktober', 'Foreldremøte', 'Barnehagen inviterer skolen', 'Styrer'],
  ['1. mai', 'Send overføringsskjema', 'Med samtykke fra foreldrene', 'Pedagogisk leder'],
]
const stacked = [HEADER, ...ROWS].flat()

test('a table with one cell on each line is put together by its header', () => {
  expect(cellsOf(stacked.join('\n')).rows).toEqual([HEADER, ...ROWS])
  const { columns, rows } = readTable(stacked.join('\r\n\r\n'), 2027)
  expect(columns).toEqual(['when', 'what', 'how', 'who'])
  expect(rows.map(({ title, due }) => [title, due?.due])).toEqual([
    ['Foreldremøte', expect.objectContaining({ day: 15, month: 10 })],
    ['Send overføringsskjema', expect.objectContaining({ day: 1, month: 5 })],
  ])
})

test('a title above it stays above it', () => {
  const { rows } = readTable(['Årshjul for overgangen', ...stacked].join('\n'), 2027)
  expect(rows.map(({ kind, title }) => [kind, title])).toEqual([
    ['section', 'Årshjul for overgangen'],
    ['step', 'Foreldremøte'],
    ['step', 'Send overføringsskjema'],
  ])
})

test.each([
  ['a cell split over two lines', [...stacked, 'og kontaktlærer'], 4],
  ['a header alone', HEADER, 4],
  ['a table that comes out even', stacked, null],
  ['a list of what is to be done', ['Foreldremøte', 'Send overføringsskjema', 'Besøksdag'], null],
  [
    'a sentence that begins like a header',
    ['Når barna begynner', 'Vi inviterer foreldrene', 'Vi besøker skolen'],
    null,
  ],
])('of %s it is told whether it can be put together', (_, lines, width) => {
  expect(unstackable(lines.join('\n'))).toBe(width)
})

test('a table with tabs is none', () => {
  expect(unstackable([HEADER, ...ROWS].map((cells) => cells.join('\t')).join('\n'))).toBeNull()
})

test('no line is lost', () => {
  const line = fc.constantFrom('Når', 'Hva', 'Hvem', 'Frist', 'Foreldremøte', '1. mai', 'Styrer', 'Vi inviterer')
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
      expect(cellsOf(lines.join('\n')).rows.flat().filter(Boolean)).toEqual(lines)
    }),
  )
})
