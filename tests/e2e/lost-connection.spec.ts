import type { Page } from '@playwright/test'
import { checklistOf, FIRST_VISIT, FORMS, stepAt } from './lillehammer.ts'
import { A_BREAKDOWN, awake, expect, loseNetwork, NO_NETWORK, rowOf, signInAs, statusLine, test } from './fixtures.ts'

const NOT_SAVED =
  'Ikke lagret. Vi fikk ikke kontakt med tjenesten. Sjekk nettet og prøv igjen; det du skrev, står her fortsatt.'

/** Answers every form with a breakdown, as a proxy does while the server restarts; answers how to mend it. */
async function breakDown(page: Page, status: number): Promise<() => Promise<void>> {
  await page.route('**/*', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' })
      : route.continue(),
  )
  return () => page.unroute('**/*')
}

async function expectTicks(page: Page, place: string, step: string, count: number): Promise<void> {
  await page.goto(stepAt(place, step))
  await expect(page.locator('.step-history > li')).toHaveCount(count)
}

test.describe('without a network', () => {
  test.use({ forgiven: NO_NETWORK, viewport: { width: 360, height: 740 } })

  test('a tick on a checklist goes back and says so; the same tap works once the network is there', async ({
    page,
    context,
  }) => {
    const pair = 'Hovslageren FUS barnehage – Søre Ål skole'
    await signInAs(page, 'Styrer, Hovslageren FUS barnehage', checklistOf(pair))
    const row = rowOf(page, FORMS)
    const tick = row.getByRole('button', { name: 'Gjennomført' })
    await expect(tick).toBeVisible()
    await loseNetwork(page)
    await tick.click()
    await expect(row.getByText(NOT_SAVED)).toBeVisible()
    await expect(statusLine(page)).toHaveText(`Ikke lagret: ${FORMS}.`)
    await expect(tick).toBeFocused()
    await expect(row.locator('.state')).toHaveText('Kommer 1. mai')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hovslageren FUS barnehage')
    await context.setOffline(false)
    await tick.click()
    await expect(statusLine(page)).toHaveText(`Lagret: ${FORMS}.`)
    await expect(row.getByText(NOT_SAVED)).toHaveCount(0)
    await expect(row.locator('.state')).toHaveText('Venter på skolen siden 10. mars')
    await expectTicks(page, pair, FORMS, 1)
  })

  test('a tick on home goes back, and home stays', async ({ page, context }) => {
    await signInAs(page, 'Styrer, Steinrøysa barnehage')
    const rows = page.locator('.step-row:visible')
    const before = await rows.count()
    const row = rowOf(page, FIRST_VISIT, 'Steinrøysa barnehage – Vingar skole')
    await loseNetwork(page)
    await row.getByRole('button', { name: 'Bekreft' }).click()
    await expect(row.getByText(NOT_SAVED)).toBeVisible()
    await expect(rows).toHaveCount(before)
    await context.setOffline(false)
    await row.getByRole('button', { name: 'Bekreft' }).click()
    await expect(statusLine(page)).toHaveText(`Lagret: ${FIRST_VISIT}.`)
    await expect(row.getByText(NOT_SAVED)).toHaveCount(0)
    await expectTicks(page, 'Steinrøysa barnehage – Vingar skole', FIRST_VISIT, 2)
  })

  test('what was typed on the page of a step stays', async ({ page, context }) => {
    const pair = 'Hovslageren FUS barnehage – Nordre Ål skole'
    await signInAs(page, 'Styrer, Hovslageren FUS barnehage', stepAt(pair, FORMS))
    await page.getByRole('radio', { name: 'Ikke aktuelt' }).check()
    await page.getByRole('textbox', { name: 'Begrunnelse' }).fill('Ingen skjema i år.')
    await loseNetwork(page)
    await page.getByRole('button', { name: 'Lagre svaret' }).click()
    await expect(page.getByText(NOT_SAVED)).toBeInViewport()
    await expect(page.getByRole('radio', { name: 'Ikke aktuelt' })).toBeChecked()
    await expect(page.getByRole('textbox', { name: 'Begrunnelse' })).toHaveValue('Ingen skjema i år.')
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Lagre svaret' }).click()
    await expect(statusLine(page)).toHaveText(`Lagret: ${FORMS}.`)
    await expect(page.getByText(NOT_SAVED)).toHaveCount(0)
    await expectTicks(page, pair, FORMS, 1)
  })

  test('the choice of a meeting stays', async ({ page, context }) => {
    const from = 'Suttestad barnehage – Søre Ål skole'
    await signInAs(page, 'Styrer, Suttestad barnehage', `${stepAt(from, FIRST_VISIT)}/meeting`)
    await page.getByRole('checkbox', { name: 'Vingrom skole' }).uncheck()
    await page.getByLabel('Kort merknad').fill('Tatt på telefon.')
    await loseNetwork(page)
    await page.getByRole('button', { name: 'Bekreft for 2 par' }).click()
    await expect(page.getByText(NOT_SAVED)).toBeInViewport()
    await expect(page.getByRole('checkbox', { name: 'Vingrom skole' })).not.toBeChecked()
    await expect(page.getByLabel('Kort merknad')).toHaveValue('Tatt på telefon.')
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Bekreft for 2 par' }).click()
    await expect(page.getByText(`Lagret for de valgte parene: ${FIRST_VISIT}.`)).toBeVisible()
    await expect(page.getByText(NOT_SAVED)).toHaveCount(0)
    await expectTicks(page, from, FIRST_VISIT, 2)
    await expectTicks(page, 'Suttestad barnehage – Vingrom skole', FIRST_VISIT, 1)
  })
})

test.describe('while the server has broken down', () => {
  test.use({ forgiven: A_BREAKDOWN })

  for (const status of [500, 502]) {
    test(`a tick that is answered with ${status} goes back, and works again afterwards`, async ({ page }) => {
      const pair = `Birkebeineren friluftsbarnehage – ${status === 500 ? 'Nordre Ål' : 'Røyslimoen'} skole`
      await signInAs(page, 'Styrer, Birkebeineren friluftsbarnehage', checklistOf(pair))
      const mend = await breakDown(page, status)
      const row = rowOf(page, FORMS)
      await row.getByRole('button', { name: 'Gjennomført' }).click()
      await expect(row.getByText(NOT_SAVED)).toBeVisible()
      await mend()
      await row.getByRole('button', { name: 'Gjennomført' }).click()
      await expect(statusLine(page)).toHaveText(`Lagret: ${FORMS}.`)
      await expectTicks(page, pair, FORMS, 1)
    })
  }

  test('what was typed on the page of a step and in a meeting stays', async ({ page }) => {
    await signInAs(page, 'Rektor, Søre Ål skole', stepAt('Suttestad barnehage – Søre Ål skole', 'v09'))
    await breakDown(page, 502)
    await page.getByLabel('Kort merknad').fill('Vi kom to stykker.')
    await page.getByRole('button', { name: 'Lagre svaret' }).click()
    await expect(page.getByText(NOT_SAVED)).toBeVisible()
    await expect(page.getByLabel('Kort merknad')).toHaveValue('Vi kom to stykker.')
    await page.goto(`${stepAt('Suttestad barnehage – Søre Ål skole', 'v09')}/meeting`)
    await awake(page)
    await page.getByRole('button', { name: 'Velg ingen' }).click()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Kryss av for 1 par' }).click()
    await expect(page.getByText(NOT_SAVED)).toBeVisible()
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1)
  })
})

test('a session that ended elsewhere leads to sign-in and back to the page', async ({ page, context, another }) => {
  const pair = 'Hagehaugen barnehage – Søre Ål skole'
  await signInAs(page, 'Styrer, Hagehaugen barnehage', checklistOf(pair))
  await expect(rowOf(page, FORMS)).toBeVisible()
  const elsewhere = await another()
  await elsewhere.context().addCookies(await context.cookies())
  await elsewhere.goto('/')
  await elsewhere.getByRole('button', { name: 'Logg ut' }).click()
  await rowOf(page, FORMS).getByRole('button', { name: 'Gjennomført' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Velg hvem du vil være' })).toBeVisible()
  await page
    .getByRole('button')
    .filter({ hasText: 'Styrer' })
    .filter({ has: page.getByText('Hagehaugen barnehage', { exact: true }) })
    .click()
  await expect(page).toHaveURL(checklistOf(pair))
  await expect(rowOf(page, FORMS).locator('.state')).toHaveText('Kommer 1. mai')
  await rowOf(page, FORMS).getByRole('button', { name: 'Gjennomført' }).click()
  await expect(statusLine(page)).toHaveText(`Lagret: ${FORMS}.`)
})
