// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ComparedSection } from '#app/components/comparison.tsx'
import type { PartView, SectionView } from '#app/components/comparison-view.ts'
import { PlanLinks } from '#app/components/plan-links.tsx'
import { show } from './render.tsx'

afterEach(cleanup)

const step: PartView = {
  id: 'meeting',
  happened: 'changed',
  label: 'Endret',
  title: { words: 'Møte om våren', language: 'nb' },
  opensAgain: true,
  wordingOnly: false,
  notes: [],
  fields: [],
  whole: [],
}

const routine: SectionView = {
  id: 'cooperation',
  what: 'routine',
  eyebrow: 'Rutine',
  title: { words: 'Samarbeid', language: 'nb' },
  happened: 'same',
  label: null,
  notes: [],
  fields: [],
  whole: [],
  parts: [step],
  count: 1,
}

function showStep(change: Partial<PartView>) {
  show(<ComparedSection section={{ ...routine, parts: [{ ...step, ...change }] }} />)
}

test('what was added and taken out is marked, and said in words', () => {
  const pieces = [
    { kind: 'same', words: 'Møte ' },
    { kind: 'taken out', words: 'om våren' },
    { kind: 'added', words: 'i mai' },
  ] as const
  const first = { language: 'nb', pieces } as const
  showStep({ fields: [{ kind: 'text', label: 'Tittel', first, others: [], translationOnly: false }] })
  expect(document.querySelector('del')?.textContent).toBe('tatt ut: om våren')
  expect(document.querySelector('ins')?.textContent).toBe('lagt til: i mai')
})

test('words in another language are marked with it, and what is said of them is not', () => {
  const first = { language: 'en', pieces: [{ kind: 'added', words: 'Meeting' }] } as const
  showStep({ fields: [{ kind: 'text', label: 'Tittel', first, others: [], translationOnly: true }] })
  expect(screen.getByText('Bare oversettelsen er endret')).toBeTruthy()
  expect(screen.getByText('Meeting').closest('[lang]')?.getAttribute('lang')).toBe('en')
  expect(screen.getByText('lagt til:').getAttribute('lang')).toBe('nb')
})

test('a fact says what it was before and is now', () => {
  showStep({ fields: [{ kind: 'fact', label: 'Frist', before: '1. mai', after: '15. april' }] })
  expect(screen.getByRole('definition').textContent).toBe('før: 1. mai → nå: 15. april')
})

test('a step that opens again says so, and one taken out is struck in all it says', () => {
  showStep({})
  expect(screen.getByText('Åpnes på nytt')).toBeTruthy()
  cleanup()
  const wording = { words: '1. mai', language: 'nb' } as const
  showStep({ happened: 'taken out', opensAgain: false, whole: [{ kind: 'words', label: 'Frist', wording }] })
  expect(screen.getByRole('heading', { level: 3 }).querySelector('del')?.textContent).toBe('Møte om våren')
  expect(screen.getByText('1. mai').closest('del')).toBeTruthy()
  expect(screen.queryByText('Åpnes på nytt')).toBeNull()
})

test('the pages of the plan stand side by side; only whoever writes it gets to the draft', () => {
  show(<PlanLinks here="versions" draft={false} />)
  const links = within(screen.getByRole('navigation', { name: 'Planen' })).getAllByRole('link')
  expect(links.map((link) => link.textContent)).toEqual(['Gjeldende plan', 'Versjoner', 'Sammenlign'])
  expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Versjoner')
  cleanup()
  show(<PlanLinks here={null} draft />)
  expect(screen.getByRole('link', { name: 'Utkast' }).getAttribute('href')).toBe('/plan/draft')
})
