// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { Details } from '#app/components/details.tsx'
import { Empty } from '#app/components/empty.tsx'
import { Markdown } from '#app/components/markdown.tsx'
import { ScrollTable } from '#app/components/scroll-table.tsx'
import { show } from './render.tsx'

afterEach(cleanup)

test('a wide table scrolls in a region that has a name and takes focus', () => {
  show(<ScrollTable name="Par og steg">tabell</ScrollTable>)
  expect(screen.getByRole('region', { name: 'Par og steg' }).tabIndex).toBe(0)
})

test('the trail ends at the page itself, which is no link', () => {
  show(<Breadcrumbs trail={[{ to: '/', words: 'Hjem' }]} here="Planen" />)
  expect(screen.getByRole('link', { name: 'Hjem' }).getAttribute('href')).toBe('/')
  expect(screen.getByText('Planen').getAttribute('aria-current')).toBe('page')
})

test('what is empty says why, and what to do next', () => {
  show(
    <Empty title="Ingen plan" why="Kommunen har ikke publisert en." next={<a href="/plan/draft">Lag et utkast</a>} />,
  )
  expect(screen.getByRole('heading', { name: 'Ingen plan' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Lag et utkast' })).toBeTruthy()
})

test('details unfold by the browser itself', () => {
  show(
    <Details summary="Veiledning" open>
      tekst
    </Details>,
  )
  expect(screen.getByText('Veiledning').closest('details')?.open).toBe(true)
})

test('buttons send their form; a destructive one looks it', () => {
  show(<Button danger>Slett utkastet</Button>)
  const button = screen.getByRole('button', { name: 'Slett utkastet' })
  expect([button.getAttribute('type'), button.dataset.color]).toEqual(['submit', 'danger'])
})

test('guidance in another language says which', () => {
  show(<Markdown html="<p>Gå gjennom skjemaet.</p>" lang="nb" />, 'en')
  expect(screen.getByText('Gå gjennom skjemaet.').closest('[lang]')?.getAttribute('lang')).toBe('nb')
})
