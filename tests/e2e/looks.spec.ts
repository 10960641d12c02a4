import { ADVISER, PAGES } from './pages.ts'
import { checklistOf, FORMS, OWN_PAGE, stepAt } from './lillehammer.ts'
import { barriersOn, expectToBeNamed, smallTargets } from './looks.ts'
import {
  A_BREAKDOWN,
  A_REFUSAL,
  expect,
  expectNoSidewaysScroll,
  lookAs,
  NO_NETWORK,
  rowOf,
  signInAs,
  test,
} from './fixtures.ts'

test.use({ forgiven: A_REFUSAL })
test.slow()

for (const { name, as, path } of PAGES) {
  test(`${name} can be used by all, also at 320 px and with text twice as large`, async ({ page }) => {
    if (as) await lookAs(page, as)
    await page.goto(path)
    await expectToBeNamed(page)
    expect(await barriersOn(page)).toEqual([])
    expect(await smallTargets(page)).toEqual([])
    await expectNoSidewaysScroll(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page)
    expect(await smallTargets(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('html { font-size: 200% }')
      document.adoptedStyleSheets.push(sheet)
    })
    await expectNoSidewaysScroll(page)
  })
}

test('every page has a title of its own', async ({ page }) => {
  const titles = new Map<string, string[]>()
  const named = PAGES.filter(({ path }) => path !== '/' && !path.includes('?'))
  for (const [as, pages] of Map.groupBy(named, ({ as }) => as)) {
    if (as) await signInAs(page, as)
    else await page.context().clearCookies()
    for (const { path } of pages) {
      const html = await (await page.request.get(path)).text()
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
      titles.set(title, [...new Set([...(titles.get(title) ?? []), path])])
    }
  }
  expect([...titles].filter(([, paths]) => paths.length > 1)).toEqual([])
})

for (const [language, link] of [
  ['nn', 'Nynorsk'],
  ['en', 'English'],
] as const) {
  test(`pages in ${link} can be used by all`, async ({ page }) => {
    test.setTimeout(10 * 60_000)
    await signInAs(page, 'Styrer, Norbana barnehage')
    await page.getByRole('link', { name: link }).click()
    const own = PAGES.filter(({ as }) => as === null || as === 'Styrer, Norbana barnehage')
    for (const { path } of own) {
      await page.goto(path)
      await expectToBeNamed(page, language)
      expect(await barriersOn(page), path).toEqual([])
    }
  })
}

test('a step with problems can be used by all', async ({ page }) => {
  await signInAs(page, 'Styrer, Norbana barnehage', stepAt('Norbana barnehage', OWN_PAGE))
  await page.getByRole('radio', { name: 'Ikke aktuelt' }).check()
  await page.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(page.getByRole('group', { name: 'Noe må rettes' })).toBeFocused()
  expect(await barriersOn(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
})

test('what is folded can be used by all once it is open', async ({ page }) => {
  await signInAs(page, ADVISER, '/cycles/2027')
  for (const summary of await page.locator('summary').all()) await summary.click()
  await expect(page.getByRole('button', { name: 'Vis', exact: true })).toBeVisible()
  expect(await barriersOn(page)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
})

test.describe('when something has failed', () => {
  test.use({ forgiven: A_BREAKDOWN })

  test('the page that says so can be used by all', async ({ page }) => {
    await signInAs(page, 'Styrer, Norbana barnehage', checklistOf('Norbana barnehage'))
    await page.route(
      (url) => url.searchParams.has('_data'),
      (route) => route.fulfill({ status: 500, headers: { 'X-Remix-Catch': 'yes' }, json: { reference: '1a2b3c4d5e' } }),
    )
    await page.getByRole('link', { name: 'Hjem' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Noe gikk galt hos oss' })).toBeVisible()
    await expect(page.getByText('1a2b3c4d5e')).toBeVisible()
    await expectToBeNamed(page)
    expect(await barriersOn(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page)
  })
})

test.describe('offline', () => {
  test.use({ forgiven: NO_NETWORK, viewport: { width: 320, height: 640 } })

  test('a row that was not saved can be read by all', async ({ page, context }) => {
    const pair = 'Norbana barnehage – Røyslimoen skole'
    await signInAs(page, 'Styrer, Norbana barnehage', checklistOf(pair))
    await context.setOffline(true)
    await rowOf(page, FORMS).getByRole('button', { name: 'Gjennomført' }).click()
    await expect(rowOf(page, FORMS).locator('.step-problem')).toBeVisible()
    expect(await barriersOn(page)).toEqual([])
    await expectNoSidewaysScroll(page)
  })
})
