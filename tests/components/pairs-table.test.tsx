// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { PairsTable } from '#app/components/pairs-table.tsx'
import type { TotalShown } from '#app/domain/masking.ts'
import { show } from './render.tsx'

afterEach(cleanup)

const NONE: TotalShown = { sum: 0, few: 0, notReported: 0 }

test.each<[string, Partial<TotalShown>, string]>([
  ['what all have said', { sum: 12 }, '12'],
  ['what some have said', { sum: 12, notReported: 3 }, '12, 3 ikke sagt'],
  ['with small groups', { sum: 12, few: 2 }, '12 og 2 små grupper'],
  ['with both', { sum: 12, few: 1, notReported: 1 }, '12 og 1 liten gruppe, 1 ikke sagt'],
  ['that nobody has said', { notReported: 3 }, 'ikke sagt'],
])('a total of %s says which groups are not in it', (_, total, words) => {
  show(<PairsTable name="Par" schools={[]} total={{ reported: NONE, received: { ...NONE, ...total } }} />)
  const row = screen.getByRole('row', { name: /^Til sammen/ })
  expect(within(row).getAllByRole('cell')[1]?.textContent).toBe(words)
})
