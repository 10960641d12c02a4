import { chromium } from '@playwright/test'
const base = 'http://127.0.0.1:4107'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--lang=nb-NO'] })
export async function session(name) {
  const context = await browser.newContext({ locale: 'nb-NO' })
  const page = await context.newPage()
  page.setDefaultTimeout(120000)
  page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()))
  await page.goto(base + '/sign-in/demo')
  await page.getByRole('button', { name, exact: true }).click()
  await page.waitForURL(base + '/')
  return page
}
async function shots(page, name, url) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    const r = await page.goto(base + url)
    const html = await page.content()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    console.log(name, r.status(), html.length, 'width', wide)
    await page.screenshot({ path: `/tmp/adoption/${name}-${width}.png`, fullPage: true })
  }
}
const what = process.argv[2]
if (what === 'adviser') {
  const page = await session('Rådgiver, oppvekst, Lillehammer kommune')
  await shots(page, 'adoption', '/cycles/2027/adoption')
}
if (what === 'adopt') {
  const page = await session('Rådgiver, oppvekst, Lillehammer kommune')
  await page.goto(base + '/cycles/2027/adoption')
  await page.locator('textarea[name=reason]').fill('')
  await page.locator('form:has(textarea) button').click()
  await page.screenshot({ path: `/tmp/adoption/problem.png`, fullPage: false })
  await page.locator('textarea[name=reason]').fill('Vedtatt i kommunestyret 9. mars.')
  await page.locator('form:has(textarea) button').click()
  await page.waitForURL(/saved/)
  await shots(page, 'adopted', '/cycles/2027/adoption?saved=adopted')
  await shots(page, 'return', '/cycles/2027/adoption/return')
}
if (what === 'news') {
  const page = await session('Styrer, Norbana barnehage')
  await shots(page, 'home', '/')
  await shots(page, 'news', '/cycles/2027/news')
  await shots(page, 'checklist', '/cycles/2027/places/' + (process.argv[3] ?? ''))
}
if (what === 'read') {
  const page = await session('Styrer, Norbana barnehage')
  await page.goto(base + '/cycles/2027/news')
  await page.locator('main form button').last().click()
  await page.waitForURL(/read=/)
  await page.screenshot({ path: `/tmp/adoption/read.png`, fullPage: true })
}
await browser.close()
