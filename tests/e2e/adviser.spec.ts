import type { Page } from '@playwright/test'
import { routineId, unitId } from './lillehammer.ts'
import { expect, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts'
import { ADVISER } from './pages.ts'

test.use({ town: 'may' })

const behind = (page: Page) => page.locator('.follow-up-list > li')
const rows = (page: Page) => page.locator('.matrix tbody tr:not(.group-row)')

async function firstThree(page: Page): Promise<string[]> {
  const names = await behind(page).locator('a').allTextContents()
  return names.slice(0, 3).map((name) => name.replaceAll('\u00a0', ' '))
}

test('an adviser finds the three pairs furthest behind on home and in the matrix', async ({ page }) => {
  await signInAs(page, ADVISER)
  const onHome = await firstThree(page)
  expect(onHome.every((name) => name.includes(' – '))).toBe(true)
  await page.getByRole('link', { name: 'Se hele oversikten for skolestart 2027' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oversikt, skolestart 2027')
  expect(await firstThree(page)).toEqual(onHome)
  const late = await behind(page).locator('.ds-tag').first().textContent()
  await behind(page).first().getByRole('link').click()
  await expect(page.locator('.page-head .ds-tag')).toHaveText(late ?? '')
})

test('an adviser narrows the matrix down, and a colleague opens the same address', async ({ page, another }) => {
  await signInAs(page, ADVISER, '/cycles/2027')
  await expect(rows(page)).toHaveCount(73)
  await page.getByText('Filtrer og sorter').click()
  await page.getByLabel('Rutine').selectOption({ label: 'Samarbeid mellom barnehage og skole' })
  await page.getByLabel('Eier av barnehagen').selectOption({ label: 'Privat' })
  await page.getByLabel('Skolen', { exact: true }).selectOption({ label: 'Vingar skole' })
  await page.getByLabel('Bare med utgått frist').check()
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  const asked = () => Object.fromEntries(new URL(page.url()).searchParams)
  await expect.poll(asked).toMatchObject({
    routine: routineId('cooperation'),
    ownership: 'private',
    school: unitId('Vingar skole'),
    late: '1',
  })
  await expect(page.locator('.matrix .group-row th')).toHaveText('Vingar skole')
  await expect(page.locator('.matrix thead th')).toHaveCount(9)
  const left = await rows(page).locator('th').allTextContents()
  expect(left.length).toBeGreaterThan(0)
  expect(left.length).toBeLessThan(16)
  const lateRows = rows(page).filter({ has: page.locator('.cell-overdue') })
  await expect(lateRows).toHaveCount(left.length)
  await expect(page.getByLabel('Bare med utgått frist')).toBeChecked()

  const colleague = await another()
  await signInAs(colleague, 'Observatør, Lillehammer kommune')
  await colleague.goto(page.url())
  await expect(rows(colleague)).toHaveCount(left.length)
})

test('the matrix can be gathered by kindergarten, and its foot adds up', async ({ page }) => {
  await signInAs(page, ADVISER, '/cycles/2027?by=kindergarten')
  await expect(page.locator('.matrix .group-row')).toHaveCount(28)
  await expect(rows(page)).toHaveCount(73)
  const sums = await page.locator('.matrix').evaluate((table) => {
    const counted = (cell: Element | null | undefined) => {
      const words = cell?.textContent ?? ''
      const obliged = /^(\d+) av (\d+)/.exec(words)
      const invited = /invitert (\d+) av (\d+)/.exec(words)
      return [obliged?.[1], obliged?.[2], invited?.[1], invited?.[2]].map((number) => Number(number ?? 0))
    }
    const groups = [...table.querySelectorAll('.group-row')].map((row) => [...row.querySelectorAll('td')].map(counted))
    const foot = [...table.querySelectorAll('tfoot td')].map(counted)
    return {
      foot,
      added: foot.map((_, at) =>
        [0, 1, 2, 3].map((part) => groups.reduce((sum, row) => sum + (row[at]?.[part] ?? 0), 0)),
      ),
    }
  })
  expect(sums.foot.length).toBeGreaterThan(5)
  expect(sums.added).toEqual(sums.foot)
  const [complete = 0, asked = 0, , invited = 0] = sums.foot[0] ?? []
  expect(complete).toBeGreaterThan(50)
  expect(asked).toBeGreaterThan(complete)
  expect(invited).toBeGreaterThan(0)
})

test('a line in the matrix says the same as the checklist', async ({ page }) => {
  await signInAs(page, ADVISER, `/cycles/2027?school=${unitId('Vingrom skole')}`)
  const [row] = await rows(page).all()
  const late = await row!.locator('.cell-overdue').count()
  await row!.getByRole('link').first().click()
  await expect(page.locator('.matrix')).toHaveCount(0)
  await expect(page.locator('.step-row.step-overdue')).toHaveCount(late)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('"Trenger oppfølging" comes first, and the matrix scrolls inside its own frame', async ({ page }) => {
    await signInAs(page, ADVISER, '/cycles/2027')
    const list = await page.getByRole('heading', { name: 'Trenger oppfølging' }).boundingBox()
    const matrix = await page.getByRole('heading', { name: 'Par og steg' }).boundingBox()
    expect(list!.y).toBeLessThan(matrix!.y)
    await expect(behind(page).first()).toBeInViewport()
    await expectNoSidewaysScroll(page)
    const frame = page.locator('.matrix-scroll')
    const [inside, outside] = await frame.evaluate((region) => [region.scrollWidth, region.clientWidth])
    expect(inside).toBeGreaterThan(outside)
    await frame.scrollIntoViewIfNeeded()
    await frame.evaluate((region) => (region.scrollLeft = 400))
    await expect(frame.locator('tbody th').first()).toBeInViewport()
  })
})
