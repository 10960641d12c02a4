import type { Page } from '@playwright/test'
import { A_REFUSAL, expect, expectNoSidewaysScroll, signInAs, statusLine, test } from './fixtures.ts'
import { routineId } from './lillehammer.ts'
import { ADVISER } from './pages.ts'

test.use({ town: 'drafting', viewport: { width: 360, height: 740 }, forgiven: A_REFUSAL })
test.describe.configure({ mode: 'serial' })

const DIRECTOR = 'Styrer, Fagstadlia FUS barnehage'
const TALK = 'Overføringssamtale mellom pedagogisk leder og kontaktlærer'
const HEARD = `/plan/hearing?routine=${routineId('cooperation')}`
const WORDS = 'Samtalen bør holdes før 1. juni, så rekker vi den før ferien.'
const ANSWER = 'Godt innspill. Vi flytter fristen til slutten av mai.'

const stepOf = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: TALK }) })

test('a private director finds the hearing on home, and comments on a step', async ({ page }) => {
  await signInAs(page, DIRECTOR)
  await expect(page.getByText('Høring: si hva du mener om den nye planen innen 31. mars.')).toBeVisible()
  await page.getByRole('link', { name: 'Les og kommenter' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Høring om den nye planen')
  await page
    .getByRole('navigation', { name: 'Deler av planen' })
    .getByRole('link', { name: 'Samarbeid mellom barnehage og skole' })
    .click()
  await expectNoSidewaysScroll(page)

  const step = stepOf(page)
  await step.getByText('Kommenter', { exact: true }).click()
  await step.getByLabel('Kommentaren din').fill(`Gjelder barnet 01012112345. ${WORDS}`)
  await step.getByRole('button', { name: 'Send kommentaren' }).click()
  await expect(page.getByRole('group', { name: 'Noe må rettes' })).toContainText('Teksten inneholder elleve sifre.')
  await expect(step.getByLabel('Kommentaren din')).toHaveValue(`Gjelder barnet 01012112345. ${WORDS}`)
  await expectNoSidewaysScroll(page)

  const general = page.getByRole('region', { name: 'Om planen som helhet' }).getByLabel('Kommentaren din')
  await general.fill('Planen er blitt tydelig.')
  await step.getByLabel('Kommentaren din').fill(WORDS)
  await page.getByRole('link', { name: 'Rammeverk' }).click()
  await expect(page.getByRole('dialog')).toContainText('Du har tekst som ikke er lagret')
  await page.getByRole('button', { name: 'Bli her' }).click()
  await step.getByRole('button', { name: 'Send kommentaren' }).click()
  await expect(statusLine(page)).toHaveText('Takk. Kommentaren er lagret, og kommunen ser den.')
  await expect(step.getByText(WORDS)).toBeVisible()
  await expect(step.locator('.comments')).toContainText(DIRECTOR)
  await expect(general).toHaveValue('Planen er blitt tydelig.')
  await step.getByText('Kommenter', { exact: true }).click()
  await expect(step.getByLabel('Kommentaren din')).toHaveValue('')
})

test('the adviser answers, and the director sees the answer', async ({ page, another }) => {
  await signInAs(page, ADVISER, '/plan/draft/hearing')
  const comment = page.locator('.comments > li').filter({ hasText: WORDS })
  const other = page.locator('.comments > li').filter({ hasText: 'Brevet bør komme før vinterferien' })
  await other.getByText('Svar', { exact: true }).click()
  await other.getByLabel('Svaret ditt').fill('Vi tenker på det.')
  await comment.getByText('Svar', { exact: true }).click()
  await comment.getByLabel('Svaret ditt').fill(`Gjelder barnet 01012112345. ${ANSWER}`)
  await comment.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(comment).toContainText('Teksten inneholder elleve sifre.')
  await expect(comment.getByLabel('Svaret ditt')).toBeFocused()
  await expect(comment.getByLabel('Svaret ditt')).toHaveValue(`Gjelder barnet 01012112345. ${ANSWER}`)
  await expect(other.getByLabel('Svaret ditt')).toHaveValue('Vi tenker på det.')

  await comment.getByLabel('Svaret ditt').fill(ANSWER)
  await page.getByRole('link', { name: 'Avslutt høringen' }).click()
  await page.getByRole('button', { name: 'Bli her' }).click()
  await comment.getByLabel('Ferdig behandlet').check()
  await comment.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(statusLine(page)).toHaveText('Svaret er lagret.')
  await expect(comment.locator('.comment-answer')).toContainText(ANSWER)
  await expect(other.getByLabel('Svaret ditt')).toHaveValue('Vi tenker på det.')
  await comment.getByText('Svar', { exact: true }).click()
  await expect(comment.getByLabel('Svaret ditt')).toHaveValue('')
  await expectNoSidewaysScroll(page)

  const director = await another()
  await signInAs(director, DIRECTOR, HEARD)
  const said = stepOf(director).locator('.comments > li').filter({ hasText: WORDS })
  await expect(said.locator('.comment-answer')).toContainText('Svar fra kommunen')
  await expect(said.locator('.comment-answer')).toContainText(ANSWER)
  await expect(said).toContainText('Ferdig behandlet')
})

test('the adviser closes the hearing: the director reads on, and can say no more', async ({ page, another }) => {
  const director = await another()
  await signInAs(director, DIRECTOR, HEARD)
  await stepOf(director).getByText('Kommenter', { exact: true }).click()
  await stepOf(director).getByLabel('Kommentaren din').fill('Vi vil også ha med SFO.')

  await signInAs(page, ADVISER, '/plan/draft/hearing')
  await page.getByRole('link', { name: 'Avslutt høringen' }).click()
  await page.getByRole('button', { name: 'Avslutt høringen' }).click()
  await expect(statusLine(page)).toHaveText('Høringen er avsluttet.')

  await stepOf(director).getByRole('button', { name: 'Send kommentaren' }).click()
  await expect(director.getByRole('group', { name: 'Noe må rettes' })).toContainText('Høringen er ikke åpen')
  await expect(director.getByText('Vi vil også ha med SFO.')).toBeVisible()
  await director.goto(HEARD)
  await expect(director.getByText('Høringen ble avsluttet 10. mars 2027.')).toBeVisible()
  await expect(stepOf(director).getByText(ANSWER)).toBeVisible()
  await expect(director.getByRole('button', { name: 'Send kommentaren' })).toHaveCount(0)
  await director.goto('/')
  await expect(director.getByRole('link', { name: 'Les og kommenter' })).toHaveCount(0)
})
