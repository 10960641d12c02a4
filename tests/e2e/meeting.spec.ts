import { checklistOf, CLASSES, FIRST_VISIT, stepAt } from './lillehammer.ts'
import { A_REFUSAL, expect, rowOf, signInAs, test } from './fixtures.ts'

test('a principal ticks one meeting for several kindergartens at once', async ({ page }) => {
  await signInAs(page, 'Rektor, Vingar skole', checklistOf('Hagehaugen barnehage – Vingar skole'))
  await rowOf(page, CLASSES).getByRole('link', { name: 'Gjelder flere' }).click()
  const pairs = page.getByRole('checkbox')
  const open = await pairs.count()
  expect(open).toBeGreaterThan(8)
  await expect(page.getByRole('button', { name: `Kryss av for ${open} par` })).toBeVisible()
  await page.getByRole('button', { name: 'Velg ingen' }).click()
  await expect(page.getByRole('button', { name: 'Kryss av for 0 par' })).toBeVisible()
  for (const kindergarten of ['Hagehaugen barnehage', 'Hammermo FUS barnehage', 'Holmejordet barnehage']) {
    await page.getByRole('checkbox', { name: kindergarten }).check()
  }
  await page.getByLabel('Dagen det ble gjort').fill('2027-03-08')
  await page.getByRole('button', { name: 'Kryss av for 3 par' }).click()
  await expect(page.getByText(`Lagret for de valgte parene: ${CLASSES}.`)).toBeVisible()
  await expect(page.getByRole('button', { name: `Kryss av for ${open - 3} par` })).toBeVisible()
  await expect(pairs).toHaveCount(open - 3)
  for (const kindergarten of ['Hagehaugen', 'Hammermo FUS', 'Holmejordet']) {
    await page.goto(checklistOf(`${kindergarten} barnehage – Vingar skole`))
    await expect(rowOf(page, CLASSES)).toContainText('Vingar skole: gjennomført 8. mars')
    await expect(rowOf(page, CLASSES).locator('.state')).toHaveText('Venter på barnehagen siden 10. mars')
  }
  await page.goto(checklistOf('Fagstadlia FUS barnehage – Vingar skole'))
  await expect(rowOf(page, CLASSES).locator('.state')).toHaveText('Frist 31. mars')
})

test('a director confirms for several schools at once', async ({ page }) => {
  const kindergarten = 'Sykehusbarnehagen i Lillehammer'
  await signInAs(page, `Styrer, ${kindergarten}`)
  const row = rowOf(page, FIRST_VISIT, `${kindergarten} – Nordre Ål skole`)
  await row.getByRole('link', { name: 'Gjelder flere' }).click()
  await expect(page.getByText('Bekreft for alle parene der dere er enige i at det er gjort.')).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(3)
  await page.getByRole('button', { name: 'Bekreft for 3 par' }).click()
  await expect(page.getByText('Ingen av parene venter på dette svaret.')).toBeVisible()
  await expect(page.getByText(`Lagret for de valgte parene: ${FIRST_VISIT}.`)).toBeVisible()
  for (const school of ['Hammartun', 'Jørstadmoen', 'Nordre Ål']) {
    await page.goto(checklistOf(`${kindergarten} – ${school} skole`))
    await expect(rowOf(page, FIRST_VISIT).locator('.state')).toHaveText('Gjennomført')
  }
})

test.describe('with nobody chosen', () => {
  test.use({ forgiven: A_REFUSAL })

  test('nothing is saved, and the problem leads to the choice', async ({ page }) => {
    await signInAs(
      page,
      'Rektor, Nordre Ål skole',
      `${stepAt('Fagstadlia FUS barnehage – Nordre Ål skole', CLASSES)}/meeting`,
    )
    await page.getByRole('button', { name: 'Velg ingen' }).click()
    await page.getByLabel('Kort merknad').fill('Tatt i samme møte.')
    await page.getByRole('button', { name: 'Kryss av for 0 par' }).click()
    const summary = page.getByRole('group', { name: 'Noe må rettes' })
    await expect(summary).toBeFocused()
    await expect(page.getByLabel('Kort merknad')).toHaveValue('Tatt i samme møte.')
    await summary.getByRole('link', { name: 'Velg minst ett par.' }).click()
    await expect(page.getByRole('checkbox').first()).toBeFocused()
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
  })
})
