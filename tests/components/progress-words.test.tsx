// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ProgressBar } from '#app/components/progress-bar.tsx'
import { ProgressWords } from '#app/components/progress-words.tsx'
import { NO_PROGRESS } from '#app/domain/progress.ts'
import { show } from './render.tsx'

afterEach(cleanup)

const SOME = { ...NO_PROGRESS, obliged: { complete: 3, asked: 16 } }

test.each([
  ['nb', '3 av 16 steg er gjennomført'],
  ['nn', '3 av 16 steg er gjennomførte'],
  ['en', '3 of 16 steps are done'],
] as const)('in %s: %s', (language, words) => {
  const { container } = show(<ProgressWords progress={SOME} />, language)
  expect(container.textContent).toBe(words)
})

test('invitations are counted apart, of their own number', () => {
  show(<ProgressWords progress={{ ...SOME, invited: { complete: 1, asked: 4 } }} />, 'nn')
  expect(screen.getByText('3 av 16 steg er gjennomførte')).toBeTruthy()
  expect(screen.getByText('1 av 4 inviterte steg er gjennomført')).toBeTruthy()
})

test('where everything is an invitation, nothing is counted as asked', () => {
  const { container } = show(<ProgressWords progress={{ ...NO_PROGRESS, invited: { complete: 0, asked: 9 } }} />)
  expect(container.textContent).toBe('0 av 9 inviterte steg er gjennomført')
})

test('a place where nothing is asked says so', () => {
  const { container } = show(<ProgressWords progress={NO_PROGRESS} />)
  expect(container.textContent).toBe('Ingen steg er pålagt')
})

test.each([
  [1, '1 frist har gått ut'],
  [2, '2 frister har gått ut'],
])('%i overdue is told', (overdue, words) => {
  show(<ProgressWords progress={{ ...SOME, overdue }} />)
  expect(screen.getByText(words)).toBeTruthy()
})

test('the bar is seen, not heard, and left out where nothing is asked', () => {
  const { container } = show(<ProgressBar count={{ complete: 3, asked: 16 }} />)
  const bar = container.querySelector('progress')
  expect([bar?.value, bar?.max, bar?.getAttribute('aria-hidden')]).toEqual([3, 16, 'true'])
  cleanup()
  expect(show(<ProgressBar count={{ complete: 0, asked: 0 }} />).container.textContent).toBe('')
})
