import { beforeAll, describe, expect, it } from 'vitest'
import type { WheelDrawing, WheelMonthView } from '#app/components/wheel-view.ts'
import { day } from '#app/domain/calendar.ts'
import type { Person } from '#app/domain/permissions.ts'
import { stepsOfYear } from '#app/domain/year-wheel.ts'
import { municipalityWheel } from '#app/routes/cycles/wheel-view.server.ts'
import { agreeOnDate } from '#app/services/agreeing.server.ts'
import { moveDueDay } from '#app/services/due-days.server.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { cycleOf } from '#tests/domain/field.ts'
import { answerNow } from '#tests/services/saying.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, responseOf } from './visiting.ts'

let site: Map<string, Page>
beforeAll(async () => {
  site = await pages()
})

interface Shown {
  year: number
  running: number[]
  drawing: WheelDrawing | null
  months: WheelMonthView[]
  lead: string
  links: string | null
}

async function answer(
  here: World,
  { path = '/cycles/:cycle/wheel', year = 2027, as = null as Person | null, language = 'nb' } = {},
) {
  const loader = site.get(path)?.loader
  if (!loader) throw new Error('No wheel')
  const cookies = [`language=${language}`, ...(as ? [await cookieOf(here, as.id)] : [])]
  const request = getting(path.replace(':cycle', String(year)), { Cookie: cookies.join('; ') })
  return responseOf(loader, { request, params: { cycle: String(year) }, edge: edgeOf(here) })
}

const linesOf = ({ months }: Shown) => months.flatMap(({ lines }) => lines)
const marksIn = (drawing: WheelDrawing | null) =>
  drawing?.rings.flatMap(({ ring, labels }) => labels.map(({ mark }) => `${ring} ${mark}`)).toSorted()

async function see(here: World, more: Parameters<typeof answer>[1] = {}): Promise<Shown> {
  const response = await answer(here, more)
  expect(response.status).toBe(200)
  return response.json() as Promise<Shown>
}

describe('the year wheel of a municipality', () => {
  it('says to anybody what is due when and on whose side, with the same numbers in picture and list', async () => {
    const shown = await see(await world())
    const lines = linesOf(shown)
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.map(({ mark }) => mark)).toEqual(lines.map((_, at) => String(at + 1)))
    expect(lines.map(({ on }) => on)).toEqual(lines.map(({ on }) => on).toSorted())
    expect(marksIn(shown.drawing)).toEqual(lines.map(({ ring, mark }) => `${ring} ${mark}`).toSorted())
    for (const { key, lines } of shown.months) expect(lines.every(({ on }) => on.startsWith(key))).toBe(true)
  })

  it('says nothing of any unit, and nothing of how it stands', async () => {
    const fjordvik = await world()
    const before = await (await answer(fjordvik)).text()
    for (const { name } of await fjordvik.db.selectFrom('unit').select('name').execute())
      expect(before).not.toContain(name)
    const where = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }
    await answerNow(fjordvik.as('director', BLUEBELL), where, 'kindergarten', 'done')
    expect(await (await answer(fjordvik)).text()).toBe(before)
    const lines = linesOf(JSON.parse(before) as Shown)
    expect(lines.every(({ state, href, look }) => state === null && href === null && look === 'plain')).toBe(true)
  })

  it('follows a due day that was moved for all', async () => {
    const fjordvik = await world()
    const onOf = async () => linesOf(await see(fjordvik)).find(({ key }) => key === STEPS.sendForms)?.on
    expect(await onOf()).not.toBe('2027-06-20')
    const which = { year: 2027, stepId: STEPS.sendForms, schoolId: null, seen: day('2027-05-01') }
    const moving = { ...which, to: day('2027-06-20'), reason: 'Ferie' }
    expect(await moveDueDay(fjordvik.as('adviser'), moving, 'f')).toMatchObject({ saved: true })
    expect(await onOf()).toBe('2027-06-20')
  })

  it('offers both cycles while two run, and only then', async () => {
    const autumn = await world('2026-10-10')
    expect((await see(autumn)).running).toEqual([2026, 2027])
    expect((await see(autumn, { year: 2026 })).year).toBe(2026)
    expect((await see(autumn.at('2027-03-10'))).running).toEqual([2027])
  })

  it('has a hand for today on the days it has, and on no others', async () => {
    const fjordvik = await world()
    const handOf = async (here: World) => (await see(here)).drawing?.hand
    expect(await handOf(fjordvik)).toMatch(/^M/)
    expect(await handOf(fjordvik.at('2026-08-01'))).toMatch(/^M/)
    expect(await handOf(fjordvik.at('2026-07-31'))).toBeNull()
    expect(await handOf(fjordvik.at('2027-12-01'))).toBeNull()
  })

  it('leads an adviser and an observer to the cycle, and others nowhere they may not go', async () => {
    const fjordvik = await world()
    expect((await see(fjordvik, { as: PEOPLE.adviser })).links).toBe('all')
    expect((await see(fjordvik, { as: PEOPLE.observer })).links).toBe('reading')
    expect((await see(fjordvik, { as: PEOPLE.bluebellDirector })).links).toBeNull()
    expect((await see(fjordvik)).links).toBeNull()
  })

  it('has numbers with one decimal, so that every reader gets the same picture', async () => {
    const { drawing } = await see(await world())
    expect(JSON.stringify(drawing)).not.toMatch(/\d\.\d\d|NaN/)
  })

  it('has nothing to draw where the version has no steps', () => {
    const cycle = cycleOf()
    const shown = municipalityWheel({ cycle, steps: stepsOfYear(cycle), running: [] }, day('2027-03-10'), 'nb')
    expect(shown).toMatchObject({ drawing: null, months: [] })
  })

  it('is linked from the plan, for the cycles that run', async () => {
    const plan = async (on: string) => {
      const here = await world(on)
      const response = await responseOf(site.get('/plan')!.loader!, { request: getting('/plan'), edge: edgeOf(here) })
      return ((await response.json()) as { wheels: number[] }).wheels
    }
    expect(await plan('2027-03-10')).toEqual([2027])
    expect(await plan('2026-10-10')).toEqual([2026, 2027])
  })
})

describe('the year wheel of a place', () => {
  const PLACE_WHEEL = '/cycles/:cycle/places/:place/wheel'
  const at = async (here: World, place: string, as: Person, language = 'nb') => {
    const request = getting(`/cycles/2027/places/${place}/wheel`, {
      Cookie: `${await cookieOf(here, as.id)}; language=${language}`,
    })
    const params = { cycle: '2027', place }
    const response = await responseOf(site.get(PLACE_WHEEL)!.loader!, { request, params, edge: edgeOf(here) })
    return response.json() as Promise<Shown & { datesMissing: boolean; legend: string[] }>
  }
  const lineOf = (shown: Shown, key: string) => linesOf(shown).find((line) => line.key.startsWith(key))

  it('folds what a kindergarten does with its schools into words, and leads to each', async () => {
    const fjordvik = await world('2027-05-10')
    const where = { year: 2027, placeId: PAIRS.bluebellNes, stepId: STEPS.sendForms }
    await answerNow(fjordvik.as('director', BLUEBELL), where, 'kindergarten', 'done')
    await answerNow(fjordvik.as('adviser'), where, 'school', 'confirmed')
    const shown = await at(fjordvik, BLUEBELL, PEOPLE.bluebellDirector)
    const line = lineOf(shown, STEPS.sendForms)
    expect(line).toMatchObject({
      look: 'late',
      href: null,
      state: 'Gjennomført ved 1 av 2 skoler, fristen gikk ut ved 1',
      places: [
        { name: 'Fjordvik skole', look: 'late', state: 'Fristen gikk ut 1. mai' },
        { name: 'Nes skole', look: 'done', state: 'Gjennomført' },
      ],
    })
    expect(line?.places[1]?.href).toBe(`/cycles/2027/places/${PAIRS.bluebellNes}/steps/${STEPS.sendForms}`)
    expect(shown.legend).toEqual(['Rød ring rundt tallet: fristen gikk ut.'])
    const nn = await at(fjordvik, BLUEBELL, PEOPLE.bluebellDirector, 'nn')
    expect(lineOf(nn, STEPS.sendForms)?.state).toBe('Gjennomført ved 1 av 2 skular, fristen gjekk ut ved 1')
  })

  it('says the state of a pair, and leads to the step', async () => {
    const fjordvik = await world('2027-04-10')
    const where = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.springMeeting }
    await answerNow(fjordvik.as('principal', FJORDVIK_SCHOOL), where, 'school', 'done')
    await answerNow(fjordvik.as('director', BLUEBELL), where, 'kindergarten', 'confirmed')
    const shown = await at(fjordvik, PAIRS.bluebellFjordvik, PEOPLE.fjordvikPrincipal)
    expect(lineOf(shown, STEPS.springMeeting)).toMatchObject({ state: 'Gjennomført', look: 'done' })
    expect(shown.legend[0]).toBe('Hul sirkel: ingenting gjenstår.')
    expect(lineOf(shown, STEPS.visit)).toMatchObject({
      state: 'Frist 15. april',
      look: 'plain',
      href: `/cycles/2027/places/${PAIRS.bluebellFjordvik}/steps/${STEPS.visit}`,
    })
  })

  it('has agreed dates with letters at their day, outermost, between the steps of the list', async () => {
    const fjordvik = await world('2027-01-11')
    expect((await at(fjordvik, PAIRS.bluebellFjordvik, PEOPLE.bluebellDirector)).datesMissing).toBe(true)
    const visit = { kind: 'visit', title: null, stepId: null, from: '10:00', to: null, venue: 'Gymsalen' } as const
    const agreeing = { ...visit, on: day('2027-04-20'), whoComes: null, sure: false }
    const where = { year: 2027, placeId: PAIRS.bluebellFjordvik }
    await agreeOnDate(fjordvik.as('principal', FJORDVIK_SCHOOL), where, { agreeing, chosen: [] }, 'f')
    const shown = await at(fjordvik, PAIRS.bluebellFjordvik, PEOPLE.bluebellDirector)
    expect(shown.datesMissing).toBe(false)
    const date = linesOf(shown).find(({ ring }) => ring === 'dates')
    expect(date).toMatchObject({ mark: 'A', on: '2027-04-20', who: 'kl. 10 · Gymsalen' })
    expect(linesOf(shown).map(({ mark }) => mark)).toEqual(['1', '2', '3', 'A', '4'])
    expect(shown.drawing?.rings[0]).toMatchObject({ ring: 'dates', labels: [{ mark: 'A' }] })
    expect(marksIn(shown.drawing)).toContain('dates A')
  })
})

describe('the wheel as a file', () => {
  const path = '/cycles/:cycle/wheel/picture'

  it('is a picture to keep, named by municipality and year, and says whose it is', async () => {
    const response = await answer(await world(), { path })
    expect(response.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8')
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="arshjul-fjordvik-2027.svg"')
    expect(await response.text()).toContain('Fjordvik · Planen, versjon 1 · 10. mars 2027')
  })

  it('holds what the page lists, in the language of the reader', async () => {
    const fjordvik = await world()
    const lines = linesOf(await see(fjordvik, { language: 'nn' }))
    const text = await (await answer(fjordvik, { path, language: 'nn' })).text()
    const words = [...text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words).join(' ')
    for (const { title } of lines) expect(words).toContain(title.words.replaceAll('"', '&quot;'))
    expect(words).toContain('Årshjulet for skulestart 2027')
    expect(text).toContain(' lang="nn"')
  })

  it('is not there in a year without a cycle', async () => {
    expect((await answer(await world(), { path, year: 2031 })).status).toBe(404)
  })
})
