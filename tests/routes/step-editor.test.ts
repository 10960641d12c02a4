import { describe, expect, it } from 'vitest'
import type { Rendered } from '#app/components/guidance-preview.tsx'
import type { StepEditing } from '#app/components/step-editor.tsx'
import { findStep } from '#app/domain/draft.ts'
import { LANGUAGES } from '#app/domain/language.ts'
import type { Person } from '#app/domain/permissions.ts'
import type { WrittenStep } from '#app/domain/plan.ts'
import type { Problem, Receipt } from '#app/domain/problem.ts'
import * as copyPage from '#app/routes/plan/draft/copy.tsx'
import * as newStepPage from '#app/routes/plan/draft/new-step.tsx'
import * as previewPage from '#app/routes/plan/draft/preview.tsx'
import * as stepPage from '#app/routes/plan/draft/step.tsx'
import { readDiscarding } from '#app/services/outline.server.ts'
import { beginDraft, discardDraft, findOpenDraft, saveEdit } from '#app/services/draft.server.ts'
import { ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { cookieOf, edgeOf, getting, ORIGIN, posting, responseOf } from './visiting.ts'

type Page = { loader?: Parameters<typeof responseOf>[0]; action?: Parameters<typeof responseOf>[0] }
interface Sending {
  page?: Page
  params?: Record<string, string>
  person?: Person | null
}
type Form = Record<string, string | string[]>

interface Seen {
  id: string
  heading: { words: string }
  seen: string
  saved: boolean
  out: { what: string; id: string } | null
  shortcomings: { lacks: string }[]
  step: StepEditing
}

const FORMS = { step: STEPS.sendForms }
const PATH = `/plan/draft/steps/${STEPS.sendForms}`

async function drafting(): Promise<World> {
  const fjordvik = await world()
  await beginDraft(fjordvik.as('adviser'), { number: 1 }, 'begin')
  return fjordvik
}

async function see<T = Seen>(fjordvik: World, page: Page, params: Record<string, string>, person: Person | null) {
  const headers: Record<string, string> = person ? { Cookie: await cookieOf(fjordvik, person.id) } : {}
  const response = await responseOf(page.loader!, { request: getting('/', headers), params, edge: edgeOf(fjordvik) })
  return { status: response.status, data: (await response.json().catch(() => null)) as T }
}

async function open(fjordvik: World, step = STEPS.sendForms): Promise<Seen> {
  return (await see(fjordvik, stepPage, { step }, PEOPLE.adviser)).data
}

/** What the browser sends of a form as it was opened. */
function formOf({ seen, step: { fields, codes, form } }: Seen): Form {
  const { title, guidance, sensitive, aboutSingleChildren, sparedSmallPairs, ...choices } = fields
  return {
    form,
    seen,
    ...Object.fromEntries(LANGUAGES.map((language) => [`title.${language}`, title[language] ?? ''])),
    ...Object.fromEntries(LANGUAGES.map((language) => [`guidance.${language}`, guidance[language] ?? ''])),
    ...choices,
    ...(sensitive && { sensitive: 'on' }),
    ...(aboutSingleChildren && { aboutSingleChildren: 'on' }),
    ...(sparedSmallPairs && { sparedSmallPairs: 'on' }),
    ...Object.fromEntries(codes.map((code, at) => [`legalBasis.${at}`, code])),
  }
}

async function send(
  fjordvik: World,
  form: Form,
  { page = stepPage, params = FORMS, person = PEOPLE.adviser }: Sending = {},
): Promise<Response> {
  const headers: Record<string, string> = person ? { Cookie: await cookieOf(fjordvik, person.id) } : {}
  const body = new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each]))) // prettier-ignore
  const request = new Request(ORIGIN + PATH, { method: 'POST', headers, body })
  return responseOf(page.action!, { request, params, edge: edgeOf(fjordvik) })
}

async function problemsOf(response: Response): Promise<Problem[]> {
  expect(response.status).toBe(422)
  const receipt = (await response.json()) as Extract<Receipt, { typed: unknown }>
  return [...receipt.problems]
}

async function stepIn({ db }: World, id = STEPS.sendForms) {
  const draft = await findOpenDraft(db)
  return findStep(draft!.content, id)
}

describe('the editor of a step', () => {
  it('saves what was written and leads back to itself', async () => {
    const fjordvik = await drafting()
    const form = { ...formOf(await open(fjordvik)), 'title.en': 'Send the papers', month: '4', meant: 'wording' }
    const response = await send(fjordvik, form)
    expect([response.status, response.headers.get('Location')]).toEqual([303, `${PATH}?saved=1`])
    const saved = await stepIn(fjordvik)
    expect(saved?.routine.id).toBe(ROUTINES.cooperation)
    expect(saved?.step).toEqual({
      ...(await stepIn(await drafting()))?.step,
      title: {
        nb: 'Sende overføringsskjema til skolen',
        nn: 'Sende overføringsskjema til skulen',
        en: 'Send the papers',
      },
      due: { kind: 'school start year', month: 4, day: 1 },
    } satisfies Partial<WrittenStep>)
  })

  it('saved as it was opened changes nothing, for every step of the plan', async () => {
    const fjordvik = await drafting()
    const before = (await findOpenDraft(fjordvik.db))?.content
    for (const step of Object.values(STEPS)) {
      const response = await send(fjordvik, formOf(await open(fjordvik, step)), { params: { step } })
      expect([step, response.status]).toEqual([step, 303])
    }
    expect((await findOpenDraft(fjordvik.db))?.content).toEqual(before)
  })

  it('may leave what is not known yet, and says what is missing before the plan can be published', async () => {
    const fjordvik = await drafting()
    const empty = { ...formOf(await open(fjordvik)), 'title.nb': ' ', due: '', responsible: '', carriedOutBy: '' }
    expect((await send(fjordvik, empty)).status).toBe(303)
    expect((await stepIn(fjordvik))?.step).toMatchObject({ due: null, responsible: null, carriedOutBy: null })
    const { shortcomings, heading } = await open(fjordvik)
    expect(shortcomings.map(({ lacks }) => lacks)).toEqual(
      expect.arrayContaining(['titleMissing', 'responsibleMissing', 'carriedOutByMissing', 'dueMissing']),
    )
    expect(heading.words).toBe('Steg uten navn')
  })

  it('takes lines as they are typed, however the browser ends them', async () => {
    const fjordvik = await drafting()
    await send(fjordvik, { ...formOf(await open(fjordvik)), 'guidance.en': ' - one\r\n- two\r\n' })
    expect((await stepIn(fjordvik))?.step.guidance?.en).toBe('- one\n- two')
  })

  it('counts days before the first school day, and after it', async () => {
    const fjordvik = await drafting()
    const due = 'days from first school day'
    await send(fjordvik, { ...formOf(await open(fjordvik)), due, days: '14', direction: 'before' })
    expect((await stepIn(fjordvik))?.step.due).toEqual({ kind: due, days: -14 })
    expect((await open(fjordvik)).step.fields).toMatchObject({ due, days: '14', direction: 'before' })
    await send(fjordvik, { ...formOf(await open(fjordvik)), direction: 'after' })
    expect((await stepIn(fjordvik))?.step.due).toEqual({ kind: due, days: 14 })
  })

  it('moves a step to another routine, where it is the same step', async () => {
    const fjordvik = await drafting()
    const before = await stepIn(fjordvik)
    await send(fjordvik, { ...formOf(await open(fjordvik)), routineId: ROUTINES.support })
    const after = await stepIn(fjordvik)
    expect(after?.step).toEqual(before?.step)
    expect(after?.routine.id).toBe(ROUTINES.support)
  })

  it('sends no more than a page of 60 kB holds, with a plan of 40 steps', async () => {
    const fjordvik = await drafting()
    const { step } = (await stepIn(fjordvik))!
    const { meaning: _, ...rest } = { ...step, guidance: { nb: 'En setning om steget. '.repeat(20) } }
    const steps = Array.from({ length: 30 }, (_, at) => ({ ...rest, id: `step-number-${at}` }))
    await saveEdit(fjordvik.as('adviser'), { kind: 'steps', routineId: ROUTINES.frame, steps }, null, 'many')
    expect(JSON.stringify(await open(fjordvik, 'step-number-7')).length).toBeLessThan(8000)
  })
})

describe('what cannot be saved', () => {
  it.each([
    ['a title of 201 characters', { 'title.nn': 'a'.repeat(201), meant: 'wording' }, ['title.nn', 'textTooLong']],
    [
      '10 001 characters of guidance',
      { 'guidance.nb': 'a'.repeat(10_001), meant: 'wording' },
      ['guidance.nb', 'textTooLong'],
    ],
    ['30 February', { due: 'school start year', day: '30', month: '2' }, ['due', 'noSuchDay']],
    ['a day without a month', { month: '' }, ['month', 'monthMissing']],
    ['a month without a day', { day: '' }, ['day', 'dayOfMonthMissing']],
    ['half a day', { due: 'days from first school day', days: '1.5' }, ['days', 'daysMissing']],
    ['no number of days', { due: 'days from first school day', days: '' }, ['days', 'daysMissing']],
    ['401 days', { due: 'days from first school day', days: '401' }, ['due', 'noSuchDay']],
    ['a routine that is not there', { routineId: 'gone' }, ['routineId', 'routineGone']],
    ['a new wording without a word on what it means', { 'title.nb': 'Noe annet' }, ['meant', 'meantMissing']],
    ['a side that nobody is', { responsible: 'nobody' }, ['responsible', 'formIncomplete']],
    ['a form without its title', { 'title.nb': [] }, ['title.nb', 'formIncomplete']],
    ['a form that does not say what it was made from', { seen: [] }, ['seen', 'formIncomplete']],
  ])('%s', async (_what, changed: Form, [field, message]) => {
    const fjordvik = await drafting()
    const before = await findOpenDraft(fjordvik.db)
    const response = await send(fjordvik, { ...formOf(await open(fjordvik)), ...changed })
    const typed = ((await response.clone().json()) as { typed: Record<string, string> }).typed
    expect(await problemsOf(response)).toEqual([expect.objectContaining({ field, message })])
    for (const [name, value] of Object.entries(changed)) if (typeof value === 'string') expect(typed[name]).toBe(value)
    expect(await findOpenDraft(fjordvik.db)).toEqual(before)
  })

  it('10 000 characters are not too many', async () => {
    const fjordvik = await drafting()
    const form = { ...formOf(await open(fjordvik)), 'guidance.en': 'a'.repeat(10_000) }
    expect((await send(fjordvik, form)).status).toBe(303)
  })

  it('a step that was taken out: what was typed is not lost', async () => {
    const fjordvik = await drafting()
    const form = { ...formOf(await open(fjordvik)), 'title.en': 'Typed' }
    await saveEdit(fjordvik.as('adviser'), { kind: 'take out', what: 'step', id: STEPS.sendForms }, null, 'out')
    const again = await open(fjordvik)
    expect(again.out).toMatchObject({ what: 'step', id: STEPS.sendForms })
    const response = await send(fjordvik, form)
    expect(await problemsOf(response)).toEqual([{ field: 'seen', message: 'takenOutMeanwhile' }])
  })

  it('anything, once the draft is gone', async () => {
    const fjordvik = await drafting()
    const form = formOf(await open(fjordvik))
    await discardDraft(fjordvik.as('adviser'), (await readDiscarding(fjordvik.as('adviser')))!.seen, 'discard')
    expect((await send(fjordvik, form)).status).toBe(404)
  })
})

describe('what a change means', () => {
  it('is asked of a new wording, and the answer decides whether the step opens again', async () => {
    const reworded = async (meant: string) => {
      const fjordvik = await drafting()
      const form = { ...formOf(await open(fjordvik)), 'title.nb': 'Noe annet', meant }
      expect((await send(fjordvik, form)).status).toBe(303)
      return (await stepIn(fjordvik))?.step.meaning
    }
    expect(await reworded('wording')).toBe(1)
    expect(await reworded('meaning')).toBe(2)
  })

  it('stands as answered while nothing more is reworded, and is asked again when it is', async () => {
    const fjordvik = await drafting()
    await send(fjordvik, { ...formOf(await open(fjordvik)), 'title.nb': 'Noe annet', meant: 'meaning' })
    expect((await open(fjordvik)).step.answered).toBe('meaning')
    expect((await send(fjordvik, { ...formOf(await open(fjordvik)), month: '6' })).status).toBe(303)
    expect((await stepIn(fjordvik))?.step).toMatchObject({ meaning: 2, due: { month: 6 } })
    const more = { ...formOf(await open(fjordvik)), 'title.nb': 'Noe helt annet' }
    expect(await problemsOf(await send(fjordvik, more))).toEqual([{ field: 'meant', message: 'meantMissing' }])
  })

  it('is not asked where other people answer now: the step opens again', async () => {
    const fjordvik = await drafting()
    await send(fjordvik, { ...formOf(await open(fjordvik)), responsible: 'school', confirmedBy: '' })
    expect((await stepIn(fjordvik))?.step.meaning).toBe(2)
  })
})

describe('two editors', () => {
  it('keep both texts: the second is told who saved first, and saves again with open eyes', async () => {
    const fjordvik = await drafting()
    const opened = await open(fjordvik)
    const first = { ...formOf(opened), form: 'first', 'guidance.en': 'The first text' }
    await send(fjordvik, first, { person: PEOPLE.secondAdviser })
    const second = { ...formOf(opened), 'guidance.en': 'The second text' }
    const response = await send(fjordvik, second)
    const receipt = (await response.json()) as { problems: Problem[]; typed: Record<string, string> }
    expect([response.status, receipt.problems]).toEqual([
      422,
      [{ field: 'seen', message: 'changedMeanwhile', values: { name: PEOPLE.secondAdviser.name } }],
    ])
    expect(receipt.typed['guidance.en']).toBe('The second text')
    const now = await open(fjordvik)
    expect(now.step.fields.guidance.en).toBe('The first text')
    expect((await send(fjordvik, { ...second, seen: now.seen })).status).toBe(303)
    expect((await stepIn(fjordvik))?.step.guidance?.en).toBe('The second text')
  })

  it('of different steps do not stand in each other’s way', async () => {
    const fjordvik = await drafting()
    const [forms, visit] = [await open(fjordvik), await open(fjordvik, STEPS.visit)]
    expect((await send(fjordvik, { ...formOf(forms), month: '4' })).status).toBe(303)
    const params = { step: STEPS.visit }
    expect((await send(fjordvik, { ...formOf(visit), month: '3' }, { params })).status).toBe(303)
  })

  it('a form sent twice saves once', async () => {
    const fjordvik = await drafting()
    const form = { ...formOf(await open(fjordvik)), month: '4' }
    for (const _ of [1, 2]) expect((await send(fjordvik, form)).status).toBe(303)
    const events = await fjordvik.db.selectFrom('event').select('kind').where('kind', '=', 'draft edited').execute()
    expect(events).toHaveLength(1)
  })
})

describe('a new step', () => {
  const page = newStepPage as Page
  const params = { routine: ROUTINES.support }
  const written = (data: Seen) => ({
    ...formOf(data),
    id: data.id,
    'title.nb': 'Et nytt steg',
    responsible: 'school',
    carriedOutBy: 'principal',
  })

  it('is written last into its routine, once, and shown there', async () => {
    const fjordvik = await drafting()
    const { data } = await see(fjordvik, page, params, PEOPLE.adviser)
    for (const _ of [1, 2]) {
      const response = await send(fjordvik, written(data), { page, params })
      expect([response.status, response.headers.get('Location')]).toEqual([
        303,
        `/plan/draft/routines/${ROUTINES.support}?saved=${data.id}#step-${data.id}`,
      ])
    }
    const saved = await stepIn(fjordvik, data.id)
    expect(saved?.routine.steps.map(({ id }) => id)).toEqual([STEPS.clarifyNeeds, STEPS.decideSupport, data.id])
    expect(saved?.step).toMatchObject({ title: { nb: 'Et nytt steg' }, scope: 'pair', due: null, meaning: 1 })
  })

  it('cannot take the place of a step that is there', async () => {
    const fjordvik = await drafting()
    const { data } = await see(fjordvik, page, params, PEOPLE.adviser)
    const response = await send(fjordvik, { ...written(data), id: STEPS.sendForms }, { page, params })
    expect(await problemsOf(response)).toMatchObject([{ message: 'changedMeanwhile' }])
  })

  it('is not written into a routine that is not there', async () => {
    const fjordvik = await drafting()
    expect((await see(fjordvik, page, { routine: 'none' }, PEOPLE.adviser)).status).toBe(404)
  })
})

describe('a copy of a step', () => {
  const page = copyPage as Page

  it('is a new step that says so, last in the routine, and opens in its editor', async () => {
    const fjordvik = await drafting()
    const { data } = await see<{ id: string; form: string }>(fjordvik, page, FORMS, PEOPLE.adviser)
    for (const _ of [1, 2]) {
      const response = await send(fjordvik, { form: data.form, id: data.id }, { page })
      expect([response.status, response.headers.get('Location')]).toEqual([303, `/plan/draft/steps/${data.id}`])
    }
    const [original, copy] = [await stepIn(fjordvik), await stepIn(fjordvik, data.id)]
    expect(copy?.step).toEqual({
      ...original?.step,
      id: data.id,
      meaning: 1,
      title: {
        nb: 'Sende overføringsskjema til skolen (kopi)',
        nn: 'Sende overføringsskjema til skulen (kopi)',
        en: 'Send the forms (copy)',
      },
    })
    expect(copy?.routine.steps.at(-1)?.id).toBe(data.id)
  })

  it('of a step with the longest title there can be is made, too', async () => {
    const fjordvik = await drafting()
    await send(fjordvik, { ...formOf(await open(fjordvik)), 'title.nb': 'a'.repeat(200), meant: 'wording' })
    const id = 'AAAAAAAAAAAAAAAAAAAAAA'
    expect((await send(fjordvik, { form: 'copy', id }, { page })).status).toBe(303)
    expect((await stepIn(fjordvik, id))?.step.title.nb).toMatch(/^a{190,} \(kopi\)$/)
  })
})

describe('the preview of guidance', () => {
  async function preview(nb: string, person: Person | null = PEOPLE.adviser): Promise<Response> {
    const form = { 'text.nb': nb, 'text.nn': '', 'text.en': '' }
    return send(await world(), form, { page: previewPage, params: {}, person })
  }
  const htmlOf = async (nb: string) => ((await (await preview(nb)).json()) as { html: Rendered[] }).html[0]?.html ?? ''

  it('shows simple Markdown, in the languages that are written', async () => {
    const response = await preview('**Nå**\n\n- en\n- to\n\n[les](https://example.com)')
    const { html } = (await response.json()) as { html: Rendered[] }
    expect(html.map(({ language }) => language)).toEqual(['nb'])
    expect(html[0]?.html).toContain('<strong>Nå</strong>')
    expect(html[0]?.html).toContain('<li>to</li>')
    expect(html[0]?.html).toContain('<a href="https://example.com">les</a>')
  })

  it('makes what is hostile harmless', async () => {
    expect(await htmlOf('<img src=x onerror=alert(1)> [x](javascript:alert(1))')).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt; [x](javascript:alert(1))</p>\n',
    )
  })

  it('is for those who edit the plan', async () => {
    expect((await preview('x', PEOPLE.bluebellDirector)).status).toBe(404)
    expect((await preview('x', null)).status).toBe(303)
  })
})

describe('who has no right to edit', () => {
  it.each([
    ['a director', PEOPLE.bluebellDirector, 404],
    ['an observer', PEOPLE.observer, 404],
    ['an owner', PEOPLE.kindergartenOwner, 404],
    ['a visitor', null, 303],
  ])('%s neither sees nor saves', async (_who, person, status) => {
    const fjordvik = await drafting()
    const before = await findOpenDraft(fjordvik.db)
    const routine = { routine: ROUTINES.support }
    expect((await see(fjordvik, stepPage, FORMS, person)).status).toBe(status)
    expect((await see(fjordvik, newStepPage, routine, person)).status).toBe(status)
    expect((await see(fjordvik, copyPage, FORMS, person)).status).toBe(status)
    const form = { ...formOf(await open(fjordvik)), month: '4' }
    expect((await send(fjordvik, form, { person })).status).toBe(status)
    expect((await send(fjordvik, form, { page: newStepPage, params: routine, person })).status).toBe(status)
    expect((await send(fjordvik, form, { page: copyPage, person })).status).toBe(status)
    expect(await findOpenDraft(fjordvik.db)).toEqual(before)
  })

  it('where no draft is begun, nobody finds a step of it', async () => {
    expect((await see(await world(), stepPage, FORMS, PEOPLE.adviser)).status).toBe(404)
  })
})

it('posting helps: a broken body is answered, not failed', async () => {
  const fjordvik = await drafting()
  const headers = { Cookie: await cookieOf(fjordvik, PEOPLE.adviser.id) }
  const request = posting(PATH, { 'title.nb.x': '1', title: '2', '__proto__.nb': '3', 'a.b': '4' }, headers)
  const response = await responseOf(stepPage.action, { request, params: FORMS, edge: edgeOf(fjordvik) })
  expect((await problemsOf(response)).map(({ message }) => message)).toContain('formIncomplete')
})
