import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FRAMEWORK } from '#app/domain/obligation.ts'
import type { Person } from '#app/domain/permissions.ts'
import { answerPath, participationPath, reminderPath } from '#app/routes/cycles/paths.ts'
import { newId } from '#app/services/new-id.server.ts'
import { changeOwner } from '#app/services/unit-changes.server.ts'
import { ROUTINES } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, LINGONBERRY, PEOPLE, SUNBEAM, VIKABYGD_SCHOOL } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, ORIGIN, posting, responseOf, type Sent } from './visiting.ts'

let site: Map<string, Page>
let fjordvik: World
beforeAll(async () => {
  site = await pages()
})
beforeEach(async () => {
  fjordvik = await world('2027-03-10')
})

const LIST = '/cycles/:cycle/participation'
const ANSWER = `${LIST}/:unit`
const REMINDER = `${ANSWER}/reminder`
const { adviser, observer, kindergartenOwner, sunbeamDirector, bluebellDeputy } = PEOPLE

interface Visit {
  person?: Person
  unit?: string
  path?: string
  search?: string
  language?: string
}

async function send(form: Sent, { person = adviser, unit = SUNBEAM, path = ANSWER }: Visit = {}) {
  const action = site.get(path)?.action
  if (!action) throw new Error(`${path} takes no form`)
  const request = posting(answerPath(2027, unit), form, { Cookie: await cookieOf(fjordvik, person.id) })
  return responseOf(action, { request, params: { cycle: '2027', unit }, edge: edgeOf(fjordvik) })
}

async function see({ person = adviser, unit = SUNBEAM, path = ANSWER, search = '', language = 'nb' }: Visit = {}) {
  const loader = site.get(path)?.loader
  if (!loader) throw new Error(`${path} shows nothing`)
  const Cookie = `${await cookieOf(fjordvik, person.id)}; language=${language}`
  const request = getting(path + search, { Cookie })
  const response = await responseOf(loader, { request, params: { cycle: '2027', unit }, edge: edgeOf(fjordvik) })
  expect(response.status).toBe(200)
  return response.json() as Promise<Shown>
}

interface Shown {
  title: string
  saved: boolean
  now: string
  as: string | null
  closed: { message: string } | null
  routines: { id: string; steps: { words: string }[]; chosen: boolean }[]
  planSteps: number
  lawSteps: object[]
  history: {
    words: string
    routines: unknown[]
    by: string
    as: string
    reason: string | null
    counts: boolean
    formerOwner: string | null
  }[]
  all: string | null
  lacking: { id: string; reminder: string | null; invite: string | null; answerers: { email: string | null }[] }[]
  answers: { id: string; words: string }[]
  remindable: number
  remindedToday: number
  toUnit: string | null
  toAll: boolean
  recipients: string[]
  letter: { subject: string; body: string }
  notices: { to: string; words: string }[]
  works: { owned: Owned[]; places: object[]; waiting: object[] }[]
  participation: { href: string; counts: { type: string; count: number; asked: number }[] }
}
interface Owned {
  id: string
  name: string
  answer: { words: string; href: string; link: string } | null
  progress: { obliged: { asked: number }; invited: { asked: number } }
  pairs: { words: string; places: object[] } | null
}

const partly = { form: 'a form', answer: 'partly', routines: ROUTINES.frame, reason: 'Vi begynner smått' }
const mails = () => fjordvik.db.selectFrom('outbox').select(['recipient', 'subject', 'body']).execute()

describe('answering', () => {
  it('leads back to the page, which says what was saved, by whom and as what', async () => {
    const response = await send(partly, { person: sunbeamDirector })
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe(`${answerPath(2027, SUNBEAM)}?saved=1`)
    const shown = await see({ person: sunbeamDirector, search: '?saved=1' })
    expect(shown).toMatchObject({ saved: true, now: 'partly', as: 'leader' })
    expect(shown.history).toEqual([
      expect.objectContaining({
        words: 'Delvis med, i 1 rutine',
        by: sunbeamDirector.name,
        as: 'leader',
        reason: 'Vi begynner smått',
        counts: true,
        formerOwner: null,
      }),
    ])
    expect(shown.routines.filter(({ chosen }) => chosen).map(({ id }) => id)).toEqual([ROUTINES.frame])
  })

  it('says what each answer means, with the steps by name and those of the law apart', async () => {
    const { routines, planSteps, lawSteps, now, as } = await see({ person: kindergartenOwner })
    expect({ now, as }).toEqual({ now: 'notAnswered', as: 'owner' })
    const ofSteps = [ROUTINES.frame, ROUTINES.cooperation, ROUTINES.support]
    expect(routines.map(({ id }) => id)).toEqual([...ofSteps, FRAMEWORK])
    expect(routines[0]?.steps.map(({ words }) => words)).toEqual(['Etablere femårsgruppa'])
    expect(planSteps).toBe(routines.filter(({ id }) => id !== FRAMEWORK).flatMap(({ steps }) => steps).length)
    expect(routines.at(-1)?.steps.map(({ words }) => words)).toEqual(['Tilhørighet', 'Lek'])
    expect(lawSteps).toHaveLength(1)
  })

  it.each([
    ['no answer', { answer: '' }, 'answer', 'participationMissing'],
    ['an answer that is none', { answer: 'perhaps' }, 'answer', 'participationMissing'],
    ['no routine', { routines: '' }, 'routines', 'routineNotOffered'],
    ['a routine of another version', { routines: 'old' }, 'routines', 'routineNotOffered'],
    ['no reason', { reason: '  ' }, 'reason', 'reasonMissing'],
    ['a reason about a child', { reason: 'Født 3.4.2021' }, 'reason', 'birthDate'],
    ['no copy of the form', { form: '' }, 'form', 'formIncomplete'],
  ])('with %s comes back with what was typed', async (_, changes, field, message) => {
    const response = await send({ ...partly, ...changes })
    expect(response.status).toBe(422)
    const { problems, typed } = (await response.json()) as { problems: object[]; typed: object }
    expect(problems).toEqual([expect.objectContaining({ field, message })])
    expect(typed).toEqual({ ...partly, ...changes })
    expect((await see()).history).toEqual([])
  })

  it('in one routine and the framework says both, and neither is gone from the plan', async () => {
    await send({ ...partly, routines: [ROUTINES.frame, FRAMEWORK] })
    const [given] = (await see()).history
    expect(given).toMatchObject({ words: 'Delvis med, i 1 rutine og rammeverket', gone: 0 })
    expect(given?.routines).toHaveLength(2)
    await send({ ...partly, form: 'another', routines: FRAMEWORK })
    expect((await see()).history[0]?.words).toBe('Delvis med, i rammeverket')
  })

  it('with no box ticked says so', async () => {
    const { form, answer, reason } = partly
    const response = await send({ form, answer, reason })
    const { problems } = (await response.json()) as { problems: object[] }
    expect(problems).toEqual([{ field: 'routines', message: 'routinesMissing' }])
  })

  it('for a municipal unit says that the plan binds it', async () => {
    expect((await see({ unit: BLUEBELL })).closed?.message).toBe('planBindsUnit')
    expect((await send(partly, { unit: BLUEBELL })).status).toBe(422)
  })

  it('begins anew with a new owner; what the former one answered stands there by its name', async () => {
    await send(partly)
    const after = fjordvik.at('2027-06-25')
    const owner = { name: 'Solstrålen SA', ownership: 'private' } as const
    const said = { owner, from: after.today, reason: 'Solgt', seen: 0 }
    await changeOwner(after.as('adviser'), SUNBEAM, said, newId())
    const shown = await see()
    expect(shown.routines.some(({ chosen }) => chosen)).toBe(false)
    expect(shown.now).toBe('notAnswered')
    expect(shown.history).toMatchObject([{ counts: false, formerOwner: 'Fjordvik Barnehager AS' }])
  })

  it('is not for somebody else’s unit, and answers as one that is not there', async () => {
    const foreign = await send(partly, { person: bluebellDeputy })
    const missing = await send(partly, { person: bluebellDeputy, unit: 'nowhere' })
    expect(foreign.status).toBe(404)
    expect(await foreign.text()).toBe(await missing.text())
    expect((await send(partly, { person: observer })).status).toBe(403)
    expect((await send(partly, { person: bluebellDeputy, unit: BLUEBELL })).status).toBe(403)
  })

  it('can be read by an observer, who cannot answer and sees no reason', async () => {
    await send(partly)
    const shown = await see({ person: observer })
    expect(shown.as).toBeNull()
    expect(shown.history.map(({ reason }) => reason)).toEqual([null])
    expect(shown.all).toBe(participationPath(2027))
    expect((await see({ person: kindergartenOwner })).all).toBeNull()
  })
})

describe('the list', () => {
  it('has who lacks an answer with what an adviser can do, and nothing to do for an observer', async () => {
    const { lacking, remindable, answers } = await see({ path: LIST })
    expect(lacking.map(({ id }) => id).sort()).toEqual([SUNBEAM, VIKABYGD_SCHOOL].sort())
    expect(lacking.every(({ id, reminder }) => reminder === reminderPath(2027, id))).toBe(true)
    expect(remindable).toBe(2)
    expect(answers.find(({ id }) => id === LINGONBERRY)?.words).toBe('Med i hele planen')
    const seen = await see({ path: LIST, person: observer })
    expect(seen.lacking.map(({ reminder, invite }) => [reminder, invite])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(seen.remindable).toBe(0)
    expect(JSON.stringify(seen)).not.toContain('@')
  })

  it('offers to invite an owner where nobody can be reached', async () => {
    await fjordvik.db
      .updateTable('seat')
      .set({ ended_at: fjordvik.now })
      .where('person_id', '=', PEOPLE.vikabygdPrincipal.id)
      .execute()
    const { lacking } = await see({ path: LIST })
    const vikabygd = lacking.find(({ id }) => id === VIKABYGD_SCHOOL)
    expect(vikabygd).toMatchObject({ reminder: null, invite: expect.stringContaining('/people/new?') as string })
  })
})

describe('a reminder', () => {
  it('to one leads back to the list, which says so, and is in nobody’s way a second time', async () => {
    const response = await send({ form: 'a form' }, { path: REMINDER })
    expect(response.headers.get('Location')).toBe(`${participationPath(2027)}?reminded=${SUNBEAM}`)
    const list = await see({ path: LIST, search: `?reminded=${SUNBEAM}` })
    expect(list).toMatchObject({ toUnit: 'Solstrålen barnehage', remindable: 1, remindedToday: 1 })
    const again = await send({ form: 'another form' }, { path: REMINDER })
    expect(again.status).toBe(422)
    expect(await mails()).toHaveLength(2)
  })

  it('has the unit, the way to answer and no other address in it', async () => {
    await send({ form: 'a form' }, { path: REMINDER })
    const [first] = await mails()
    expect(first?.subject).toBe('Er Solstrålen barnehage med i planen for skolestart 2027?')
    expect(first?.body).toContain(`${ORIGIN}${answerPath(2027, SUNBEAM)}`)
    expect(first?.body).toContain('Fjordvik kommune')
    expect(first?.body).not.toMatch(/@|\{\{/)
    const shown = await see({ path: REMINDER, language: 'nn' })
    expect(shown.recipients).toEqual(['owner@fjordvik.example', 'sunbeam@fjordvik.example'])
  })

  it('to all says how many', async () => {
    const response = await send({ form: 'a form' }, { path: LIST })
    expect(response.headers.get('Location')).toBe(`${participationPath(2027)}?reminded=all`)
    expect(await see({ path: LIST, search: '?reminded=all' })).toMatchObject({ toAll: true, remindedToday: 2 })
    expect((await send({ form: 'another form' }, { path: LIST })).status).toBe(422)
    expect((await send({ form: 'a form' }, { path: LIST, person: observer })).status).toBe(403)
  })
})

describe('home', () => {
  const home = (person: Person) => see({ path: '/', person })

  it('of an owner has its units with their answers, and asks for the one that is missing', async () => {
    const { title, notices, works } = await home(kindergartenOwner)
    expect(title).toBe('Barnehagene og skolene dine')
    expect(notices.map(({ to }) => to)).toEqual([answerPath(2027, SUNBEAM)])
    const [work] = works
    expect(work?.places).toEqual([])
    expect(work?.waiting).toEqual([])
    expect(work?.owned.map(({ id, answer, pairs }) => [id, answer?.words, pairs?.places.length])).toEqual([
      [SUNBEAM, 'Har ikke svart', 2],
      [LINGONBERRY, 'Med i hele planen', 2],
    ])
  })

  it('of an owner counts what is agreed and what is an invitation apart, before and after', async () => {
    const counts = async () => {
      const { works } = await home(kindergartenOwner)
      const { progress } = works[0]?.owned.find(({ id }) => id === SUNBEAM) ?? {}
      return [progress?.obliged.asked ?? 0, progress?.invited.asked ?? 0]
    }
    const [obliged = 0, invited = 0] = await counts()
    expect(invited).toBeGreaterThan(0)
    await send({ form: 'a form', answer: 'takes part', reason: '' }, { person: kindergartenOwner })
    const [obligedNow = 0, invitedNow = 0] = await counts()
    expect(obligedNow).toBeGreaterThan(obliged)
    expect(invitedNow).toBeLessThan(invited)
    expect(obligedNow + invitedNow).toBe(obliged + invited)
    expect((await home(kindergartenOwner)).notices).toEqual([])
  })

  it('asks the director of a unit without an answer, and not those of other units or a deputy', async () => {
    const asked = async (person: Person) =>
      (await home(person)).notices.map(({ to }) => to).filter((to) => to.includes('/participation/'))
    expect(await asked(sunbeamDirector)).toEqual([answerPath(2027, SUNBEAM)])
    expect(await asked(PEOPLE.vikabygdPrincipal)).toEqual([answerPath(2027, VIKABYGD_SCHOOL)])
    for (const person of [PEOPLE.lingonberryDirector, PEOPLE.bluebellDirector, bluebellDeputy, adviser]) {
      expect(await asked(person)).toEqual([])
    }
  })
})

describe('the overview', () => {
  it('says how many take part, by owner type, with a way to who', async () => {
    const { participation } = await see({ path: '/cycles/:cycle' })
    expect(participation).toEqual({
      href: participationPath(2027),
      counts: [
        { type: 'privateKindergartens', count: 1, asked: 2 },
        { type: 'privateSchools', count: 0, asked: 1 },
        { type: 'neighbours', count: 0, asked: 1 },
      ],
    })
    await send(partly)
    const after = await see({ path: '/cycles/:cycle' })
    expect(after.participation.counts[0]).toMatchObject({ count: 2, asked: 2 })
  })
})
