import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import * as importing from '#app/routes/units/import.tsx'
import * as fetching from '#app/routes/units/import-registers.tsx'
import * as reviewing from '#app/routes/units/import-review.tsx'
import * as undoing from '#app/routes/units/import-undoing.tsx'
import type { WouldView } from '#app/components/import-view.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Person } from '#app/domain/permissions.ts'
import { keepSentFiles } from '#app/services/unit-import.server.ts'
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

async function look(id: string): Promise<{ would: WouldView | null; done: { rows: object[] }; saved: string | null }> {
  const request = getting(`/units/import/${id}`, { Cookie: await cookieOf(here, PEOPLE.adviser.id) })
  const response = await responseOf(reviewing.loader, { request, params: { import: id }, edge: edgeOf(here) })
  return (await response.json()) as Awaited<ReturnType<typeof look>>
}

async function take(id: string, fields: Record<string, string>): Promise<Response> {
  const headers = { Cookie: await cookieOf(here, PEOPLE.adviser.id) }
  const request = posting(`/units/import/${id}`, { form: 'f', ...fields }, headers)
  return responseOf(reviewing.action, { request, params: { import: id }, edge: edgeOf(here) })
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
    expect(await problemsOf(await send([], { pasted, neighbours: 'Vikabygd' }))).toMatchObject([
      { field: 'neighbours', message: 'unitImport.neighbours' },
    ])
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
    const rows = Array.from({ length: 1200 }, (_, at) => `Nr ${at} barnehage;Privat`)
    const files = [{ name: 't', words: `Navn;Eierform\n${rows.join('\n')}` }]
    const outcome = await keepSentFiles(here.as('adviser'), { files, neighbours: [] }, 'long')
    const id = 'ids' in outcome ? outcome.ids[0]! : ''
    const { would } = await look(id)
    expect([would?.added.all, would?.added.rows.length]).toEqual([1200, 1000])
    expect((await take(id, { seen: would?.seen ?? '', rows: '2' })).status).toBe(303)
    const { done } = await look(id)
    expect(done).toMatchObject({ all: 201 })
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
