import { describe, expect, it } from 'vitest'
import type { MissingText } from '#app/components/translation-item.tsx'
import { findStep } from '#app/domain/draft.ts'
import * as translationsPage from '#app/routes/plan/draft/translations.tsx'
import { readDraft, saveEdit } from '#app/services/draft.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { FJORDVIK_PLAN, ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { drafting, sent, shown, visited } from './drafting.ts'

interface Looked {
  form: string
  missing: number
  all: number
  texts: MissingText[]
}

const NYNORSK = { params: { language: 'nn' } }
const look = (fjordvik: World) => shown<Looked>(fjordvik, translationsPage, NYNORSK)
const GUIDANCE = `step ${STEPS.formGroup} guidance`

async function formOf(fjordvik: World, key: string, words: string): Promise<Record<string, string>> {
  const { form, texts } = await look(fjordvik)
  return { form, key, seen: texts.find((text) => text.key === key)?.seen ?? '', words }
}

async function stepNow(fjordvik: World, id: string) {
  const draft = await readDraft(fjordvik.as('adviser'))
  return draft && findStep(draft.content, id)?.step
}

/** A step reworded in a draft, as an editor said it was meant. */
async function reword(fjordvik: World, id: string, meant: 'wording' | 'meaning') {
  const found = findStep(FJORDVIK_PLAN, id)
  if (!found) throw new Error('No such step')
  const step = { ...found.step, title: { nb: 'Lage femårsgruppa' } }
  const routineId = found.routine.id
  await saveEdit(fjordvik.as('adviser'), { kind: 'step', routineId, step, meant }, null, newId())
}

describe('what lacks a translation', () => {
  it('is counted and listed in reading order, with the text in bokmål', async () => {
    const { missing, all, texts } = await look(await drafting())
    expect([missing, all]).toEqual([11, 28])
    expect(texts).toHaveLength(11)
    expect(texts.slice(0, 3)).toMatchObject([
      { key: `step ${STEPS.formGroup} title`, words: 'Etablere femårsgruppa', field: 'title' },
      { key: GUIDANCE, field: 'guidance', spot: { to: `/plan/draft/steps/${STEPS.formGroup}` } },
      { key: `routine ${ROUTINES.cooperation} title` },
    ])
  })

  it('is shown as far as fits on a page', async () => {
    const fjordvik = await drafting()
    const long = { kind: 'routine', id: 'r', title: { nb: 'Ny' }, purpose: { nb: 'å'.repeat(1000) } } as const
    for (let count = 0; count < 20; count += 1) {
      await saveEdit(fjordvik.as('adviser'), { ...long, id: `r${count}` }, null, newId())
    }
    const { missing, texts } = await look(fjordvik)
    expect(missing).toBe(51)
    expect(texts).toHaveLength(15)
  })
})

describe('a translation', () => {
  it('is saved by itself, and the next text comes', async () => {
    const fjordvik = await drafting()
    const form = await formOf(fjordvik, GUIDANCE, 'Avtal kven som leier gruppa.')
    const { status, to } = await sent(fjordvik, translationsPage, form, NYNORSK)
    expect(status).toBe(303)
    expect(to?.split('?saved=')[0]).toBe('/plan/draft/translations/nn')
    expect(to?.split('#')[1]).toBe(`t-routine-${ROUTINES.cooperation}-title`)
    expect((await stepNow(fjordvik, STEPS.formGroup))?.guidance).toEqual({
      nb: 'Avtal hvem som leder gruppa, og hvilken dag den møtes.',
      nn: 'Avtal kven som leier gruppa.',
    })
    expect((await look(fjordvik)).missing).toBe(10)
    expect(await sent(fjordvik, translationsPage, form, NYNORSK)).toMatchObject({ status: 303 })
  })

  it('reaches every sort of text', async () => {
    const fjordvik = await drafting()
    const basis = { code: 'BL2a', title: { nb: 'barnehageloven' }, checkedOn: null }
    await saveEdit(fjordvik.as('adviser'), { kind: 'legal basis', basis }, null, newId())
    const head = { kind: 'head', title: { nb: 'Plan' }, purposes: [{ nb: 'A' }, { nb: 'B' }] } as const
    await saveEdit(fjordvik.as('adviser'), head, null, newId())
    for (let { missing, texts, form } = await look(fjordvik); missing > 0;) {
      const [text] = texts
      if (!text) throw new Error('Nothing to translate is shown')
      const words = `${text.words} (nn)`
      await sent(fjordvik, translationsPage, { form, key: text.key, seen: text.seen, words }, NYNORSK)
      const after = await look(fjordvik)
      expect(after.missing).toBe(missing - 1)
      ;({ missing, texts, form } = after)
    }
    const draft = await readDraft(fjordvik.as('adviser'))
    expect(draft?.content.purposes[1]).toEqual({ nb: 'B', nn: 'B (nn)' })
    expect(draft?.content.framework[1]?.title).toEqual({ nb: 'Lek', nn: 'Lek (nn)' })
  })

  it.each(['wording', 'meaning'] as const)('asks nothing and keeps what was said: %s', async (meant) => {
    const fjordvik = await drafting()
    await reword(fjordvik, STEPS.formGroup, meant)
    const before = await stepNow(fjordvik, STEPS.formGroup)
    const form = await formOf(fjordvik, `step ${STEPS.formGroup} title`, 'Lage femårsgruppa')
    expect((await sent(fjordvik, translationsPage, form, NYNORSK)).status).toBe(303)
    const after = await stepNow(fjordvik, STEPS.formGroup)
    expect(after?.title.nn).toBe('Lage femårsgruppa')
    expect(after?.meaning).toBe(before?.meaning)
    expect(after?.meaning).toBe(meant === 'meaning' ? 2 : 1)
  })

  it('stops where the text was changed meanwhile, and is saved where only another text was', async () => {
    const fjordvik = await drafting()
    const title = await formOf(fjordvik, `step ${STEPS.formGroup} title`, 'Etablere')
    const guidance = await formOf(fjordvik, GUIDANCE, 'Avtal')
    await reword(fjordvik, STEPS.formGroup, 'wording')
    expect(await sent(fjordvik, translationsPage, title, NYNORSK)).toMatchObject({
      status: 422,
      problems: [['words', 'textChangedMeanwhile']],
      typed: title,
    })
    expect((await sent(fjordvik, translationsPage, guidance, NYNORSK)).status).toBe(303)
  })

  it.each([
    ['', 'translationMissing'],
    ['x'.repeat(201), 'textTooLong'],
  ])('is not "%s"', async (words, message) => {
    const fjordvik = await drafting()
    const form = await formOf(fjordvik, `step ${STEPS.formGroup} title`, words)
    expect(await sent(fjordvik, translationsPage, form, NYNORSK)).toMatchObject({ problems: [['words', message]] })
  })

  it('is for advisers with a draft, into nynorsk and English', async () => {
    const fjordvik = await drafting()
    const status = async (language: string, as: Parameters<typeof visited>[2] = {}) =>
      (await visited(fjordvik, translationsPage, { params: { language }, ...as })).status
    expect([await status('nn'), await status('en'), await status('nb'), await status('se')]).toEqual([
      200, 200, 404, 404,
    ])
    expect(await status('nn', { as: PEOPLE.observer })).toBe(404)
    expect(await status('nn', { as: null })).toBe(303)
    expect((await visited(await world(), translationsPage, NYNORSK)).status).toBe(404)
    const form = await formOf(fjordvik, GUIDANCE, 'Avtal')
    const as = PEOPLE.bluebellDirector
    expect((await sent(fjordvik, translationsPage, form, { ...NYNORSK, as })).status).toBe(404)
  })
})
