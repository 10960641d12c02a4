import { ADVISER, PAGES } from './pages.ts'
import { checklistOf, FORMS, OWN_PAGE, stepAt } from './lillehammer.ts'
import { barriersOn, flawsOf, namesLacking, sidewaysOn, smallTargets } from './looks.ts'
import { A_BREAKDOWN, A_REFUSAL, awake, expect, loseNetwork, NO_NETWORK, rowOf, signInAs, test } from './fixtures.ts'

test.use({ forgiven: A_REFUSAL })

const DIRECTOR = 'Styrer, Norbana barnehage'

// Who looks signs in once. A page with a flaw is named, and the pages after it are looked at all the same.
for (const [as, pages] of Map.groupBy(PAGES, ({ as }) => as)) {
  test(`the pages of ${as ?? 'a visitor'} can be used by all, also at 320 px and with text twice as large`, async ({
    page,
  }) => {
    test.setTimeout(pages.length * 30_000)
    if (as) await signInAs(page, as)
    for (const { name, path } of pages) {
      await test.step(name, async () => {
        await page.goto(path)
        await awake(page)
        expect.soft(await flawsOf(page), name).toEqual([])
      })
    }
  })
}

for (const language of ['nn', 'en']) {
  test(`pages in ${language} can be used by all`, async ({ page }) => {
    const own = PAGES.filter(({ as }) => as === null || as === DIRECTOR)
    test.setTimeout(own.length * 30_000)
    await page.goto(`/language?to=${language}`)
    await signInAs(page, DIRECTOR)
    for (const { name, path } of own) {
      await test.step(name, async () => {
        await page.goto(path)
        await awake(page)
        expect.soft([...(await namesLacking(page, language)), ...(await barriersOn(page))], name).toEqual([])
      })
    }
  })
}

test('a step with problems can be used by all', async ({ page }) => {
  await signInAs(page, DIRECTOR, stepAt('Norbana barnehage', OWN_PAGE))
  await page.getByRole('radio', { name: 'Ikke aktuelt' }).check()
  await page.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(page.getByRole('group', { name: 'Noe må rettes' })).toBeFocused()
  expect(await barriersOn(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sidewaysOn(page)).toEqual([])
})

test('what is folded can be used by all once it is open', async ({ page }) => {
  await signInAs(page, ADVISER, '/cycles/2027')
  for (const summary of await page.locator('summary').all()) await summary.click()
  await expect(page.getByRole('button', { name: 'Vis', exact: true })).toBeVisible()
  expect(await barriersOn(page)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sidewaysOn(page)).toEqual([])
})

test.describe('when something has failed', () => {
  test.use({ forgiven: A_BREAKDOWN })

  test('the page that says so can be used by all', async ({ page }) => {
    await signInAs(page, DIRECTOR, checklistOf('Norbana barnehage'))
    await page.route(
      (url) => url.searchParams.has('_data'),
      (route) => route.fulfill({ status: 500, headers: { 'X-Remix-Catch': 'yes' }, json: { reference: '1a2b3c4d5e' } }),
    )
    await page.getByRole('link', { name: 'Hjem' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Noe gikk galt hos oss' })).toBeVisible()
    await expect(page.getByText('1a2b3c4d5e')).toBeVisible()
    expect(await namesLacking(page)).toEqual([])
    expect(await barriersOn(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await sidewaysOn(page)).toEqual([])
  })
})

test.describe('offline', () => {
  test.use({ forgiven: NO_NETWORK, viewport: { width: 320, height: 640 } })

  test('a row that was not saved can be read by all', async ({ page }) => {
    const pair = 'Norbana barnehage – Røyslimoen skole'
    await signInAs(page, DIRECTOR, checklistOf(pair))
    await loseNetwork(page)
    await rowOf(page, FORMS).getByRole('button', { name: 'Gjennomført' }).click()
    await expect(rowOf(page, FORMS).locator('.step-problem')).toBeVisible()
    expect(await barriersOn(page)).toEqual([])
    expect(await sidewaysOn(page)).toEqual([])
  })
})

test('a page that not all can use is found out', async ({ page }) => {
  await page.setContent('<main><img src="data:,"><a href="/" style="font-size: 6px">x</a><pre>'.padEnd(400, 'x'))
  const flaws = await flawsOf(page)
  expect(flaws).toEqual(
    expect.arrayContaining([
      '0 headings of the first level',
      'the language is ',
      'the title is “”',
      'image-alt: img',
      expect.stringContaining('<a href'),
      expect.stringContaining('px wide on a screen of 320 px'),
    ]),
  )
})
