import { expect, rowOf, signInAs, statusLine, test } from './fixtures.ts'
import { checklistOf, CLASSES, stepAt } from './lillehammer.ts'

// Nobody else in this town goes to the checklists of these pairs.

test.use({ town: 'drafting' })

test('x', async ({ page }) => {
  await signInAs(page, 'Rektor, Søre Ål skole')
  await page.screenshot({ path: '/tmp/journeys/principal.png', fullPage: true })
  await page.goto(checklistOf('Søre Ål skole'))
  await page.screenshot({ path: '/tmp/journeys/principal2.png', fullPage: true })
  await page.goto('/cycles/2027/due-days')
  await page.screenshot({ path: '/tmp/journeys/principal3.png', fullPage: true })
})
