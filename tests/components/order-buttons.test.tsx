// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { I18nextProvider } from 'react-i18next'
import { createMemoryRouter, RouterProvider, useLoaderData } from 'react-router-dom'
import { afterEach, expect, test } from 'vitest'
import { PartList, type Told } from '#app/components/part-list.tsx'
import type { Moved, Receipt } from '#app/domain/problem.ts'
import { StatusLine } from '#app/components/status-line.tsx'
import { wordsIn } from './render.tsx'

afterEach(cleanup)

const NOTHING: Told = { words: null, out: null, arrived: null }

const OFFLINE: Receipt = { saved: false, offline: true }

interface Shown {
  names: string[]
  told: Told
  form: string
}

function List({ onShow }: { onShow: (again: () => void) => void }) {
  const { names, told, form } = useLoaderData() as Shown
  const [, setTimes] = useState(0)
  useEffect(() => onShow(() => setTimes((times) => times + 1)), [onShow])
  const parts = names.map((name) => ({ id: name, title: { words: name, language: 'nb' as const } }))
  return (
    <StatusLine first={null}>
      <PartList what="step" parts={parts} told={told} form={form} back="/">
        {({ title }) => title.words}
      </PartList>
    </StatusLine>
  )
}

/** A list with its server: what it was sent, and what it answers. */
function showList(names: string[], { told = NOTHING, answer = undefined as Receipt | undefined } = {}) {
  const sent: Record<string, string>[] = []
  const forms = new Set<string>()
  let loads = 0
  let held = Promise.resolve()
  let showAgain = () => {}

  const action = async ({ request }: { request: Request }): Promise<Receipt<Moved> | Receipt> => {
    const form = Object.fromEntries(new URLSearchParams(await request.text()))
    sent.push(form)
    if (answer) return { ...answer }
    const from = names.indexOf(form.id ?? '')
    if (!forms.has(form.form ?? '')) names.splice(from + Number(form.by), 0, ...names.splice(from, 1))
    forms.add(form.form ?? '')
    return { saved: true, at: names.indexOf(form.id ?? '') + 1, of: names.length }
  }
  const loader = async (): Promise<Shown> => {
    loads += 1
    const form = `page ${loads}`
    await held
    return { names: [...names], told, form }
  }
  const element = <List onShow={(again) => (showAgain = again)} />
  const routes = [
    { path: '/', element, loader },
    { path: '/plan/draft/order', action },
  ]
  const router = createMemoryRouter(routes, { future: { v7_relativeSplatPath: true } })
  render(
    <I18nextProvider i18n={wordsIn('nb')}>
      <RouterProvider router={router} future={{ v7_startTransition: true }} />
    </I18nextProvider>,
  )
  /** The page’s new data stay away until `letGo`, when the list is drawn once more before it has them. */
  const hold = () => {
    const before = loads
    let release = () => {}
    held = new Promise((resolve) => (release = resolve))
    return async () => {
      await waitFor(() => expect(loads).toBe(before + 1))
      await act(async () => {})
      const stop = router.subscribe(() => {
        stop()
        flushSync(showAgain)
      })
      release()
    }
  }
  return { sent, hold }
}

const button = (name: string) => screen.findByRole('button', { name })
const says = (words: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(words))
const focused = () => document.activeElement?.textContent
const order = () => screen.getAllByRole('listitem').map(({ id }) => id)

test('a step moves down, keeps the focus on its button, and the page says where it is', async () => {
  const { sent } = showList(['A', 'B', 'C', 'D'])
  fireEvent.click(await button('Flytt ned: A'))
  await says('«A» er nå nummer 2 av 4.')
  expect(order()).toEqual(['step-B', 'step-A', 'step-C', 'step-D'])
  expect(focused()).toBe('Flytt ned: A')
  expect(sent).toEqual([{ what: 'step', id: 'A', form: 'page 1.0', back: '/', by: '1' }])
})

test('at an end the button is gone, and the focus goes to the other one of the row', async () => {
  showList(['A', 'B', 'C'])
  fireEvent.click(await button('Flytt opp: B'))
  await says('«B» er nå nummer 1 av 3.')
  expect(screen.queryByRole('button', { name: 'Flytt opp: B' })).toBeNull()
  expect(focused()).toBe('Flytt ned: B')
})

test('presses in a row are made one after the other, and none after the end is reached', async () => {
  const { sent } = showList(['A', 'B', 'C', 'D'])
  const down = await button('Flytt ned: A')
  for (let press = 0; press < 5; press++) fireEvent.click(down)
  await says('«A» er nå nummer 4 av 4.')
  expect(sent).toHaveLength(3)
  expect(focused()).toBe('Flytt opp: A')
})

test('where the receipt is here before the row has moved, what is said is where the row goes', async () => {
  const { sent, hold } = showList(['A', 'B', 'C', 'D'])
  const down = await button('Flytt ned: A')
  const letGo = hold()
  for (let press = 0; press < 2; press++) fireEvent.click(down)
  await letGo()
  await says('«A» er nå nummer 3 av 4.')
  await waitFor(() => expect(order()).toEqual(['step-B', 'step-C', 'step-A', 'step-D']))
  expect(sent).toHaveLength(2)
  expect(focused()).toBe('Flytt ned: A')
})

test('what did not get through is said, and nothing moves', async () => {
  showList(['A', 'B', 'C'], { answer: OFFLINE })
  fireEvent.click(await button('Flytt ned: A'))
  await says('Ikke lagret: A.')
  expect(order()).toEqual(['step-A', 'step-B', 'step-C'])
  expect(focused()).toBe('Flytt ned: A')
})

test('where the reader has gone on elsewhere, the focus stays there', async () => {
  const { hold } = showList(['A', 'B', 'C'])
  const letGo = hold()
  fireEvent.click(await button('Flytt opp: B'))
  const elsewhere = await button('Flytt ned: A')
  elsewhere.focus()
  await letGo()
  await waitFor(() => expect(order()).toEqual(['step-B', 'step-A', 'step-C']))
  expect(document.activeElement).toBe(elsewhere)
})

test('what was just taken out can be put back where it was, with the focus on that', async () => {
  const out = { what: 'step' as const, id: 'X', title: { words: 'X', language: 'nb' as const }, at: 2 }
  showList(['A', 'B'], { told: { words: null, out, arrived: null } })
  expect(await button('Legg tilbake: X')).toBe(document.activeElement)
  expect(order()).toEqual(['step-A', 'step-X', 'step-B'])
})

test('one alone has no order', async () => {
  showList(['A'])
  await button('Ta ut: A')
  expect(screen.queryByRole('button', { name: /^Flytt/ })).toBeNull()
})
