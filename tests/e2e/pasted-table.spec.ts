import { expect, expectNoSidewaysScroll, signInAs, statusLine, test } from './fixtures.ts'
import { ADVISER } from './pages.ts'

test.use({ town: 'drafting' })

/** As Word gives a table away: cells that were merged downwards are empty in the rows below. */
const TABLE = [
  ['Når', 'Hva', 'Hvordan', 'Hvem'],
  ['Innen 1. november', 'Felles planleggingsmøte om skogen', 'Avtal turmål og følge.', 'Rektor'],
  ['', 'Skolestarterne tegner veien til skogen', 'Tegningene henges opp på skolen.', 'Pedagogisk leder'],
  ['Når snøen har gått', 'Felles tur til skogen', 'Ta med mat.', 'Kulturskolen'],
]
  .map((cells) => cells.join('\t'))
  .join('\r\n')

test('a table pasted from Word becomes steps, when the row that was not understood is corrected', async ({ page }) => {
  await signInAs(page, ADVISER, '/plan/draft')
  await page.getByRole('link', { name: 'Lim inn tabell' }).first().click()
  await page.getByLabel('Tabellen', { exact: true }).fill(TABLE)
  await page.getByLabel('Rutinen som stegene skal stå i').selectOption({ label: 'En ny rutine' })
  await page.getByLabel('Navn på den nye rutinen').fill('Turer til skogen')
  await page.getByRole('button', { name: 'Les tabellen' }).click()

  await expect(page.getByText('1 av 3 rader trenger deg')).toBeVisible()
  await page.screenshot({ path: '/tmp/journeys/table.png', fullPage: true })
})
