import { ADVISER } from './pages.ts'
import { checklistOf } from './lillehammer.ts'
import { expect, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts'

const SHEETS = [
  {
    name: 'a checklist',
    as: 'Styrer, Norbana barnehage',
    path: checklistOf('Norbana barnehage – Hammartun skole'),
    holds: '.step-row',
  },
  { name: 'the matrix', as: ADVISER, path: '/cycles/2027', holds: '.matrix' },
  { name: 'the plan', as: null, path: '/plan', holds: '.plan-step' },
]

for (const { name, as, path, holds } of SHEETS) {
  test(`${name} on paper has no menus, no buttons, and says whose it is`, async ({ page }) => {
    if (as) await signInAs(page, as)
    await page.goto(path)
    const navigation = page.locator('nav, .filter, .step-act button, .site-tools, .ds-skip-link, .site-footer')
    expect(await navigation.filter({ visible: true }).count()).toBeGreaterThan(2)
    await page.emulateMedia({ media: 'print' })
    await expect(navigation.filter({ visible: true })).toHaveCount(0)
    await expect(page.locator(holds).first()).toBeVisible()
    // Also on paper that is wide enough for what stands beside it on a screen.
    expect((await page.locator(holds).first().boundingBox())?.width).toBeGreaterThan(1000)
    await expect(page.locator('.brand-place')).toBeVisible()
    for (const table of await page.locator('.scroll-table').all()) await expect(table).toHaveCSS('overflow', 'visible')
  })
}

/** What is left of an upright A4 sheet between its margins, in CSS pixels. */
const SHEET = { width: 680, height: 1009 }

test('who takes part fits on upright paper', async ({ page }) => {
  await signInAs(page, ADVISER)
  await page.setViewportSize(SHEET)
  for (const path of ['/cycles/2027/participation', '/cycles/2026/participation']) {
    await page.emulateMedia({ media: 'screen' })
    await page.goto(path)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.participation-answers')).toBeVisible()
    await expectNoSidewaysScroll(page)
  }
})

test('the matrix is printed on wide sheets, and none of them is lost on the header', async ({ page }) => {
  await signInAs(page, ADVISER)
  await page.goto('/cycles/2027')
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sheets = Array.from(printed.matchAll(/\/MediaBox\s*\[0 0 (\S+) (\S+)\]/g), ([, width, height]) => {
    return Number(width) > Number(height)
  })
  expect(sheets.length).toBeGreaterThan(0)
  expect(sheets).not.toContain(false)
})
