import { beforeEach, describe, expect, it } from 'vitest'
import { findStep, type Edit } from '#app/domain/draft.ts'
import type { PlanContent } from '#app/domain/plan.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { beginDraft, discardDraft, fingerprintOf, readDraft, saveEdit } from '#app/services/draft.server.ts'
import { readDiscarding } from '#app/services/outline.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { FJORDVIK_PLAN, ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { stepEdited } from '#tests/domain/editing.ts'
import { world, type World } from '#tests/world.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world()
})

const adviser = () => fjordvik.asPerson(PEOPLE.adviser)
const colleague = () => fjordvik.asPerson(PEOPLE.secondAdviser)
const begun = async () => {
  await beginDraft(adviser(), { number: 1 }, newId())
}
const contentNow = async () => (await readDraft(adviser()))!.content
const visit = (nb: string): Extract<Edit, { kind: 'step' }> => ({
  kind: 'step',
  routineId: ROUTINES.cooperation,
  step: stepEdited(STEPS.visit, { title: { nb } }),
  meant: 'wording',
})
const titleIn = (content: PlanContent) => findStep(content, STEPS.visit)?.step.title.nb
const kinds = async () => (await listEvents(fjordvik.db)).map(({ kind }) => kind)

describe('a draft', () => {
  it('begins as the version it is begun from', async () => {
    expect(await readDraft(adviser())).toBeNull()
    expect(await beginDraft(adviser(), { number: 1 }, newId())).toEqual({ saved: true, first: true })
    const draft = await readDraft(colleague())
    const { title, purposes, routines, framework, legalBasis } = FJORDVIK_PLAN
    expect(draft).toMatchObject({ basedOn: { number: 1 }, takenOut: [], changedBy: PEOPLE.adviser.name })
    expect(draft?.content).toEqual({ title, purposes, routines, framework, legalBasis })
    expect((await kinds()).at(-1)).toBe('draft begun')
  })

  it('is one at a time', async () => {
    await begun()
    expect(await beginDraft(colleague(), 'nothing', newId())).toEqual({
      saved: false,
      problems: [{ field: 'from', message: 'draftExists' }],
    })
    expect((await contentNow()).routines).toHaveLength(FJORDVIK_PLAN.routines.length)
  })

  it('begins once when the form is sent twice', async () => {
    const form = newId()
    await beginDraft(adviser(), { number: 1 }, form)
    expect(await beginDraft(adviser(), { number: 1 }, form)).toEqual({ saved: true, first: false })
  })

  it('is not begun from a version that is not there', async () => {
    await expect(beginDraft(adviser(), { number: 7 }, newId())).rejects.toThrow(new Refusal('not found'))
    expect(await readDraft(adviser())).toBeNull()
  })

  it('leaves no trace when it is discarded, but for the events', async () => {
    await begun()
    const { seen } = (await readDiscarding(colleague()))!
    expect(await discardDraft(colleague(), seen, newId())).toMatchObject({ saved: true })
    expect(await readDraft(adviser())).toBeNull()
    expect(await fjordvik.db.selectFrom('plan_version').select('number').execute()).toEqual([{ number: 1 }])
    expect((await kinds()).slice(-2)).toEqual(['draft begun', 'draft discarded'])
    await expect(discardDraft(adviser(), seen, newId())).rejects.toThrow(new Refusal('not found'))
  })

  it.each<[string, () => Promise<unknown>]>([
    ['written in', () => saveEdit(colleague(), visit('Nyere'), null, newId())],
    [
      'discarded and begun again',
      async () => {
        await discardDraft(colleague(), (await readDiscarding(colleague()))!.seen, newId())
        await begun()
      },
    ],
  ])('is not discarded by somebody who has not seen that it was %s', async (_, meanwhile) => {
    await begun()
    const { seen } = (await readDiscarding(adviser()))!
    await meanwhile()
    const before = await readDraft(adviser())
    expect(await discardDraft(adviser(), seen, newId())).toMatchObject({ problems: [{ message: 'draftNotDiscarded' }] })
    expect(await readDraft(adviser())).toEqual(before)
  })

  it.each(['director', 'principal', 'deputy', 'owner', 'observer'] as const)('is not there for a %s', async (role) => {
    await begun()
    const other = fjordvik.as(role)
    const refused = new Refusal('not found')
    await expect(readDraft(other)).rejects.toThrow(refused)
    await expect(beginDraft(other, 'nothing', newId())).rejects.toThrow(refused)
    await expect(saveEdit(other, visit('Mitt'), null, newId())).rejects.toThrow(refused)
    await expect(discardDraft(other, 'seen', newId())).rejects.toThrow(refused)
    expect(titleIn(await contentNow())).toBe(titleIn(FJORDVIK_PLAN))
  })
})

describe('two advisers', () => {
  it('work on different steps without noticing each other', async () => {
    await begun()
    const content = await contentNow()
    const other: Edit = { ...visit('x'), step: stepEdited(STEPS.sendForms, { title: { nb: 'Sende skjemaene' } }) }
    await saveEdit(adviser(), visit('Besøk'), fingerprintOf(content, visit('')), newId())
    expect(await saveEdit(colleague(), other, fingerprintOf(content, other), newId())).toMatchObject({ saved: true })
    expect(titleIn(await contentNow())).toBe('Besøk')
    expect(findStep(await contentNow(), STEPS.sendForms)?.step.title.nb).toBe('Sende skjemaene')
  })

  it('never overwrite: the later one is told who saved, and saves on purpose', async () => {
    await begun()
    const seen = fingerprintOf(await contentNow(), visit(''))
    await saveEdit(adviser(), visit('Rådgiverens'), seen, newId())
    expect(await saveEdit(colleague(), visit('Kollegaens'), seen, newId())).toEqual({
      saved: false,
      problems: [{ field: 'seen', message: 'changedMeanwhile', values: { name: PEOPLE.adviser.name } }],
    })
    expect(titleIn(await contentNow())).toBe('Rådgiverens')
    const now = fingerprintOf(await contentNow(), visit(''))
    expect(await saveEdit(colleague(), visit('Kollegaens'), now, newId())).toMatchObject({ saved: true })
    expect(titleIn(await contentNow())).toBe('Kollegaens')
  })

  it('lose no update when many save at once', async () => {
    await begun()
    const seen = fingerprintOf(await contentNow(), visit(''))
    const tries = Array.from({ length: 20 }, (_, at) => visit(`Forsøk ${at}`))
    const outcomes = await Promise.all(
      tries.map((edit, at) => saveEdit(at % 2 ? adviser() : colleague(), edit, seen, newId())),
    )
    const saved = tries.filter((_, at) => outcomes[at]?.saved)
    expect(saved).toHaveLength(1)
    expect(titleIn(await contentNow())).toBe(saved[0]?.step.title.nb)
  })

  it('are told when what they write in was taken out', async () => {
    await begun()
    const seen = fingerprintOf(await contentNow(), visit(''))
    await saveEdit(adviser(), { kind: 'take out', what: 'step', id: STEPS.visit }, null, newId())
    expect(await saveEdit(colleague(), visit('Kollegaens'), seen, newId())).toMatchObject({
      saved: false,
      problems: [{ field: 'seen', message: 'takenOutMeanwhile' }],
    })
    await saveEdit(adviser(), { kind: 'put back', what: 'step', id: STEPS.visit }, null, newId())
    expect(titleIn(await contentNow())).toBe(titleIn(FJORDVIK_PLAN))
  })
})

describe('an edit', () => {
  it('with a problem saves nothing and remembers nothing', async () => {
    await begun()
    const before = await kinds()
    const edit = { ...visit('Nytt'), meant: null }
    expect(await saveEdit(adviser(), edit, null, newId())).toMatchObject({
      saved: false,
      problems: [{ field: 'meant', message: 'meantMissing' }],
    })
    expect(await kinds()).toEqual(before)
    expect(titleIn(await contentNow())).toBe(titleIn(FJORDVIK_PLAN))
  })

  it('is remembered by what it was about, never by its words', async () => {
    await begun()
    await saveEdit(adviser(), visit('Hemmelige ord'), null, newId())
    const last = (await listEvents(fjordvik.db)).at(-1)
    expect(last).toMatchObject({ kind: 'draft edited', content: { what: 'step', part: STEPS.visit } })
    expect(JSON.stringify(last)).not.toContain('Hemmelige')
  })

  it('leaves what is published as it was', async () => {
    await begun()
    const before = fjordvik.sqlite.prepare('select * from step_edition').all()
    await saveEdit(adviser(), visit('Besøk'), null, newId())
    expect(fjordvik.sqlite.prepare('select * from step_edition').all()).toEqual(before)
  })

  it('of 500 steps with 10,000 characters each is saved', async () => {
    await begun()
    const steps = Array.from({ length: 500 }, (_, at) => ({
      ...stepEdited(STEPS.visit, { guidance: { nb: 'ord '.repeat(2500) } }),
      id: `pasted-${at}`,
    }))
    const edit: Edit = { kind: 'steps', routineId: ROUTINES.cooperation, steps }
    expect(await saveEdit(adviser(), edit, null, newId())).toMatchObject({ saved: true })
    expect((await contentNow()).routines.flatMap((routine) => routine.steps)).toHaveLength(510)
  })
})
