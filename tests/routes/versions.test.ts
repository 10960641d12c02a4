import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#app/domain/permissions.ts'
import { beginDraft } from '#app/services/draft.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { publishNext } from '#tests/services/renewing.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, responseOf } from './visiting.ts'

let site: Map<string, Page>
beforeAll(async () => {
  site = await pages()
})

async function ask(fjordvik: World, path: string, person: Person | null, version = ''): Promise<Response> {
  const loader = site.get(path)?.loader
  if (!loader) throw new Error(`${path} shows nothing`)
  const headers: Record<string, string> = person ? { Cookie: await cookieOf(fjordvik, person.id) } : {}
  const request = getting(path.replace(':version', version), headers)
  return responseOf(loader, { request, params: { version }, edge: edgeOf(fjordvik) })
}

async function list(fjordvik: World, person: Person | null): Promise<unknown> {
  return (await ask(fjordvik, '/plan/versions', person)).json()
}

describe('the list of versions', () => {
  it('has the newest first, each compared with the one before it', async () => {
    const fjordvik = await world()
    await publishNext(fjordvik, 2, {})
    expect(await list(fjordvik, null)).toMatchObject({
      writes: false,
      draft: null,
      versions: [
        {
          number: 2,
          inForce: true,
          compare: '/plan/compare?from=1&to=2',
          files: {
            json: '/plan/versions/2/file?format=json',
            markdown: '/plan/versions/2/file?format=markdown',
          },
          begin: null,
          publication: { changeNote: 'Skjemaet er nytt' },
        },
        { number: 1, inForce: false, path: '/plan/versions/1', compare: null },
      ],
    })
  })

  it('offers an adviser to begin a draft from each, until there is one', async () => {
    const fjordvik = await world()
    await publishNext(fjordvik, 2, {})
    expect(await list(fjordvik, PEOPLE.adviser)).toMatchObject({
      writes: true,
      draft: null,
      versions: [{ begin: '/plan/draft/beginning?from=2' }, { begin: '/plan/draft/beginning?from=1' }],
    })
    await beginDraft(fjordvik.as('adviser'), { number: 1 }, newId())
    expect(await list(fjordvik, PEOPLE.adviser)).toMatchObject({
      draft: { basedOn: 1, changedBy: PEOPLE.adviser.name, compare: '/plan/compare?from=1&to=draft' },
      versions: [{ begin: null }, { begin: null }],
    })
  })

  it('says nothing of a draft to anybody else', async () => {
    const fjordvik = await world()
    await beginDraft(fjordvik.as('adviser'), { number: 1 }, newId())
    for (const person of [null, PEOPLE.observer, PEOPLE.bluebellDirector, PEOPLE.kindergartenOwner]) {
      expect(await list(fjordvik, person)).toMatchObject({ writes: false, draft: null, versions: [{ begin: null }] })
    }
  })
})

describe('a version', () => {
  const PATH = '/plan/versions/:version'

  it('is read as it was, and says which one is in force', async () => {
    const fjordvik = await world()
    await publishNext(fjordvik, 2, { [STEPS.agreeDates]: { title: { nb: 'Nye datoer' } } })
    const read = async (version: string) => (await ask(fjordvik, PATH, null, version)).json()
    const steps = (title: string) => ({
      plan: { routines: [{ steps: [{ title: { words: title } }, {}, {}] }, {}, {}] },
    })
    expect(await read('1')).toMatchObject({ number: 1, inForce: 2, ...steps('Fastsette datoene i årshjulet') })
    expect(await read('2')).toMatchObject({ number: 2, inForce: 2, ...steps('Nye datoer') })
    expect(await read('1')).toMatchObject({ title: 'Plan for overgangen i Fjordvik, versjon 1' })
  })

  it.each(['2', '0', '01', 'x', 'draft', '1234567'])('is not found: %s', async (version) => {
    const fjordvik = await world()
    await beginDraft(fjordvik.as('adviser'), { number: 1 }, newId())
    for (const person of [null, PEOPLE.adviser]) {
      expect((await ask(fjordvik, PATH, person, version)).status).toBe(404)
    }
  })
})
