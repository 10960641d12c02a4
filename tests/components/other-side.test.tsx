// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { OtherSideSum, OtherSideUnits } from '#app/components/other-side.tsx'
import { NO_COVERAGE } from '#app/domain/coverage.ts'
import { show } from './render.tsx'

afterEach(cleanup)

it('says in one line what the incoming groups have worked with', () => {
  const coverage = { ...NO_COVERAGE, asked: 6, workedWith: 4, workingWith: 1 }
  const { container } = show(<OtherSideSum view={{ side: 'kindergarten', coverage, units: [] }} />)
  expect(container.textContent).toBe('4 av 6 barnehager har arbeidet med det, 1 er i gang')
})

it('does not say "0 of 2" of schools that have not begun', () => {
  const { container } = show(
    <OtherSideSum view={{ side: 'school', coverage: { ...NO_COVERAGE, asked: 2 }, units: [] }} />,
  )
  expect(container.textContent).toBe('')
})

it('says unit by unit when and how', () => {
  const units = [
    { id: '1', name: 'Ro barnehage', mark: 'worked with' as const, months: 'mars 2027', how: 'Turdag', reason: null },
    { id: '2', name: 'Nybu barnehage', mark: null, months: null, how: null, reason: null },
  ]
  show(<OtherSideUnits view={{ side: 'kindergarten', coverage: NO_COVERAGE, units }} />)
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Ro barnehage: arbeidet med, mars 2027Turdag',
    'Nybu barnehage: ikke merket',
  ])
})
