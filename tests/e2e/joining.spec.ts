import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { A_REFUSAL, expect, rowOf, signInAs, statusLine, test } from './fixtures.ts'
import { checklistOf, FORMS, NUMBERS, unitId } from './lillehammer.ts'
import { ADVISER } from './pages.ts'

// A town of its own, where each journey keeps to its own units.

test.use({ town: 'joining', forgiven: A_REFUSAL })
const groupsOf = (unit: string) => `${checklistOf(unit)}/groups`
const problems = (page: Page) => page.getByRole('group', { name: 'Noe må rettes' })

test('a director says how many go where, the principal says another number, and both see it', async ({
  page,
  another,
}) => {
  const [kindergarten, school] = ['Jørstadmoen barnehage', 'Vingrom skole']
  await signInAs(page, `Styrer, ${kindergarten}`)
  await page.goto(groupsOf(kindergarten))
  const number = page.getByRole('textbox', { name: school })
  await number.fill('tre')
  await page.getByRole('button', { name: 'Lagre tallene' }).click()
  await expect(problems(page)).toContainText('Skriv antall barn som et helt tall fra 0 til 999.')
  await expect(number).toHaveValue('tre')
  await number.fill('4')
  await page.getByRole('button', { name: 'Lagre tallene' }).click()
  await expect(statusLine(page)).toHaveText('Tallene er lagret.')

  const principal = await another()
  await signInAs(principal, `Rektor, ${school}`)
  await principal.goto(groupsOf(school))
  const row = principal.getByRole('listitem').filter({ has: principal.getByRole('link', { name: kindergarten }) })
  await expect(row).toContainText('Barnehagen sier 4, dere sier 3.')
  await row.getByRole('button', { name: 'Stemmer' }).click()
  await expect(statusLine(principal)).toHaveText('Tallene er lagret.')
  await expect(row).toContainText('Begge sier det samme.')

  await page.goto(checklistOf(`${kindergarten} – ${school}`))
  await expect(page.getByText('Begge sier det samme.')).toBeVisible()
})

test('a group ends and returns, and its ticks stay', async ({ page }) => {
  const [kindergarten, school] = ['Ro barnehage', 'Jørstadmoen skole']
  const pair = checklistOf(`${kindergarten} – ${school}`)
  await signInAs(page, `Styrer, ${kindergarten}`, pair)
  await expect(rowOf(page, NUMBERS)).toBeVisible()
  const state = await rowOf(page, NUMBERS).locator('.state').innerText()
  const say = async (children: string) => {
    await page.goto(groupsOf(kindergarten))
    await page.getByRole('textbox', { name: school }).fill(children)
    await page.getByRole('button', { name: 'Lagre tallene' }).click()
    await expect(statusLine(page)).toHaveText('Tallene er lagret.')
  }
  await say('0')
  await page.goto(pair)
  await expect(page.getByText('Denne gruppa er avsluttet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Gjennomført' })).toHaveCount(0)
  await page.goto('/')
  await expect(page.locator(`a[href="${pair}"]`)).toHaveCount(0)
  await say('3')
  await page.goto(pair)
  await expect(rowOf(page, NUMBERS).locator('.state')).toHaveText(state)
})

test('an owner answers, and the steps bind at once', async ({ page, another }) => {
  const unit = 'Nybu barnehage'
  const director = await another()
  await signInAs(director, `Styrer, ${unit}`, checklistOf(unit))
  await expect(director.getByText('Invitert').first()).toBeVisible()

  await signInAs(page, `Eier, ${unit}`)
  await page.locator('a[href^="/cycles/2027/participation/"]').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Er ${unit} med i planen?`)
  await page.getByRole('radio', { name: 'Nei, ikke i år' }).check()
  await page.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(problems(page)).toBeVisible()
  await page.getByRole('radio', { name: 'Ja, i hele planen' }).check()
  await page.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(statusLine(page)).not.toBeEmpty()

  await director.reload()
  await expect(director.getByText('Invitert')).toHaveCount(0)
  const adviser = await another()
  await signInAs(adviser, ADVISER)
  await adviser.goto('/cycles/2027/participation')
  const answered = adviser.getByRole('row').filter({ hasText: unit })
  await expect(answered).toContainText('Med i hele planen')
})

test('a vacant seat is offered, the successor reads what waits, says yes, and has the unit', async ({
  page,
  another,
}) => {
  const unit = 'Hestehoven barnehage'
  await signInAs(page, ADVISER)
  await expect(page.getByText('1 enhet mangler leder.')).toBeVisible()
  await page.goto('/people')
  await page.getByRole('link', { name: `Inviter styrer til ${unit}` }).click()
  await page.getByLabel('E-postadresse').fill('ikke en adresse')
  await page.getByRole('button', { name: 'Send invitasjon' }).click()
  await expect(problems(page)).toBeVisible()
  await page.getByLabel('E-postadresse').fill(' Ny.Leder@Lillehammer.example ')
  await page.getByRole('button', { name: 'Send invitasjon' }).click()
  await expect(statusLine(page)).toHaveText('Invitasjonen er sendt.')

  const next = await another()
  await next.goto('/sign-in/demo')
  await next.locator('button').filter({ hasText: unit }).filter({ hasText: 'Styrer' }).last().click()
  await next.waitForURL('/')
  await next.goto(checklistOf(unit))
  await expect(next.getByRole('heading', { level: 1 })).toHaveText('Vi finner ikke siden')
  await next.goto('/')
  await next.getByRole('link', { name: 'Les og svar' }).click()
  await next.getByRole('link', { name: 'Les først hva du tar over' }).click()
  await expect(next.getByRole('heading', { level: 1 })).toContainText(unit)
  await next.getByRole('button', { name: 'Jeg tar over' }).click()
  await expect(next.getByRole('button', { name: 'Jeg tar over' })).toHaveCount(0)
  await next.goto(checklistOf(unit))
  await expect(next.getByRole('heading', { level: 1 })).toContainText(unit)
  await page.goto('/')
  await expect(page.getByText('mangler leder.')).toHaveCount(0)
})

test('a deputy is named for a period, and may do what was ticked', async ({ page, another }) => {
  const unit = 'Hovslageren FUS barnehage'
  await signInAs(page, `Styrer, ${unit}`)
  await page.goto(`/units/${unitId(unit)}/deputies/new`)
  await page.getByLabel('E-postadresse').fill('vikar@lillehammer.example')
  await page.getByLabel('Til og med').fill('2027-01-31')
  await page.getByRole('checkbox', { name: 'Melde hvor mange barn gruppene har' }).check()
  await page.getByRole('checkbox', { name: 'Svare på steg' }).uncheck()
  await page.getByRole('button', { name: 'Send invitasjon' }).click()
  await expect(statusLine(page)).not.toBeEmpty()

  const deputy = await another()
  await deputy.goto('/sign-in/demo')
  await deputy.locator('button').filter({ hasText: unit }).filter({ hasText: 'Stedfortreder' }).click()
  await deputy.getByRole('link', { name: 'Les og svar' }).click()
  await deputy.getByRole('button', { name: 'Ja, jeg tar rollen' }).click()
  await expect(deputy.getByText(/^Du sa ja/)).toBeVisible()
  await deputy.goto(checklistOf(unit))
  await expect(deputy.getByRole('button', { name: 'Gjennomført' })).toHaveCount(0)
  await deputy.goto(groupsOf(unit))
  await expect(deputy.getByRole('button', { name: 'Lagre tallene' })).toBeVisible()
})

test('units from a table are tried, taken in and undone', async ({ page }) => {
  await signInAs(page, ADVISER)
  await page.goto('/units/import')
  const table =
    'Navn;Organisasjonsnummer;Type;Eierform\nSolsikka barnehage;923456783;barnehage;privat\nFeil nummer;974582466;barnehage;kommunal\n'
  await page.getByText('Lim inn en tabell i stedet').click()
  await page.getByLabel('Tabellen').fill(table)
  await page.getByRole('button', { name: 'Les filene' }).click()
  await expect(page.getByRole('main')).toContainText('Solsikka barnehage')
  await expect(page.getByRole('main')).toContainText('Organisasjonsnummeret stemmer ikke.')
  await page.getByRole('button', { name: 'Hent inn 1 enhet' }).click()
  await expect(statusLine(page)).not.toBeEmpty()
  await page.goto('/units')
  await expect(page.getByRole('link', { name: 'Solsikka barnehage' })).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'Angre importen' }).click()
  await page.getByRole('button', { name: /Angre/ }).click()
  await expect(statusLine(page)).toHaveText('Lagret: Importen er angret.')
  await page.goto('/units?closed=open')
  await expect(page.getByRole('link', { name: 'Solsikka barnehage' })).toHaveCount(0)
})

test('a file that takes long to read shows that it is read, and ends where it can be mended', async ({ page }) => {
  await signInAs(page, ADVISER)
  await page.goto('/units/import')
  const row = `${'"";'.repeat(66_000)}\n`
  const file = test.info().outputPath('tomme.csv')
  await writeFile(file, `Navn;Type\n${row.repeat(124)}`)
  await page.getByLabel('Filer', { exact: true }).setInputFiles(file)
  await page.getByText('Ta med enheter i nabokommuner').click()
  await page.getByLabel('Nabokommuner', { exact: true }).fill('3440 Øyer')
  await page.getByRole('button', { name: 'Les filene' }).click()
  await expect(page.getByRole('progressbar', { name: 'Leser filene' })).toBeVisible()
  await expect(problems(page)).toContainText('ingen rader med enheter i Lillehammer', { timeout: 30_000 })
  await expect(page.getByLabel('Nabokommuner', { exact: true })).toHaveValue('3440 Øyer')
})

test('a kindergarten is merged into another, and its group moves with what was ticked to be read', async ({ page }) => {
  const [closing, carryingOn] = ['Skårsetlia naturbarnehage', 'Holmejordet barnehage']
  await signInAs(page, ADVISER)
  await page.goto(`/units/${unitId(closing)}/closing`)
  await page.getByLabel('Slås sammen med').selectOption({ label: carryingOn })
  await page.getByLabel('Første dag den ikke er i drift').fill('2027-01-01')
  await page.getByLabel('Begrunnelse').fill('De to barnehagene får samme hus.')
  await page.getByRole('button', { name: 'Lagre' }).click()
  await expect(statusLine(page)).toContainText('Lagret.')
  await page.goto(`/units/${unitId(closing)}/closing`)
  await page
    .getByRole('link', { name: /Flytt barnegruppa/ })
    .first()
    .click()
  await page.getByLabel('Barnehage').selectOption({ label: carryingOn })
  await page.getByLabel('Hvorfor flytter gruppa?').fill('Barnehagen slås sammen med Holmejordet.')
  await page.getByRole('button', { name: 'Flytt gruppa' }).click()
  await expect(statusLine(page)).toContainText('Gruppa er flyttet.')
  await page.goto(`/units/${unitId(closing)}`)
  await expect(page.getByText(`Slås sammen med ${carryingOn} fra`)).toBeVisible()
})

test('the gap at a school is explained until nothing is left', async ({ page }) => {
  await signInAs(page, ADVISER)
  await page.goto('/cycles/2027/enrolment')
  const row = page.getByRole('row').filter({ hasText: 'Hammartun skole' })
  await expect(row).toContainText('6 av 42 kommer fra ingen barnehage vi kjenner')
  await expect(row).toContainText('2 uten forklaring')
  await row.getByRole('link', { name: /Forklar/ }).click()
  await page.getByLabel('Hvor mange barn gjelder det?').fill('2')
  await page.getByLabel('Forklaring', { exact: true }).fill('Barnet er født 12.03.2021')
  await page.getByRole('button', { name: 'Lagre forklaringen' }).click()
  await expect(problems(page)).toBeVisible()
  await page.getByLabel('Forklaring', { exact: true }).fill('Går i barnehage i nabokommunen.')
  await page.getByRole('button', { name: 'Lagre forklaringen' }).click()
  await expect(statusLine(page)).toHaveText('Forklaringen er lagret.')
  await page.goto('/cycles/2027/enrolment')
  await expect(row).toContainText('forklart')
})

test('somebody ends a session left open elsewhere', async ({ page, another }) => {
  const who = 'Styrer, Vingar barnehage'
  const elsewhere = await another()
  await signInAs(elsewhere, who)
  await signInAs(page, who)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Avslutt alle andre' }).click()
  await expect(statusLine(page)).toHaveText('Alle andre innlogginger er avsluttet.')
  await elsewhere.goto('/')
  await expect(elsewhere).toHaveURL(/sign-in/)
})

test('a pair of two children leaves out what the plan spares it', async ({ page }) => {
  const pair = checklistOf('Buvollen barnehage – Jørstadmoen skole')
  await signInAs(page, 'Rektor, Jørstadmoen skole', pair)
  await page.getByRole('button', { name: /Utelat/ }).click()
  await expect(page.getByRole('heading', { name: 'Et lettere opplegg for få barn' })).toHaveCount(0)
  await expect(rowOf(page, FORMS)).toBeVisible()
  await expect(page.getByText('Ikke aktuelt').first()).toBeVisible()
})
