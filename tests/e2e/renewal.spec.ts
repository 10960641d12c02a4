import type { Page } from '@playwright/test'
import { expect, rowOf, signInAs, statusLine, test } from './fixtures.ts'
import { checklistOf, FORMS, NUMBERS } from './lillehammer.ts'
import { ADVISER } from './pages.ts'
import { ticksIn } from './records.ts'
import { idOf } from '#db/seed/identity.ts'

test.use({ town: 'renewal' })
test.describe.configure({ mode: 'serial' })

const PAIR = checklistOf('Norbana barnehage – Hammartun skole')
const DIRECTOR = 'Styrer, Norbana barnehage'

/** Five steps of version 1, each with a new title; what one of them asks for is new. */
const REWRITTEN = [
  { key: 'h06', title: 'Melde tallet på skolestartere til hver skole', meant: 'Innholdet' },
  { key: 'v02', title: 'Første besøk på skolen', meant: 'Bare ordlyden' },
  { key: 'v07', title: 'Møte om hvordan klassene settes sammen', meant: 'Bare ordlyden' },
  { key: 'v15', title: 'Sende overføringsskjemaene til skolen', meant: 'Bare ordlyden' },
  { key: 'h10', title: 'Samarbeidsmøte: avtale datoene for våren', meant: 'Bare ordlyden' },
] as const

async function rewrite(page: Page, { key, title, meant }: (typeof REWRITTEN)[number]): Promise<void> {
  await page.goto(`/plan/draft/steps/${idOf('lillehammer', 'step', key)}`)
  await page.locator('[name="title.nb"]').fill(title)
  await page.locator('[name="title.nn"]').fill('')
  await page.locator('[name="title.en"]').fill('')
  await page.getByRole('radio', { name: meant, exact: true }).check()
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await expect(statusLine(page)).toContainText('Steget er lagret i utkastet.')
}

test('version 1 is restored, five steps are rewritten and published, and the cycle moves with every tick', async ({
  page,
}) => {
  const before = ticksIn('renewal', 2027)
  expect(before.length).toBeGreaterThan(500)

  await signInAs(page, ADVISER, '/plan/versions')
  await page.getByRole('link', { name: /^Lag nytt utkast fra denne.*versjon 1$/ }).click()
  await expect(page.getByRole('radio', { name: 'Versjon 1', exact: true })).toBeChecked()
  await page.getByRole('button', { name: 'Begynn på et utkast' }).click()
  await expect(page.getByText('Bygger på versjon 1')).toBeVisible()

  for (const step of REWRITTEN) await rewrite(page, step)

  await page.goto('/plan/compare?from=1&to=draft')
  await expect(page.getByText('5 steg endret')).toBeVisible()
  await page.goto('/plan/draft/publication')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Publiser versjon 3 til')
  await page.getByLabel('Vedtatt av').fill('Kommunestyret')
  await page.getByLabel('Saksnummer').fill('Demo 27/9')
  await page.getByLabel('Vedtatt dag').fill('2027-05-03')
  await page.getByLabel('Hva er nytt?').fill('Vi går tilbake til den første planen, med klarere ord i fem steg.')
  await page.getByRole('button', { name: 'Publiser versjon 3' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Versjon 3 er publisert')

  await page.getByRole('link', { name: 'Se hva som skjer når skolestart 2027 tar i bruk versjon 3' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Flytt skolestart 2027 fra versjon 1 til versjon 3')
  const all = page.getByRole('row').filter({ hasText: 'Par' }).first()
  await expect(all).toContainText('73')
  await page.getByLabel('Hvorfor flytter du?').fill('Kommunestyret vil at ordene skal gjelde fra i år.')
  await page.getByRole('button', { name: 'Flytt til versjon 3' }).click()
  await expect(statusLine(page)).toContainText('Skolestart 2027 følger nå versjon 3')

  expect(ticksIn('renewal', 2027)).toEqual(before)
})

test('what was done stands under the new words, and what means something else is open, with the old answer', async ({
  page,
}) => {
  await signInAs(page, DIRECTOR, checklistOf('Norbana barnehage – Røyslimoen skole'))
  const visit = rowOf(page, 'Første besøk på skolen')
  await expect(visit.locator('.state')).toHaveText('Gjennomført')
  await page.goto(PAIR)
  await expect(rowOf(page, FORMS)).toHaveCount(0)
  await expect(rowOf(page, NUMBERS)).toHaveCount(0)
  const numbers = 'Melde tallet på skolestartere til hver skole'
  await rowOf(page, numbers).getByRole('link', { name: numbers, exact: true }).click()
  await expect(page.getByText('gitt under versjon 1').first()).toBeVisible()
})

test('a director reads what is new for her unit, and the adviser sees that it is read', async ({ page, another }) => {
  await signInAs(page, DIRECTOR)
  await page.getByRole('link', { name: 'Se hva som er nytt' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hva er nytt for deg, skolestart 2027')
  await expect(page.getByText('Melde tallet på skolestartere til hver skole')).toBeVisible()
  await page.getByRole('button', { name: 'Lest' }).click()
  await expect(statusLine(page)).toContainText('Det som er nytt for Norbana barnehage, er lest.')
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Se hva som er nytt' })).toHaveCount(0)

  const adviser = await another()
  await signInAs(adviser, ADVISER, '/cycles/2027/adoption')
  await expect(adviser.getByText(/\d+ enheter har ikke lest ennå/)).toBeVisible()
})

test('the cycle goes back while nobody has ticked something new, and every tick is as it was', async ({ page }) => {
  const before = ticksIn('renewal', 2027)
  await signInAs(page, ADVISER, '/cycles/2027/adoption')
  await page.getByRole('link', { name: 'Gå tilbake til versjon 1' }).click()
  await page.getByLabel(/Hvorfor/).fill('Vi venter til høsten.')
  await page.getByRole('button', { name: /versjon 1/ }).click()
  await expect(statusLine(page)).toContainText('Skolestart 2027 følger versjon 1 igjen')
  expect(ticksIn('renewal', 2027)).toEqual(before)
  await page.goto(PAIR)
  await expect(rowOf(page, FORMS)).toHaveCount(1)
})
