import { HtmlValidate } from 'html-validate'
import { PAGES } from './pages.ts'
import { expect, signInAs, test } from './fixtures.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // React closes void elements and writes attributes its own way.
    'void-style': ['error', { style: 'selfclose' }],
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'error',
    // A box that scrolls is a region, whatever element it is.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // Several boxes of one name are one list.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // The browser's own role is said again where a list has lost its bullets.
    'no-redundant-role': 'off',
  },
})

test('the HTML of every page is right, and every page has a title of its own', async ({ page }) => {
  test.setTimeout(PAGES.length * 10_000)
  const wrong: string[] = []
  const titles = new Map<string, Set<string>>()
  for (const [as, pages] of Map.groupBy(PAGES, ({ as }) => as)) {
    if (as) await signInAs(page, as)
    else await page.context().clearCookies()
    for (const { name, path } of pages) {
      const html = await (await page.request.get(path)).text()
      wrong.push(...(await mistakesIn(name, html)))
      if (path === '/' || path.includes('?')) continue
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
      titles.set(title, (titles.get(title) ?? new Set()).add(path))
    }
  }
  expect(wrong).toEqual([])
  expect([...titles].filter(([, paths]) => paths.size > 1)).toEqual([])
})

async function mistakesIn(name: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, selector, line, column }) =>
        `${name}: ${ruleId}: ${message} ${selector ?? `${line}:${column}`}`,
    ),
  )
}

test('a validator that is given a mistake finds it', async () => {
  expect(
    await mistakesIn(
      'a page',
      '<!DOCTYPE html><html lang="nb"><head><title>x</title></head><body><p><div></div></p></body></html>',
    ),
  ).not.toEqual([])
})
