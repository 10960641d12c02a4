import { checklistOf, FORMS } from './lillehammer.ts'
import { expect, expectNoSidewaysScroll, rowOf, signInAs, statusLine, test } from './fixtures.ts'

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

test('a director finds what is due on the phone, ticks it in one tap, and takes it back', async ({ page }) => {
  await signInAs(page, 'Styrer, Buvollen barnehage')
  const next = page.getByRole('region', { name: 'Etablere femårsgruppa og ta i bruk rammeverket' })
  await expect(next).toContainText('Neste')
  await expect(next).toContainText('Buvollen barnehage · Fristen gikk ut 15. september')
  const button = next.getByRole('button')
  await expect(button).toBeInViewport({ ratio: 1 })
  await button.tap()
  await expect(statusLine(page)).toHaveText('Lagret: Etablere femårsgruppa og ta i bruk rammeverket.')
  await expect(next).toContainText('Buvollen barnehage · Gjennomført')
  await expect(button).toHaveText(/^Angre/)
  await expect(button).toBeFocused()
  await button.tap()
  await expect(statusLine(page)).toHaveText('Angret: Etablere femårsgruppa og ta i bruk rammeverket.')
  await expect(next).toContainText('Fristen gikk ut 15. september')
  await expect(button).toHaveText(/^Gjennomført/)
  await expect(button).toBeFocused()
})

test('a row that is ticked on home stays where it is until home is opened again', async ({ page }) => {
  await signInAs(page, 'Styrer, Lundgaardsløkka barnehage')
  await expect(page.getByRole('region', { name: 'Høstsamtale med foreldre om skolestart' })).toContainText('Neste')
  const visit = rowOf(page, 'Første førskoledag på skolen', 'Lundgaardsløkka barnehage – Jørstadmoen skole')
  await visit.getByRole('button', { name: 'Bekreft' }).tap()
  await expect(statusLine(page)).toHaveText('Lagret: Første førskoledag på skolen.')
  await expect(visit.getByRole('button', { name: 'Angre' })).toBeFocused()
  await page.getByRole('link', { name: 'Hjem' }).tap()
  await expect(visit).toHaveCount(0)
})

test('home shows at most seven lines, and the rest when asked for', async ({ page }) => {
  await signInAs(page, 'Styrer, Saksheim naturbarnehage')
  const rows = page.locator('.step-row:visible')
  expect(await rows.count()).toBeLessThanOrEqual(6)
  const before = await rows.count()
  await page
    .getByText(/^Vis \d+ til$/)
    .first()
    .tap()
  await expect.poll(() => rows.count()).toBeGreaterThan(before)
  await expectNoSidewaysScroll(page)
})

test('a director ticks on the checklist of a pair, and sees that the school is to confirm', async ({ page }) => {
  await signInAs(page, 'Styrer, Nybu barnehage')
  await page.getByRole('link', { name: 'Nybu barnehage – Hammartun skole' }).tap()
  await expect(page).toHaveURL(checklistOf('Nybu barnehage – Hammartun skole'))
  const row = rowOf(page, FORMS)
  await expect(row.locator('.state')).toHaveText('Invitert')
  await row.getByRole('button', { name: 'Gjennomført' }).tap()
  await expect(statusLine(page)).toHaveText(`Lagret: ${FORMS}.`)
  await expect(row.locator('.state')).toHaveText('Venter på skolen siden 10. mars')
  await expect(row).toContainText('Nybu barnehage: gjennomført 10. mars · Styrer, Nybu barnehage')
  const undo = row.getByRole('button', { name: 'Angre' })
  await expect(undo).toBeFocused()
  await undo.tap()
  await expect(statusLine(page)).toHaveText(`Angret: ${FORMS}.`)
  await expect(row.locator('.state')).toHaveText('Invitert')
  await expectNoSidewaysScroll(page)
})

test.describe('in the autumn', () => {
  test.use({ town: 'autumn' })

  test('two cycles run side by side, each under its own heading', async ({ page }) => {
    await signInAs(page, 'Styrer, Sykehusbarnehagen i Lillehammer')
    const work = (year: number) => page.getByRole('region', { name: `Skolestart ${year}` })
    await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: 'Skolestart' })).toHaveText([
      'Skolestart 2026',
      'Skolestart 2027',
    ])
    const next = page.getByRole('region', { name: 'Tilbakemeldingsmøte skole–barnehage' })
    await expect(next).toContainText('Sykehusbarnehagen i Lillehammer – Nordre Ål skole · Venter på barnehagen')
    const meeting = 'Samarbeidsmøte skole–barnehager: avtale vårens datoer'
    await expect(work(2027).getByRole('link', { name: meeting, exact: true })).toBeVisible()
    await expect(work(2026).getByRole('link', { name: meeting, exact: true })).toHaveCount(0)
    for (const year of [2026, 2027]) {
      const places = work(year).locator('.place-card').getByRole('link')
      const addresses = await places.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      expect(addresses.length).toBeGreaterThan(3)
      expect(addresses.filter((address) => !address.startsWith(`/cycles/${year}/`))).toEqual([])
    }
  })
})
