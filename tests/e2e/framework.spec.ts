import { tabTo } from './by-keyboard.ts'
import { awake, expect, expectNoSidewaysScroll, NO_NETWORK, signInAs, statusLine, test } from './fixtures.ts'
import { checklistOf } from './lillehammer.ts'

test.use({ town: 'joining' })

const BOND = 'Barnet har minst én god relasjon til en voksen og til et annet barn'
const TURNS = 'Øve på å vente på tur, dele og ta imot en felles beskjed'

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, forgiven: NO_NETWORK })

  test('a director reads the framework, plans a month in a few taps, loses nothing offline, and adds something of its own', async ({
    page,
    context,
  }) => {
    await signInAs(page, 'Styrer, Buvollen barnehage')
    await page.getByRole('listitem').filter({ hasText: 'tildelt Buvollen barnehage' }).getByRole('link').tap()
    await awake(page)
    await page.getByRole('button', { name: 'Vi har lest rammeverket' }).tap()
    await expect(page.getByText(/^Lest av Styrer, Buvollen barnehage/)).toBeVisible()

    await page.getByRole('link', { name: /desember 2026/ }).tap()
    const month = page.getByRole('region', { name: 'Desember 2026: hva arbeider vi med?' })
    await expect(month).toContainText('Ingenting er planlagt i desember ennå.')
    await awake(page)
    await month.getByRole('checkbox', { name: BOND }).check()
    await month.getByRole('checkbox', { name: TURNS }).check()
    await month.getByRole('button', { name: 'Planlegg i desember 2026' }).tap()
    await expect(statusLine(page)).toHaveText('Lagret for 2 elementer: Planlagt.')
    const row = month.getByRole('listitem').filter({ hasText: BOND })
    await expect(row).toContainText('Planlagt · desember 2026')

    await context.setOffline(true)
    await row.getByRole('button', { name: 'Vi arbeider med det' }).tap()
    await expect(row.getByText(/^Ikke lagret/)).toBeVisible()
    await expect(row).toContainText('Planlagt · desember 2026')
    await context.setOffline(false)
    await row.getByRole('button', { name: 'Vi arbeider med det' }).tap()
    await expect(statusLine(page)).toHaveText(`Arbeider med det: ${BOND}.`)
    await row.getByRole('button', { name: 'Angre' }).tap()
    await expect(statusLine(page)).toHaveText(`Tatt tilbake: ${BOND}.`)
    await expect(row).toContainText('Planlagt · desember 2026')
    await page.reload()
    await expect(row).toContainText('Planlagt · desember 2026')
    await expectNoSidewaysScroll(page)

    const area = page.getByRole('group').filter({ hasText: 'Lek og utforsking' }).last()
    await area.getByRole('heading', { name: 'Lek og utforsking' }).tap()
    await area.getByRole('link', { name: 'Legg til noe eget' }).tap()
    await page.getByLabel('Hva arbeider dere med?').fill('Skogturer hver onsdag')
    await page.getByRole('button', { name: 'Legg til' }).tap()
    await expect(statusLine(page)).toHaveText('Lagret: eget punkt.')
    await expect(page.getByText('Skogturer hver onsdag').first()).toBeAttached()
    await page.goto('/')
    await expect(page.getByText('Ingenting er planlagt i november.')).toBeVisible()
  })
})

test('by keyboard: the month before, several boxes and one choice', async ({ page }) => {
  await signInAs(page, 'Styrer, Suttestad barnehage', `${checklistOf('Suttestad barnehage')}/framework?month=2027-06`)
  await tabTo(page, page.getByRole('link', { name: /mai 2027/ }))
  await page.keyboard.press('Enter')
  const month = page.getByRole('region', { name: 'Mai 2027: hva arbeider vi med?' })
  await expect(month).toBeVisible()
  await awake(page)
  const boxes = month.getByRole('checkbox')
  const count = await boxes.count()
  expect(count).toBeGreaterThan(2)
  await boxes.first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await month.getByRole('button', { name: 'Planlegg i mai 2027' }).focus()
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toHaveText('Lagret for 2 elementer: Planlagt.')
  await expect(boxes).toHaveCount(count - 2)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, forgiven: /status of 422/ })

  test('a principal marks several elements for its own side, is told what is missing, and writes how', async ({
    page,
  }) => {
    const framework = `${checklistOf('Aurvoll skole')}/framework?month=2027-09`
    await signInAs(page, 'Rektor, Aurvoll skole', framework)
    await page.getByRole('button', { name: 'Lagre for de valgte' }).click()
    await expect(page.getByText('Velg hva dere vil merke.').first()).toBeVisible()
    const many = page.getByRole('region', { name: 'Merk flere samtidig' })
    await expect(many.getByRole('radio', { name: 'Ikke for oss' })).toHaveCount(0)
    await page.goto(framework)
    const box = page.locator('.framework-area').first()
    await box.locator('summary').first().click()
    await box.getByRole('checkbox').first().check()
    await box.getByRole('checkbox').nth(1).check()
    await many.getByRole('radio', { name: 'Planlagt' }).check()
    await many.getByRole('button').click()
    await expect(statusLine(page)).toHaveText('Lagret for 2 elementer: Planlagt.')
    const month = page.getByRole('region', { name: 'September 2027: hva arbeider vi med?' })
    await month.locator('.framework-title a').first().click()
    await page.getByLabel('Hvordan').fill('Født 3.4.2021')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await expect(page.getByText(/fødselsdato/).first()).toBeVisible()
    await page.getByLabel('Hvordan').fill('I samlingsstund, hele gruppa')
    await page.getByRole('button', { name: 'Lagre' }).click()
    await expect(page.locator('.framework-how').first()).toHaveText('I samlingsstund, hele gruppa')
  })
})

test('på nynorsk: fjoråret som utgangspunkt', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'language', value: 'nn', url: baseURL ?? '' }])
  await signInAs(page, 'Styrer, Buvollen barnehage', `${checklistOf('Buvollen barnehage')}/framework?month=2027-02`)
  await expect(page.getByRole('heading', { name: 'Februar 2027: kva arbeider vi med?' })).toBeVisible()
  await page.getByRole('link', { name: 'Byrj med det de gjorde i fjor' }).click()
  const boxes = page.getByRole('checkbox')
  const count = await boxes.count()
  for (let at = 1; at < count; at += 1) await boxes.nth(at).uncheck()
  await page.getByRole('button', { name: 'Ta med i planen for i år' }).click()
  await expect(statusLine(page)).toHaveText('Lagra: Det de valde frå i fjor, er planlagt.')
})
