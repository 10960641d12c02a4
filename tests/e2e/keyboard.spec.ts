import { focusIsSeen, tabTo } from './by-keyboard.ts'
import { FORMS } from './lillehammer.ts'
import { awake, expect, signInAs, statusLine, test } from './fixtures.ts'

test('with the keyboard alone: past the menu, tick, take back, answer in full, sign out', async ({ page }) => {
  await page.goto('/sign-in/demo')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Hopp til innholdet' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  await tabTo(
    page,
    page
      .getByRole('button')
      .filter({ has: page.getByText('Smestad studentbarnehage', { exact: true }) })
      .filter({ hasText: 'Styrer' }),
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Dette må du gjøre nå' })).toBeVisible()

  await awake(page)
  const next = page.locator('.next-card')
  await expect(next).toContainText('Møte om klassesammensetning')
  const button = next.getByRole('button')
  await tabTo(page, button)
  await expect(button).toHaveText(/^Bekreft/)
  await page.keyboard.press('Space')
  await expect(statusLine(page)).toHaveText('Lagret: Møte om klassesammensetning.')
  await expect(button).toBeFocused()
  expect(await focusIsSeen(page)).toBe(true)
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toHaveText('Angret: Møte om klassesammensetning.')

  await tabTo(page, page.getByRole('link', { name: 'Smestad studentbarnehage – Nordre Ål skole' }).last())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Smestad studentbarnehage')
  await tabTo(page, page.getByRole('link', { name: FORMS, exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: FORMS })).toBeVisible()
  await tabTo(page, page.getByRole('radio', { name: 'Gjennomført', exact: true }))
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'I gang' })).toBeChecked()
  await tabTo(page, page.getByLabel('Kort merknad'))
  await page.keyboard.type('Vi har begynt.')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Lagre svaret' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toHaveText(`Lagret: ${FORMS}.`)
  await expect(page.locator('.page-head .state')).toHaveText('Kommer 1. mai, i gang')

  await page.goto('/')
  await tabTo(page, page.getByRole('button', { name: 'Logg ut' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Velg hvem du vil være' })).toBeVisible()
})

test('a new page is where the reading begins', async ({ page }) => {
  await signInAs(page, 'Styrer, Røyslimoen barnehage')
  await page.getByRole('link', { name: 'Røyslimoen barnehage', exact: true }).click()
  await page.getByRole('link', { name: 'Etablere femårsgruppa og ta i bruk rammeverket', exact: true }).click()
  await expect(page).toHaveTitle(/^Etablere femårsgruppa og ta i bruk rammeverket – Røyslimoen barnehage/)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
})

test('the matrix scrolls with the arrow keys', async ({ page }) => {
  await signInAs(page, 'Rådgiver, oppvekst, Lillehammer kommune', '/cycles/2027')
  const matrix = page.getByRole('region', { name: 'Par og steg' }).last()
  await matrix.focus()
  expect(await focusIsSeen(page)).toBe(true)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => matrix.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0)
})
