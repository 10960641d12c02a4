// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ImportGoing } from '#app/components/import-going.tsx'
import { show } from './render.tsx'

afterEach(cleanup)

test('how far a reading has come is seen as a bar and heard as words', () => {
  show(<ImportGoing going={{ doing: 'reading', done: 1000, of: 20_000 }} />)
  const bar = screen.getByRole('progressbar', { name: 'Leser filene' })
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['1000', '20000'])
  expect(screen.getByRole('status').textContent).toBe('1\u00a0000 av 20\u00a0000 rader er lest.')
  expect(screen.getByRole('link', { name: 'Se hvor langt det er kommet' })).toBeTruthy()
})

test('what cannot be counted has a bar without an end', () => {
  show(<ImportGoing going={{ doing: 'carrying out', done: 0, of: null }} />)
  const bar = screen.getByRole('progressbar', { name: 'Henter inn enheter' })
  expect(bar.hasAttribute('value')).toBe(false)
  expect(screen.getByRole('status').textContent).toBe('Alt blir lagret på én gang, eller ingenting.')
})
