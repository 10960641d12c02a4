import { A_REFUSAL, expect, signInAs, statusLine, test } from './fixtures.ts'
import { checklistOf } from './lillehammer.ts'

// Units of its own in the town where everyone comes in: nobody else is at Buvollen or writes for Hammartun there.
test.use({ town: 'joining', forgiven: A_REFUSAL })
test.slow()

const KINDERGARTEN = 'Buvollen barnehage'
const SCHOOL = 'Hammartun skole'
const PAIR = checklistOf(`${KINDERGARTEN} – ${SCHOOL}`)

test('a director presents the group, the principal reads, asks back and prints, the director answers', async ({
  page,
  another,
}) => {
  const problems = page.getByRole('group', { name: 'Noe må rettes' })
  const together = page.getByLabel('Hvordan er gruppa sammen?')
  await signInAs(page, `Styrer, ${KINDERGARTEN}`, checklistOf(KINDERGARTEN))
  await page.getByRole('link', { name: 'Presenter gruppa for skolen' }).click()
  await together.fill('Gruppa leker godt. Vi har en gutt som trenger ro.')
  await page.getByLabel('Hva er gruppa stolt av?').fill('Hytta i skogen.\nOg sangen.')
  await page.getByRole('button', { name: 'Lagre presentasjonen' }).click()
  await expect(problems).toContainText('Hvordan er gruppa sammen? «en gutt» peker ut ett barn.')
  await expect(together).toHaveValue('Gruppa leker godt. Vi har en gutt som trenger ro.')
  await together.fill('a'.repeat(50_000))
  await page.getByRole('button', { name: 'Lagre presentasjonen' }).click()
  await expect(problems).toContainText('høyst 600 tegn')
  await expect(together).toHaveValue('a'.repeat(50_000))
  await together.fill('Gruppa leker godt, og flere trenger ro innimellom.')
  await page.getByRole('button', { name: 'Lagre presentasjonen' }).click()
  await expect(statusLine(page)).toHaveText('Presentasjonen er lagret. Skolene kan lese den nå.')
  const school = page.getByRole('listitem').filter({ has: page.getByText(SCHOOL, { exact: true }) })
  await expect(school).toContainText('Venter på skolen siden 23. november')

  const principal = await another()
  await signInAs(principal, `Rektor, ${SCHOOL}`)
  await expect(principal.getByText(`${KINDERGARTEN} har presentert gruppa si`)).toBeVisible()
  await principal.getByRole('link', { name: 'Se barnegruppene som kommer' }).click()
  const row = principal.getByRole('row').filter({ hasText: KINDERGARTEN })
  await expect(row).toContainText('Venter på skolen siden 23. november')
  await row.getByRole('link', { name: `Presentasjonen fra ${KINDERGARTEN}` }).click()
  await principal.getByRole('button', { name: 'Marker som lest' }).click()
  await expect(statusLine(principal)).toHaveText('Presentasjonen er markert som lest.')
  await principal.getByRole('link', { name: 'Spør barnehagen' }).click()
  await principal.getByLabel('Hva vil dere vite om gruppa?').fill('Hvilken sang er det?')
  await principal.getByRole('button', { name: 'Send spørsmålet' }).click()
  await expect(principal.getByText('Venter på barnehagen siden 23. november')).toBeVisible()
  await expect(principal.getByRole('link', { name: 'Spør barnehagen' })).toHaveCount(0)

  await page.goto('/')
  await page.getByRole('link', { name: 'Les og svar' }).click()
  await page.getByRole('link', { name: 'Svar skolen' }).click()
  await page.getByLabel('Svar om gruppa').fill('Bjørnen sover.')
  await page.getByRole('button', { name: 'Send svaret' }).click()
  await expect(statusLine(page)).toHaveText('Svaret er sendt til skolen.')

  await principal.goto(`${PAIR}/presentation`)
  await expect(principal.getByText('Bjørnen sover.')).toBeVisible()
  await principal.goto(`${checklistOf(SCHOOL)}/incoming`)
  await expect(row).toContainText('Lest 23. november')
  const printed = (await principal.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
  expect(printed.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2)
  await principal.emulateMedia({ media: 'print' })
  await expect(principal.getByText('Planen, versjon 1')).toBeVisible()
  await expect(principal.getByRole('link', { name: 'Se og svar på tallene' })).toBeHidden()
})
