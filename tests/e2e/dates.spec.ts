import { A_REFUSAL, expect, rowOf, signInAs, statusLine, test } from './fixtures.ts'
import { checklistOf } from './lillehammer.ts'

// Nobody else in this town enters dates for these places.

test.use({ town: 'drafting', forgiven: A_REFUSAL })

const SCHOOL = 'Røyslimoen skole'
const HERE = 'Engesvea FUS barnehage – Røyslimoen skole'
const STEP = 'Skolens ledelse eller 1.-trinnslærer besøker barnehagen'

test('a principal enters a day for several, moves and cancels it; a director sees it in her list and her calendar', async ({
  page,
  another,
}) => {
  test.slow()
  await signInAs(page, `Rektor, ${SCHOOL}`, checklistOf(SCHOOL))
  await page.getByRole('link', { name: 'Avtalte datoer' }).click()
  await page.getByRole('link', { name: 'Legg inn en dato' }).click()
  await page.getByLabel('Hvilket steg i planen').selectOption({ label: `${STEP} (frist 15. april)` })
  await page.getByRole('textbox', { name: 'Dag (må fylles ut)' }).fill('2027-04-10')
  await page.getByLabel('Fra klokka').fill('10:00')
  await page.getByLabel('Til klokka').fill('11:30')
  await page.getByRole('textbox', { name: 'Sted' }).fill('i barnehagen')
  await page.getByLabel('Engesvea FUS barnehage').check()
  await page.getByLabel('Norbana barnehage').check()
  await page.getByRole('button', { name: 'Legg inn datoen' }).click()
  await expect(page.getByRole('group', { name: 'Noe må rettes' })).toContainText('Dagen er i en helg.')
  await expect(page.getByLabel('Norbana barnehage')).toBeChecked()
  await page.getByRole('textbox', { name: 'Dag (må fylles ut)' }).fill('2027-04-12')
  await page.getByRole('button', { name: 'Legg inn datoen' }).click()
  await expect(statusLine(page)).toHaveText('Lagret: Datoen er lagt inn.')

  const director = await another()
  await signInAs(director, 'Styrer, Engesvea FUS barnehage', checklistOf(HERE))
  await expect(rowOf(director, STEP)).toContainText('Avtalt 12. april kl. 10–11.30, i barnehagen')
  await director.goto('/account/calendar')
  await director.getByRole('button', { name: 'Lag lenken' }).click()
  const link = await director.getByLabel('Lenke til kalenderen').inputValue()
  const calendar = async () => (await director.request.get(link)).text()
  expect(await calendar()).toContain('DTSTART;TZID=Europe/Oslo:20270412T100000')

  const item = page.getByRole('listitem').filter({ hasText: 'mandag 12. april 2027' })
  await item.getByRole('link', { name: 'Endre' }).click()
  await page.getByRole('textbox', { name: 'Dag (må fylles ut)' }).fill('2027-04-14')
  await page.getByRole('button', { name: 'Lagre endringen' }).click()
  await expect(page.getByRole('group', { name: 'Noe må rettes' })).toContainText('Skriv en begrunnelse.')
  await page.getByLabel('Hvorfor den flyttes').fill('Planleggingsdag på skolen.')
  await page.getByRole('button', { name: 'Lagre endringen' }).click()
  await expect(statusLine(page)).toHaveText('Lagret: Datoen er endret.')
  await director.goto(checklistOf(HERE))
  await expect(rowOf(director, STEP)).toContainText('Flyttet fra 12. april: Planleggingsdag på skolen.')
  expect(await calendar()).toContain('DTSTART;TZID=Europe/Oslo:20270414T100000')

  const moved = page.getByRole('listitem').filter({ hasText: 'onsdag 14. april 2027' })
  await moved.getByRole('link', { name: 'Avlys' }).click()
  await page.getByLabel('Hvorfor den avlyses').fill('Sykdom i personalet.')
  await page.getByRole('button', { name: 'Avlys datoen' }).click()
  await expect(moved).toContainText('Avlyst: Sykdom i personalet.')
  await director.reload()
  await expect(rowOf(director, STEP)).toContainText('Avlyst: 14. april kl. 10–11.30. Sykdom i personalet.')
  expect(await calendar()).toContain('STATUS:CANCELLED')

  await director.goto('/account/calendar')
  await director.getByRole('button', { name: 'Avslutt lenken' }).click()
  await expect(statusLine(director)).toHaveText('Lagret: Lenken virker ikke lenger.')
  expect((await director.request.get(link)).status()).toBe(404)
})
