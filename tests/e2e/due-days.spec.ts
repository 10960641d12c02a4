import { A_REFUSAL, expect, rowOf, signInAs, statusLine, test } from './fixtures.ts'
import { checklistOf, stepAt } from './lillehammer.ts'

// Nobody else in this town goes to the checklists of these pairs.

test.use({ town: 'drafting', forgiven: A_REFUSAL })

const MEET = 'Fadderne møter skolestarterne'
const WHY = 'Fadderne er på tur den siste uka i april.'
const HERE = 'Engesvea FUS barnehage – Søre Ål skole'
const ELSEWHERE = 'Engesvea FUS barnehage – Røyslimoen skole'

test('a principal moves a due day for the pairs of the school, and takes it back', async ({ page, another }) => {
  await signInAs(page, 'Rektor, Søre Ål skole')
  await page.getByRole('link', { name: 'Søre Ål skole', exact: true }).click()
  await page.getByRole('link', { name: 'Flytt frister for skolens par' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Frister for parene til Søre Ål skole')
  await page.getByRole('link', { name: MEET, exact: true }).click()

  await page.getByLabel('Ny frist').fill('2029-04-23')
  await page.getByRole('button', { name: 'Flytt fristen' }).click()
  await expect(page.getByRole('group', { name: 'ting må rettes' })).toContainText(
    'Fristen må være mellom 1. august 2026 og 30. november 2027.',
  )
  await page.getByLabel('Ny frist').fill('2027-04-23')
  await page.getByRole('button', { name: 'Flytt fristen' }).click()
  await expect(page.getByRole('group', { name: 'Noe må rettes' })).toContainText('Skriv en kort begrunnelse.')
  await expect(page.getByLabel('Ny frist')).toHaveValue('2027-04-23')
  await page.getByLabel('Hvorfor fristen flyttes').fill(WHY)
  await page.getByRole('button', { name: 'Flytt fristen' }).click()
  await expect(statusLine(page)).toHaveText(`Lagret: Fristen for «${MEET}» er fredag 23. april 2027.`)
  const moved = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: MEET, exact: true }) })
  await expect(moved).toContainText(`Flyttet fra 30. april: ${WHY}`)

  const director = await another()
  await signInAs(director, 'Styrer, Engesvea FUS barnehage', checklistOf(HERE))
  const row = rowOf(director, MEET)
  await expect(row.locator('.state')).toHaveText('Kommer 23. april')
  await expect(row).toContainText(`Flyttet fra 30. april: ${WHY}`)
  await director.goto(stepAt(HERE, 'v11'))
  await expect(director.getByText(`Flyttet av skolen 10. mars, fra fredag 30. april: ${WHY}`)).toBeVisible()
  await director.goto(checklistOf(ELSEWHERE))
  await expect(rowOf(director, MEET).locator('.state')).toHaveText('Kommer 30. april')
  await expect(rowOf(director, MEET)).not.toContainText('Flyttet')

  await moved.getByRole('link', { name: MEET, exact: true }).click()
  await page.getByRole('link', { name: 'Ta tilbake flyttingen' }).click()
  await expect(page.getByText('blir den igjen fredag 30. april 2027.')).toBeVisible()
  await page.getByLabel('Hvorfor flyttingen tas tilbake').fill('Turen er avlyst.')
  await page.getByRole('button', { name: 'Ta tilbake flyttingen' }).click()
  await expect(statusLine(page)).toHaveText(`Lagret: Fristen for «${MEET}» er fredag 30. april 2027.`)
  await page.getByRole('link', { name: MEET, exact: true }).click()
  const history = page.getByRole('region', { name: 'Historikk' }).getByRole('listitem')
  await expect(history).toHaveCount(2)
  await expect(history.first()).toContainText('Turen er avlyst.')

  await director.goto(checklistOf(HERE))
  await expect(rowOf(director, MEET).locator('.state')).toHaveText('Kommer 30. april')
  await expect(rowOf(director, MEET)).not.toContainText('Flyttet')
})
