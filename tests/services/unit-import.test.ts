import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takesOf } from './unit-importing.ts'
import { firstBreak } from '#app/domain/event.ts'
import { wordsInFile } from '#app/http/upload.server.ts'
import { sha256 } from '#app/services/history.server.ts'
import { carryOutImport } from '#app/services/unit-import-carrying-out.server.ts'
import { keepFetched, OFFICIAL_REGISTERS } from '#app/services/unit-import-registers.server.ts'
import { readUndoing, undoImport } from '#app/services/unit-import-undoing.server.ts'
import { keepSentFiles, readImport, readImports } from '#app/services/unit-import.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { BLUEBELL, LINGONBERRY, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

const at = (name: string) => new URL(`../files/registers/${name}`, import.meta.url)
const file = async (name: string) => ({ name, words: await wordsInFile(new Blob([readFileSync(at(name))])) })

let here: World
let id: string

/** Fjordvik, where two kindergartens have the numbers that the register's file has. */
beforeEach(async () => {
  here = await world()
  const numbers = [
    [BLUEBELL, '999100007'],
    [LINGONBERRY, '999100015'],
  ]
  for (const [unit, number] of numbers)
    here.sqlite.prepare('update unit set org_number = ? where id = ?').run(number, unit)
  here.sqlite.prepare('update unit set org_number = null where id = ?').run(SUNBEAM)
  id = await keep('kindergartens-v4.json')
})

async function keep(name: string, form = name): Promise<string> {
  const outcome = await keepSentFiles(here.as('adviser'), { files: [await file(name)], neighbours: [] }, form)
  if (!('ids' in outcome)) throw new Error(JSON.stringify(outcome.problems))
  return outcome.ids[0]!
}

async function carryOut(importId = id, form = 'f'): Promise<void> {
  const { chosen, seen } = await takesOf(here.as('adviser'), importId)
  expect(await carryOutImport(here.as('adviser'), importId, { chosen, seen }, form)).toMatchObject({ saved: true })
}

const unitsNow = () => here.db.selectFrom('unit').selectAll().orderBy('name').execute()
const namesIn = async (year: number) => {
  const rows = await here.db.selectFrom('unit_in_cycle').select('name').where('cycle_year', '=', year).execute()
  return rows.map(({ name }) => name)
}

describe('looking it over', () => {
  it('says what is new, changed, the same and gone, and changes nothing', async () => {
    const before = await unitsNow()
    const { head, read, would } = await readImport(here.as('adviser'), id)
    expect(head).toMatchObject({ source: 'kindergarten register', carriedOut: null, undone: null })
    expect(read.leftOut).toEqual({ owner: 1, inactive: 2, 'not primary school': 0, 'other municipality': 1 })
    const { added, changed, same, gone } = would!.comparison
    expect(added.map(({ row }) => row.name)).toEqual([
      'Solstrålen naturbarnehage',
      'Elvebakken barnehage',
      'Læringsglede barnehage',
    ])
    expect(changed.map(({ unit, differences }) => [unit.id, differences.map(({ what }) => what)])).toEqual([
      [BLUEBELL, ['coordinates']],
    ])
    expect(same.map(({ unit }) => unit.id)).toEqual([LINGONBERRY])
    expect(gone).toEqual([])
    expect(await unitsNow()).toEqual(before)
  })

  it('keeps nothing that reaches a person', async () => {
    const { content } = await here.db.selectFrom('unit_import').select('content').executeTakeFirstOrThrow()
    expect(content).not.toMatch(/@|99 88 77 66|Vikabygd/)
  })

  it('reads the same form once', async () => {
    expect(await keep('kindergartens-v4.json')).toBe(id)
    expect((await readImports(here.as('adviser'))).imports).toHaveLength(1)
  })

  it.each(['table-utf8-bom.csv', 'table-windows-1252.csv', 'table-utf16.txt', 'table-mixed.csv'])(
    'reads %s as it was written',
    async (name) => {
      const { read } = await readImport(here.as('adviser'), await keep(name))
      expect(read.rows.map((row) => [row.number, row.name, row.orgNumber, row.ownership, row.owner])).toEqual([
        [3, 'Blåklokka barnehage', '999100007', 'municipal', 'Fjordvik kommune'],
        [4, 'Elvebakken', null, 'private', 'Elvebakken Barnehage SA'],
        [5, 'Åsen skole', '999100147', 'municipal', null],
      ])
      expect(read.notUnderstood.map(({ number, why }) => [number, why])).toEqual([
        [6, 'no kind'],
        [7, 'wrong org number'],
      ])
    },
  )

  it.each([
    ['unitImport.empty', ' '],
    ['unitImport.pdf', '%PDF-1.7'],
    ['unitImport.workbook', 'PK\u0003\u0004'],
    ['unitImport.webPage', '<!doctype html>'],
    ['unitImport.otherJson', '{"name":"overgang"}'],
    ['unitImport.brokenJson', '[{"ErSkole":true},'],
    ['unitImport.noHeading', 'a;b\nc;d'],
    ['unitImport.noRows', 'Navn;Type\n'],
  ])('says %s of the wrong file, and keeps nothing of the right one beside it', async (message, words) => {
    const files = [await file('schools-v3.json'), { name: 'feil.fil', words }]
    const outcome = await keepSentFiles(here.as('adviser'), { files, neighbours: [] }, 'x')
    expect(outcome).toMatchObject({ problems: [{ field: 'file', message }] })
    expect((await readImports(here.as('adviser'))).imports).toHaveLength(1)
  })

  it('says that a file has nobody of this municipality', async () => {
    const words = '[{"ErSkole":true,"ErGrunnskole":true,"Kommunenr":"0301","Navn":"A","Orgnr":"974582465"}]'
    const outcome = await keepSentFiles(here.as('adviser'), { files: [{ name: 'a', words }], neighbours: [] }, 'x')
    expect(outcome).toMatchObject({
      problems: [{ message: 'unitImport.noneHere', values: { count: 1, municipality: 'Fjordvik', number: '9901' } }],
    })
  })
})

describe('carrying it out', () => {
  it('adds and changes what was chosen, from today, with history and events', async () => {
    const { chosen, seen } = await takesOf(here.as('adviser'), id)
    await carryOutImport(here.as('adviser'), id, { chosen: chosen.filter((number) => number !== 4), seen }, 'f')
    const units = await unitsNow()
    const added = units.filter(({ opened_day }) => opened_day === here.today)
    expect(added.map(({ name, org_number }) => [name, org_number])).toEqual([
      ['Læringsglede barnehage', '999100058'],
      ['Solstrålen naturbarnehage', '999100023'],
    ])
    const changes = await here.db.selectFrom('unit_change').selectAll().execute()
    expect(changes.map(({ kind, before, from_day, import_id }) => [kind, before, from_day, import_id])).toEqual([
      ['added', null, here.today, id],
      ['added', null, here.today, id],
      ['moved', null, here.today, id],
    ])
    const events = await listEvents(here.db)
    expect(events.slice(-4).map(({ kind }) => kind)).toEqual([
      'units imported',
      'unit added',
      'unit added',
      'unit changed',
    ])
    expect(firstBreak(events, sha256)).toBeNull()
    const owners = await here.db.selectFrom('owner').select('name').execute()
    expect(owners.map(({ name }) => name)).toContain('Eier av Læringsglede barnehage')
    expect(owners.map(({ name }) => name)).not.toContain('Eier av Elvebakken barnehage')
    expect(await namesIn(2027)).toContain('Læringsglede barnehage')
  })

  it('twice does it once, and afterwards the file is all the same', async () => {
    await carryOut()
    const units = await unitsNow()
    expect(await carryOutImport(here.as('adviser'), id, { chosen: [3], seen: 'x' }, 'other')).toMatchObject({
      saved: false,
      problems: [{ message: 'unitImport.carriedOut' }],
    })
    expect(await unitsNow()).toEqual(units)
    const { would } = await readImport(here.as('adviser'), await keep('kindergartens-v4.json', 'again'))
    expect([would!.comparison.added, would!.comparison.changed]).toEqual([[], []])
    expect(would!.comparison.same).toHaveLength(5)
  })

  it('says so where something changed since it was looked over, or nothing is chosen', async () => {
    const { chosen, seen } = await takesOf(here.as('adviser'), id)
    expect(await carryOutImport(here.as('adviser'), id, { chosen: [], seen }, 'a')).toMatchObject({
      problems: [{ message: 'unitImport.nothingChosen' }],
    })
    here.sqlite.prepare("update unit set name = 'Blåklokka natur' where id = ?").run(BLUEBELL)
    expect(await carryOutImport(here.as('adviser'), id, { chosen, seen }, 'b')).toMatchObject({
      problems: [{ message: 'unitImport.otherwise' }],
    })
    expect(await here.db.selectFrom('unit_change').selectAll().execute()).toEqual([])
  })

  it('keeps a name, an owner and a number as they were in its history', async () => {
    const words =
      'Navn;Type;Orgnr;Eier\nBlåklokka natur;Barnehage;999100007;Sol AS\nSolstrålen barnehage;Barnehage;999100023;'
    const outcome = await keepSentFiles(here.as('adviser'), { files: [{ name: 't', words }], neighbours: [] }, 'x')
    const owner = here.sqlite.prepare('select owner_id from unit where id = ?').pluck().get(BLUEBELL)
    await carryOut('ids' in outcome ? outcome.ids[0] : '')
    const changes = await here.db.selectFrom('unit_change').select(['unit_id', 'kind', 'before']).execute()
    expect(changes).toEqual([
      { unit_id: BLUEBELL, kind: 'renamed', before: 'Blåklokka barnehage' },
      { unit_id: BLUEBELL, kind: 'new owner', before: owner },
      { unit_id: SUNBEAM, kind: 'new number', before: null },
    ])
    expect(await namesIn(2026)).toContain('Blåklokka barnehage')
  })

  it('is for advisers', async () => {
    const director = here.as('director', BLUEBELL)
    const refused = { code: 'not found' }
    await expect(readImports(director)).rejects.toMatchObject(refused)
    await expect(readImport(director, id)).rejects.toMatchObject(refused)
    await expect(carryOutImport(director, id, { chosen: [1], seen: '' }, 'f')).rejects.toMatchObject(refused)
    await expect(undoImport(director, id, 'f')).rejects.toMatchObject(refused)
    await expect(keepSentFiles(director, { files: [], neighbours: [] }, 'f')).rejects.toMatchObject(refused)
    await expect(keepFetched(director, OFFICIAL_REGISTERS, 'f')).rejects.toMatchObject(refused)
  })
})

describe('undoing it', () => {
  it('takes away what came in and brings back what was, and can be done again', async () => {
    const before = await unitsNow()
    await carryOut()
    expect(await undoImport(here.as('adviser'), id, 'f')).toMatchObject({ saved: true })
    const after = await unitsNow()
    expect(after.filter(({ opened_day }) => opened_day === null)).toEqual(before)
    expect(after.filter(({ opened_day, closed_day }) => opened_day !== closed_day)).toEqual([])
    expect(await namesIn(2027)).not.toContain('Læringsglede barnehage')
    const { done } = await readImport(here.as('adviser'), id)
    expect(done.map(({ done }) => [done.kind, done.undone])).toEqual([
      ['added', true],
      ['added', true],
      ['added', true],
      ['moved', true],
    ])
    expect(firstBreak(await listEvents(here.db), sha256)).toBeNull()
    const again = await keep('kindergartens-v4.json', 'again')
    await carryOut(again, 'again')
    expect(await namesIn(2027)).toContain('Læringsglede barnehage')
    expect(await unitsNow()).toHaveLength(after.length)
    await undoImport(here.as('adviser'), again, 'again')
    expect(await unitsNow()).toEqual(after)
  })

  it('is done once', async () => {
    expect(await undoImport(here.as('adviser'), id, 'a')).toMatchObject({
      problems: [{ message: 'unitImport.notCarriedOut' }],
    })
    await carryOut()
    await undoImport(here.as('adviser'), id, 'f')
    const changes = await here.db.selectFrom('unit_change').selectAll().execute()
    expect(await undoImport(here.as('adviser'), id, 'f')).toMatchObject({ saved: true, first: false })
    expect(await undoImport(here.as('adviser'), id, 'g')).toMatchObject({
      problems: [{ message: 'unitImport.isUndone' }],
    })
    expect(await here.db.selectFrom('unit_change').selectAll().execute()).toEqual(changes)
  })

  it('leaves what somebody changed since and what is in use, and says so', async () => {
    await carryOut()
    const idOf = (name: string) => here.sqlite.prepare('select id from unit where name = ?').pluck().get(name) as string
    const [learning, river] = [idOf('Læringsglede barnehage'), idOf('Elvebakken barnehage')]
    const seat = { id: 's', person_id: PEOPLE.adviser.id, role: 'director', unit_id: learning, owner_id: null } as const
    await here.db
      .insertInto('seat')
      .values({ ...seat, started_at: here.now, ended_at: null, accepted_at: null })
      .execute()
    const change = { from_day: here.today, reason: 'Flyttet', import_id: null, at: here.now, person_id: null }
    await here.db.insertInto('unit_change').values([
      { ...change, unit_id: BLUEBELL, kind: 'moved', before: '[61.11514,10.46631]' },
      { ...change, unit_id: river, kind: 'renamed', before: 'Elvebakken barnehage' },
    ]).execute() // prettier-ignore
    const { undoing } = await readUndoing(here.as('adviser'), id)
    expect(undoing.map(({ unit, stays }) => [unit.name, stays])).toEqual([
      ['Solstrålen naturbarnehage', null],
      ['Elvebakken barnehage', 'changed since'],
      ['Læringsglede barnehage', 'in use'],
      ['Blåklokka barnehage', 'changed since'],
    ])
    await undoImport(here.as('adviser'), id, 'f')
    const closed = (await unitsNow()).filter(({ closed_day }) => closed_day !== null)
    expect(closed.map(({ name }) => name)).toEqual(['Solstrålen naturbarnehage'])
  })
})

describe('fetching from the registers', () => {
  let server: Server
  let address: string
  let answer: (path: string) => { status: number; body: string } | 'silence'

  beforeEach(async () => {
    server = createServer((incoming, outgoing) => {
      const given = answer(incoming.url ?? '')
      if (given !== 'silence') outgoing.writeHead(given.status).end(given.body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })

  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })

  const fetchThem = (patience?: number) =>
    keepFetched(here.as('adviser'), { kindergartens: `${address}/nbr`, schools: `${address}/nsr` }, 'fetching', {
      patience,
    })
  const filesOf = (path: string) =>
    readFileSync(at(path.startsWith('/nbr') ? 'kindergartens-v4.json' : 'schools-v3.json'), 'utf8')

  it('asks for the lists of this municipality, and keeps them as if they had been sent', async () => {
    const asked: string[] = []
    answer = (path) => {
      asked.push(path)
      return { status: 200, body: filesOf(path) }
    }
    expect(await fetchThem()).toMatchObject({ ids: [expect.any(String), expect.any(String)] })
    expect(asked.sort()).toEqual(['/nbr/v4/enheter/kommune/9901', '/nsr/v4/enheter/kommune/9901'])
  })

  it.each([
    ['fails', { status: 500, body: '[]' }],
    ['sends somewhere else', { status: 302, body: '' }],
    ['is silent', 'silence'],
    ['never ends', { status: 200, body: 'x'.repeat(26 * 1024 * 1024) }],
  ] as const)('keeps nothing where one %s', async (_, given) => {
    answer = (path) => (path.startsWith('/nsr') ? given : { status: 200, body: filesOf(path) })
    expect(await fetchThem(300)).toMatchObject({
      problems: [
        { field: 'fetch', message: 'unitImport.silent', values: { address: expect.stringContaining('/nsr/') } },
      ],
    })
    expect((await readImports(here.as('adviser'))).imports).toHaveLength(1)
  })

  it('keeps nothing where one answers with something else', async () => {
    answer = () => ({ status: 200, body: '<html>Logg inn</html>' })
    expect(await fetchThem()).toMatchObject({ problems: [{ message: 'unitImport.webPage' }, {}] })
  })
})

it('reads twenty thousand units without keeping anybody waiting', async () => {
  const one = JSON.parse(readFileSync(at('kindergartens-v4.json'), 'utf8')) as { EnhetListe: object[] }
  const many = Array.from({ length: 20_000 }, (_, number) => ({ ...one.EnhetListe[8], number, Kommunenummer: '0301' }))
  const words = JSON.stringify({ ...one, EnhetListe: [...one.EnhetListe, ...many] })
  let turns = 0
  let waiting = setImmediate(takeTurn)
  function takeTurn() {
    turns += 1
    waiting = setImmediate(takeTurn)
  }
  const outcome = await keepSentFiles(here.as('adviser'), { files: [{ name: 'f', words }], neighbours: [] }, 'many')
  clearImmediate(waiting)
  expect(outcome).toMatchObject({ ids: [expect.any(String)] })
  expect(turns).toBeGreaterThan(3)
})
