import './node-version.ts'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { idOf } from '#db/seed/identity.ts'
import { buildIfNeeded } from './build.ts'
import { findChromium } from './chromium.ts'
import { giveUp, say } from './say.ts'

/** `npm run screenshots`: the pictures in docs/screens/, of the demo as it stands on a day. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PORT = 43_127
const ADVISER = 'Rådgiver, oppvekst, Lillehammer kommune'
const DIRECTOR = 'Styrer, Lundgaardsløkka barnehage'
const PAIR = `/cycles/2027/places/${id('pair', '2027/Lundgaardsløkka barnehage/Jørstadmoen skole')}`

interface Picture {
  name: string
  /** Whoever has signed in, or nobody. */
  as: string | null
  path: string
  width: number
  height: number
  language?: string
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
  { name: 'plan-nn-360', as: null, path: '/plan', width: 360, height: 1180, language: 'nn' },
]

const executablePath = findChromium()
if (!executablePath) giveUp('The pictures are taken with Chromium: install it with "sudo apt-get install chromium".')
buildIfNeeded()
const folder = mkdtempSync(join(tmpdir(), 'overgang-screens-'))
const demo = await startDemo(folder)
try {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=nb-NO']
  const browser = await chromium.launch({ executablePath, args })
  mkdirSync(`${ROOT}docs/screens`, { recursive: true })
  for (const picture of PICTURES) await take(browser, picture)
  await browser.close()
} finally {
  demo.removeAllListeners('exit').kill()
  rmSync(folder, { recursive: true, force: true })
}
say(`${PICTURES.length} pictures are in docs/screens.`)

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

/** Starts the demo on a fresh file, on the day the pictures show, and waits until it can be opened. */
function startDemo(data: string): Promise<ChildProcess> {
  const given = ['scripts/demo.ts', '--port', String(PORT), '--data', data]
  const demo = spawn(process.execPath, given, {
    cwd: ROOT,
    env: { ...process.env, CLOCK: process.env.CLOCK ?? '2027-03-10', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve) => {
    demo.stdout.once('data', () => resolve(demo))
    demo.once('exit', () => giveUp('The demo could not be started.'))
  })
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
