import { beforeAll, describe, expect, it } from 'vitest'
import type { PastedView } from '#app/components/pasted-rows.ts'
import type { TableAnswer } from '#app/components/table-page.tsx'
import type { PlanContent } from '#app/domain/plan.ts'
import { beginDraft, readDraft } from '#app/services/draft.server.ts'
import { ROUTINES } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, ORIGIN, responseOf } from './visiting.ts'

const PASTE = '/plan/draft/table'
const ADD = '/plan/draft/table/steps'

let site: Map<string, Page>
beforeAll(async () => {
  site = await pages()
})

type Fields = Record<string, string | string[]>

async function send(fjordvik: World, path: string, fields: Fields, personId = PEOPLE.adviser.id): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each)
  const headers = { Cookie: await cookieOf(fjordvik, personId) }
  const request = new Request(ORIGIN + path, { method: 'POST', headers, body })
  return responseOf(site.get(path)!.action!, { request, edge: edgeOf(fjordvik) })
}

async function answerOf(response: Response): Promise<TableAnswer> {
  return (await response.json()) as TableAnswer
}

/** Fjordvik with a draft begun from its plan. */
async function withDraft(): Promise<World> {
  const fjordvik = await world()
  await beginDraft(fjordvik.as('adviser'), { number: 1 }, 'begin')
  return fjordvik
}

async function contentOf(fjordvik: World): Promise<PlanContent> {
  return (await readDraft(fjordvik.as('adviser')))!.content
}

const TABLE = [
  'Når\tHva\tHvordan\tHvem',
  'HØST\t\t\t',
  'Innen 15. oktober\tMelde antall barn\t"Bruk skjemaet.\r\n- Send til skolen"\tStyrer',
  '\tInvitere til møte\t\tRektor, PPT',
  'Ved behov\tSamtale\t\tPPT',
  '1. juni\t\t\t',
].join('\r\n')

const pasting = { pasted: TABLE, language: 'nb', routine: ROUTINES.cooperation, routineTitle: '' }

async function preview(fjordvik: World, changes: Fields = {}): Promise<PastedView> {
  const response = await send(fjordvik, PASTE, { ...pasting, ...changes })
  expect(response.status).toBe(200)
  return (await answerOf(response)).table!
}

/** What a browser sends of a table that was looked over. */
function looked(table: PastedView, changes: Fields = {}): Fields {
  const fields = ['title', 'guidance', 'day', 'month', 'year', 'by', 'responsible', 'scope'] as const
  const rows = fields.map((field): [string, string[]] => [field, table.rows.map((row) => row[field])])
  return {
    ...pasting,
    pasted: table.pasted,
    language: table.language,
    form: 'a form',
    column: table.columns.map(({ column }) => column),
    include: table.rows.filter(({ include }) => include).map(({ number }) => String(number)),
    ...Object.fromEntries(rows),
    ...changes,
  }
}

describe('a pasted table', () => {
  it('is shown row by row, and nothing is saved', async () => {
    const fjordvik = await withDraft()
    const before = await contentOf(fjordvik)
    const table = await preview(fjordvik)
    expect(table.columns.map(({ column, name }) => [column, name])).toEqual([
      ['when', 'Når'],
      ['what', 'Hva'],
      ['how', 'Hvordan'],
      ['who', 'Hvem'],
    ])
    expect(table.rows.map(({ kind, include, title, lacks }) => [kind, include, title, ...lacks])).toEqual([
      ['section', false, 'HØST'],
      ['step', true, 'Melde antall barn'],
      ['step', true, 'Invitere til møte'],
      ['step', true, 'Samtale', 'due', 'who', 'responsible'],
      ['not understood', false, '', 'title', 'who', 'responsible'],
    ])
    expect([table.needing, table.included]).toEqual([2, 3])
    expect(await contentOf(fjordvik)).toEqual(before)
  })

  it('keeps in the guidance what the fields have no place for', async () => {
    const { rows } = await preview(await withDraft())
    expect(rows.map(({ guidance }) => guidance)).toEqual([
      '',
      'Bruk skjemaet.\n\n- Send til skolen',
      'Hvem: Rektor, PPT',
      'Når: Ved behov\n\nHvem: PPT',
      '',
    ])
  })

  it('is read as its columns are matched by hand', async () => {
    const fjordvik = await withDraft()
    const { rows } = await preview(fjordvik, { pasted: 'Besøk\tmai\nMøte\tjuni', column: ['when', 'what'] })
    expect(rows.map(({ title }) => title)).toEqual(['mai', 'juni'])
  })

  it.each([
    ['nothing pasted', { pasted: ' \n' }, 'pasted', 'tableMissing'],
    ['no name for a new routine', { routine: '' }, 'routineTitle', 'routineTitleMissing'],
    ['too long a name', { routine: '', routineTitle: 'x'.repeat(201) }, 'routineTitle', 'textTooLong'],
    ['too many rows', { pasted: 'Møte\tmai\n'.repeat(501) }, 'pasted', 'tooManyRows'],
    [
      'cells on lines that make up no rows',
      { pasted: 'Når\nHva\nmai\nMøte\nMøte igjen' },
      'pasted',
      'tableOneCellALine',
    ],
    ['too much text', { pasted: `Møte\t${'x'.repeat(500_000)}` }, 'pasted', 'tableTooLarge'],
  ])('with %s says so and keeps what was typed', async (_, changes, field, message) => {
    const fields = { ...pasting, ...changes }
    const response = await send(await withDraft(), PASTE, fields)
    expect(response.status).toBe(422)
    const { problems, typed } = await answerOf(response)
    expect(problems).toMatchObject([{ field, message }])
    expect(typed).toEqual(fields)
  })
})

describe('rows that were looked over', () => {
  it('become steps last in the routine, with what was corrected', async () => {
    const fjordvik = await withDraft()
    const before = await contentOf(fjordvik)
    const table = await preview(fjordvik)
    const fields = looked(table)
    const corrected = { by: ['', 'principal', 'principal', 'class teacher', ''], include: ['2', '4'] }
    const response = await send(fjordvik, ADD, { ...fields, ...corrected })
    expect([response.status, response.headers.get('Location')]).toEqual([
      303,
      `/plan/draft/routines/${ROUTINES.cooperation}?added=2`,
    ])
    const stepsIn = ({ routines }: PlanContent) => routines.find(({ id }) => id === ROUTINES.cooperation)!.steps
    const steps = stepsIn(await contentOf(fjordvik))
    expect(steps.slice(0, -2)).toEqual(stepsIn(before))
    expect(steps.slice(-2)).toMatchObject([
      {
        title: { nb: 'Melde antall barn' },
        guidance: { nb: 'Bruk skjemaet.\n\n- Send til skolen' },
        due: { kind: 'year before school start', month: 10, day: 15 },
        carriedOutBy: 'principal',
        responsible: 'kindergarten',
        scope: 'kindergarten',
        binding: 'plan',
        confirmedBy: null,
        meaning: 1,
      },
      { title: { nb: 'Samtale' }, due: null, carriedOutBy: 'class teacher', responsible: null },
    ])
    const ids = (await contentOf(fjordvik)).routines.flatMap(({ steps }) => steps.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('become steps of a new routine, once, however often the form is sent', async () => {
    const fjordvik = await withDraft()
    const fields = looked(await preview(fjordvik), { routine: '', routineTitle: 'Fra årshjulet' })
    const first = await send(fjordvik, ADD, fields)
    const second = await send(fjordvik, ADD, fields)
    const routines = (await contentOf(fjordvik)).routines.filter(({ title }) => title.nb === 'Fra årshjulet')
    expect(routines.map(({ steps }) => steps.length)).toEqual([3])
    const location = `/plan/draft/routines/${routines[0]!.id}?added=3`
    expect([first, second].map((response) => response.headers.get('Location'))).toEqual([location, location])
  })

  it('are in bokmål too when they are written in nynorsk', async () => {
    const fjordvik = await withDraft()
    const pasted = 'Når\tKva\tKven\nVeke 10\tVitjing på skulen\tKontaktlærar, PPT'
    const table = await preview(fjordvik, { pasted, language: 'nn' })
    await send(fjordvik, ADD, looked(table, { routine: '', routineTitle: 'Frå årshjulet' }))
    const routine = (await contentOf(fjordvik)).routines.at(-1)!
    expect(routine.title).toEqual({ nb: 'Frå årshjulet', nn: 'Frå årshjulet' })
    expect(routine.steps).toMatchObject([
      {
        title: { nb: 'Vitjing på skulen', nn: 'Vitjing på skulen' },
        guidance: { nb: 'Kven: Kontaktlærar, PPT', nn: 'Kven: Kontaktlærar, PPT' },
      },
    ])
  })

  it('are a step each, a heading and a row that was not understood too, where somebody says so', async () => {
    const fjordvik = await withDraft()
    const table = await preview(fjordvik)
    const title = ['Samle innspill', ...table.rows.slice(1, -1).map((row) => row.title), 'Rydde']
    const fields = looked(table, { include: ['1', '5'], title, routine: '', routineTitle: 'Ny' })
    await send(fjordvik, ADD, fields)
    const { steps } = (await contentOf(fjordvik)).routines.at(-1)!
    expect(steps.map((step) => step.title.nb)).toEqual(['Samle innspill', 'Rydde'])
  })

  it.each([
    ['no row chosen', { include: [] }, 'include-1', 'noRowChosen'],
    ['a chosen row without a title', { include: ['5'] }, 'title-5', 'stepTitleMissing'],
    ['half a due day', { day: ['', '', '15', '', ''], include: ['2'] }, 'day-2', 'dueIncomplete'],
    [
      'a day that is not there',
      { day: ['', '31', '', '', ''], month: ['', '2', '', '', ''], include: ['2'] },
      'day-2',
      'noSuchDay',
    ],
    ['too long a title', { title: ['', 'x'.repeat(201), '', '', ''], include: ['2'] }, 'title-2', 'textTooLong'],
    ['a routine without a name', { routine: '', routineTitle: '' }, 'routineTitle', 'routineTitleMissing'],
    ['a routine that is gone', { routine: 'gone' }, 'routine', 'routineGone'],
    ['a row that got lost', { title: ['x'] }, 'columns', 'rowsDoNotFit'],
  ])('with %s are not added, and all is kept', async (_, changes: Fields, field, message) => {
    const fjordvik = await withDraft()
    const before = await contentOf(fjordvik)
    const sent = looked(await preview(fjordvik), changes)
    const response = await send(fjordvik, ADD, sent)
    expect(response.status).toBe(422)
    const { problems, typed, table } = await answerOf(response)
    expect(problems).toMatchObject([{ field, message }])
    expect(await contentOf(fjordvik)).toEqual(before)
    expect([typed.routine, typed.routineTitle]).toEqual([sent.routine, sent.routineTitle])
    if (message !== 'rowsDoNotFit')
      expect(looked(table!, { routine: typed.routine!, routineTitle: typed.routineTitle! })).toEqual(sent)
  })

  it('are added whole or not at all: no routine is begun for steps that the plan has no room for', async () => {
    const fjordvik = await withDraft()
    const pasted = `Når\tHva\tHvem\n${'mai\tMøte\tRektor\n'.repeat(500)}`
    const table = await preview(fjordvik, { pasted })
    const statuses: number[] = []
    for (const name of ['En', 'To']) {
      const fields = looked(table, { form: name, routine: '', routineTitle: name })
      statuses.push((await send(fjordvik, ADD, fields)).status)
    }
    expect(statuses).toEqual([303, 422])
    const { routines } = await contentOf(fjordvik)
    expect(routines.map(({ title }) => title.nb)).toContain('En')
    expect(routines.map(({ title }) => title.nb)).not.toContain('To')
    expect(routines.at(-1)!.steps).toHaveLength(500)
  })

  it('are sent in one form, also where there are 500 of them with much text', async () => {
    const fjordvik = await withDraft()
    const row = `15. oktober\tMøte nr\t"${'Skolen inviterer til møte på våren.\r\n'.repeat(12)}"\tRektor og styrer\r\n`
    const table = await preview(fjordvik, { pasted: `Når\tHva\tHvordan\tHvem\r\n${row.repeat(500)}` })
    expect(table.included).toBe(500)
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(looked(table)))
      for (const each of [value].flat()) body.append(name, each.replace(/\r?\n/g, '\r\n'))
    expect(body.toString().length).toBeLessThan(1024 * 1024)
  })
})

describe('who pastes', () => {
  it.each([PEOPLE.observer, PEOPLE.bluebellDirector, PEOPLE.fjordvikPrincipal])('is not $name', async ({ id }) => {
    const fjordvik = await withDraft()
    const table = await preview(fjordvik)
    const before = await contentOf(fjordvik)
    expect((await send(fjordvik, PASTE, pasting, id)).status).toBe(404)
    expect((await send(fjordvik, ADD, looked(table), id)).status).toBe(404)
    expect(await contentOf(fjordvik)).toEqual(before)
  })

  it('needs a draft to paste into, and is told so', async () => {
    const fjordvik = await world()
    expect((await send(fjordvik, PASTE, pasting)).status).toBe(404)
    const cookie = { Cookie: await cookieOf(fjordvik, PEOPLE.adviser.id) }
    const response = await responseOf(site.get(PASTE)!.loader!, {
      request: getting(PASTE, cookie),
      edge: edgeOf(fjordvik),
    })
    expect(await response.json()).toMatchObject({ target: null })
  })

  it('does so as the director of a kindergarten nowhere', async () => {
    const fjordvik = await withDraft()
    await expect(readDraft(fjordvik.as('director', BLUEBELL))).rejects.toThrow()
  })
})
