import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Goes on with Tab until the focus is there, and fails where it cannot be seen on the way. */
export async function tabTo(page: Page, aim: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    expect(await focusIsSeen(page), 'the focus is seen').toBe(true)
    if (await aim.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`The keyboard does not reach ${String(aim)}`)
}

/** An outline around what has the focus, or around what holds it. */
export async function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const drawn = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    }
    for (let element = document.activeElement; element && element !== document.body; element = element.parentElement) {
      if (drawn(element)) return true
    }
    return false
  })
}
