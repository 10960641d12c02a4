import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import * as commentPage from '#app/routes/plan/draft/comment.tsx'
import * as headPage from '#app/routes/plan/draft/head.tsx'
import * as newRoutinePage from '#app/routes/plan/draft/new-routine.tsx'
import * as routinePage from '#app/routes/plan/draft/routine.tsx'
import * as hearingPage from '#app/routes/plan/hearing.tsx'
import { openHearing, readHearing } from '#app/services/hearing.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { ROUTINES } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import type { World } from '#tests/world.ts'
import { drafting, sent, shown, type DraftPage } from './drafting.ts'

type Fields = Record<string, string>

function title(nb: string): Fields {
  return { 'title.nb': nb, 'title.nn': '', 'title.en': '' }
}

const PURPOSE = { 'purpose.nb': '', 'purpose.nn': '', 'purpose.en': '' }

/** The fields that a page of the draft sends along with what is typed. */
async function copyOf(fjordvik: World, page: DraftPage, params: Fields = {}): Promise<Fields> {
  const { form, seen, id } = await shown<{ form: string; seen: string; id?: string }>(fjordvik, page, { params })
  return { form, seen, ...(id && { id }) }
}

async function edits(fjordvik: World): Promise<number> {
  return (await listEvents(fjordvik.db)).filter(({ kind }) => kind === 'draft edited').length
}

describe('the same copy of a form of the draft', () => {
  it.each<[string, DraftPage, Fields, Fields]>([
    ['title and purposes', headPage, {}, {}],
    ['a routine', routinePage, { routine: ROUTINES.cooperation }, PURPOSE],
    ['a new routine', newRoutinePage, {}, PURPOSE],
  ])('with %s acts once, and never swallows other words', async (_, page, params, more) => {
    const fjordvik = await drafting()
    const form = { ...(await copyOf(fjordvik, page, params)), ...more, ...title('Første') }
    const first = await sent(fjordvik, page, form, { params })
    expect(first).toMatchObject({ status: 303 })
    expect(await sent(fjordvik, page, form, { params })).toEqual(first)
    expect(await edits(fjordvik)).toBe(1)
    const another = { ...form, ...title('Skrevet videre') }
    expect(await sent(fjordvik, page, another, { params })).toMatchObject({
      status: 422,
      problems: [['seen', 'changedMeanwhile']],
      typed: another,
    })
    expect(await edits(fjordvik)).toBe(1)
  })
})

describe('the same copy of a form of a hearing', () => {
  it('says every text once, and so does an answer', async () => {
    const fjordvik = await drafting()
    const period = { from: day('2027-03-10'), to: day('2027-03-31') }
    await openHearing(fjordvik.as('adviser'), period, newId())
    const as = PEOPLE.bluebellDirector
    const { form } = await shown<{ form: string }>(fjordvik, hearingPage, { as, path: '/plan/hearing' })
    for (const words of ['Bra', 'Bra', 'Og en ting til', 'Bra']) {
      expect(await sent(fjordvik, hearingPage, { form, step: '', words }, { as })).toMatchObject({ status: 303 })
    }
    const said = async () => {
      const heard = await readHearing(fjordvik.as('adviser'))
      return heard.draft ? heard.comments : []
    }
    const comments = await said()
    expect(comments.map(({ words }) => words)).toEqual(['Bra', 'Og en ting til'])
    const params = { comment: comments[0]!.id }
    const copy = await shown<{ form: string }>(fjordvik, commentPage, { params })
    const answers: Fields[] = [{ words: 'Takk' }, { words: 'Takk' }, { words: 'Takk', closes: 'yes' }]
    for (const answer of answers) {
      expect((await sent(fjordvik, commentPage, { form: copy.form, ...answer }, { params })).status).toBe(303)
    }
    expect(await said()).toMatchObject([{ answers: [{ closes: false }, { closes: true }] }, { answers: [] }])
  })
})
