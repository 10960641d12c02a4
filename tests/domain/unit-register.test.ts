import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatOf } from '#app/domain/unit-import-file.ts'
import { readUnits, withoutContact, type ReadUnits, type Taken } from '#app/domain/unit-import-row.ts'
import { headingsOf, readTableRow } from '#app/domain/unit-import-table.ts'
import { isWhole, readEntry, registerFileOf } from '#app/domain/unit-register.ts'

const FJORDVIK: Taken = { own: { number: '9901', name: 'Fjordvik' }, neighbours: [] }
const WITH_VIKABYGD: Taken = { ...FJORDVIK, neighbours: [{ number: '9902', name: 'Vikabygd' }] }

function parsed(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../files/registers/${name}.json`, import.meta.url), 'utf8'))
}

function readFile(json: unknown, taken = FJORDVIK): ReadUnits & { source: string } {
  const file = registerFileOf(json)!
  const rows = file.entries.map((entry, at) => readEntry(entry, at + 1, file.source, taken))
  return { source: file.source, ...readUnits(rows, isWhole([file])) }
}

describe('a file of a register', () => {
  it('of kindergartens in version 4 gives those that are running, and counts the others', () => {
    const read = readFile(parsed('kindergartens-v4'))
    expect(read).toMatchObject({
      source: 'kindergarten register',
      whole: true,
      notUnderstood: [],
      leftOut: { owner: 1, inactive: 2, 'not primary school': 0, 'other municipality': 1 },
      inactive: ['999100066', '999100074'],
    })
    expect(read.rows.map(({ name, ownership, coordinates }) => [name, ownership, coordinates])).toEqual([
      ['Blåklokka barnehage', 'municipal', { latitude: 61.11514, longitude: 10.46631 }],
      ['Tyttebær barnehage', 'private', null],
      ['Solstrålen naturbarnehage', 'private', null],
      ['Elvebakken barnehage', 'municipal', null],
      ['Læringsglede barnehage', 'private', null],
    ])
  })

  it('of schools in version 3 leaves out owners and upper secondary schools', () => {
    const read = readFile(parsed('schools-v3'))
    expect(read).toMatchObject({
      source: 'school register',
      leftOut: { owner: 1, inactive: 0, 'not primary school': 1, 'other municipality': 1 },
    })
    expect(read.rows.map(({ orgNumber, name, kind }) => [orgNumber, name, kind])).toEqual([
      ['999100112', 'Fjordvik skole', 'school'],
      ['999100120', 'Nes skole', 'school'],
      ['999100139', 'Strandskolen', 'school'],
      ['999100147', 'Åsen skole', 'school'],
    ])
  })

  it('takes along the neighbours that somebody named, as theirs', () => {
    const { rows, leftOut } = readFile(parsed('schools-v3'), WITH_VIKABYGD)
    expect(leftOut['other municipality']).toBe(0)
    expect(rows.at(-1)).toMatchObject({ name: 'Vikabygd skole', externalMunicipality: 'Vikabygd' })
    expect(rows.slice(0, -1).every(({ externalMunicipality }) => externalMunicipality === null)).toBe(true)
  })

  it('of one unit has no others that could be missing from it', () => {
    const read = readFile(parsed('one-school-v4'))
    expect(read).toMatchObject({ whole: false, rows: [{ orgNumber: '999100112', ownership: 'municipal' }] })
  })

  it('that is one page of several is not whole until all are there', () => {
    const page = { AntallSider: 2, EnhetListe: [{ ErBarnehage: true }] }
    const file = registerFileOf(page)!
    expect([isWhole([file]), isWhole([file, file])]).toEqual([false, true])
  })

  it('never keeps an e-mail address or a telephone number', () => {
    for (const name of ['kindergartens-v4', 'schools-v3', 'one-school-v4']) {
      const text = JSON.stringify(readFile(parsed(name), WITH_VIKABYGD))
      expect(JSON.stringify(parsed(name))).toContain('@')
      expect(text).not.toMatch(/@|99 88 77 66/)
    }
  })

  it.each([
    ['no name', { Navn: ' ' }],
    ['no name', { Navn: 'post@skole.example' }],
    ['wrong org number', { Orgnr: '974582466' }],
    ['wrong org number', { Orgnr: undefined }],
  ])('has a row that is not understood: %s', (why, fields) => {
    const entry = {
      Orgnr: '974582465',
      Navn: 'Nes skole',
      Kommunenr: '9901',
      ErSkole: true,
      ErGrunnskole: true,
      ...fields,
    }
    expect(readFile([entry])).toMatchObject({ rows: [], notUnderstood: [{ number: 1, why }] })
  })

  it.each([[{}], [[]], [null], [3], [[{ navn: 'x' }]], [{ EnhetListe: [] }], [[1, { ErSkole: true }]]])(
    '%j is none',
    (json) => {
      expect(registerFileOf(json)).toBeNull()
    },
  )
})

describe('a table', () => {
  const read = (rows: string[][], taken = FJORDVIK) => {
    const headings = headingsOf(rows)!
    const below = rows.slice(headings.at + 1)
    return readUnits(
      below.flatMap((cells, at) => readTableRow(cells, at + 2, headings.columns, taken) ?? []),
      true,
    )
  }

  it.each([
    [
      ['Navn', 'Type', 'Orgnr', 'Eier'],
      ['Nes', 'Skole', '974582465', 'Fjordvik kommune'],
    ],
    [
      ['Namn:', 'Type', 'Org.nr.', 'Eigar'],
      ['Nes', 'skule', '974 582 465', 'Fjordvik kommune'],
    ],
    [
      ['Skole', 'Organisasjonsnummer', 'Eierform'],
      ['Nes', '974582465', 'Kommunal'],
    ],
    [
      ['Kommune', 'Skule', 'Org. nummer', 'Eigarform'],
      ['Fjordvik kommune', 'Nes', '974582465', 'kommunal'],
    ],
  ])('with the headings %j is read', (headings, cells) => {
    expect(read([['Enheter 2027'], headings, cells]).rows).toMatchObject([
      { number: 2, kind: 'school', name: 'Nes', orgNumber: '974582465', ownership: 'municipal' },
    ])
  })

  it.each([
    ['Skolebakken barnehage', 'kindergarten'],
    ['Barnehagegata skole', 'school'],
    ['Solsida bhg', 'kindergarten'],
  ])('knows %s by its name as a %s', (name, kind) => {
    expect(read([['Navn'], [name]]).rows).toMatchObject([{ name, kind, ownership: null }])
  })

  it('keeps what it does not understand in sight, and skips empty rows', () => {
    const rows = [
      ['Navn', 'Orgnr'],
      ['Sum', ''],
      ['', ''],
      ['Nes skole', '974582466'],
      ['', '974582465'],
    ]
    expect(read(rows)).toMatchObject({
      rows: [],
      notUnderstood: [
        { number: 2, said: 'Sum', why: 'no kind' },
        { number: 4, said: 'Nes skole', why: 'wrong org number' },
        { number: 5, said: '', why: 'no name' },
      ],
    })
  })

  it('knows municipalities by number, also without the zero that Excel takes, and by name', () => {
    const taken = { own: { number: '0301', name: 'Oslo' }, neighbours: [] }
    const rows = [
      ['Navn', 'Kommune'],
      ['A skole', '301'],
      ['B skole', '0301'],
      ['C skole', 'OSLO'],
      ['D skole', '9901'],
    ]
    const { rows: units, leftOut } = read(rows, taken)
    expect([units.length, leftOut['other municipality']]).toEqual([3, 1])
  })

  it('without a heading that we know is none', () => {
    expect(headingsOf([['Nes skole', '974582465']])).toBeNull()
    expect(headingsOf([])).toBeNull()
  })
})

it.each([
  ['', { wrong: 'empty' }],
  [' \n\t', { wrong: 'empty' }],
  ['%PDF-1.7 …', { wrong: 'pdf' }],
  ['PK\u0003\u0004…', { wrong: 'workbook' }],
  ['ÐÏ\u0011à¡±', { wrong: 'workbook' }],
  ['<!DOCTYPE html><html>', { wrong: 'webPage' }],
  ['[{"ErSkole":true}]', { format: 'json' }],
  ['\n {"EnhetListe":[]}', { format: 'json' }],
  ['Navn;Type', { format: 'table' }],
  ['[{"ErSkole":true,"Koordinater":[[1]]}]', { format: 'json' }],
  ['[ [[\n[', { wrong: 'otherJson' }],
])('%j is a file of this kind: %j', (words, format) => {
  expect(formatOf(words)).toEqual(format)
})

it('knows megabytes of brackets for what they are without taking them apart', () => {
  expect(formatOf('['.repeat(10_000_000))).toEqual({ wrong: 'otherJson' })
  expect(formatOf('[ '.repeat(5_000_000))).toEqual({ wrong: 'otherJson' })
})

it.each([
  ['Nes skole, rektor@nes.example', 'Nes skole,'],
  ['Nes skole tlf. 99 88 77 66', 'Nes skole tlf.'],
  ['Nes +47 99887766', 'Nes'],
  ['Nes 612 34 567', 'Nes'],
  ['Nes 010190 12345', 'Nes'],
  ['Avdeling 974582465', 'Avdeling 974582465'],
  ['Skole nr. 12', 'Skole nr. 12'],
  ['Nes\u0000 sko\u202ele\u0007', 'Nes skole'],
  ['Nes\u001b[31m\ud800 sk\u00adole', 'Nes [31m skole'],
])('%j is kept as %j', (words, kept) => {
  expect(withoutContact(words)).toBe(kept)
})

it('looks at the beginning only of words without end, and leaves no half address', () => {
  expect(withoutContact('a'.repeat(3_000_000))).toBe('')
  expect(withoutContact(`Nes skole ${' '.repeat(460)}rektor@nes.example`)).toBe('Nes skole')
})
