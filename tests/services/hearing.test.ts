import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import type { Role } from '#app/domain/permissions.ts'
import { beginDraft, discardDraft, readDraft } from '#app/services/draft.server.ts'
import {
  answerComment,
  closeHearing,
  comment,
  openHearing,
  readHeardDraft,
  readHearing,
  readVersionHearing,
} from '#app/services/hearing.server.ts'
import { whatToKnow } from '#app/services/notices.server.ts'
import { readDiscarding } from '#app/services/outline.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { publishVersionRow } from '#db/queries/plan-writing.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BEACH_SCHOOL, BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

const PERIOD = { from: day('2027-03-10'), to: day('2027-03-31') }
const general = { stepId: null, words: 'Planen er tydelig.' }

/** Fjordvik with a draft from version 1 that is open for comments. */
async function hearing(): Promise<World> {
  const fjordvik = await world()
  const adviser = fjordvik.as('adviser')
  await beginDraft(adviser, { number: 1 }, newId())
  expect(await openHearing(adviser, PERIOD, newId())).toMatchObject({ saved: true })
  return fjordvik
}

async function heard(fjordvik: World) {
  const read = await readHearing(fjordvik.as('adviser'))
  if (!read.draft) throw new Error('There is no draft')
  return read
}

/** What publication does to a draft, as far as its hearing is concerned. */
async function publish(fjordvik: World): Promise<void> {
  const draft = await readDraft(fjordvik.as('adviser'))
  await fjordvik.db.deleteFrom('draft').execute()
  await publishVersionRow(fjordvik.db, {
    id: draft!.id,
    title: { nb: 'Plan' },
    number: 2,
    validFromCycle: 2028,
    adoptedBy: 'Kommunestyret',
    caseNumber: null,
    adoptedOn: fjordvik.today,
    changeNote: 'Etter høring',
    at: fjordvik.now,
    personId: PEOPLE.adviser.id,
  })
}

describe('opening', () => {
  it('is the adviser’s; one hearing at a time; remembered', async () => {
    const fjordvik = await hearing()
    const again = await openHearing(fjordvik.as('adviser'), PERIOD, newId())
    expect(again).toMatchObject({ saved: false, problems: [{ field: 'from', message: 'hearing.isOpen' }] })
    const { draft, hearing: opened } = await heard(fjordvik)
    expect(opened).toMatchObject({ ...PERIOD, versionId: draft.id, closedAt: null })
    expect((await listEvents(fjordvik.db)).at(-1)).toMatchObject({
      kind: 'hearing opened',
      content: { hearing: opened?.id, version: draft.id },
    })
    await expect(openHearing(fjordvik.as('director', BLUEBELL), PERIOD, 'f')).rejects.toThrow('not found')
  })

  it('needs a draft and a period that can come', async () => {
    const fjordvik = await world()
    const adviser = fjordvik.as('adviser')
    await expect(openHearing(adviser, PERIOD, newId())).rejects.toThrow('not found')
    await beginDraft(adviser, { number: 1 }, newId())
    const past = { ...PERIOD, from: day('2027-03-09') }
    expect(await openHearing(adviser, past, newId())).toMatchObject({ problems: [{ message: 'hearing.inPast' }] })
  })

  it('can be done anew when the last one is over, by its days or because it was closed', async () => {
    const fjordvik = await hearing()
    const later = fjordvik.at('2027-04-01')
    const second = { from: day('2027-04-01'), to: day('2027-04-10') }
    await comment(fjordvik.as('director', BLUEBELL), general, newId())
    expect(await openHearing(later.as('adviser'), second, newId())).toMatchObject({ saved: true })
    expect(await closeHearing(later.as('adviser'), newId())).toMatchObject({ saved: true })
    expect(await closeHearing(later.as('adviser'), newId())).toMatchObject({
      problems: [{ message: 'hearing.isOver' }],
    })
    const third = { from: day('2027-04-02'), to: day('2027-04-10') }
    expect(await openHearing(fjordvik.at('2027-04-02').as('adviser'), third, newId())).toMatchObject({ saved: true })
    const { hearing: last, comments } = await heard(fjordvik)
    expect(last).toMatchObject(third)
    expect(comments).toHaveLength(1)
  })

  it('says who can comment, municipal and private', async () => {
    const { commenters } = await heard(await hearing())
    const counts = Object.fromEntries(commenters.map(({ role, ownership, count }) => [`${ownership} ${role}`, count]))
    expect(counts).toEqual({
      'municipal director': 1,
      'private director': 2,
      'municipal principal': 3,
      'private principal': 1,
      'municipal deputy': 2,
    })
  })
})

describe('commenting', () => {
  it.each<[Role, string | undefined]>([
    ['director', BLUEBELL],
    ['director', LINGONBERRY],
    ['director', SUNBEAM],
    ['principal', FJORDVIK_SCHOOL],
    ['principal', BEACH_SCHOOL],
    ['deputy', BLUEBELL],
    ['adviser', undefined],
  ])('is open to a %s at %s', async (role, unit) => {
    const fjordvik = await hearing()
    const person = fjordvik.as(role, unit)
    const saying = { stepId: STEPS.sendForms, words: 'Send dem før.' }
    expect(await comment(person, saying, newId())).toMatchObject({ saved: true })
    const { comments } = await heard(fjordvik)
    expect(comments).toMatchObject([{ ...saying, by: person.actor.name, answers: [] }])
  })

  it.each<Role>(['observer', 'owner'])('is not for an %s', async (role) => {
    const fjordvik = await hearing()
    await expect(comment(fjordvik.as(role), general, newId())).rejects.toThrow('not found')
    await expect(readHeardDraft(fjordvik.as(role))).rejects.toThrow('not found')
    expect((await heard(fjordvik)).comments).toEqual([])
  })

  it.each([
    ['2027-03-09', 'hearing.notOpen'],
    ['2027-04-01', 'hearing.notOpen'],
  ])('on %s is refused with a sentence', async (on, message) => {
    const fjordvik = await hearing()
    const director = fjordvik.at(on).as('director', BLUEBELL)
    expect(await comment(director, general, newId())).toMatchObject({ saved: false, problems: [{ message }] })
  })

  it('is refused after the hearing was closed, and where there is no draft', async () => {
    const fjordvik = await hearing()
    const director = fjordvik.as('director', BLUEBELL)
    const refused = { saved: false, problems: [{ field: 'words', message: 'hearing.notOpen' }] }
    await closeHearing(fjordvik.as('adviser'), newId())
    expect(await comment(director, general, newId())).toMatchObject(refused)
    await discardDraft(fjordvik.as('adviser'), (await readDiscarding(fjordvik.as('adviser')))!.seen, newId())
    expect(await comment(director, general, newId())).toMatchObject(refused)
  })

  it('of a step that is gone, or of a child, is refused', async () => {
    const director = (await hearing()).as('director', BLUEBELL)
    const gone = await comment(director, { stepId: 'gone', words: 'Bra' }, newId())
    expect(gone).toMatchObject({ problems: [{ message: 'hearing.stepGone' }] })
    const born = await comment(director, { stepId: null, words: 'Barnet er født 3. mai 2021' }, newId())
    expect(born).toMatchObject({ problems: [{ message: 'birthDate' }] })
  })

  it('sent twice is said once', async () => {
    const fjordvik = await hearing()
    const director = fjordvik.as('director', BLUEBELL)
    await comment(director, general, 'the same form')
    await comment(director, general, 'the same form')
    expect((await heard(fjordvik)).comments).toHaveLength(1)
  })
})

describe('answering', () => {
  it('is the adviser’s, also after the hearing; the last answer counts; all of it is remembered', async () => {
    const fjordvik = await hearing()
    await comment(fjordvik.as('director', BLUEBELL), general, newId())
    const [said] = (await heard(fjordvik)).comments
    const id = said!.id
    const later = fjordvik.at('2027-04-20')
    const none = await answerComment(later.as('adviser'), id, { words: null, closes: false }, newId())
    expect(none).toMatchObject({ problems: [{ message: 'hearing.noAnswer' }] })
    await answerComment(later.as('adviser'), id, { words: 'Takk', closes: true }, newId())
    await answerComment(later.as('adviser'), id, { words: 'Vi ser på det igjen', closes: false }, newId())
    expect((await heard(fjordvik)).comments).toMatchObject([
      { answers: [{ words: 'Takk', closes: true, by: PEOPLE.adviser.name }, { closes: false }] },
    ])
    expect((await listEvents(fjordvik.db)).slice(-3).map(({ kind, content }) => [kind, content])).toMatchObject([
      ['comment made', { comment: id, step: null }],
      ['comment answered', { comment: id, closes: 1 }],
      ['comment answered', { comment: id, closes: 0 }],
    ])
    const director = later.as('director', BLUEBELL)
    await expect(answerComment(director, id, { words: 'Ja', closes: true }, newId())).rejects.toThrow('not found')
    const unknown = answerComment(later.as('adviser'), 'unknown', { words: 'Ja', closes: true }, newId())
    await expect(unknown).rejects.toThrow('not found')
  })
})

describe('reading', () => {
  it('begins on the first day; an adviser sees it before', async () => {
    const fjordvik = await world()
    await beginDraft(fjordvik.as('adviser'), { number: 1 }, newId())
    const director = fjordvik.as('director', BLUEBELL)
    await expect(readHeardDraft(director)).rejects.toThrow('not found')
    await openHearing(fjordvik.as('adviser'), { from: day('2027-03-12'), to: day('2027-03-31') }, newId())
    await expect(readHeardDraft(director)).rejects.toThrow('not found')
    expect(await readHeardDraft(fjordvik.as('adviser'))).toMatchObject({ hearing: { from: '2027-03-12' } })
    expect(await readHeardDraft(fjordvik.at('2027-03-12').as('director', BLUEBELL))).toMatchObject({ comments: [] })
    expect(await readHeardDraft(fjordvik.at('2027-05-01').as('director', BLUEBELL))).toMatchObject({ comments: [] })
  })

  it('goes on after publication, with the version; nothing can be taken away', async () => {
    const fjordvik = await hearing()
    await comment(fjordvik.as('director', SUNBEAM), general, newId())
    await publish(fjordvik)
    const director = fjordvik.as('director', LINGONBERRY)
    expect(await readHeardDraft(director)).toEqual({ draft: null, heardVersion: 2 })
    expect(await readHearing(fjordvik.as('adviser'))).toEqual({ draft: null, heardVersion: 2 })
    expect(await readVersionHearing(director, 2)).toMatchObject({ comments: [{ words: general.words }] })
    await expect(readVersionHearing(director, 1)).rejects.toThrow('not found')
    await expect(readVersionHearing(fjordvik.as('observer'), 2)).rejects.toThrow('not found')
    expect(() => fjordvik.sqlite.exec('delete from comment')).toThrow('comments are kept with their version')
    expect(() => fjordvik.sqlite.exec("update comment set words = 'x'")).toThrow('comments are only ever added')
  })

  it('of a discarded draft leaves nothing', async () => {
    const fjordvik = await hearing()
    await comment(fjordvik.as('director', SUNBEAM), general, newId())
    await discardDraft(fjordvik.as('adviser'), (await readDiscarding(fjordvik.as('adviser')))!.seen, newId())
    expect(await fjordvik.db.selectFrom('comment').selectAll().execute()).toEqual([])
    await expect(readHeardDraft(fjordvik.as('director', SUNBEAM))).rejects.toThrow('not found')
  })
})

describe('the notice', () => {
  it('names the last day, to those who are asked, while they can', async () => {
    const fjordvik = await hearing()
    const until = async (on: string, role: Role) => (await whatToKnow(fjordvik.at(on).as(role), [])).hearingUntil
    expect(await until('2027-03-10', 'director')).toBe('2027-03-31')
    expect(await until('2027-03-31', 'principal')).toBe('2027-03-31')
    expect(await until('2027-04-01', 'director')).toBeNull()
    for (const role of ['adviser', 'observer', 'owner'] as const) expect(await until('2027-03-10', role)).toBeNull()
    await closeHearing(fjordvik.as('adviser'), newId())
    expect(await until('2027-03-10', 'director')).toBeNull()
  })
})
