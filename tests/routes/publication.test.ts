import { describe, expect, it } from 'vitest'
import { PERMISSIONS } from '#app/domain/permissions.ts'
import * as publicationPage from '#app/routes/plan/draft/publication.tsx'
import * as publishedPage from '#app/routes/plan/published.tsx'
import { saveEdit } from '#app/services/draft.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { ROUTINES } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { drafting, sent, shown, visited } from './drafting.ts'

interface Looked {
  title: string
  draft: {
    form: string
    seen: string
    draftId: string
    number: number
    kindergartens: number
    schools: number
    years: number[]
    likely: number
    stops: { count: number; spots: { to: string; what: string; lacks: string[] }[] }
    warnings: { count: number }
    changes: { from: number; unchanged: boolean; impact: object[]; others: number } | null
  } | null
}

const look = (fjordvik: World) => shown<Looked>(fjordvik, publicationPage)

async function formOn(fjordvik: World, changes: Record<string, string> = {}): Promise<Record<string, string>> {
  const { draft } = await look(fjordvik)
  return {
    form: draft?.form ?? '',
    seen: draft?.seen ?? '',
    draft: draft?.draftId ?? '',
    validFromCycle: String(draft?.likely),
    adoptedBy: 'Kommunestyret',
    caseNumber: '27/114',
    adoptedOn: '2027-03-04',
    changeNote: 'Nytt steg.',
    ...changes,
  }
}

/** A step with nothing but a title. */
async function addUnfinishedStep(fjordvik: World): Promise<string> {
  const id = newId()
  const step = {
    id,
    title: { nb: 'Sommerbrev' },
    guidance: null,
    carriedOutBy: null,
    scope: 'pair',
    responsible: null,
    confirmedBy: null,
    due: null,
    binding: 'plan',
    sensitive: false,
    aboutSingleChildren: false,
    sparedSmallPairs: false,
    legalBasis: [],
  } as const
  const edit = { kind: 'step', routineId: ROUTINES.cooperation, step, meant: null } as const
  await saveEdit(fjordvik.as('adviser'), edit, null, newId())
  return id
}

describe('the page of a publication', () => {
  it('says what will happen, for how many, and that nothing differs yet', async () => {
    const { title, draft } = await look(await drafting())
    expect(title).toBe('Publiser versjon 2')
    expect(draft).toMatchObject({
      number: 2,
      kindergartens: 3,
      schools: 3,
      years: [2027, 2028, 2029, 2030],
      likely: 2028,
      stops: { count: 0 },
      warnings: { count: 1 },
      changes: { from: 1, unchanged: true, impact: [] },
    })
  })

  it('lists what stands in the way with links to where it is mended, and keeps the form', async () => {
    const fjordvik = await drafting()
    const id = await addUnfinishedStep(fjordvik)
    const { draft } = await look(fjordvik)
    expect(draft?.stops).toMatchObject({
      count: 3,
      spots: [
        {
          to: `/plan/draft/steps/${id}`,
          what: 'step',
          lacks: ['responsibleMissing', 'carriedOutByMissing', 'dueMissing'],
        },
      ],
    })
    const form = await formOn(fjordvik)
    const outcome = await sent(fjordvik, publicationPage, { ...form, adoptedBy: '' })
    expect(outcome).toMatchObject({
      status: 422,
      problems: [
        ['mend', 'draftNotReady'],
        ['adoptedBy', 'adoptedByMissing'],
      ],
      typed: { ...form, adoptedBy: '' },
    })
  })

  it('shows no more than one can mend in one go', async () => {
    const fjordvik = await drafting()
    for (let count = 0; count < 31; count += 1) await addUnfinishedStep(fjordvik)
    const { draft } = await look(fjordvik)
    expect(draft?.stops).toMatchObject({ count: 93, more: 3 })
    expect(draft?.stops.spots).toHaveLength(30)
  })

  it('publishes, and leads to what comes next', async () => {
    const fjordvik = await drafting()
    const form = await formOn(fjordvik)
    expect(await sent(fjordvik, publicationPage, form)).toMatchObject({
      status: 303,
      to: '/plan/versions/2/published',
    })
    const next = await shown(fjordvik, publishedPage, { params: { version: '2' } })
    expect(next).toMatchObject({
      title: 'Versjon 2 er publisert',
      number: 2,
      behind: [{ year: 2027, follows: 1 }],
    })
  })

  it('leads there again where the form was sent twice, and tells an old page that it is done', async () => {
    const fjordvik = await drafting()
    const [form, old] = [await formOn(fjordvik), await formOn(fjordvik)]
    const once = await sent(fjordvik, publicationPage, form)
    expect(await sent(fjordvik, publicationPage, form)).toEqual(once)
    expect(await sent(fjordvik, publicationPage, old)).toMatchObject({
      status: 422,
      problems: [['seen', 'alreadyPublished']],
    })
    expect((await look(fjordvik)).draft).toBeNull()
  })

  it.each([
    ['adoptedOn', '', 'adoptedDayMissing'],
    ['adoptedOn', '2027-02-30', 'adoptedDayMissing'],
    ['adoptedOn', '2027-03-11', 'adoptedLater'],
    ['adoptedBy', '  ', 'adoptedByMissing'],
    ['changeNote', '', 'changeNoteMissing'],
    ['validFromCycle', 'snart', 'formIncomplete'],
    ['validFromCycle', '2024', 'validFromOutside'],
    ['seen', '', 'formIncomplete'],
  ])('asks for %s again where it is "%s"', async (field, value, message) => {
    const fjordvik = await drafting()
    const form = await formOn(fjordvik, { [field]: value })
    expect(await sent(fjordvik, publicationPage, form)).toMatchObject({
      status: 422,
      problems: [[field, message]],
      typed: form,
    })
  })

  it('says that there is nothing to publish where nobody has begun', async () => {
    expect(await look(await world())).toEqual({ title: 'Det er ikke noe utkast å publisere', draft: null })
  })

  it('does not exist for others, nor does what comes after it', async () => {
    const fjordvik = await drafting()
    const form = await formOn(fjordvik)
    const may = Object.keys(PERMISSIONS['edit the plan'])
    for (const as of Object.values(PEOPLE)) {
      const status = as.seats.some(({ role }) => may.includes(role)) ? 200 : 404
      expect((await visited(fjordvik, publicationPage, { as })).status).toBe(status)
      expect((await visited(fjordvik, publishedPage, { as, params: { version: '1' } })).status).toBe(status)
      if (status === 404) expect((await sent(fjordvik, publicationPage, form, { as })).status).toBe(404)
    }
    const visitor = await sent(fjordvik, publicationPage, form, { as: null })
    expect([visitor.status, visitor.to]).toEqual([303, '/sign-in?back=%2F'])
  })

  it.each(['0', '2', 'x', '1.5'])('comes after no version %s', async (version) => {
    expect((await visited(await world(), publishedPage, { params: { version } })).status).toBe(404)
  })
})
