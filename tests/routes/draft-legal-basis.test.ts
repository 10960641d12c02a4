import { describe, expect, it } from 'vitest'
import * as listPage from '#app/routes/plan/draft/legal-basis-list.tsx'
import * as removalPage from '#app/routes/plan/draft/legal-basis-removal.tsx'
import * as basisPage from '#app/routes/plan/draft/legal-basis.tsx'
import * as newPage from '#app/routes/plan/draft/new-legal-basis.tsx'
import { findStep } from '#app/domain/draft.ts'
import { readDraft, saveEdit } from '#app/services/draft.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { drafting, sent, shown, visited, type DraftPage } from './drafting.ts'

const COOPERATION = { params: { code: 'BL2a' } }

async function formOn(fjordvik: World, page: DraftPage, visit: typeof COOPERATION | undefined, fields = {}) {
  const { form, id, seen = 'new' } = await shown<{ form: string; id?: string; seen?: string }>(fjordvik, page, visit)
  const typed = { 'title.nb': 'barnehageloven § 2 a', 'title.nn': '', 'title.en': '', checkedOn: '2027-03-01' }
  return { form, ...(id && { id }), seen, ...typed, ...fields }
}

async function bases(fjordvik: World) {
  return (await readDraft(fjordvik.as('adviser')))?.content.legalBasis ?? []
}

describe('the legal basis of a draft', () => {
  it('is listed with when it was checked and how many steps refer to it', async () => {
    const { bases } = await shown<{ bases: object[] }>(await drafting(), listPage)
    expect(bases).toMatchObject([
      { to: '/plan/draft/legal-basis/BL2a', checkedOn: '2025-05-12', steps: 2 },
      { to: '/plan/draft/legal-basis/O11-6', checkedOn: null, steps: 1 },
    ])
  })

  it('is changed at every step that refers to it', async () => {
    const fjordvik = await drafting()
    const outcome = await sent(fjordvik, basisPage, await formOn(fjordvik, basisPage, COOPERATION), COOPERATION)
    expect(outcome).toMatchObject({ status: 303, to: '/plan/draft/legal-basis?saved=BL2a' })
    const { content } = (await readDraft(fjordvik.as('adviser'))) ?? {}
    const saved = { code: 'BL2a', title: { nb: 'barnehageloven § 2 a' }, checkedOn: '2027-03-01' }
    expect(content?.legalBasis[0]).toEqual(saved)
    expect(content && findStep(content, STEPS.sendForms)?.step.legalBasis).toEqual([saved])
  })

  it('grows by one, once per form', async () => {
    const fjordvik = await drafting()
    const form = await formOn(fjordvik, newPage, undefined, { checkedOn: '' })
    const first = await sent(fjordvik, newPage, form)
    expect([first.status, (await sent(fjordvik, newPage, form)).status]).toEqual([303, 303])
    const all = await bases(fjordvik)
    expect(all).toHaveLength(3)
    expect(all[2]).toMatchObject({ title: { nb: 'barnehageloven § 2 a' }, checkedOn: null })
    expect(first.to).toBe(`/plan/draft/legal-basis?saved=${all[2]?.code}`)
  })

  it('does not lose other words that the same form is sent with after going back', async () => {
    const fjordvik = await drafting()
    const form = await formOn(fjordvik, newPage, undefined, { checkedOn: '' })
    await sent(fjordvik, newPage, form)
    const again = await sent(fjordvik, newPage, { ...form, 'title.nb': 'en annen lov' })
    expect(again).toMatchObject({ status: 422, problems: [['seen', 'changedMeanwhile']] })
    expect((await bases(fjordvik)).map(({ title }) => title.nb)).not.toContain('en annen lov')
  })

  it.each([
    ['title.nb', ' ', 'basisTitleMissing'],
    ['title.nn', 'x'.repeat(201), 'textTooLong'],
    ['checkedOn', '2027-03-11', 'checkedLater'],
    ['checkedOn', 'i fjor', 'checkedDayWrong'],
  ])('needs another %s than "%s"', async (field, value, message) => {
    const fjordvik = await drafting()
    for (const [page, visit] of [
      [basisPage, COOPERATION],
      [newPage, undefined],
    ] as const) {
      const form = await formOn(fjordvik, page, visit, { [field]: value })
      const outcome = await sent(fjordvik, page, form, visit)
      expect(outcome).toMatchObject({ status: 422, problems: [[field, message]], typed: form })
    }
  })

  it('is not saved over what a second adviser saved meanwhile', async () => {
    const fjordvik = await drafting()
    const form = await formOn(fjordvik, basisPage, COOPERATION)
    const basis = { code: 'BL2a', title: { nb: 'Deres' }, checkedOn: null }
    await saveEdit(fjordvik.asPerson(PEOPLE.secondAdviser), { kind: 'legal basis', basis }, null, newId())
    expect(await sent(fjordvik, basisPage, form, COOPERATION)).toMatchObject({
      problems: [['seen', 'changedMeanwhile']],
      typed: form,
    })
  })

  it('is not taken away while steps refer to it', async () => {
    const fjordvik = await drafting()
    const page = await shown<{ form: string; steps: object[] }>(fjordvik, removalPage, COOPERATION)
    expect(page.steps).toMatchObject([
      { to: `/plan/draft/steps/${STEPS.springMeeting}` },
      { to: `/plan/draft/steps/${STEPS.sendForms}` },
    ])
    expect(await sent(fjordvik, removalPage, { form: page.form }, COOPERATION)).toMatchObject({
      status: 422,
      problems: [['code', 'legalBasisInUse']],
    })
    expect(await bases(fjordvik)).toHaveLength(2)
  })

  it('is taken away where none do', async () => {
    const fjordvik = await drafting()
    const basis = { code: 'unused', title: { nb: 'Ubrukt' }, checkedOn: null }
    await saveEdit(fjordvik.as('adviser'), { kind: 'legal basis', basis }, null, newId())
    const unused = { params: { code: 'unused' } }
    const { form } = await shown<{ form: string }>(fjordvik, removalPage, unused)
    const gone = await sent(fjordvik, removalPage, { form }, unused)
    expect(gone).toMatchObject({ status: 303, to: '/plan/draft/legal-basis?gone=1' })
    expect((await bases(fjordvik)).map(({ code }) => code)).toEqual(['BL2a', 'O11-6'])
    expect((await visited(fjordvik, basisPage, unused)).status).toBe(404)
  })

  it('is for advisers with a draft', async () => {
    const fjordvik = await drafting()
    const empty = await world()
    for (const page of [listPage, newPage, basisPage, removalPage]) {
      expect((await visited(empty, page, COOPERATION)).status).toBe(404)
      expect((await visited(fjordvik, page, { ...COOPERATION, as: PEOPLE.observer })).status).toBe(404)
      expect((await visited(fjordvik, page, { ...COOPERATION, as: null })).status).toBe(303)
    }
    for (const page of [newPage, basisPage, removalPage]) {
      const form = { form: 'f', seen: 's', 'title.nb': 'x', 'title.nn': '', 'title.en': '', checkedOn: '' }
      const as = PEOPLE.bluebellDirector
      expect((await sent(fjordvik, page, form, { ...COOPERATION, as })).status).toBe(404)
    }
    expect(await bases(fjordvik)).toHaveLength(2)
  })
})
