import { describe, expect, it } from 'vitest'
import { readPlanFile } from '#app/domain/plan-file-reading.ts'
import { planMarkdown } from '#app/domain/plan-file-markdown.ts'
import { planFile } from '#app/domain/plan-file.ts'
import type { PlanContent, PlanVersion } from '#app/domain/plan.ts'
import type { Problem } from '#app/domain/problem.ts'
import { findOpenDraft } from '#app/services/draft.server.ts'
import * as page from '#app/routes/plan/draft/file.tsx'
import * as versionFile from '#app/routes/plan/version-file.tsx'
import { newId } from '#app/services/new-id.server.ts'
import { openDatabase, type Db } from '#db/connection.ts'
import { FJORDVIK_PLAN, STEPS } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { world } from '#tests/world.ts'
import { cookieOf, edgeOf, getting, ORIGIN, responseOf } from './visiting.ts'

type Place = Pick<Awaited<ReturnType<typeof world>>, 'db' | 'now'>

async function download(place: Place, version: string, search = ''): Promise<Response> {
  const request = getting(`/plan/versions/${version}/file${search}`)
  return responseOf(versionFile.loader, { request, params: { version }, edge: edgeOf(place) })
}

/** Sends a form as browsers do when it has a field for a file. */
async function send(place: Place, fields: Record<string, string | Blob>, person: { id: string } = PEOPLE.adviser) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') body.append(name, value)
    else body.append(name, value, 'plan.md')
  }
  const headers = { Cookie: await cookieOf(place, person.id) }
  const request = new Request(`${ORIGIN}/plan/draft/file`, { method: 'POST', headers, body })
  return responseOf(page.action, { request, edge: edgeOf(place) })
}

async function problemsOf(response: Response): Promise<Problem[]> {
  expect(response.status).toBe(422)
  return ((await response.json()) as { problems: Problem[] }).problems
}

/** An empty municipality with somebody who edits its plan. */
async function emptyMunicipality(): Promise<{ db: Db; adviser: { id: string } }> {
  const { db } = openDatabase(':memory:')
  const { now } = await world()
  await db.insertInto('municipality').values({ number: '9902', name: 'Vikabygd' }).execute()
  const id = 'the adviser'
  const person = { id, name: 'Rådgiver, Vikabygd', email: 'adviser@vikabygd.example' }
  await db.insertInto('person').values({ ...person, created_at: now, deactivated_at: null }).execute() // prettier-ignore
  const seat = { id: 'seat', person_id: id, role: 'adviser' as const, unit_id: null, owner_id: null }
  await db.insertInto('seat').values({ ...seat, started_at: now, ended_at: null, accepted_at: now }).execute() // prettier-ignore
  return { db, adviser: { id } }
}

function contentOf({ title, purposes, routines, framework, legalBasis }: PlanContent): PlanContent {
  return { title, purposes, routines, framework, legalBasis }
}

describe('a version as a file', () => {
  it.each([
    ['', 'application/json; charset=utf-8', 'plan-fjordvik-versjon-1.json'],
    ['?format=json', 'application/json; charset=utf-8', 'plan-fjordvik-versjon-1.json'],
    ['?format=markdown', 'text/markdown; charset=utf-8', 'plan-fjordvik-versjon-1.md'],
  ])('%s is sent to be kept, under a name that says what it is', async (search, type, name) => {
    const response = await download(await world(), '1', search)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe(type)
    expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${name}"`)
    const read = readPlanFile(await response.text(), newId)
    expect(read).toMatchObject({ ok: true, source: { municipality: 'Fjordvik', version: 1 } })
    expect(read.ok && read.content).toEqual(contentOf(FJORDVIK_PLAN))
  })

  it.each([
    ['7', ''],
    ['x', ''],
    ['1', '?format=pdf'],
  ])('version %s%s is not found', async (version, search) => {
    expect((await download(await world(), version, search)).status).toBe(404)
  })
})

describe('reading a file', () => {
  it.each(['json', 'markdown'])('carries a plan to an empty municipality: %s', async (format) => {
    const fjordvik = await world()
    const file = await (await download(fjordvik, '1', `?format=${format}`)).blob()
    const { db, adviser } = await emptyMunicipality()
    const vikabygd = { db, now: fjordvik.now }
    const response = await send(vikabygd, { form: 'f', file, pasted: '' }, adviser)
    expect([response.status, response.headers.get('Location')]).toEqual([
      303,
      '/plan/draft/file?read=1&municipality=Fjordvik&version=1',
    ])
    const draft = await findOpenDraft(db)
    expect(draft?.content).toEqual(contentOf(FJORDVIK_PLAN))
    expect(draft?.basedOn).toBeNull()
    const headers = { Cookie: await cookieOf(vikabygd, adviser.id) }
    const request = getting(response.headers.get('Location')!, headers)
    const shown = await responseOf(page.loader, { request, edge: edgeOf(vikabygd) })
    expect(await shown.json()).toMatchObject({
      read: {
        source: { municipality: 'Fjordvik', version: 1 },
        counts: { routines: 3, steps: 10, areas: 2, elements: 3, bases: 2 },
        against: null,
        asks: 0,
      },
    })
    await db.destroy()
  })

  const edited = (change: (step: PlanVersion['routines'][number]['steps'][number]) => object): PlanVersion => ({
    ...FJORDVIK_PLAN,
    routines: FJORDVIK_PLAN.routines.map((routine) => ({
      ...routine,
      steps: routine.steps.map((step) => ({ ...step, ...change(step) })),
    })),
  })

  it('at home is measured against the plan in force: what only the editor can tell waits for the editor', async () => {
    const fjordvik = await world()
    const version = edited((step) => {
      if (step.id === STEPS.sendForms) return { title: { nb: 'Sende skjemaene' }, meaning: 7 }
      if (step.id === STEPS.visit) return { responsible: 'kindergarten', meaning: 7 }
      return step.id === STEPS.firstDay ? { due: { kind: 'days from first school day', days: 1 }, meaning: 7 } : {}
    })
    const response = await send(fjordvik, { form: 'f', file: '', pasted: planMarkdown(version, 'Fjordvik') })
    expect(response.status).toBe(303)
    const draft = await findOpenDraft(fjordvik.db)
    const steps = draft!.content.routines.flatMap(({ steps }) => steps)
    const meaningOf = (id: string) => steps.find((step) => step.id === id)?.meaning
    expect(draft?.basedOn?.number).toBe(1)
    expect([STEPS.sendForms, STEPS.visit, STEPS.firstDay, STEPS.formGroup].map(meaningOf)).toEqual([0, 2, 1, 1])
  })

  it('of another plan begins from nothing', async () => {
    const fjordvik = await world()
    const pasted = '# Plan for Vika\n\n# Rutiner\n\n## Samarbeid\n\n### Møtes\n\n- Hvor: hver skole\n'
    expect((await send(fjordvik, { form: 'f', pasted })).status).toBe(303)
    const draft = await findOpenDraft(fjordvik.db)
    expect(draft).toMatchObject({ basedOn: null, content: { routines: [{ steps: [{ meaning: 1 }] }] } })
  })

  it('says line by line what to mend, and keeps what was pasted', async () => {
    const fjordvik = await world()
    const pasted = '# Plan\n\n# Rutiner\n\n## Samarbeid\n\n### Møtes\n'
    const response = await send(fjordvik, { form: 'f', file: new Blob(['']), pasted })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      problems: [{ field: 'pasted', message: 'file.factMissing', values: { where: 'Linje 7: ', name: 'Hvor' } }],
      typed: { pasted: pasted.replaceAll('\n', '\r\n') },
    })
    expect(await findOpenDraft(fjordvik.db)).toBeNull()
  })

  it('does not send a file back, and counts what is wrong beyond the first twenty', async () => {
    const fjordvik = await world()
    const file = new Blob([`# Plan\n${'Dette hører ikke til noe\n'.repeat(30)}`])
    const response = await send(fjordvik, { form: 'f', file, pasted: '' })
    const { problems, typed } = (await response.json()) as { problems: Problem[]; typed: object }
    expect(problems).toHaveLength(21)
    expect(problems.at(-1)).toEqual({ field: 'file', message: 'file.more', values: { count: 10 } })
    expect(typed).toEqual({ form: 'f', pasted: '' })
  })

  it('takes one file or one text', async () => {
    const fjordvik = await world()
    const text = planFile(FJORDVIK_PLAN, 'Fjordvik')
    expect(await problemsOf(await send(fjordvik, { form: 'f', pasted: ' ' }))).toMatchObject([
      { field: 'file', message: 'file.missing' },
    ])
    expect(await problemsOf(await send(fjordvik, { form: 'f', file: new Blob([text]), pasted: text }))).toMatchObject([
      { field: 'pasted', message: 'file.both' },
    ])
  })

  it('begins no second draft, and the same form only once', async () => {
    const fjordvik = await world()
    const pasted = planFile(FJORDVIK_PLAN, 'Fjordvik')
    expect((await send(fjordvik, { form: 'f', pasted })).status).toBe(303)
    expect((await send(fjordvik, { form: 'f', pasted })).status).toBe(303)
    expect(await problemsOf(await send(fjordvik, { form: 'g', pasted }))).toMatchObject([{ message: 'draftExists' }])
  })

  it.each<[string, Uint8Array]>([
    ['windows-1252', Uint8Array.from('# Plan for Vikabygd på Nes', (letter) => letter.charCodeAt(0))],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from('# Plan for Vikabygd på Nes', 'utf16le')])],
    ['UTF-8 with a mark', new Uint8Array(Buffer.from('\ufeff# Plan for Vikabygd på Nes'))],
  ])('understands a file in %s', async (_, bytes) => {
    const fjordvik = await world()
    expect((await send(fjordvik, { form: 'f', file: new Blob([bytes as BlobPart]) })).status).toBe(303)
    expect((await findOpenDraft(fjordvik.db))?.content.title).toEqual({ nb: 'Plan for Vikabygd på Nes' })
  })
})
