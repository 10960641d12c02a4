// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { GroupEnded } from '#app/components/group-ended.tsx'
import { show } from './render.tsx'

afterEach(cleanup)

function showMoved(href: string | null) {
  const to = { href, words: 'Blåklokka barnehage – Strandskolen' }
  const ended = { words: 'Gruppa er flyttet til', to, stays: null, reason: null }
  show(<GroupEnded group={{ ended, from: null, line: null, link: null }} />)
}

test('a group that moved leads to where it is', () => {
  showMoved('/cycles/2027/places/beach')
  expect(screen.getByRole('link').textContent).toBe('Blåklokka barnehage – Strandskolen')
})

test('a group that moved to where the reader has no part is named, without a link', () => {
  showMoved(null)
  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.getByText(/^Gruppa er flyttet til Blåklokka barnehage – Strandskolen/)).toBeTruthy()
})
