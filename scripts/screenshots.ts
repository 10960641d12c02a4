import './node-version.ts'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { idOf } from '#db/seed/identity.ts'
import { buildIfNeeded } from './build.ts'
import { findChromium } from './chromium.ts'
import { giveUp, say } from './say.ts'

/** `npm run screenshots`: the pictures in docs/screens/, of the demo as it stands on two days. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PORT = 43_127
const HEARD = `/plan/hearing?routine=${id('routine', 'cooperation')}`
const ADVISER = 'Rådgiver, oppvekst, Lillehammer kommune'
const DIRECTOR = 'Styrer, Lundgaardsløkka barnehage'
const NEXT = 'Påtroppende styrer, Lillehammer barnehage'
const HANDED_OVER = 'Lillehammer barnehage'
const ANSWER = `/cycles/2027/participation/${id('unit', 'Nybu barnehage')}`
const PAIR = `/cycles/2027/places/${id('pair', '2027/Lundgaardsløkka barnehage/Jørstadmoen skole')}`

interface Picture {
  name: string
  /** Whoever has signed in, or nobody. */
  as: string | null
  path: string
  width: number
  height: number
  language?: string
  /** Taken in May, when version 2 is published and the cycle still follows version 1; the others in March. */
  inMay?: true
  /** What the picture begins with, where that is not the top of the page. */
  from?: string
}

const PICTURES: readonly Picture[] = [
  { name: 'sign-in-1280', as: null, path: '/sign-in/demo', width: 1280, height: 900 },
  { name: 'home-director-360', as: DIRECTOR, path: '/', width: 360, height: 1180 },
  { name: 'home-principal-1280', as: 'Rektor, Vingar skole', path: '/', width: 1280, height: 1100 },
  { name: 'home-adviser-1280', as: ADVISER, path: '/', width: 1280, height: 1000 },
  { name: 'checklist-pair-1280', as: DIRECTOR, path: PAIR, width: 1280, height: 1200 },
  { name: 'checklist-360', as: DIRECTOR, path: PAIR, width: 360, height: 1180 },
  { name: 'step-1280', as: 'Styrer, Norbana barnehage', path: stepOfNorbana('h06'), width: 1280, height: 1150 },
  {
    name: 'meeting-1280',
    as: 'Rektor, Vingrom skole',
    path: `${stepOfVingrom('v07')}/meeting`,
    width: 1280,
    height: 1080,
  },
  { name: 'matrix-1280', as: ADVISER, path: '/cycles/2027', width: 1280, height: 1100, from: '#follow-up' },
  { name: 'matrix-360', as: ADVISER, path: '/cycles/2027', width: 360, height: 1180 },
  { name: 'plan-1280', as: null, path: '/plan', width: 1280, height: 1100 },
  { name: 'wheel-1280', as: null, path: '/cycles/2027/wheel', width: 1280, height: 1180 },
  { name: 'wheel-360', as: null, path: '/cycles/2027/wheel', width: 360, height: 1180 },
  {
    name: 'wheel-of-kindergarten-1280',
    as: DIRECTOR,
    path: at('Lundgaardsløkka barnehage', 'wheel'),
    width: 1280,
    height: 1180,
  },
  { name: 'draft-1280', as: ADVISER, path: '/plan/draft', width: 1280, height: 1200 },
  { name: 'step-editor-1280', as: ADVISER, path: `/plan/draft/steps/${id('step', 'h06')}`, width: 1280, height: 1400 },
  { name: 'comparison-1280', as: ADVISER, path: '/plan/compare?from=1&to=draft', width: 1280, height: 1200 },
  { name: 'publication-1280', as: ADVISER, path: '/plan/draft/publication', width: 1280, height: 1400 },
  { name: 'adoption-1280', as: ADVISER, path: '/cycles/2027/adoption', width: 1280, height: 1300, inMay: true },
  { name: 'hearing-360', as: DIRECTOR, path: HEARD, width: 360, height: 1180 },
  { name: 'due-days-1280', as: ADVISER, path: '/cycles/2027/due-days', width: 1280, height: 1100 },
  { name: 'units-1280', as: ADVISER, path: '/units', width: 1280, height: 1100 },
  { name: 'people-1280', as: ADVISER, path: '/people', width: 1280, height: 1200 },
  { name: 'groups-360', as: DIRECTOR, path: at('Lundgaardsløkka barnehage', 'groups'), width: 360, height: 1180 },
  {
    name: 'groups-school-1280',
    as: 'Rektor, Søre Ål skole',
    path: at('Søre Ål skole', 'groups'),
    width: 1280,
    height: 1100,
  },
  { name: 'participation-1280', as: ADVISER, path: '/cycles/2027/participation', width: 1280, height: 1200 },
  { name: 'answer-360', as: 'Eier, Nybu barnehage', path: ANSWER, width: 360, height: 1180 },
  { name: 'enrolment-1280', as: ADVISER, path: '/cycles/2027/enrolment', width: 1280, height: 1200 },
  { name: 'flow-1280', as: ADVISER, path: '/cycles/2027/flow', width: 1280, height: 1300 },
  { name: 'handover-1280', as: NEXT, path: `/units/${id('unit', HANDED_OVER)}/handover`, width: 1280, height: 1400 },
  { name: 'framework-360', as: DIRECTOR, path: at('Lundgaardsløkka barnehage', 'framework'), width: 360, height: 1180 },
  {
    name: 'framework-school-1280',
    as: 'Rektor, Nordre Ål skole',
    path: at('Nordre Ål skole', 'framework'),
    width: 1280,
    height: 1200,
  },
  { name: 'coverage-1280', as: ADVISER, path: '/cycles/2027/framework', width: 1280, height: 1400 },
  {
    name: 'incoming-1280',
    as: 'Rektor, Nordre Ål skole',
    path: at('Nordre Ål skole', 'incoming'),
    width: 1280,
    height: 1400,
  },
  {
    name: 'presentation-360',
    as: DIRECTOR,
    path: at('Lundgaardsløkka barnehage', 'presentation'),
    width: 360,
    height: 1180,
  },
  {
    name: 'dates-1280',
    as: 'Rektor, Nordre Ål skole',
    path: at('Nordre Ål skole', 'dates'),
    width: 1280,
    height: 1200,
  },
  { name: 'calendar-360', as: DIRECTOR, path: '/account/calendar', width: 360, height: 1180 },
  { name: 'plan-nn-360', as: null, path: '/plan', width: 360, height: 1180, language: 'nn' },
]

const executablePath = findChromium()
if (!executablePath) giveUp('The pictures are taken with Chromium: install it with "sudo apt-get install chromium".')
buildIfNeeded()
mkdirSync(`${ROOT}docs/screens`, { recursive: true })
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=nb-NO']
const browser = await chromium.launch({ executablePath, args })
await takeAll(
  '2027-03-10',
  PICTURES.filter(({ inMay }) => !inMay),
)
await takeAll(
  '2027-05-05',
  PICTURES.filter(({ inMay }) => inMay),
)
await browser.close()
say(`${PICTURES.length} pictures are in docs/screens.`)

/** On a fresh file, as the demo stands that day. */
async function takeAll(day: string, pictures: readonly Picture[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'overgang-screens-'))
  const demo = await startDemo(folder, day)
  try {
    for (const picture of pictures) await take(browser, picture)
  } finally {
    demo.removeAllListeners('exit')
    const ended = once(demo, 'exit')
    demo.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

async function take(browser: Browser, { name, as, path, width, height, language, from }: Picture): Promise<void> {
  const page = await browser.newPage({
    baseURL: `http://localhost:${PORT}`,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    viewport: { width, height },
  })
  if (language) await page.goto(`/language?to=${language}`)
  if (as) await signIn(page, as)
  await page.goto(path)
  if (from) await page.locator(from).evaluate((element) => element.scrollIntoView({ block: 'start' }))
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: `${ROOT}docs/screens/${name}.png`, animations: 'disabled' })
  await page.close()
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in/demo')
  await page.locator(`button[value="${id('person', name)}"]`).click()
  await page.waitForURL('/')
}

/** Starts the demo and waits until it can be opened. */
function startDemo(data: string, day: string): Promise<ChildProcess> {
  const given = ['scripts/demo.ts', '--port', String(PORT), '--data', data]
  const demo = spawn(process.execPath, given, {
    cwd: ROOT,
    env: { ...process.env, CLOCK: day, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve) => {
    demo.stdout.once('data', () => resolve(demo))
    demo.once('exit', () => giveUp('The demo could not be started.'))
  })
}

function at(unit: string, page: string): string {
  return `/cycles/2027/places/${id('unit', unit)}/${page}`
}

function stepOfNorbana(key: string): string {
  return `/cycles/2027/places/${id('pair', '2027/Norbana barnehage/Hammartun skole')}/steps/${id('step', key)}`
}

function stepOfVingrom(key: string): string {
  return `/cycles/2027/places/${id('pair', '2027/Engesvea FUS barnehage/Vingrom skole')}/steps/${id('step', key)}`
}

function id(kind: string, key: string): string {
  return idOf('lillehammer', kind, key)
}
