import { checklistOf, FORMS, stepAt } from './lillehammer.ts'
import { A_REFUSAL, expect, rowOf, signInAs, statusLine, test } from './fixtures.ts'

test('a double click on a tick acts once', async ({ page }) => {
  const pair = 'Ro barnehage – Nordre Ål skole'
  await signInAs(page, 'Styrer, Ro barnehage', checklistOf(pair))
  await rowOf(page, FORMS).getByRole('button', { name: 'Gjennomført' }).dblclick()
  await expect(statusLine(page)).toHaveText(`Lagret: ${FORMS}.`)
  await expect(rowOf(page, FORMS).locator('.state')).toHaveText('Venter på skolen siden 10. mars')
  await page.goto(stepAt(pair, FORMS))
  await expect(page.locator('.step-history > li')).toHaveCount(1)
})

test('two rows ticked in a hurry are both saved', async ({ page }) => {
  await signInAs(page, 'Styrer, Askeladden barnehage', checklistOf('Askeladden barnehage'))
  const ticks = page.getByRole('button', { name: 'Gjennomført' })
  const before = await ticks.count()
  expect(before).toBeGreaterThan(2)
  await page.evaluate(() => {
    for (const tick of [...document.querySelectorAll<HTMLButtonElement>('button.tick')].slice(0, 2)) tick.click()
  })
  await expect(ticks).toHaveCount(before - 2)
  await page.reload()
  await expect(ticks).toHaveCount(before - 2)
})

test.describe('two people at the same row', () => {
  test.use({ forgiven: A_REFUSAL })

  test('the second one is told who was first, and sees how it stands', async ({ page, another }) => {
    const school = 'Jørstadmoen skole'
    const step = 'Innskrivingsdag på skolen'
    const deputy = await another()
    await signInAs(page, `Rektor, ${school}`, checklistOf(school))
    await signInAs(deputy, 'Stedfortreder, Jørstadmoen barnehage og Jørstadmoen skole', checklistOf(school))
    await expect(rowOf(deputy, step).getByRole('button', { name: 'Gjennomført' })).toBeVisible()
    await rowOf(page, step).getByRole('button', { name: 'Gjennomført' }).click()
    await expect(statusLine(page)).toHaveText(`Lagret: ${step}.`)
    await rowOf(deputy, step).getByRole('button', { name: 'Gjennomført' }).click()
    await expect(rowOf(deputy, step)).toContainText(`Rektor, ${school} svarte mens du hadde siden åpen.`)
    await expect(statusLine(deputy)).toHaveText(`Ikke lagret: ${step}.`)
    await expect(rowOf(deputy, step).locator('.state')).toHaveText('Gjennomført')
    await expect(rowOf(deputy, step)).toContainText(`${school}: gjennomført 10. mars · Rektor, ${school}`)
  })

  test('on the page of the step what the second one wrote stays', async ({ page, another }) => {
    const pair = 'Jørstadmoen barnehage – Vingrom skole'
    const deputy = await another()
    await signInAs(deputy, 'Stedfortreder, Jørstadmoen barnehage og Jørstadmoen skole', stepAt(pair, FORMS))
    await deputy.getByRole('radio', { name: 'Ikke aktuelt' }).check()
    await deputy.getByRole('textbox', { name: 'Begrunnelse' }).fill('Ingen skjema i år.')
    await signInAs(page, 'Styrer, Jørstadmoen barnehage', checklistOf(pair))
    await rowOf(page, FORMS).getByRole('button', { name: 'Gjennomført' }).click()
    await expect(statusLine(page)).toHaveText(`Lagret: ${FORMS}.`)
    await deputy.getByRole('button', { name: 'Lagre svaret' }).click()
    await expect(deputy.getByRole('group', { name: 'Noe må rettes' })).toContainText(
      'Styrer, Jørstadmoen barnehage svarte mens du hadde siden åpen.',
    )
    await expect(deputy.getByText('Dette skrev du, og det ble ikke lagret: Ingen skjema i år.')).toBeVisible()
    await expect(deputy.locator('.step-history > li')).toHaveCount(1)
    await expect(deputy.getByRole('button', { name: 'Angre' })).toBeVisible()
  })
})

test('somebody with a seat on both sides ticks for one and confirms for the other', async ({ page }) => {
  const pair = 'Jørstadmoen barnehage – Jørstadmoen skole'
  await signInAs(page, 'Stedfortreder, Jørstadmoen barnehage og Jørstadmoen skole', checklistOf(pair))
  const row = rowOf(page, FORMS)
  await row.getByRole('button', { name: 'Gjennomført' }).click()
  await expect(statusLine(page)).toHaveText(`Lagret: ${FORMS}.`)
  await row.getByRole('button', { name: 'Bekreft' }).click()
  await expect(row.locator('.state')).toHaveText('Gjennomført')
  await expect(row).toContainText('Jørstadmoen barnehage: gjennomført 10. mars')
  await expect(row).toContainText('Jørstadmoen skole: bekreftet 10. mars')
})

test('the back button after a tick shows the tick, not how it was before', async ({ page }) => {
  const pair = 'Ringelihorn Steinerbarnehage – Lillehammer Steinerskole'
  await signInAs(page, 'Styrer, Ringelihorn Steinerbarnehage', checklistOf(pair))
  await rowOf(page, FORMS).getByRole('button', { name: 'Gjennomført' }).click()
  await expect(statusLine(page)).toHaveText(`Lagret: ${FORMS}.`)
  await rowOf(page, FORMS).getByRole('link', { name: FORMS, exact: true }).click()
  await expect(page.locator('.step-history > li')).toHaveCount(1)
  await page.goBack()
  await expect(rowOf(page, FORMS).locator('.state')).toHaveText('Venter på skolen siden 10. mars')
})
