// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { createMemoryRouter, RouterProvider, useLoaderData } from 'react-router-dom'
import { afterEach, expect, test } from 'vitest'
import { RowAction } from '#app/components/row-action.tsx'
import { StatusLine } from '#app/components/status-line.tsx'
import type { RowView } from '#app/components/step-row.tsx'
import { day } from '#app/domain/calendar.ts'
import { wordsIn } from './render.tsx'

afterEach(cleanup)

const ROW: RowView = {
  id: 'forms',
  href: '/forms',
  title: { words: 'Sende skjema', language: 'nb' },
  due: day('2027-05-01'),
  moved: null,
  season: 'spring',
  state: { kind: 'upcoming', due: day('2027-05-01'), started: false },
  obligation: 'plan',
  place: null,
  answers: [],
  earlier: [],
  tick: { side: 'kindergarten', answer: 'done', seen: null, meaning: 1 },
  undo: null,
  meeting: null,
  said: null,
  agreed: [],
  suggestion: null,
}

function Row() {
  const ticked = useLoaderData() as boolean
  const row = ticked ? { ...ROW, tick: null, undo: { side: 'kindergarten' as const, tick: 'x' } } : ROW
  return (
    <StatusLine first={null}>
      <RowAction row={row} form="form" back="/" />
    </StatusLine>
  )
}

/** A row with its server, and a tap on it while the browser is too busy to show that something is under way. */
function showRow() {
  let ticked = false
  const answering = (done: 'saved' | 'withdrawn') => () => {
    ticked = done === 'saved'
    return { saved: true, done }
  }
  const routes = [
    { path: '/', element: <Row />, loader: () => ticked },
    { path: '/forms', action: answering('saved') },
    { path: '/forms/withdrawal', action: answering('withdrawn') },
  ]
  const router = createMemoryRouter(routes, { future: { v7_relativeSplatPath: true } })
  render(
    <I18nextProvider i18n={wordsIn('nb')}>
      <RouterProvider router={router} future={{ v7_startTransition: true }} />
    </I18nextProvider>,
  )
  return async (name: string) => {
    const button = await screen.findByRole('button', { name })
    await act(async () => {
      const answered = new Promise<void>((resolve) => {
        const stop = router.subscribe(({ fetchers }) => {
          if ([...fetchers.values()].some(({ state }) => state !== 'idle')) return
          stop()
          resolve()
        })
      })
      fireEvent.click(button)
      await answered
    })
  }
}

const says = (words: string) => waitFor(() => expect(screen.getByRole('status').textContent).toBe(words))

test('a tick is said to be saved, and one that is taken back to be taken back', async () => {
  const tap = showRow()
  await tap('Gjennomført: Sende skjema')
  await says('Lagret: Sende skjema.')
  await tap('Angre: Sende skjema')
  await says('Angret: Sende skjema.')
  expect(screen.getByRole('button', { name: 'Gjennomført: Sende skjema' })).toBeDefined()
})
