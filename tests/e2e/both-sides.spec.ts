import type { Page } from '@playwright/test'
import { checklistOf, FORMS, unitId, stepAt } from './lillehammer.ts'
import { expect, rowOf, signInAs, statusLine, test } from './fixtures.ts'

const KINDERGARTEN = 'Engesvea FUS barnehage'
const PAIR = `${KINDERGARTEN} – Vingrom skole`
const REASON = 'To skjema mangler underskrift. Vi ringer onsdag.'

test('forms are sent, not received, sent again and confirmed: everybody sees their own part of it', async ({
  page: director,
  another,
}) => {
  const [principal, adviser, observer] = [await another(), await another(), await another()]
  await signInAs(adviser, 'Rådgiver, oppvekst, Lillehammer kommune', matrix())
  const before = await cell(adviser)
  expect(before).toBe('Kommer 1. mai')
  const complete = await completeOf(adviser)

  await signInAs(director, `Styrer, ${KINDERGARTEN}`, checklistOf(PAIR))
  await rowOf(director, FORMS).getByRole('button', { name: 'Gjennomført' }).click()
  await expect(rowOf(director, FORMS).locator('.state')).toHaveText('Venter på skolen siden 10. mars')
  expect(await cell(adviser)).toBe('Venter på skolen siden 10. mars')

  await signInAs(principal, 'Rektor, Vingrom skole')
  const next = principal.getByRole('region', { name: FORMS })
  await expect(next).toContainText(`${PAIR} · Venter på skolen siden 10. mars`)
  await next.getByRole('link', { name: FORMS }).click()
  await principal.getByRole('radio', { name: 'Ikke enig i at det er gjort' }).check()
  await principal.getByRole('textbox', { name: 'Begrunnelse, når dere ikke er enige' }).fill(REASON)
  await principal.getByRole('button', { name: 'Lagre svaret' }).click()
  await expect(statusLine(principal)).toHaveText(`Lagret: ${FORMS}.`)

  await director.goto('/')
  const disputed = rowOf(director, FORMS, PAIR)
  await expect(disputed.locator('.state')).toHaveText('Dere er ikke enige')
  await disputed.getByRole('link', { name: FORMS, exact: true }).click()
  await expect(director.locator('#main')).toContainText(REASON)
  expect(await cell(adviser)).toBe('Dere er ikke enige')
  await seesNoReason(observer)

  await director.goto(checklistOf(PAIR))
  await rowOf(director, FORMS).getByRole('button', { name: 'Gjennomført' }).click()
  await expect(rowOf(director, FORMS).locator('.state')).toHaveText('Venter på skolen siden 10. mars')

  await principal.goto(checklistOf(PAIR))
  await rowOf(principal, FORMS).getByRole('button', { name: 'Bekreft' }).click()
  await expect(rowOf(principal, FORMS).locator('.state')).toHaveText('Gjennomført')
  expect(await cell(adviser)).toBe('Gjennomført')
  expect(await completeOf(adviser)).toBe(complete + 1)

  await director.goto(stepAt(PAIR, FORMS))
  await expect(director.locator('.step-history > li')).toHaveCount(4)
  await expect(director.locator('.step-history')).toContainText(REASON)
})

function matrix(): string {
  return `/cycles/2027?places=pairs&school=${unitId('Vingrom skole')}`
}

/** The state of the step at the pair, as a screen reader hears it in the matrix. */
async function cell(adviser: Page): Promise<string> {
  await adviser.goto(matrix())
  const headings = await adviser.locator('.matrix thead th').allTextContents()
  const column = headings.findIndex((words) => words.startsWith(FORMS))
  const row = adviser.locator('.matrix tbody tr:not(.group-row)').filter({ hasText: KINDERGARTEN })
  const words = row.locator('td').nth(column - 1)
  const heard = words.locator('.ds-sr-only')
  return (await ((await heard.count()) ? heard : words).textContent()) ?? ''
}

/** How many of these pairs have the step behind them, from the foot of the matrix. */
async function completeOf(adviser: Page): Promise<number> {
  const headings = await adviser.locator('.matrix thead th').allTextContents()
  const column = headings.findIndex((words) => words.startsWith(FORMS))
  const total = await adviser
    .locator('.matrix tfoot td')
    .nth(column - 1)
    .textContent()
  return Number(/^(\d+) av \d+/.exec(total ?? '')?.[1])
}

async function seesNoReason(observer: Page): Promise<void> {
  await signInAs(observer, 'Observatør, Lillehammer kommune')
  for (const address of ['/', matrix(), checklistOf(PAIR), stepAt(PAIR, FORMS)]) {
    const answer = await observer.goto(address)
    expect(answer?.status()).toBe(200)
    expect(await answer?.text()).not.toContain(REASON)
    await expect(observer.getByText(REASON)).toHaveCount(0)
  }
  await expect(observer.locator('#main')).toContainText('Dere er ikke enige')
  await expect(observer.getByRole('button', { name: 'Lagre svaret' })).toHaveCount(0)
}
