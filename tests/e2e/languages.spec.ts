import { checklistOf, FORMS, NUMBERS, stepAt } from './lillehammer.ts'
import { expect, rowOf, signInAs, statusLine, test } from './fixtures.ts'

const PAIR = 'Øversveen barnehage – Røyslimoen skole'
const DIRECTOR = 'Styrer, Øversveen barnehage'

test.describe('in nynorsk', () => {
  test('days and words stay as they were served once the script has run', async ({ page }) => {
    await page.goto('/language?to=nn')
    await signInAs(page, DIRECTOR, checklistOf(PAIR))
    const form = rowOf(page, 'Sende overføringsskjema til skulen')
    await expect(form.locator('.state')).toHaveText('Kjem 1. mai')
    await form.getByRole('button', { name: 'Gjennomført' }).click()
    await expect(statusLine(page)).toHaveText('Lagra: Sende overføringsskjema til skulen.')
    await expect(form.locator('.state')).toHaveText('Ventar på skulen sidan 10. mars')
    await page.goto(stepAt(PAIR, FORMS))
    await expect(page.locator('.step-facts')).toContainText('laurdag 1. mai 2027')
    await expect(
      page.getByRole('navigation', { name: 'Språk' }).getByRole('link', { name: 'Nynorsk' }),
    ).toHaveAttribute('aria-current', 'true')
  })

  test('what is overdue and what came in October', async ({ page }) => {
    await page.goto('/language?to=nn')
    await signInAs(page, 'Styrer, Buvollen barnehage', checklistOf('Buvollen barnehage – Jørstadmoen skole'))
    await expect(page.locator('.state-overdue').filter({ hasText: 'Fristen gjekk ut 15. oktober' })).toBeVisible()
    await page.goto(stepAt('Buvollen barnehage – Jørstadmoen skole', NUMBERS))
    await expect(page.getByLabel('Dagen det vart gjort')).toHaveAccessibleDescription('onsdag 10. mars 2027')
  })
})

test.describe('in English', () => {
  test.use({ locale: 'en-GB' })

  test('a browser that asks for English gets it, and what the municipality wrote only in bokmål is marked', async ({
    page,
  }) => {
    await page.goto('/plan')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    const guidance = page.locator('.plan-step .prose').first()
    await expect(guidance).toHaveAttribute('lang', 'nb')
    await signInAs(page, 'Styrer, Norbana barnehage', stepAt('Norbana barnehage – Røyslimoen skole', FORMS))
    await expect(page.locator('.page-head .state')).toHaveText('Coming 1 May')
    await expect(page.locator('.step-facts')).toContainText('Saturday 1 May 2027')
    await expect(page.locator('.step-page .prose')).toHaveAttribute('lang', 'nb')
    await expect(page.getByRole('button', { name: 'Save the answer' })).toBeVisible()
  })
})

test('the chosen language is kept, also where nobody has signed in', async ({ page }) => {
  await page.goto('/plan')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveURL('/plan')
  await page.goto('/sign-in/demo')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('link', { name: 'Bokmål' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Velg hvem du vil være' })).toBeVisible()
})
