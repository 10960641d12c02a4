import {
  test as base,
  expect,
  selectors,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test'
import { sidewaysOn } from './looks.ts'
import { TOWNS, type Town } from './towns.ts'

interface Journey {
  /** The day the journey takes place on. */
  town: Town
  /** What the browser may complain of: a page that is offline on purpose says so. */
  forgiven: RegExp | null
  /** A browser of another person, watched like the first. */
  another: () => Promise<Page>
}

/** A journey fails on whatever the browser complains of: a console error, a script that fails, a broken content policy. */
export const test = base.extend<Journey>({
  town: ['spring', { option: true }],
  forgiven: [null, { option: true }],
  baseURL: async ({ town }, use) => use(TOWNS[town].origin),
  context: async ({ context, forgiven }, use) => {
    const complaints = await listenIn(context)
    await use(context)
    expectNone(complaints, forgiven)
  },
  page: async ({ page }, use) => use(await attentive(page)),
  another: async ({ browser, forgiven }, use) => {
    const opened: { context: BrowserContext; complaints: string[] }[] = []
    await use(async () => {
      const context = await newContext(browser)
      opened.push({ context, complaints: await listenIn(context) })
      return attentive(await context.newPage())
    })
    for (const { context, complaints } of opened) {
      expectNone(complaints, forgiven)
      await context.close()
    }
  },
})

export { expect }

/** With the same settings as the page of the test itself. */
function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext()
}

async function listenIn(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.page()?.url() ?? ''})`)
  })
  context.on('weberror', (error) => complaints.push(`${String(error.error())} (${error.page()?.url() ?? ''})`))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`securitypolicyviolation: ${violatedDirective} ${blockedURI}`)
    })
  })
  return complaints
}

function expectNone(complaints: readonly string[], forgiven: RegExp | null): void {
  expect(complaints.filter((words) => !forgiven?.test(words))).toEqual([])
}

/** What the browser says of an answer that is a "no" on purpose. */
export const A_REFUSAL = /the server responded with a status of 4(04|09|22)/
export const A_BREAKDOWN = /the server responded with a status of 50\d/
export const NO_NETWORK = /net::ERR_INTERNET_DISCONNECTED/

/** Signs in on the demo's own page, and lands on `back`. People are named by role and unit. */
export async function signInAs(page: Page, name: string, back = '/'): Promise<void> {
  await page.goto(`/sign-in/demo?back=${encodeURIComponent(back)}`)
  const [role = name, ...place] = name.split(', ')
  await page
    .getByRole('button')
    .filter({ has: page.getByText(role, { exact: true }) })
    .filter({ has: page.getByText(place.join(', '), { exact: true }) })
    .click()
  await page.waitForURL((url) => url.pathname + url.search === back)
  await awake(page)
}

/** The row of a step, on home of the place it is at. */
export function rowOf(page: Page, step: string, place?: string): Locator {
  const rows = page.locator('.step-row').filter({ has: page.getByRole('link', { name: step, exact: true }) })
  return place ? rows.filter({ has: page.getByText(place, { exact: true }) }) : rows
}

/** The one line that says what was saved. */
export function statusLine(page: Page): Locator {
  return page.locator('.status-line')
}

/**
 * Finds a page that is not all there yet: not loaded, or its script, if it has one that may run, has not taken over.
 * When all has, the last effect is that of `ScrollRestoration`, which tells the browser to leave scrolling to it.
 */
const ASLEEP = () => {
  let isAwake = false
  const asleep = () => {
    isAwake ||=
      document.readyState === 'complete' && (!('__remixContext' in window) || history.scrollRestoration === 'manual')
    return isAwake ? [] : [document.documentElement]
  }
  return { query: () => asleep()[0] ?? null, queryAll: asleep }
}
await selectors.register('asleep', ASLEEP)

/** Whoever uses such a page waits: before anything is done on it, or looked for, it is awake. */
async function attentive(page: Page): Promise<Page> {
  await page.addLocatorHandler(asleep(page), () => Promise.resolve())
  return page
}

const asleep = (page: Page) => page.locator('asleep=page')

/** Takes the network away, once the page has fetched all that it fetches for later. */
export async function loseNetwork(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
}

/** Waits until the page is all there. Keys and what is evaluated on it do not wait by themselves. */
export async function awake(page: Page): Promise<void> {
  await asleep(page).waitFor({ state: 'detached' })
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await sidewaysOn(page), page.url()).toEqual([])
}
