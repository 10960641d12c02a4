import { describe, expect, it } from 'vitest'
import * as headPage from '#app/routes/plan/draft/head.tsx'
import { readDraft, saveEdit } from '#app/services/draft.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { drafting, sent, shown, visited } from './drafting.ts'

const TITLE = { 'title.nb': 'Plan for Fjordvik', 'title.nn': '', 'title.en': 'Plan of Fjordvik' }

async function formOn(fjordvik: World, fields: Record<string, string>): Promise<Record<string, string>> {
  const { form, seen } = await shown<{ form: string; seen: string }>(fjordvik, headPage)
  return { form, seen, ...TITLE, ...fields }
}

function purpose(at: number, nb: string, nn = '', en = '') {
  return { [`purposes.${at}.nb`]: nb, [`purposes.${at}.nn`]: nn, [`purposes.${at}.en`]: en }
}

describe('title and purposes', () => {
  it('are saved as they stand, without the empty fields', async () => {
    const fjordvik = await drafting()
    const fields = {
      ...purpose(0, ' '),
      ...purpose(1, 'Barna er trygge.'),
      ...purpose(2, 'Alle deltar.', 'Alle er med.'),
    }
    const outcome = await sent(fjordvik, headPage, await formOn(fjordvik, fields))
    expect(outcome).toMatchObject({ status: 303, to: '/plan/draft/head?saved=1' })
    const { content } = (await readDraft(fjordvik.as('adviser'))) ?? {}
    expect(content?.title).toEqual({ nb: 'Plan for Fjordvik', en: 'Plan of Fjordvik' })
    expect(content?.purposes).toEqual([{ nb: 'Barna er trygge.' }, { nb: 'Alle deltar.', nn: 'Alle er med.' }])
  })

  it('can be unfinished, and have no purpose at all', async () => {
    const fjordvik = await drafting()
    const outcome = await sent(fjordvik, headPage, await formOn(fjordvik, { 'title.nb': '' }))
    expect(outcome.status).toBe(303)
    expect((await readDraft(fjordvik.as('adviser')))?.content).toMatchObject({ title: { nb: '' }, purposes: [] })
  })

  it('keep what was typed where one is too long, and say which field it is', async () => {
    const fjordvik = await drafting()
    const form = await formOn(fjordvik, { ...purpose(0, ''), ...purpose(1, 'Kort', 'x'.repeat(1001)) })
    expect(await sent(fjordvik, headPage, form)).toMatchObject({
      status: 422,
      problems: [['purposes.1.nn', 'textTooLong']],
      typed: form,
    })
  })

  it('are not saved over what a second adviser saved meanwhile', async () => {
    const fjordvik = await drafting()
    const form = await formOn(fjordvik, purpose(0, 'Mitt formål'))
    const theirs = { kind: 'head', title: { nb: 'Deres tittel' }, purposes: [] } as const
    await saveEdit(fjordvik.asPerson(PEOPLE.secondAdviser), theirs, null, newId())
    expect(await sent(fjordvik, headPage, form)).toMatchObject({
      problems: [['seen', 'changedMeanwhile']],
      typed: form,
    })
    expect((await readDraft(fjordvik.as('adviser')))?.content.title.nb).toBe('Deres tittel')
  })

  it('are for advisers with a draft', async () => {
    const fjordvik = await drafting()
    expect((await visited(await world(), headPage)).status).toBe(404)
    expect((await visited(fjordvik, headPage, { as: PEOPLE.observer })).status).toBe(404)
    expect((await visited(fjordvik, headPage, { as: null })).status).toBe(303)
    expect((await sent(fjordvik, headPage, {}, { as: PEOPLE.bluebellDirector })).status).toBe(404)
  })
})
