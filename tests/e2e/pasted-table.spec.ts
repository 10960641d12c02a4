import { expect, signInAs, statusLine, test } from './fixtures.ts'
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
  const row = page.locator('.pasted-row').filter({ hasText: 'Rad 3: Felles tur til skogen' })
  await expect(row).toContainText('Velg frist. Velg hvem som utfører. Velg hvem som svarer.')
  const fields = row.getByRole('group', { name: 'Rad 3' })
  await fields.getByLabel('Dag', { exact: true }).selectOption('30')
  await fields.getByLabel('Måned').selectOption({ label: 'april' })
  await fields.getByLabel('År', { exact: true }).selectOption({ label: 'Året de begynner på skolen' })
  await fields.getByLabel('Utføres av').selectOption({ label: 'Kontaktlærer' })
  await fields.getByLabel('Svarer').selectOption({ label: 'Skolen' })
  await page.getByRole('button', { name: 'Legg til 3 steg' }).click()

  await expect(statusLine(page)).toHaveText('3 steg er lagt til fra tabellen.')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Turer til skogen')
  await expect(page.locator('.parts-step > li .part-main a')).toHaveText([
    'Felles planleggingsmøte om skogen',
    'Skolestarterne tegner veien til skogen',
    'Felles tur til skogen',
  ])
  await page.getByRole('link', { name: 'Skolestarterne tegner veien til skogen', exact: true }).click()
  await expect(page.getByLabel('Utføres av')).toHaveValue('pedagogical leader')
  await expect(page.locator('[name="guidance.nb"]')).toHaveValue('Tegningene henges opp på skolen.')
  await expect(page.getByText('For skolestart 2028: mandag 1. november 2027')).toBeVisible()
  await page.goto('/plan/draft')
  await expect(page.getByRole('link', { name: 'Felles tur til skogen', exact: true })).toBeVisible()
})
