import { beforeEach, describe, expect, it } from 'vitest'
import type { Month } from '#app/domain/month.ts'
import { chosenNow, type Chosen, type Marking } from '#app/domain/framework-marking.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { beginFromLastYear, lineAt, markFramework, readFramework } from '#app/services/framework-marks.server.ts'
import { changeAddition, writeAddition } from '#app/services/local-additions.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { AREAS, ELEMENTS, FJORDVIK_PLAN } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { adoptNow, publishNext } from './renewing.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world()
})

const HERE = { year: 2027, placeId: BLUEBELL }
const MARCH = { from: '2027-03' as Month, to: '2027-04' as Month }
const PLANNED: Marking = { mark: 'planned', months: MARCH, reason: null }

const director = () => fjordvik.as('director', BLUEBELL)

async function lineOf(id: string, context: SignedIn = director(), at = HERE, what: Chosen['what'] = 'element') {
  return lineAt(await readFramework(context, at), what, id)
}

const choosing = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => chosenNow(await lineOf(id, fjordvik.as('adviser')))))

async function mark(
  marking: Partial<Marking>,
  { who = director(), ids = [ELEMENTS.friend] as string[], form = newId() } = {},
) {
  return markFramework(who, HERE, { ...PLANNED, ...marking }, await choosing(...ids), form)
}

const remembered = async (kind = 'framework marked') =>
  (await listEvents(fjordvik.db)).filter((event) => event.kind === kind)
const rows = () => fjordvik.db.selectFrom('framework_mark').selectAll().orderBy('sequence').execute()

describe('marking', () => {
  it('several elements at once is one event, with who, when and under which version', async () => {
    expect(await mark({}, { ids: [ELEMENTS.friend, ELEMENTS.freePlay] })).toEqual({ saved: true, first: true })
    const { mark: said } = await lineOf(ELEMENTS.freePlay)
    const { id: personId, name } = director().actor
    expect(said).toMatchObject({ mark: 'planned', months: MARCH, version: 1, meaning: 1, at: fjordvik.now })
    expect(said?.by).toEqual({ personId, name, forUnit: false })
    const [event, ...more] = await remembered()
    const ids = (await rows()).map(({ id }) => id).join(' ')
    expect(event?.content).toEqual({ cycle: 2027, unit: BLUEBELL, mark: 'planned', marks: ids })
    expect(more).toEqual([])
  })

  it('of an element that is chosen over and over is one mark', async () => {
    const often = Array.from({ length: 3000 }, () => ELEMENTS.friend)
    const [chosen] = await choosing(ELEMENTS.friend)
    const form = newId()
    const outcome = await markFramework(
      director(),
      HERE,
      PLANNED,
      often.flatMap(() => chosen ?? []),
      form,
    )
    expect(outcome).toEqual({ saved: true, first: true })
    expect(await rows()).toHaveLength(1)
  })

  it('by an adviser is for the unit, and shown as such; a deputy marks as the unit itself', async () => {
    await mark({}, { who: fjordvik.as('adviser') })
    expect((await lineOf(ELEMENTS.friend)).mark?.by.forUnit).toBe(true)
    await mark({ mark: 'worked with' }, { who: fjordvik.asPerson(PEOPLE.bluebellDeputy) })
    expect((await lineOf(ELEMENTS.friend)).mark).toMatchObject({ mark: 'worked with', by: { forUnit: false } })
  })

  it('keeps how it is worked with where a form did not ask, and takes it away where it was emptied', async () => {
    await mark({ how: 'I samlingsstund' })
    await mark({ mark: 'working with it' })
    expect((await lineOf(ELEMENTS.friend)).mark).toMatchObject({ mark: 'working with it', how: 'I samlingsstund' })
    await mark({ mark: 'working with it', how: null })
    expect((await lineOf(ELEMENTS.friend)).mark?.how).toBeNull()
  })

  it('that something is not for the unit takes a reason and no month', async () => {
    expect(await mark({ mark: 'not for us', reason: null })).toMatchObject({ problems: [{ message: 'reasonMissing' }] })
    await mark({ mark: 'not for us', reason: 'Vi har ingen egen gruppe' })
    expect((await lineOf(ELEMENTS.friend)).mark).toMatchObject({ months: null, reason: 'Vi har ingen egen gruppe' })
  })

  it('taken back gives what was before, and all stays in the history', async () => {
    await mark({})
    await mark({ mark: 'working with it' })
    await mark({ mark: 'withdrawn' })
    const line = await lineOf(ELEMENTS.friend)
    expect(line.mark?.mark).toBe('planned')
    expect(line.history.map((each) => each.mark)).toEqual(['planned', 'working with it', 'withdrawn'])
    await mark({ mark: 'withdrawn' })
    expect((await lineOf(ELEMENTS.friend)).mark).toBeNull()
    expect(await mark({ mark: 'withdrawn' })).toMatchObject({ problems: [{ message: 'markTakenBack' }] })
  })

  it('acts once when the form is sent twice', async () => {
    const form = newId()
    const chosen = await choosing(ELEMENTS.friend)
    const send = () => markFramework(director(), HERE, PLANNED, chosen, form)
    const outcomes = await Promise.all([send(), send()])
    expect(outcomes.filter((each) => each.saved && each.first)).toHaveLength(1)
    expect(await rows()).toHaveLength(1)
  })

  it('by two people at the same element: the second is told who was first, and nothing of theirs is saved', async () => {
    const chosen = await choosing(ELEMENTS.friend, ELEMENTS.freePlay)
    await mark({}, { who: fjordvik.asPerson(PEOPLE.bluebellDeputy) })
    const outcome = await markFramework(director(), HERE, PLANNED, chosen, newId())
    const values = { name: PEOPLE.bluebellDeputy.name }
    expect(outcome).toEqual({ saved: false, problems: [{ field: 'chosen', message: 'markedMeanwhile', values }] })
    expect(await rows()).toHaveLength(1)
  })

  it.each<[string, Partial<Marking>, string[], string]>([
    ['nothing chosen', {}, [], 'chosen noElementChosen'],
    ['no month', { months: null }, [ELEMENTS.friend], 'from markMonthMissing'],
    [
      'a month of another cycle',
      { months: { from: '2028-01' as Month, to: '2028-01' as Month } },
      [ELEMENTS.friend],
      'from markMonthMissing',
    ],
    ['months backwards', { months: { from: MARCH.to, to: MARCH.from } }, [ELEMENTS.friend], 'to monthsBackwards'],
    ['a birth date in how', { how: 'Født 3.4.2021' }, [ELEMENTS.friend], 'how birthDate'],
    [
      'eleven digits in the reason',
      { mark: 'not for us', reason: '01020312345' },
      [ELEMENTS.friend],
      'reason elevenDigits',
    ],
    ['a diagnosis in how', { how: 'Øver på det fordi én har autisme' }, [ELEMENTS.friend], 'how diagnosisOrCase'],
    ['initials in how', { how: 'Sammen med K.N.' }, [ELEMENTS.friend], 'how initials'],
    ['too many words', { how: 'x'.repeat(301) }, [ELEMENTS.friend], 'how textTooLong'],
  ])('with %s is a problem, and saves nothing', async (_, marking, ids, problem) => {
    const before = await listEvents(fjordvik.db)
    const outcome = await mark(marking, { ids })
    const problems = outcome.saved ? [] : outcome.problems.map(({ field, message }) => `${field} ${message}`)
    expect(problems).toEqual([problem])
    expect(await rows()).toEqual([])
    expect(await listEvents(fjordvik.db)).toEqual(before)
  })

  it('by a school knows three marks: "not for us" is a kindergarten’s', async () => {
    const principal = fjordvik.as('principal', FJORDVIK_SCHOOL)
    const at = { year: 2027, placeId: FJORDVIK_SCHOOL }
    const chosen = [chosenNow(await lineOf(ELEMENTS.friend, principal, at))]
    const no = { ...PLANNED, mark: 'not for us', reason: 'Nei' } as const
    expect(await markFramework(principal, at, no, chosen, newId())).toMatchObject({
      problems: [{ message: 'markNotOffered' }],
    })
    expect(await markFramework(principal, at, PLANNED, chosen, newId())).toMatchObject({ saved: true })
    expect((await lineOf(ELEMENTS.friend)).mark).toBeNull()
  })

  it.each([
    ['an observer', () => fjordvik.as('observer'), BLUEBELL, 'not allowed'],
    ['the owner', () => fjordvik.as('owner', SUNBEAM), SUNBEAM, 'not allowed'],
    ['a director, at the school', director, FJORDVIK_SCHOOL, 'not allowed'],
    ['a director elsewhere', () => fjordvik.as('director', LINGONBERRY), BLUEBELL, 'not found'],
  ] as const)('is not for %s', async (_, who, placeId, code) => {
    const chosen = await choosing(ELEMENTS.friend)
    await expect(markFramework(who(), { year: 2027, placeId }, PLANNED, chosen, newId())).rejects.toMatchObject({
      code,
    })
    expect(await rows()).toEqual([])
  })

  it('an element that is none is not found', async () => {
    const none = { what: 'element', id: 'none', meaning: 1, seen: null } as const
    await expect(markFramework(director(), HERE, PLANNED, [none], newId())).rejects.toMatchObject({ code: 'not found' })
  })
})

describe('what was written of it', () => {
  it('is for those who read reasons and notes, and not for an observer', async () => {
    await mark({ how: 'I samlingsstund' })
    const seen = async (who: SignedIn) => JSON.stringify((await readFramework(who, HERE)).elements)
    expect(await seen(director())).toContain('I samlingsstund')
    expect(await seen(fjordvik.as('adviser'))).toContain('I samlingsstund')
    expect(await seen(fjordvik.as('observer'))).not.toContain('I samlingsstund')
  })
})

describe('a newer version', () => {
  const [belonging, play] = FJORDVIK_PLAN.framework
  if (!belonging || !play) throw new Error('Fjordvik has two areas')
  const changed = (changes: object) => [
    {
      ...belonging,
      elements: belonging.elements.map((each) => (each.id === ELEMENTS.friend ? { ...each, ...changes } : each)),
    },
    play,
  ]

  it('that only words an element anew keeps its marks', async () => {
    await mark({})
    await publishNext(fjordvik, 2, {}, [], changed({ kindergarten: { nb: 'Alle har en venn' } }))
    await adoptNow(fjordvik, 2)
    expect((await lineOf(ELEMENTS.friend)).mark?.mark).toBe('planned')
  })

  it('that gives it another meaning shows the marks as earlier, and a form from before it is a problem', async () => {
    await mark({})
    const chosen = await choosing(ELEMENTS.friend)
    await publishNext(fjordvik, 2, {}, [], changed({ meaning: 2 }))
    await adoptNow(fjordvik, 2)
    const line = await lineOf(ELEMENTS.friend)
    expect(line).toMatchObject({ mark: null, earlier: [{ mark: 'planned', version: 1 }] })
    const outcome = await markFramework(director(), HERE, PLANNED, chosen, newId())
    expect(outcome).toMatchObject({ problems: [{ field: 'chosen', message: 'elementHasChanged' }] })
  })
})

describe('last year’s plan', () => {
  const LAST = { year: 2026, placeId: BLUEBELL }
  const markLast = async (marking: Partial<Marking>, id: string) => {
    const chosen = [chosenNow(await lineOf(id, director(), LAST))]
    return markFramework(
      director(),
      LAST,
      { ...PLANNED, months: { from: '2026-02' as Month, to: '2026-03' as Month }, ...marking },
      chosen,
      newId(),
    )
  }

  it('is offered a year later: what was worked with then and has not been marked since', async () => {
    await markLast({ mark: 'worked with', how: 'På tur' }, ELEMENTS.friend)
    await markLast({ mark: 'not for us', reason: 'Nei' }, ELEMENTS.ownPlace)
    await markLast({}, ELEMENTS.freePlay)
    await mark({}, { ids: [ELEMENTS.freePlay] })
    const { beginning } = await readFramework(director(), HERE)
    expect(beginning.map(({ line, ...rest }) => [chosenNow(line).id, rest])).toEqual([
      [ELEMENTS.friend, { months: { from: '2027-02', to: '2027-03' }, how: 'På tur' }],
    ])
    expect((await readFramework(fjordvik.as('observer'), HERE)).beginning).toEqual([])
  })

  it('is taken over as planned, and what was marked meanwhile stays as it is', async () => {
    await markLast({ mark: 'worked with', how: 'På tur' }, ELEMENTS.friend)
    await markLast({}, ELEMENTS.freePlay)
    const chosen = await choosing(ELEMENTS.friend, ELEMENTS.freePlay)
    await mark({ mark: 'working with it' }, { ids: [ELEMENTS.freePlay] })
    expect(await beginFromLastYear(director(), HERE, chosen, newId())).toMatchObject({ saved: true })
    expect((await lineOf(ELEMENTS.friend)).mark).toMatchObject({
      mark: 'planned',
      how: 'På tur',
      months: { from: '2027-02' },
    })
    expect((await lineOf(ELEMENTS.freePlay)).mark?.mark).toBe('working with it')
    expect((await readFramework(director(), HERE)).beginning).toEqual([])
  })

  it('with nothing chosen is a problem, and is not for those who only read', async () => {
    expect(await beginFromLastYear(director(), HERE, [], newId())).toMatchObject({
      problems: [{ message: 'noElementChosen' }],
    })
    const observer = fjordvik.as('observer')
    await expect(beginFromLastYear(observer, HERE, [], newId())).rejects.toMatchObject({ code: 'not allowed' })
  })
})

describe('an addition of the unit’s own', () => {
  const write = (words = 'Skogturer hver uke', who = director(), form = newId()) =>
    writeAddition(who, HERE, { words, areaId: AREAS.play }, form)
  const all = async (at = HERE) => (await readFramework(director(), at)).additions
  const theOne = async () => {
    const [line] = await all()
    if (!line) throw new Error('No addition')
    return line
  }

  it('cannot be "not for us": then it is taken out', async () => {
    await write()
    const no: Marking = { mark: 'not for us', months: null, reason: 'Vi rekker det ikke' }
    const outcome = await markFramework(director(), HERE, no, [chosenNow(await theOne())], newId())
    expect(outcome).toMatchObject({ saved: false, problems: [{ field: 'chosen', message: 'ownNotForUs' }] })
    expect(await rows()).toEqual([])
  })

  it('is marked like an element, and outlives cycles and versions', async () => {
    await write()
    const line = await theOne()
    expect(await markFramework(director(), HERE, PLANNED, [chosenNow(line)], newId())).toMatchObject({ saved: true })
    await publishNext(fjordvik, 2, {}, [], FJORDVIK_PLAN.framework.slice(0, 1))
    await adoptNow(fjordvik, 2)
    expect(await theOne()).toMatchObject({
      addition: { words: 'Skogturer hver uke', areaId: AREAS.play },
      mark: { mark: 'planned' },
    })
    expect(await all({ ...HERE, year: 2026 })).toMatchObject([{ addition: { id: line.addition.id }, mark: null }])
    expect(await remembered('addition written')).toHaveLength(1)
  })

  it('is worded anew and taken out by rows of their own', async () => {
    await write()
    const { id, words } = (await theOne()).addition
    await changeAddition(director(), HERE, { id, words: 'Skogturer', seen: words }, newId())
    expect((await theOne()).addition.words).toBe('Skogturer')
    const late = await changeAddition(director(), HERE, { id, words: 'Turer', seen: words }, newId())
    expect(late).toMatchObject({ problems: [{ message: 'additionChanged', values: { words: 'Skogturer' } }] })
    await changeAddition(director(), HERE, { id, words: null, seen: 'Skogturer' }, newId())
    expect(await all()).toEqual([])
    expect(await fjordvik.db.selectFrom('local_addition').select('words').execute()).toHaveLength(3)
    expect(await remembered('addition taken out')).toHaveLength(1)
    await expect(changeAddition(director(), HERE, { id, words: 'x', seen: 'y' }, newId())).rejects.toMatchObject({
      code: 'not found',
    })
  })

  it.each([
    ['no words', '', 'additionMissing'],
    ['more than 200 characters', 'x'.repeat(201), 'textTooLong'],
    ['a birth date', 'Født 3.4.2021', 'birthDate'],
    ['one child singled out', 'Turer for en gutt i gruppa', 'oneChild'],
  ])('with %s is a problem', async (_, words, message) => {
    expect(await write(words)).toMatchObject({ saved: false, problems: [{ field: 'words', message }] })
    expect(await all()).toEqual([])
  })

  it('in no area is a problem, and not for others than the unit', async () => {
    const outcome = await writeAddition(director(), HERE, { words: 'Tur', areaId: 'none' }, newId())
    expect(outcome).toMatchObject({ problems: [{ field: 'area', message: 'areaMissing' }] })
    await expect(write('Tur', fjordvik.as('observer'))).rejects.toMatchObject({ code: 'not allowed' })
    await expect(write('Tur', fjordvik.as('director', LINGONBERRY))).rejects.toMatchObject({ code: 'not found' })
  })
})
