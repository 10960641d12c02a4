import type { Page } from '@playwright/test'
import { focusIsSeen, tabTo } from './by-keyboard.ts'
import { awake, expect, signInAs, statusLine, test } from './fixtures.ts'
import { routineId } from './lillehammer.ts'
import { ADVISER } from './pages.ts'

test.use({ town: 'drafting' })

const FIRST = 'Drøftingsmøte om ressursbehov for barn med omfattende tilrettelegging'
const SECOND = 'Avklare behov for flerspråklige skolestartere'
const SUPPORT = `/plan/draft/routines/${routineId('extra-support')}`

const titles = (page: Page) => page.locator('.parts-step > li .part-main a')
const button = (page: Page, way: 'ned' | 'opp') => page.getByRole('button', { name: `Flytt ${way}: ${FIRST}` })

test('with the keyboard alone: a step goes to the end of its routine and one place up again', async ({ page }) => {
  await signInAs(page, ADVISER, SUPPORT)
  const before = await titles(page).allTextContents()
  expect(before.slice(0, 2)).toEqual([FIRST, SECOND])
  await expect(button(page, 'opp')).toHaveCount(0)

  await tabTo(page, button(page, 'ned'))
  for (let at = 2; at < before.length; at += 1) {
    await page.keyboard.press('Enter')
    await expect(statusLine(page)).toHaveText(`«${FIRST}» er nå nummer ${at} av ${before.length}.`)
    await expect(button(page, 'ned')).toBeFocused()
    expect(await focusIsSeen(page)).toBe(true)
  }
  await page.keyboard.press('Space')
  await expect(statusLine(page)).toHaveText(`«${FIRST}» er nå nummer ${before.length} av ${before.length}.`)
  await expect(button(page, 'opp')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toHaveText(`«${FIRST}» er nå nummer ${before.length - 1} av ${before.length}.`)
  await expect(button(page, 'opp')).toBeFocused()

  await page.reload()
  const [, ...others] = before
  await expect(titles(page)).toHaveText([...others.slice(0, -1), FIRST, ...others.slice(-1)])
})

test('with the keyboard alone: a step is taken out, and the focus stands where it can be put back', async ({
  page,
}) => {
  await signInAs(page, ADVISER, `/plan/draft/routines/${routineId('information-transfer')}`)
  const before = await titles(page).allTextContents()
  const name = 'Rydde opp i opplysninger om barn som har sluttet'
  await tabTo(page, page.getByRole('button', { name: new RegExp(`^Ta ut ?: ${name}$`) }))
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toHaveText(`«${name}» er tatt ut.`)
  await awake(page)
  const back = page.locator('.part-out').getByRole('button', { name: /^Legg tilbake/ })
  await expect(back).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(statusLine(page)).toContainText(`«${name}» er lagt tilbake`)
  await expect(titles(page)).toHaveText(before)
})
