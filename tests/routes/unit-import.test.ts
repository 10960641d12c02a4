import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import * as importing from '#app/routes/units/import.tsx'
import * as fetching from '#app/routes/units/import-registers.tsx'
import * as reviewing from '#app/routes/units/import-review.tsx'
import * as undoing from '#app/routes/units/import-undoing.tsx'
import type { WouldView } from '#app/components/import-view.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Person } from '#app/domain/permissions.ts'
import { beginReading } from '#app/services/unit-import-going.server.ts'
import type { ReadOutcome } from '#app/services/unit-import.server.ts'
import { BLUEBELL, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { cookieOf, edgeOf, getting, ORIGIN, posting, responseOf } from './visiting.ts'

let here: World
beforeEach(async () => {
  here = await world()
})

const words = (name: string) => readFileSync(new URL(`../files/registers/${name}`, import.meta.url))

/** Sends files as browsers do. */
async function send(
  files: readonly [name: string, bytes: string | Uint8Array<ArrayBuffer>][],
  fields: Record<string, string> = {},
  person: Person = PEOPLE.adviser,
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries({ form: 'f', pasted: '', neighbours: '', ...fields }))
    body.append(name, value)
  for (const [name, bytes] of files) body.append('file', new Blob([bytes]), name)
  if (files.length === 0) body.append('file', new Blob([]), '')
  const headers = { Cookie: await cookieOf(here, person.id) }
  const request = new Request(`${ORIGIN}/units/import`, { method: 'POST', headers, body })
  return responseOf(importing.action, { request, edge: edgeOf(here) })
}

async function problemsOf(response: Response): Promise<Problem[]> {
  expect(response.status).toBe(422)
  return ((await response.json()) as { problems: Problem[] }).problems
}

const idIn = (response: Response) => response.headers.get('Location')?.split('/').at(-1)?.split('?')[0] ?? ''

interface Review {
  would: WouldView | null
  done: { all: number; rows: object[] }
  saved: string | null
  stopped: Problem[]
}

/** What the page of an import says, and whether it comes again by itself. */
async function visit(
  id: string,
  asked = '',
): Promise<{ going: object | null; review: Review | null; again: string | null }> {
  const request = getting(`/units/import/${id}${asked}`, { Cookie: await cookieOf(here, PEOPLE.adviser.id) })
  const response = await responseOf(reviewing.loader, { request, params: { import: id }, edge: edgeOf(here) })
  const said = (await response.json()) as { going: object | null; review: Review | null }
  return { ...said, again: response.headers.get('Refresh') }
}

async function look(id: string, asked = ''): Promise<Review> {
  const { review } = await visit(id, asked)
  if (!review) throw new Error('It is still going on')
  return review
}

/** The page of an import when it has been carried out. */
async function lookAfterwards(id: string): Promise<Review> {
  for (;;) {
    const { review } = await visit(id, '?saved=done')
    if (review) return review
    await setImmediate()
  }
}

async function take(id: string, fields: Record<string, string>, edge = edgeOf(here)): Promise<Response> {
  const headers = { Cookie: await cookieOf(here, PEOPLE.adviser.id) }
  const request = posting(`/units/import/${id}`, { form: 'f', ...fields }, headers)
  return responseOf(reviewing.action, { request, params: { import: id }, edge })
}

describe('sending files', () => {
  it('of one source leads to what would happen', async () => {
    const response = await send([['skoler.json', words('schools-v3.json')]])
    expect([response.status, response.headers.get('Location')]).toEqual([
      303,
      expect.stringMatching(/^\/units\/import\/[\w-]{22}$/),
    ])
    const { would } = await look(idIn(response))
    expect(would).toMatchObject({
      read: 7,
      leftOut: [
        { why: 'owner', count: 1 },
        { why: 'not primary school', count: 1 },
        { why: 'other municipality', count: 1 },
      ],
      added: { all: 1, rows: [{ name: 'Åsen skole', owner: { name: 'Fjordvik kommune', ownership: 'municipal' } }] },
      changed: { all: 3 },
    })
  })

  it('of several sources leads to the list of them', async () => {
    const response = await send([
      ['skoler.json', words('schools-v3.json')],
      ['barnehager.json', words('kindergartens-v4.json')],
    ])
    expect(response.headers.get('Location')).toBe('/units/import?read=2')
  })

  it('takes along the neighbours that are named', async () => {
    const fields = { neighbours: '9902 Vikabygd kommune' }
    const { would } = await look(idIn(await send([['s.json', words('schools-v3.json')]], fields)))
    // Vikabygd skole is here already, without a number.
    expect(would?.changed.rows.find(({ municipality }) => municipality === 'Vikabygd')).toMatchObject({
      differences: [{ what: 'org number', before: null, after: '999100171' }],
    })
  })

  it('says what is wrong with which file, and keeps what was typed', async () => {
    const response = await send([['plan.pdf', '%PDF-1.7']], { neighbours: '9902 Vikabygd' })
    expect(await response.clone().json()).toMatchObject({ typed: { neighbours: '9902 Vikabygd' } })
    expect(await problemsOf(response)).toEqual([
      { field: 'file', message: 'unitImport.pdf', values: { name: 'plan.pdf' } },
    ])
  })

  it('takes a pasted table, or files, or says what is missing', async () => {
    const pasted = 'Navn\tType\tEierform\nElvebakken barnehage\tBarnehage\tPrivat'
    expect((await send([], { pasted })).status).toBe(303)
    expect(await problemsOf(await send([]))).toMatchObject([{ field: 'file', message: 'unitImport.missing' }])
    expect(await problemsOf(await send([['a.csv', 'Navn']], { pasted }))).toMatchObject([
      { field: 'pasted', message: 'unitImport.both' },
    ])
    expect(await problemsOf(await send([], { pasted: 'x' }))).toMatchObject([
      { field: 'pasted', message: 'unitImport.noHeading' },
    ])
    for (const neighbours of ['Vikabygd', `9902 a${' '.repeat(5_000_000)}`]) {
      expect(await problemsOf(await send([], { pasted, neighbours }))).toMatchObject([
        { field: 'neighbours', message: 'unitImport.neighbours' },
      ])
    }
  })

  it('the same files again with the same form reads them once; others are others', async () => {
    const file = ['skoler.json', words('schools-v3.json')] as const
    const first = idIn(await send([[...file]]))
    expect(idIn(await send([[...file]]))).toBe(first)
    expect(idIn(await send([['barnehager.json', words('kindergartens-v4.json')]]))).not.toBe(first)
  })

  it('is for advisers', async () => {
    expect((await send([['skoler.json', words('schools-v3.json')]], {}, PEOPLE.bluebellDirector)).status).toBe(404)
  })
})

describe('a reading that takes longer', () => {
  const begin = async (read: () => Promise<ReadOutcome>) => {
    const begun = await beginReading(here.as('adviser'), 'f', read, () => undefined, 0)
    return 'reading' in begun ? begun.reading : ''
  }

  async function seen(asked: Record<string, string>, person: Person = PEOPLE.adviser): Promise<Response> {
    const path = `/units/import?${new URLSearchParams(asked).toString()}`
    const request = getting(path, { Cookie: await cookieOf(here, person.id) })
    return responseOf(importing.loader, { request, edge: edgeOf(here) })
  }

  it('shows how far it has come, and leads on to what was read', async () => {
    const { promise, resolve } = Promise.withResolvers<ReadOutcome>()
    const reading = await begin(() => promise)
    const response = await seen({ reading })
    expect(response.headers.get('Refresh')).toBe('1')
    expect(await response.json()).toMatchObject({ title: 'Leser filene', going: { doing: 'opening', of: null } })
    resolve({ ids: ['a'] })
    const after = await seen({ reading })
    expect([after.status, after.headers.get('Location')]).toEqual([303, '/units/import/a'])
  })

  it('says what was wrong, or that it was cut off, and lets go on from there', async () => {
    const problems = [{ field: 'file', message: 'unitImport.brokenJson', values: { name: 'a' } }]
    const { promise, resolve } = Promise.withResolvers<ReadOutcome>()
    const reading = await begin(() => promise)
    resolve({ problems })
    const stopped = await seen({ reading, neighbours: '9902 Vikabygd' })
    expect(stopped.headers.get('Refresh')).toBeNull()
    expect(await stopped.json()).toMatchObject({ going: null, stopped: problems, neighbours: '9902 Vikabygd' })
    const cutOff = await seen({ reading: 'unknown' })
    expect(await cutOff.json()).toMatchObject({ going: null, stopped: [{ message: 'unitImport.cutOff' }] })
  })

  it('is for advisers', async () => {
    expect((await seen({ reading: 'unknown' }, PEOPLE.bluebellDirector)).status).toBe(404)
  })

  it('comes again by itself, with nothing else that the loader said', () => {
    const given = (headers: Record<string, string>) => {
      const none = new Headers()
      const loaderHeaders = new Headers({ 'Content-Type': 'application/json', ...headers })
      return [
        ...new Headers(
          importing.headers({ loaderHeaders, parentHeaders: none, actionHeaders: none, errorHeaders: undefined }),
        ),
      ]
    }
    expect(given({ Refresh: '1' })).toEqual([['refresh', '1']])
    expect(given({})).toEqual([])
  })
})

const table = (count: number) =>
  `Navn;Eierform\n${Array.from({ length: count }, (_, at) => `Nr ${at} barnehage;Privat`).join('\n')}`

describe('taking in', () => {
  it('takes the rows chosen and says so; undoing says what it would do, and does it', async () => {
    const id = idIn(await send([['skoler.json', words('schools-v3.json')]]))
    const { would } = await look(id)
    const row = String(would?.added.rows[0]?.number)
    const response = await take(id, { seen: would?.seen ?? '', rows: row })
    expect([response.status, response.headers.get('Location')]).toEqual([303, `/units/import/${id}?saved=done`])
    expect(await look(id)).toMatchObject({ would: null, done: { rows: [{ name: 'Åsen skole', kind: 'added' }] } })

    const headers = { Cookie: await cookieOf(here, PEOPLE.adviser.id) }
    const given = { params: { import: id }, edge: edgeOf(here) }
    const path = `/units/import/${id}/undoing`
    const shown = await responseOf(undoing.loader, { request: getting(path, headers), ...given })
    expect(await shown.json()).toMatchObject({ undoing: { all: 1, rows: [{ name: 'Åsen skole', stays: null }] } })
    const undone = await responseOf(undoing.action, { request: posting(path, { form: 'f' }, headers), ...given })
    expect(undone.headers.get('Location')).toBe(`/units/import/${id}?saved=undone`)
    const again = await responseOf(undoing.action, { request: posting(path, { form: 'g' }, headers), ...given })
    expect(await problemsOf(again)).toMatchObject([{ message: 'unitImport.isUndone' }])
  })

  it('keeps the choice where it was not saved', async () => {
    const id = idIn(await send([['skoler.json', words('schools-v3.json')]]))
    const response = await take(id, { seen: 'something else', rows: '4' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      problems: [{ field: 'rows', message: 'unitImport.otherwise' }],
      typed: { rows: '4' },
    })
  })

  it('shows a long list whole up to a thousand rows, and takes the rest along', async () => {
    const id = idIn(await send([['t', table(1200)]]))
    const { would } = await look(id)
    expect([would?.added.all, would?.added.rows.length]).toEqual([1200, 1000])
    const response = await take(id, { seen: would?.seen ?? '', rows: '2' })
    expect([response.status, response.headers.get('Location')]).toEqual([303, `/units/import/${id}?saved=done`])
    const meanwhile = { going: { doing: 'carrying out', done: 0, of: null }, review: null, again: '1' }
    expect(await visit(id, '?saved=done')).toMatchObject(meanwhile)
    expect(await lookAfterwards(id)).toMatchObject({ saved: 'done', done: { all: 201 }, stopped: [] })
  })

  it('logs what stopped it when it stops, though nobody comes to look', async () => {
    const id = idIn(await send([['t', table(1200)]]))
    const { would } = await look(id)
    here.sqlite.exec("create trigger full before insert on unit begin select raise(abort, 'no room on the disk'); end")
    const logged = Promise.withResolvers<object>()
    const edge = edgeOf(here)
    edge.log.error = logged.resolve
    expect((await take(id, { seen: would?.seen ?? '', rows: '2' }, edge)).status).toBe(303)
    expect(await logged.promise).toMatchObject({
      ...{ request: 'request', person: PEOPLE.adviser.id },
      err: { message: 'no room on the disk' },
    })
  })

  it('says so when it was stopped, or cut off, and shows what would happen again', async () => {
    const id = idIn(await send([['t', table(1200)]]))
    expect(await look(id, '?saved=done')).toMatchObject({
      stopped: [{ field: 'rows', message: 'unitImport.notTaken' }],
    })
    await take(id, { seen: 'something else' })
    const { would, stopped } = await lookAfterwards(id)
    expect(stopped).toEqual([{ field: 'rows', message: 'unitImport.otherwise' }])
    expect(would?.added.all).toBe(1200)
    expect((await look(id)).stopped).toEqual([])
  })
})

describe('fetching from the registers', () => {
  it('is shown where the setting has the addresses', async () => {
    const headers = { Cookie: await cookieOf(here, PEOPLE.adviser.id) }
    const registers = { kindergartens: 'http://localhost:1', schools: 'http://localhost:1' }
    const edge = () => edgeOf(here, { registers })
    const page = await responseOf(fetching.loader, {
      request: getting('/units/import/registers', headers),
      edge: edge(),
    })
    expect(await page.json()).toMatchObject({ addresses: Array(2).fill('http://localhost:1/v4/enheter/kommune/9901') })
    const request = posting('/units/import/registers', { form: 'f' }, headers)
    const response = await responseOf(fetching.action, { request, edge: edge() })
    expect(await problemsOf(response)).toMatchObject([{ field: 'fetch', message: 'unitImport.silent' }, {}])
    const off = await responseOf(fetching.action, {
      request: posting('/units/import/registers', { form: 'f' }, headers),
      edge: edgeOf(here),
    })
    expect(off.status).toBe(404)
  })
})

it('leaves every unit as it is until it is taken in', async () => {
  const before = await here.db.selectFrom('unit').selectAll().execute()
  await look(idIn(await send([['barnehager.json', words('kindergartens-v4.json')]])))
  expect(await here.db.selectFrom('unit').selectAll().execute()).toEqual(before)
  expect(before.some(({ id }) => id === BLUEBELL)).toBe(true)
})
