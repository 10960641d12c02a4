import { expect, rowOf, signInAs, test } from './fixtures.ts'
import { FIRST_VISIT, unitId } from './lillehammer.ts'
import { ADVISER } from './pages.ts'

// In this town nobody else opens a cycle, or counts how many there are.

test.use({ town: 'renewal' })

const BEFORE_AT_HAMMARTUN = 10
const KINDERGARTEN = 'Buvollen barnehage'

test('an adviser opens school start 2028 with the pairs of the year before, one away and one more', async ({
  page,
  another,
}) => {
  await signInAs(page, ADVISER, '/cycles/2027')
  await page.getByRole('link', { name: 'Åpne ny skolestart' }).click()
  await expect(page.getByLabel('Skolestart', { exact: true })).toHaveValue('2028')
  const carriedOver = page.locator('[name=pairs]')
  await expect(carriedOver).toHaveCount(73)
  expect(await carriedOver.evaluateAll((boxes) => boxes.every((box) => (box as HTMLInputElement).checked))).toBe(true)
  await page.getByRole('group', { name: 'Hammartun skole' }).getByRole('checkbox', { name: KINDERGARTEN }).uncheck()
  await page.getByLabel('Barnehage, rad 1').selectOption({ label: KINDERGARTEN })
  await page.getByLabel('Skole, rad 1').selectOption({ label: 'Vingrom skole' })
  await page.getByRole('button', { name: 'Åpne skolestarten' }).click()
  await expect(page.getByRole('status')).toContainText('Skolestart 2028 er åpnet')

  await page.getByRole('link', { name: 'Se oversikten' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oversikt, skolestart 2028')
  const pairs = page.locator('.matrix tbody tr:not(.group-row) th')
  await expect(pairs).toHaveCount(73)
  await page.goto(`/cycles/2028?school=${unitId('Hammartun skole')}`)
  await expect(pairs).toHaveCount(BEFORE_AT_HAMMARTUN - 1)
  await expect(pairs.filter({ hasText: KINDERGARTEN })).toHaveCount(0)
  await page.goto(`/cycles/2028?school=${unitId('Vingrom skole')}`)
  const added = await pairs.getByRole('link', { name: KINDERGARTEN }).getAttribute('href')

  const director = await another()
  await signInAs(director, `Styrer, ${KINDERGARTEN}`, added ?? '')
  await expect(director.getByRole('heading', { level: 1 })).toHaveText(`${KINDERGARTEN} – Vingrom skole`)
  await expect(director.getByText('antall barn ikke meldt')).toBeVisible()
  await expect(rowOf(director, FIRST_VISIT).locator('.state')).toHaveText(/^Kommer 31. januar/)
})
