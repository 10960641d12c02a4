import type { Page } from '@playwright/test'
import { A_REFUSAL, expect, expectNoSidewaysScroll, signInAs, statusLine, test } from './fixtures.ts'
import { routineId, stepIdOf } from './lillehammer.ts'
import { ADVISER } from './pages.ts'

// Each journey keeps to a step of its own: others write in the same draft at the same time.

test.use({ town: 'drafting' })

const editorOf = (key: string) => `/plan/draft/steps/${stepIdOf(key)}`
const title = (page: Page) => page.locator('[name="title.nb"]')
const guidance = (page: Page) => page.locator('[name="guidance.nb"]')
const onlyWording = (page: Page) => page.getByRole('radio', { name: 'Bare ordlyden', exact: true })
const save = (page: Page) => page.getByRole('button', { name: 'Lagre', exact: true }).click()
const problems = (page: Page) => page.getByRole('group', { name: 'Noe må rettes' })

test.describe('a step is rewritten', () => {
  test.use({ forgiven: A_REFUSAL })

  test('the question of meaning comes with the new words, and not answering it keeps them', async ({ page }) => {
    await signInAs(page, ADVISER, editorOf('v09'))
    await expect(onlyWording(page)).toHaveCount(0)
    await title(page).fill('Skolen besøker femårsgruppa i barnehagen')
    await expect(
      page.getByRole('group', { name: 'Er det bare ordlyden som er endret, eller innholdet?' }),
    ).toBeVisible()

    await save(page)
    await expect(problems(page)).toContainText('Svar på om det bare er ordlyden som er endret, eller innholdet.')
    await expect(title(page)).toHaveValue('Skolen besøker femårsgruppa i barnehagen')

    await onlyWording(page).check()
    await save(page)
    await expect(statusLine(page)).toHaveText('Steget er lagret i utkastet.')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Skolen besøker femårsgruppa i barnehagen')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Endret')
    await expect(page.getByText('Svart før: bare ordlyden er endret.')).toBeVisible()
    await page.getByText('Slik sto steget i versjon 1').click()
    await expect(page.getByText('Skolens ledelse eller 1.-trinnslærer besøker barnehagen')).toBeVisible()
  })

  test('two write in the same step: the second sees both texts, and nothing is lost', async ({ page, another }) => {
    const first = await another()
    await signInAs(first, ADVISER, editorOf('v16'))
    await signInAs(page, ADVISER, editorOf('v16'))

    await guidance(first).fill('Helsestasjonen hjelper familien med skjemaet.')
    await onlyWording(first).check()
    await save(first)
    await expect(statusLine(first)).toHaveText('Steget er lagret i utkastet.')

    await guidance(page).fill('Skolen ringer familien og inviterer.')
    await onlyWording(page).check()
    await save(page)
    const both = page.getByRole('region', { name: 'Noen lagret før deg' })
    await expect(both.getByRole('definition')).toHaveText([
      'Helsestasjonen hjelper familien med skjemaet.',
      'Skolen ringer familien og inviterer.',
    ])
    await expect(guidance(page)).toHaveValue('Skolen ringer familien og inviterer.')

    const together = 'Skolen ringer familien, og helsestasjonen hjelper med skjemaet.'
    await guidance(page).fill(together)
    await save(page)
    await expect(statusLine(page)).toHaveText('Steget er lagret i utkastet.')
    await first.reload()
    await expect(guidance(first)).toHaveValue(together)
  })

  test.describe('without a script', () => {
    test.use({ javaScriptEnabled: false })

    test('the same: the question comes with the answer from the server', async ({ page }) => {
      await signInAs(page, ADVISER, editorOf('v20'))
      await title(page).fill('Foreldremøte for førsteklassene')
      await save(page)
      await expect(problems(page)).toContainText('Svar på om det bare er ordlyden som er endret, eller innholdet.')
      await expect(title(page)).toHaveValue('Foreldremøte for førsteklassene')
      await page.getByRole('radio', { name: 'Innholdet', exact: true }).check()
      await save(page)
      await expect(statusLine(page)).toHaveText('Steget er lagret i utkastet.')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Foreldremøte for førsteklassene')
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Åpnes på nytt')
    })
  })
})

test('guidance is seen before it is saved: bold is bold, and no script comes out of it', async ({ page }) => {
  await signInAs(page, ADVISER, editorOf('v08'))
  const hostile = 'Møt **alle** barna. <img src=x onerror=alert(1)> [x](javascript:alert(1))'
  const said: string[] = []
  page.on('dialog', (dialog) => {
    said.push(dialog.message())
    void dialog.accept()
  })
  await guidance(page).fill(hostile)
  await page.getByRole('button', { name: 'Forhåndsvis' }).click()
  await expect(page.getByText('Under ser du veiledningen slik den er skrevet nå.')).toBeVisible()
  const shown = page.getByRole('region', { name: 'Slik den er skrevet nå Bokmål' })
  await expect(shown.locator('strong')).toHaveText('alle')
  await expect(shown.locator('img')).toHaveCount(0)
  await expect(shown.locator('a[href^="javascript:" i]')).toHaveCount(0)

  await onlyWording(page).check()
  await save(page)
  await expect(statusLine(page)).toHaveText('Steget er lagret i utkastet.')
  await expect(guidance(page)).toHaveValue(hostile)
  await page.goto(`/plan/hearing?routine=${routineId('enrolment')}`)
  await expect(page.locator('strong', { hasText: 'alle' })).toBeVisible()
  await expect(page.locator('main img, main a[href^="javascript:" i]')).toHaveCount(0)
  expect(said).toEqual([])
})

test('leaving with words that are not saved asks first', async ({ page }) => {
  await signInAs(page, ADVISER, editorOf('v19'))
  await guidance(page).fill('Alle får invitasjonen i april.')
  const back = page.getByRole('link', { name: 'Tilbake til «Innskriving, skoleplass og SFO»' })
  await back.click()
  const question = page.getByRole('dialog', { name: 'Du har tekst som ikke er lagret' })
  await question.getByRole('button', { name: 'Bli her' }).click()
  await expect(question).toBeHidden()
  await expect(guidance(page)).toHaveValue('Alle får invitasjonen i april.')

  await back.click()
  await question.getByRole('button', { name: 'Gå videre uten å lagre' }).click()
  await expect(page).toHaveURL(`/plan/draft/routines/${routineId('enrolment')}`)
  await page.goto(editorOf('v19'))
  await expect(guidance(page)).not.toHaveValue('Alle får invitasjonen i april.')
})

test('a translation is saved by itself, and the others that are typed are asked for before somebody leaves', async ({
  page,
}) => {
  await signInAs(page, ADVISER, '/plan/draft/translations/en')
  const fields = page.getByRole('textbox', { name: 'På engelsk' })
  await fields.nth(0).fill('Written first.')
  await fields.nth(1).fill('Not saved yet.')
  await page
    .getByRole('button', { name: /^Lagre oversettelsen/ })
    .first()
    .click()
  await expect(statusLine(page)).toContainText('Oversettelsen er lagret.')
  await expect(fields.first()).toHaveValue('Not saved yet.')
  await page.getByRole('link', { name: 'Innhold', exact: true }).click()
  const question = page.getByRole('dialog', { name: 'Du har tekst som ikke er lagret' })
  await question.getByRole('button', { name: 'Bli her' }).click()
  await expect(question).toBeHidden()
  await fields.first().fill('')
  await page.getByRole('link', { name: 'Innhold', exact: true }).click()
  await expect(page).toHaveURL('/plan/draft')
})

test('the browser itself asks before it is closed on words that are not saved', async ({ page }) => {
  await signInAs(page, ADVISER, editorOf('v19'))
  await guidance(page).pressSequentially('Og ')
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(guidance(page)).toHaveValue(/Og /)
})

test('a step is taken out, stands under what was taken out, and is put back as it was', async ({ page }) => {
  await signInAs(page, ADVISER, editorOf('s04'))
  await page.getByRole('button', { name: 'Ta ut steget' }).click()
  await expect(page).toHaveURL(new RegExp(`/plan/draft/routines/${routineId('enrolment')}`))
  await expect(statusLine(page)).toHaveText('«Oppstartssamtale med foreldre» er tatt ut.')
  await page.goto('/plan/draft')
  const putBack = page.getByRole('button', { name: /^Legg tilbake ?: Oppstartssamtale med foreldre$/ })
  await putBack.click()
  await expect(statusLine(page)).toContainText('«Oppstartssamtale med foreldre» er lagt tilbake')
  await expect(putBack).toHaveCount(0)
  await page.goto(editorOf('s04'))
  await expect(page.getByRole('button', { name: 'Ta ut steget' })).toBeVisible()
  await expect(guidance(page)).toHaveValue(/Spør hvordan de første ukene har gått/)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('the comparison of version 1 and the draft marks what was added and taken out, in words too', async ({
    page,
  }) => {
    await signInAs(page, ADVISER, '/plan/compare?from=1&to=draft')
    await expectNoSidewaysScroll(page)
    const numbers = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { name: 'Melde antall skolestartere per skole, også de som ikke har valgt' }),
    })
    await expect(numbers.getByText('Åpnes på nytt')).toBeVisible()
    await expect(numbers.locator('ins').first()).toHaveText('lagt til: , også de som ikke har valgt')
    const letter = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { name: 'Skolen sender et brev til femårsgruppa' }),
    })
    await expect(letter.getByText('Nytt steg')).toBeVisible()
    const farewell = page.locator('del').filter({ hasText: 'Avslutning og avskjed i barnehagen' })
    await expect(farewell.first()).toBeVisible()
    const forms = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { name: 'Sende overføringsskjema til skolen' }),
    })
    await expect(forms.locator('del')).toContainText('1. mai')
    await expect(forms.locator('ins')).toContainText('15. april')
    await page.getByText('Også endret på').first().click()
    await expectNoSidewaysScroll(page)
  })
})
