import { checklistOf, FORMS, stepAt } from './lillehammer.ts'
import { A_REFUSAL, expect, rowOf, signInAs, test } from './fixtures.ts'
import { units } from './units.ts'

test('anybody reads the plan without signing in, and sees no unit and no status', async ({ page }) => {
  const answer = await page.goto('/plan')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.locator('.plan-chapter > h2')).toHaveCount(7)
  await expect(page.locator('.plan-step')).toHaveCount(39)
  const html = (await answer?.text()) ?? ''
  expect(units().filter((name) => html.includes(name))).toEqual([])
  await expect(page.locator('.state')).toHaveCount(0)
  await page.getByRole('link', { name: 'Overføring av opplysninger' }).click()
  await expect(page.getByRole('heading', { name: 'Overføring av opplysninger' })).toBeInViewport()
})

test.describe('what is not there', () => {
  test.use({ forgiven: A_REFUSAL })

  test('a foreign address and a missing one look the same to a director', async ({ page }) => {
    await signInAs(page, 'Styrer, Røyslimoen barnehage')
    const [first, ...others] = [
      '/nowhere',
      checklistOf('Buvollen barnehage'),
      stepAt('Buvollen barnehage – Hammartun skole', FORMS),
      '/cycles/2027/places/none',
      '/cycles/2099/places/none',
      '/cycles/2027',
    ]
    const shown = async (path: string) => {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(404)
      return page.locator('body').innerHTML()
    }
    const missing = await shown(first)
    await expect(page.getByRole('heading', { level: 1, name: 'Vi finner ikke siden' })).toBeVisible()
    for (const path of others) expect(await shown(path), path).toBe(missing)
  })
})

test('an owner sees the own units only, and has nothing to tick', async ({ page }) => {
  await signInAs(page, 'Eier, Engesvea FUS og Fagstadlia FUS')
  const units = page.locator('.owned-unit')
  await expect(units.getByRole('heading', { level: 3 })).toHaveText([
    'Engesvea FUS barnehage',
    'Fagstadlia FUS barnehage',
  ])
  const pairs = await page.locator('.owned-unit .place-card a').allTextContents()
  expect(pairs.length).toBeGreaterThan(4)
  expect(pairs.filter((name) => !/^(Engesvea|Fagstadlia) FUS barnehage/.test(name))).toEqual([])
  await expect(page.getByRole('link', { name: 'Oversikt', exact: true })).toHaveCount(0)
  await units.getByRole('link', { name: 'Fagstadlia FUS barnehage', exact: true }).click()
  await expect(page.locator('.step-row').first()).toBeVisible()
  await expect(page.locator('.tick, .undo')).toHaveCount(0)
})

test('somebody with a seat on both sides has the places of both', async ({ page }) => {
  await signInAs(page, 'Stedfortreder, Jørstadmoen barnehage og Jørstadmoen skole')
  const names = await page.locator('.place-card').getByRole('link').allTextContents()
  expect(names).toContain('Jørstadmoen barnehage')
  expect(names).toContain('Jørstadmoen skole')
  expect(names.filter((name) => name.includes('Jørstadmoen')).length).toBe(names.length - 1)
  await page.getByRole('link', { name: 'Jørstadmoen barnehage – Vingrom skole' }).click()
  await expect(rowOf(page, FORMS)).toBeVisible()
})

test('an observer finds no number of children below five', async ({ page }) => {
  await signInAs(page, 'Observatør, Lillehammer kommune', '/cycles/2027')
  await expect(page.locator('.matrix-children').filter({ hasText: 'færre enn fem barn' }).first()).toBeVisible()
  const shown = await page.locator('.matrix-children').allTextContents()
  expect(shown.filter((words) => /^[1-4] barn$/.test(words))).toEqual([])
})
