import { checklistOf } from './lillehammer.ts'
import { expect, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts'
import { tabTo } from './by-keyboard.ts'
import { units } from './units.ts'

test.describe('the year wheel of a municipality', () => {
  test('is found from the plan by anybody, says the same in picture and list, and names no unit', async ({ page }) => {
    await page.goto('/plan')
    await page.getByRole('link', { name: 'Årshjulet 2027' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Årshjulet for skolestart 2027')
    const picture = page.getByRole('img', { name: 'Årshjulet for skolestart 2027' })
    await expect(picture).toBeVisible()
    const onWheel = await page.locator('.wheel-mark > text').allTextContents()
    const inList = await page.locator('.wheel-number').allTextContents()
    expect(inList).toEqual(Array.from({ length: 39 }, (_, at) => String(at + 1)))
    expect(onWheel.toSorted((a, b) => Number(a) - Number(b))).toEqual(inList)
    const html = await page.content()
    expect(units().filter((name) => html.includes(name))).toEqual([])
    await expect(page.locator('script')).toHaveCount(0)
  })

  test('no label lies over another, and each is on the picture', async ({ page }) => {
    await page.goto('/cycles/2027/wheel')
    const frame = await page.locator('.year-wheel').boundingBox()
    const boxes = await page.locator('.wheel-mark').evaluateAll((marks) =>
      marks.map((mark) => {
        const { x, y, width, height } = mark.getBoundingClientRect()
        return { x: x + width / 2, y: y + height / 2, width }
      }),
    )
    expect(boxes).toHaveLength(39)
    for (const [at, one] of boxes.entries()) {
      expect(one.x).toBeGreaterThan(frame!.x)
      expect(one.y).toBeLessThan(frame!.y + frame!.height)
      for (const two of boxes.slice(at + 1)) {
        expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThan((one.width + two.width) / 2 - 1)
      }
    }
  })

  for (const language of ['nb', 'nn', 'en']) {
    test(`is one A4 sheet on paper, ${language}`, async ({ page, context, baseURL }) => {
      await context.addCookies([{ name: 'language', value: language, url: baseURL ?? '' }])
      await page.goto('/cycles/2027/wheel')
      const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheets) ?? []
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595])
      await page.emulateMedia({ media: 'print' })
      await expect(page.locator('.page-head')).toContainText(/(versjon|version) 1/)
      await expect(page.locator('.frame > .print-only')).toContainText(/Lillehammer, 10\.? (mars|March) 2027/)
      await expect(page.locator('nav, .wheel-under, .site-tools').filter({ visible: true })).toHaveCount(0)
    })
  }

  test('is a list on a phone, and a picture when asked for, by keyboard', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto('/cycles/2027/wheel')
    const picture = page.getByRole('img')
    await expect(picture).toBeHidden()
    await expect(page.locator('.wheel-month')).toHaveCount(15)
    await tabTo(page, page.getByRole('link', { name: 'Se hjulet som bilde' }))
    await page.keyboard.press('Enter')
    await expect(picture).toBeVisible()
    await expectNoSidewaysScroll(page)
    await tabTo(page, page.getByRole('link', { name: 'Tilbake til listen' }))
    await page.keyboard.press('Enter')
    await expect(picture).toBeHidden()
  })

  test('can be kept as a file that is a picture by itself', async ({ page }, info) => {
    await page.goto('/cycles/2027/wheel')
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Last ned bildet (SVG)' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('arshjul-lillehammer-2027.svg')
    const kept = info.outputPath(file.suggestedFilename())
    await file.saveAs(kept)
    await page.goto(`file://${kept}`)
    expect(await page.evaluate(() => document.documentElement.tagName)).toBe('svg')
    await expect(page.locator('text', { hasText: 'Sende overføringsskjema til skolen' })).toBeVisible()
  })

  test.describe('while two cycles run', () => {
    test.use({ town: 'autumn' })

    test('is of the one or the other, in nynorsk too', async ({ page }) => {
      await page.goto('/plan')
      await page.getByRole('link', { name: 'Nynorsk' }).click()
      await page.getByRole('link', { name: 'Årshjulet 2026' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Årshjulet for skulestart 2026')
      await expect(page.locator('.wheel-hand')).toHaveCount(1)
      await page.getByRole('link', { name: 'Skulestart 2027' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Årshjulet for skulestart 2027')
      await expect(page.getByRole('link', { name: 'Skulestart 2027' })).toHaveAttribute('aria-current', 'page')
      await expect(page.locator('.wheel-middle')).toContainText('I dag 22. nov.')
    })
  })
})

test.describe('the year wheel of places', () => {
  test.use({ town: 'may' })

  test('has own states and agreed dates, and leads to the steps', async ({ page }) => {
    await signInAs(page, 'Styrer, Norbana barnehage', checklistOf('Norbana barnehage'))
    await page.getByRole('link', { name: 'Årshjulet' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Norbana barnehage')
    const marks = async () => (await page.locator('.wheel-mark > text').allTextContents()).toSorted()
    expect(await marks()).toEqual((await page.locator('.wheel-number').allTextContents()).toSorted())
    expect(await marks()).toContain('A')
    const folded = page.locator('.wheel-month li').filter({ hasText: 'Sende overføringsskjema til skolen' })
    await folded.getByText(/Gjennomført ved \d av \d skoler/).click()
    await folded.getByRole('link', { name: 'Hammartun skole' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sende overføringsskjema til skolen')
    await page.goto(`${checklistOf('Norbana barnehage – Hammartun skole')}/wheel`)
    expect((await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Last ned bildet (SVG)' }).click()
    expect((await coming).suggestedFilename()).toBe('arshjul-norbana-barnehage-hammartun-skole-2027.svg')
  })
})
