import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, with where; empty for a page that all can use. */
export async function barriersOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** One heading that names the page, a title of its own, the reader's language. */
export async function expectToBeNamed(page: Page, language = 'nb'): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const title = await page.title()
  expect(title).toMatch(/^\S.* – Overgang$/)
  return title
}

/** What a finger must hit and is less than 24 px high or wide, links inside a sentence excepted; ticks want 44 px. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const inSentence = (element: Element) =>
      element.matches('p a, dd a, li a, .prose a') && getComputedStyle(element).display === 'inline'
    const controls = [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), select, textarea')]
    return controls
      .filter((element) => seen(element) && !inSentence(element) && !element.closest('.ds-skip-link'))
      .filter((element) => {
        const { width, height } = (element.closest('.place-card') ?? element).getBoundingClientRect()
        const least = element.matches('.tick') ? 44 : 24
        return Math.min(width, height) < least - 0.01
      })
      .map((element) => element.outerHTML.slice(0, 120))
  })
}
