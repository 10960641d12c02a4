import { checklistOf, CLASSES, FORMS, OWN_PAGE, unitId, stepAt } from './lillehammer.ts'
import { A_REFUSAL, expect, rowOf, signInAs, statusLine, test } from './fixtures.ts'

test.use({ javaScriptEnabled: false })

test('a director signs in, ticks on home and lands on home, which says what was saved', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL('/sign-in/demo?back=%2F')
  await signInAs(page, 'Styrer, Saksheim naturbarnehage')
  const title = 'Høstsamtale med foreldre om skolestart'
  await rowOf(page, title).getByRole('button', { name: 'Gjennomført' }).click()
  await expect(page).toHaveURL(/\/\?saved=/)
  await expect(statusLine(page)).toHaveText(`Lagret: ${title}.`)
  await expect(rowOf(page, title)).toHaveCount(0)
})

test('a tick on a checklist lands on the same row, and can be taken back', async ({ page }) => {
  const pair = 'Saksheim naturbarnehage – Vingar skole'
  await signInAs(page, 'Styrer, Saksheim naturbarnehage', checklistOf(pair))
  await rowOf(page, FORMS).getByRole('button', { name: 'Gjennomført' }).click()
  await expect(statusLine(page)).toHaveText(`Lagret: ${FORMS}.`)
  await expect(rowOf(page, FORMS).locator('.state')).toHaveText('Venter på skolen siden 10. mars')
  await rowOf(page, FORMS).getByRole('button', { name: 'Angre' }).click()
  await expect(statusLine(page)).toHaveText(`Angret: ${FORMS}.`)
  await expect(rowOf(page, FORMS).locator('.state')).toHaveText('Kommer 1. mai')
})

test.describe('with something missing', () => {
  test.use({ forgiven: A_REFUSAL })

  test('the page of the step says what, and keeps what was written', async ({ page }) => {
    await signInAs(page, 'Styrer, Saksheim naturbarnehage', stepAt('Saksheim naturbarnehage', OWN_PAGE))
    await page.getByRole('radio', { name: 'Ikke aktuelt' }).check()
    await page.getByLabel('Kort merknad').fill('Vi gjør det på en annen måte.')
    await page.getByRole('button', { name: 'Lagre svaret' }).click()
    await expect(page.getByRole('group', { name: 'Noe må rettes' })).toContainText('Skriv en begrunnelse.')
    await expect(page.getByRole('radio', { name: 'Ikke aktuelt' })).toBeChecked()
    await expect(page.getByLabel('Kort merknad')).toHaveValue('Vi gjør det på en annen måte.')
    await page.getByRole('textbox', { name: 'Begrunnelse' }).fill('Barna lager bok i stedet.')
    await page.getByRole('button', { name: 'Lagre svaret' }).click()
    await expect(statusLine(page)).toHaveText(`Lagret: ${OWN_PAGE}.`)
    await expect(page.locator('.page-head .state')).toHaveText('Ikke aktuelt')
  })

  test('a meeting with nobody chosen says so, and keeps the note', async ({ page }) => {
    await signInAs(page, 'Rektor, Hammartun skole', `${stepAt('Norbana barnehage – Hammartun skole', CLASSES)}/meeting`)
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
    await page.getByLabel('Kort merknad').fill('Felles møte.')
    await page.locator('.meeting-form button[type=submit]').click()
    await expect(page.getByRole('group', { name: 'Noe må rettes' })).toContainText('Velg minst ett par.')
    await expect(page.getByLabel('Kort merknad')).toHaveValue('Felles møte.')
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
  })
})

test('a principal ticks one meeting for two kindergartens', async ({ page }) => {
  const [first, second, third] = ['Lillehammer', 'Vingar', 'Røyslimoen'].map((name) => `${name} barnehage`)
  await signInAs(page, 'Rektor, Hammartun skole', `${stepAt(`${first} – Hammartun skole`, CLASSES)}/meeting`)
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('checkbox', { name: first }).check()
  await page.getByRole('checkbox', { name: second }).check()
  await page.locator('.meeting-form button[type=submit]').click()
  await expect(statusLine(page)).toHaveText(`Lagret: ${CLASSES}.`)
  for (const [pair, state] of [
    [first, 'Venter på barnehagen siden 10. mars'],
    [second, 'Venter på barnehagen siden 10. mars'],
    [third, 'Frist 31. mars'],
  ]) {
    await page.goto(checklistOf(`${pair} – Hammartun skole`))
    await expect(rowOf(page, CLASSES).locator('.state')).toHaveText(state!)
  }
})

test('the language changes on the page one is on', async ({ page }) => {
  await signInAs(page, 'Styrer, Røyslimoen barnehage', checklistOf('Røyslimoen barnehage'))
  await page.getByRole('link', { name: 'Nynorsk' }).click()
  await expect(page).toHaveURL(checklistOf('Røyslimoen barnehage'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn')
  await expect(page.getByRole('heading', { name: 'Våren før skulestart' })).toBeVisible()
})

test('an adviser filters the matrix', async ({ page }) => {
  await signInAs(page, 'Rådgiver, oppvekst, Lillehammer kommune', '/cycles/2027')
  await page.getByText('Filtrer og sorter').click()
  await page.getByLabel('Skolen', { exact: true }).selectOption({ label: 'Vingrom skole' })
  await page.getByRole('button', { name: 'Vis' }).click()
  await expect(page).toHaveURL(new RegExp(`school=${unitId('Vingrom skole')}`))
  await expect(page.locator('.matrix .group-row')).toHaveCount(1)
  await expect(page.getByRole('status')).toHaveText('4 rader')
})
