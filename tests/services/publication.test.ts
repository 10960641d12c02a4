import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { lastDayOf } from '#app/domain/hearing.ts'
import type { PlanContent, WrittenStep } from '#app/domain/plan.ts'
import type { Publishing } from '#app/domain/publication.ts'
import { beginDraft, readDraft, saveEdit } from '#app/services/draft.server.ts'
import { comment as say, openHearing } from '#app/services/hearing.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { findNumberedVersion, planInForce } from '#app/services/plan.server.ts'
import { publishVersion, readPublication, readPublished } from '#app/services/publication.server.ts'
import { found } from '#app/domain/refusal.ts'
import { FJORDVIK_PLAN, ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, PEOPLE } from '#db/seed/fjordvik.ts'
import { updateDraft } from '#db/queries/drafts.ts'
import { findHearing } from '#db/queries/hearings.ts'
import { world, type World } from '#tests/world.ts'

const ADOPTED: Publishing = {
  validFromCycle: 2028,
  adoptedBy: 'Kommunestyret',
  caseNumber: '27/114',
  adoptedOn: day('2027-03-04'),
  changeNote: 'Nytt steg for SFO.',
}

/** Fjordvik with a draft begun from version 1. */
async function withDraft(): Promise<World> {
  const fjordvik = await world()
  expect(await beginDraft(fjordvik.as('adviser'), { number: 1 }, newId())).toMatchObject({ saved: true })
  return fjordvik
}

/** The draft says something else, however it came to. */
async function rewrite(fjordvik: World, change: (content: PlanContent) => PlanContent): Promise<void> {
  const draft = found(await readDraft(fjordvik.as('adviser')))
  await updateDraft(fjordvik.db, {
    versionId: draft.id,
    content: change(draft.content),
    takenOut: [],
    at: fjordvik.now,
    personId: PEOPLE.adviser.id,
  })
}

function withStep(content: PlanContent, changes: Partial<WrittenStep>): PlanContent {
  const routines = content.routines.map((routine) => ({
    ...routine,
    steps: routine.steps.map((step) => (step.id === STEPS.sendForms ? { ...step, ...changes } : step)),
  }))
  return { ...content, routines }
}

/** What the page shows just now, sent as it stands. */
async function seenNow(fjordvik: World) {
  const { draft, seen } = found(await readPublication(fjordvik.as('adviser')))
  return { draftId: draft.id, seen }
}

async function publish(fjordvik: World, changes: Partial<Publishing> = {}) {
  const seen = await seenNow(fjordvik)
  return publishVersion(fjordvik.as('adviser'), { ...ADOPTED, ...changes }, seen, newId())
}

describe('what there is to look over', () => {
  it('has the hearing that publication ends', async () => {
    const fjordvik = await withDraft()
    const { draftId } = await seenNow(fjordvik)
    const hearingOn = async (on: string) => (await readPublication(fjordvik.at(on).as('adviser')))?.hearing
    expect(await hearingOn('2027-03-10')).toBeNull()
    const period = { from: day('2027-03-12'), to: day('2027-03-31') }
    await openHearing(fjordvik.as('adviser'), period, newId())
    expect(await hearingOn('2027-03-11')).toEqual({ ...period, state: 'upcoming' })
    expect(await hearingOn('2027-03-31')).toEqual({ ...period, state: 'open' })
    expect(await hearingOn('2027-04-01')).toBeNull()
    await publish(fjordvik.at('2027-03-12'))
    const heard = await findHearing(fjordvik.db, draftId)
    expect(heard && lastDayOf(heard)).toBe('2027-03-12')
    const late = say(fjordvik.at('2027-03-12').as('director', BLUEBELL), { stepId: null, words: 'Bra' }, newId())
    expect(await late).toMatchObject({ problems: [{ message: 'hearing.notOpen' }] })
  })
})

describe('publishing a draft', () => {
  it('makes it the plan in force, word for word, and takes the draft away', async () => {
    const fjordvik = await withDraft()
    await rewrite(fjordvik, (content) => withStep(content, { title: { nb: 'Sende skjemaene trygt' }, meaning: 2 }))
    const { content, id } = found(await readDraft(fjordvik.as('adviser')))
    expect(await publish(fjordvik)).toEqual({ saved: true, number: 2 })
    const version = await planInForce(fjordvik.asVisitor())
    expect(version).toMatchObject({ id, number: 2, ...content })
    expect(version?.publication).toEqual({ ...ADOPTED, publishedOn: '2027-03-10' })
    expect(await readDraft(fjordvik.as('adviser'))).toBeNull()
    expect(await findNumberedVersion(fjordvik.db, 1)).toMatchObject({ routines: FJORDVIK_PLAN.routines })
  })

  it('remembers who published what', async () => {
    const fjordvik = await withDraft()
    const { draftId } = await seenNow(fjordvik)
    await publish(fjordvik)
    const event = await fjordvik.db.selectFrom('event').selectAll().orderBy('sequence', 'desc').executeTakeFirst()
    expect(event).toMatchObject({ kind: 'version published', person_id: PEOPLE.adviser.id, at: fjordvik.now })
    expect(JSON.parse(event?.content ?? '')).toEqual({ version: draftId, number: 2 })
  })

  it('numbers one after the other, also where the draft was begun from an older version', async () => {
    const fjordvik = await withDraft()
    await publish(fjordvik)
    await beginDraft(fjordvik.as('adviser'), { number: 1 }, newId())
    expect(found(await readPublication(fjordvik.as('adviser'))).number).toBe(3)
    expect(await publish(fjordvik)).toEqual({ saved: true, number: 3 })
  })

  it('freezes it', async () => {
    const fjordvik = await withDraft()
    const { draftId } = await seenNow(fjordvik)
    await publish(fjordvik)
    const renamed = fjordvik.db.updateTable('step_edition').set({ meaning: 9 }).where('version_id', '=', draftId)
    await expect(renamed.execute()).rejects.toThrow('never changed')
    const step = saveEdit(
      fjordvik.as('adviser'),
      { kind: 'head', title: { nb: 'Ny tittel' }, purposes: [] },
      null,
      newId(),
    )
    await expect(step).rejects.toMatchObject({ code: 'not found' })
  })

  it('is done once where the same form comes twice', async () => {
    const fjordvik = await withDraft()
    const seen = await seenNow(fjordvik)
    const form = newId()
    const send = () => publishVersion(fjordvik.as('adviser'), ADOPTED, seen, form)
    expect([await send(), await send()]).toEqual([
      { saved: true, number: 2 },
      { saved: true, number: 2 },
    ])
    const versions = await fjordvik.db.selectFrom('plan_version').select('number').execute()
    expect(versions).toHaveLength(2)
  })

  it('says so where another page has published it already', async () => {
    const fjordvik = await withDraft()
    const seen = await seenNow(fjordvik)
    await publish(fjordvik)
    const again = () => publishVersion(fjordvik.asPerson(PEOPLE.secondAdviser), ADOPTED, seen, newId())
    expect(await again()).toEqual({ saved: false, problems: [{ field: 'seen', message: 'alreadyPublished' }] })
    await beginDraft(fjordvik.as('adviser'), { number: 2 }, newId())
    expect(await again()).toEqual({ saved: false, problems: [{ field: 'seen', message: 'alreadyPublished' }] })
  })

  it('stops where somebody edited the draft after the page was shown, and loses nothing', async () => {
    const fjordvik = await withDraft()
    const seen = await seenNow(fjordvik)
    const head = { kind: 'head', title: { nb: 'Plan for overgangen, revidert' }, purposes: [] } as const
    await saveEdit(fjordvik.asPerson(PEOPLE.secondAdviser), head, null, newId())
    const outcome = await publishVersion(fjordvik.as('adviser'), ADOPTED, seen, newId())
    expect(outcome).toEqual({
      saved: false,
      problems: [{ field: 'seen', message: 'draftChangedMeanwhile', values: { name: PEOPLE.secondAdviser.name } }],
    })
    expect((await readDraft(fjordvik.as('adviser')))?.content.title.nb).toBe('Plan for overgangen, revidert')
    expect(await publish(fjordvik)).toMatchObject({ saved: true })
  })

  it('stops where the draft lacks something, and publishes nothing of it', async () => {
    const fjordvik = await withDraft()
    await rewrite(fjordvik, (content) => withStep(content, { responsible: null, due: null }))
    expect(await publish(fjordvik)).toEqual({
      saved: false,
      problems: [{ field: 'mend', message: 'draftNotReady', values: { count: 2 } }],
    })
    expect(await planInForce(fjordvik.asVisitor())).toMatchObject({ number: 1 })
    expect(
      await fjordvik.db
        .selectFrom('step_edition')
        .select('step_id')
        .where('version_id', '<>', FJORDVIK_PLAN.id)
        .execute(),
    ).toEqual([])
  })

  it('is stopped by a law that is gone, before the database has to', async () => {
    const fjordvik = await withDraft()
    const legalBasis = [{ code: 'gone', title: { nb: 'Borte' }, checkedOn: null }]
    await rewrite(fjordvik, (content) => withStep(content, { legalBasis }))
    expect(await publish(fjordvik)).toMatchObject({ saved: false, problems: [{ message: 'draftNotReady' }] })
  })

  it('keeps the comments of its hearing', async () => {
    const fjordvik = await withDraft()
    const { draftId } = await seenNow(fjordvik)
    await comment(fjordvik, draftId)
    await publish(fjordvik)
    const kept = await fjordvik.db
      .selectFrom('comment')
      .innerJoin('hearing', 'hearing.id', 'comment.hearing_id')
      .select('hearing.version_id')
      .execute()
    expect(kept).toEqual([{ version_id: draftId }, { version_id: draftId }])
    await expect(fjordvik.db.deleteFrom('comment').execute()).rejects.toThrow('kept with their version')
  })

  it('is for advisers', async () => {
    const fjordvik = await withDraft()
    const seen = await seenNow(fjordvik)
    for (const somebody of [fjordvik.as('observer'), fjordvik.as('director', BLUEBELL)]) {
      const refused = { code: 'not found' }
      await expect(publishVersion(somebody, ADOPTED, seen, newId())).rejects.toMatchObject(refused)
      await expect(readPublication(somebody)).rejects.toMatchObject(refused)
      await expect(readPublished(somebody, 1)).rejects.toMatchObject(refused)
    }
  })

  it('works with 500 steps of 10,000 characters, and a thousand framework elements', { timeout: 60_000 }, async () => {
    const fjordvik = await withDraft()
    const sendForms = found(FJORDVIK_PLAN.routines[1]?.steps[4])
    await rewrite(fjordvik, (content) => ({
      ...content,
      routines: content.routines.map((routine) => ({
        ...routine,
        steps:
          routine.id === ROUTINES.cooperation
            ? Array.from({ length: 500 }, (_, at) => ({
                ...sendForms,
                id: `step ${at}`,
                guidance: { nb: 'å'.repeat(10_000) },
                legalBasis: content.legalBasis,
              }))
            : routine.steps,
      })),
      framework: content.framework.map((area) => ({
        ...area,
        elements: Array.from({ length: 5000 }, (_, at) => ({
          id: `${area.id} ${at}`,
          kindergarten: { nb: 'Venner' },
          school: { nb: 'Venner' },
          meaning: 1,
        })),
      })),
    }))
    expect(await publish(fjordvik)).toEqual({ saved: true, number: 2 })
    const version = await findNumberedVersion(fjordvik.db, 2)
    expect(version.routines.map(({ steps }) => steps.length)).toEqual([3, 500, 2])
    expect(version.routines[1]?.steps.at(-1)?.guidance?.nb).toHaveLength(10_000)
    expect(version.framework.map(({ elements }) => elements.length)).toEqual([5000, 5000])
  })
})

/** Two comments from Blåklokka, one of which is answered. */
async function comment(fjordvik: World, draftId: string): Promise<void> {
  const { db, now, today } = fjordvik
  const by = { person_id: PEOPLE.bluebellDirector.id, at: now }
  const hearing = { id: 'h', version_id: draftId, from_day: today, to_day: today, opened_at: now }
  await db
    .insertInto('hearing')
    .values({ ...hearing, opened_by: PEOPLE.adviser.id })
    .execute()
  const said = { hearing_id: 'h', step_id: null, words: 'Fristen er for tidlig.', ...by }
  await db
    .insertInto('comment')
    .values([
      { id: 'c1', ...said },
      { id: 'c2', ...said },
    ])
    .execute()
  await db
    .insertInto('comment_answer')
    .values({ comment_id: 'c1', words: 'Flyttet.', closes: 1, person_id: PEOPLE.adviser.id, at: now })
    .execute()
}

describe('what there is to look over', () => {
  it('is nothing where there is no draft', async () => {
    const fjordvik = await world()
    expect(await readPublication(fjordvik.as('adviser'))).toBeNull()
  })

  it('is what changes, for how many places of the newest cycle', async () => {
    const fjordvik = await withDraft()
    await rewrite(fjordvik, (content) => withStep(content, { title: { nb: 'Sende' }, meaning: 2, responsible: null }))
    const { number, changes, sizes, shortcomings, untranslated } = found(await readPublication(fjordvik.as('adviser')))
    expect(number).toBe(2)
    expect(changes).toMatchObject({ from: 1, impact: [{ sort: 'opens again', steps: 1, kinds: ['pair'] }] })
    expect(sizes).toEqual({
      municipality: { all: 1, private: 0 },
      kindergarten: { all: 3, private: 2 },
      school: { all: 3, private: 1 },
      pair: { all: 6, private: 4 },
    })
    expect(shortcomings.map(({ lacks, stops }) => [lacks, stops])).toEqual([
      ['responsibleMissing', true],
      ['basisNotChecked', false],
    ])
    expect(untranslated.map(({ language, count }) => [language, count > 0])).toEqual([
      ['nn', true],
      ['en', true],
    ])
  })

  it('is what nobody has answered in the hearing', async () => {
    const fjordvik = await withDraft()
    const { draftId } = await seenNow(fjordvik)
    await comment(fjordvik, draftId)
    expect((await readPublication(fjordvik.as('adviser')))?.unanswered).toBe(1)
  })

  it('is, afterwards, which running cycles follow an older version', async () => {
    const fjordvik = await withDraft()
    await publish(fjordvik)
    const { version, behind } = await readPublished(fjordvik.as('adviser'), 2)
    expect(version.number).toBe(2)
    expect(behind).toEqual([{ year: 2027, follows: 1 }])
    expect((await readPublished(fjordvik.at('2027-09-01').as('adviser'), 2)).behind).toEqual([
      { year: 2027, follows: 1 },
    ])
    expect((await readPublished(fjordvik.as('adviser'), 1)).behind).toEqual([])
  })
})

describe('what an adviser says of a publication', () => {
  const CASES: [wrong: string, Partial<Publishing>, field: string, message: string][] = [
    ['no body', { adoptedBy: ' ' }, 'adoptedBy', 'adoptedByMissing'],
    ['a body of 201 characters', { adoptedBy: 'k'.repeat(201) }, 'adoptedBy', 'textTooLong'],
    ['a number of a person as body', { adoptedBy: 'Ola 010203 45678' }, 'adoptedBy', 'elevenDigits'],
    ['a case number of 51 characters', { caseNumber: '1'.repeat(51) }, 'caseNumber', 'textTooLong'],
    ['tomorrow', { adoptedOn: day('2027-03-11') }, 'adoptedOn', 'adoptedLater'],
    ['the last century', { adoptedOn: day('1999-12-31') }, 'adoptedOn', 'adoptedTooEarly'],
    ['no note', { changeNote: '' }, 'changeNote', 'changeNoteMissing'],
    ['a note of 2001 characters', { changeNote: 'n'.repeat(2001) }, 'changeNote', 'textTooLong'],
    ['a number of a person in the note', { changeNote: 'Gjelder 01020345678.' }, 'changeNote', 'elevenDigits'],
    ['no day', { adoptedOn: null }, 'adoptedOn', 'adoptedDayMissing'],
    ['last year', { validFromCycle: 2026 }, 'validFromCycle', 'validFromOutside'],
    ['a year far ahead', { validFromCycle: 2031 }, 'validFromCycle', 'validFromOutside'],
    ['a year that no calendar has', { validFromCycle: 123456 }, 'validFromCycle', 'validFromOutside'],
  ]
  it.each(CASES)('is not %s', async (_, changes, field, message) => {
    const outcome = await publish(await withDraft(), changes)
    expect(outcome).toMatchObject({ saved: false, problems: [{ field, message }] })
  })

  const RIGHT: [right: string, Partial<Publishing>][] = [
    ['a body of 200 characters', { adoptedBy: 'k'.repeat(200) }],
    ['no case number', { caseNumber: null }],
    ['a case number with many digits', { caseNumber: '2027/00123456789' }],
    ['today', { adoptedOn: day('2027-03-10') }],
    ['a note of 2000 characters', { changeNote: 'n'.repeat(2000) }],
    ['this year', { validFromCycle: 2027 }],
    ['three years ahead', { validFromCycle: 2030 }],
  ]
  it.each(RIGHT)('can be %s', async (_, changes) => {
    expect(await publish(await withDraft(), changes)).toMatchObject({ saved: true })
  })
})
