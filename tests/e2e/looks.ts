import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, with where; empty for a page that all can use. It looks at one document, so there are no frames. */
export async function barriersOn(page: Page): Promise<string[]> {
  expect(page.frames()).toHaveLength(1)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (values) => {
    const here = window as unknown as { axe: typeof axe }
    const { violations } = await here.axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }, TAGS)
}

/** What a page lacks that has one heading, a title of its own, and the reader's language. */
export async function namesLacking(page: Page, language = 'nb'): Promise<string[]> {
  const found = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    language: document.documentElement.lang,
    title: document.title,
  }))
  return [
    ...(found.headings === 1 ? [] : [`${found.headings} headings of the first level`]),
    ...(found.language === language ? [] : [`the language is ${found.language}`]),
    ...(/^\S.* – Overgang$/.test(found.title) ? [] : [`the title is “${found.title}”`]),
  ]
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

/** How much wider a page is than the screen; empty where nobody has to scroll sideways. */
export async function sidewaysOn(page: Page): Promise<string[]> {
  const { wide, screen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }))
  return wide > screen ? [`${wide} px wide on a screen of ${screen} px`] : []
}

/** What keeps somebody from using the page: as it is, at 320 px, and with text twice as large. */
export async function flawsOf(page: Page): Promise<string[]> {
  const flaws = [
    ...(await namesLacking(page)),
    ...(await barriersOn(page)),
    ...(await smallTargets(page)),
    ...(await sidewaysOn(page)),
  ]
  await page.setViewportSize({ width: 320, height: 640 })
  flaws.push(...(await sidewaysOn(page)), ...(await smallTargets(page)))
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('html { font-size: 200% }')
    document.adoptedStyleSheets.push(sheet)
  })
  return [...flaws, ...(await sidewaysOn(page))]
}
