import type { Page } from '@playwright/test'
import { FORMS, NUMBERS, OWN_PAGE, stepAt } from './lillehammer.ts'
import { A_REFUSAL, expect, signInAs, statusLine, test } from './fixtures.ts'

test.use({ forgiven: A_REFUSAL })

const DIRECTOR = 'Styrer, Vingrom barnehage'

function reason(page: Page) {
  return page.getByRole('textbox', { name: 'Begrunnelse, når svaret er' })
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lagre svaret' }).click()
}

test('"not relevant" needs a reason, and nothing that was typed is lost on the way', async ({ page }) => {
  await signInAs(page, DIRECTOR, stepAt('Vingrom barnehage', OWN_PAGE))
  await page.getByRole('radio', { name: 'Ikke aktuelt' }).check()
  await page.getByLabel('Dagen det ble gjort').fill('2027-03-01')
  await page.getByLabel('Kort merknad').fill('Gruppa er flyttet til nabobarnehagen.')
  await save(page)
  const summary = page.getByRole('group', { name: 'Noe må rettes' })
  await expect(summary).toBeFocused()
  await expect(page.getByRole('radio', { name: 'Ikke aktuelt' })).toBeChecked()
  await expect(page.getByLabel('Dagen det ble gjort')).toHaveValue('2027-03-01')
  await expect(page.getByLabel('Kort merknad')).toHaveValue('Gruppa er flyttet til nabobarnehagen.')
  await expect(reason(page)).toHaveAccessibleDescription(/Skriv en begrunnelse\. Den kan være kort\./)
  await expect(reason(page)).toHaveAttribute('aria-invalid', 'true')
  await summary.getByRole('link', { name: 'Skriv en begrunnelse. Den kan være kort.' }).click()
  await expect(reason(page)).toBeFocused()
  await page.keyboard.type('Ingen femåringer i år.')
  await save(page)
  await expect(statusLine(page)).toHaveText(`Lagret: ${OWN_PAGE}.`)
  await expect(page.locator('.page-head .state')).toHaveText('Ikke aktuelt')
  await expect(page.locator('.step-history')).toContainText('Ingen femåringer i år.')
  await expect(summary).toHaveCount(0)
})

test('an adviser who answers for one of two sides is led to the field of that side', async ({ page }) => {
  await signInAs(
    page,
    'Rådgiver, oppvekst, Lillehammer kommune',
    stepAt('Norbana barnehage – Hammartun skole', NUMBERS),
  )
  const forms = page.locator('.answer-form')
  await expect(forms).toHaveCount(2)
  await page.getByRole('region', { name: 'Svar for barnehagen' }).getByRole('radio', { name: 'Ikke aktuelt' }).check()
  await page.getByRole('region', { name: 'Svar for barnehagen' }).getByRole('button').click()
  await page.getByRole('link', { name: 'Skriv en begrunnelse. Den kan være kort.' }).click()
  await expect(page.getByRole('region', { name: 'Svar for barnehagen' }).getByLabel('Begrunnelse')).toBeFocused()
})

test('the words beside a choice choose it', async ({ page }) => {
  await signInAs(page, DIRECTOR, stepAt('Vingrom barnehage – Vingrom skole', FORMS))
  await page.getByText('I gang', { exact: true }).click()
  await expect(page.getByRole('radio', { name: 'I gang' })).toBeChecked()
})

const REFUSED = [
  {
    what: 'eleven digits',
    typed: 'Gjelder 010120 12345, ring meg.',
    words: 'Teksten inneholder elleve sifre. Ta bort det som kan være et fødselsnummer.',
  },
  {
    what: 'a birth date',
    typed: 'Født 3.4.2021 og begynner i august.',
    words: 'Teksten inneholder det som kan være en fødselsdato. Skriv ikke om et enkelt barn.',
  },
]

for (const { what, typed, words } of REFUSED) {
  test(`a note with ${what} is refused, and stays to be mended`, async ({ page }) => {
    await signInAs(page, DIRECTOR, stepAt('Vingrom barnehage – Vingrom skole', FORMS))
    await page.getByLabel('Kort merknad').fill(typed)
    await save(page)
    await expect(page.getByRole('group', { name: 'Noe må rettes' })).toBeFocused()
    await expect(page.getByLabel('Kort merknad')).toHaveAccessibleDescription(new RegExp(words.replaceAll('.', '\\.')))
    await expect(page.getByLabel('Kort merknad')).toHaveValue(typed)
    await expect(page.locator('.step-history')).toHaveCount(0)
  })
}

test('a day in the future is refused by the browser, and by the server when the browser lets it through', async ({
  page,
}) => {
  await signInAs(page, DIRECTOR, stepAt('Vingrom barnehage – Vingrom skole', FORMS))
  const day = page.getByLabel('Dagen det ble gjort')
  await expect(day).toHaveAccessibleDescription('onsdag 10. mars 2027')
  await day.fill('2027-03-11')
  await expect(day).toHaveAccessibleDescription('torsdag 11. mars 2027')
  await save(page)
  expect(await day.evaluate((field: HTMLInputElement) => field.validity.rangeOverflow)).toBe(true)
  await page.locator('.answer-form form').evaluate((form: HTMLFormElement) => (form.noValidate = true))
  await save(page)
  await expect(page.getByRole('group', { name: 'Noe må rettes' })).toBeFocused()
  await expect(day).toHaveAccessibleDescription(/Dagen det ble gjort kan ikke være senere enn i dag\./)
  await expect(day).toHaveValue('2027-03-11')
  await expect(page.locator('.step-history')).toHaveCount(0)
})
