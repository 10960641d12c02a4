// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { PageFrame } from '#app/components/page-frame.tsx'
import { day } from '#app/domain/calendar.ts'
import { show } from './render.tsx'

afterEach(cleanup)

const LINKS = [
  { to: '/', words: 'Hjem' },
  { to: '/plan', words: 'Planen' },
]
const FRAME = {
  municipality: 'Lillehammer kommune',
  links: LINKS,
  person: null,
  path: '/plan',
  today: day('2027-04-07'),
  demo: false,
}

test('the first link leads past the header', () => {
  show(<PageFrame {...FRAME}>innhold</PageFrame>)
  const [skip] = screen.getAllByRole('link')
  expect(skip?.textContent).toBe('Hopp til innholdet')
  expect(skip?.getAttribute('href')).toBe(`#${screen.getByRole('main').id}`)
})

test('the menu marks where one is', () => {
  show(<PageFrame {...FRAME}>innhold</PageFrame>, 'nb', '/plan/versions')
  const menu = within(screen.getByRole('navigation', { name: 'Hovedmeny' }))
  expect(menu.getByRole('link', { name: 'Planen' }).getAttribute('aria-current')).toBe('page')
  expect(menu.getByRole('link', { name: 'Hjem' }).hasAttribute('aria-current')).toBe(false)
})

test('each language is offered in itself, and leads back to the page', () => {
  show(
    <PageFrame {...FRAME} path="/plan?routine=a&b">
      innhold
    </PageFrame>,
    'nn',
  )
  const choice = within(screen.getByRole('navigation', { name: 'Språk' }))
  expect(choice.getAllByRole('link').map((link) => [link.textContent, link.lang])).toEqual([
    ['Bokmål', 'nb'],
    ['Nynorsk', 'nn'],
    ['English', 'en'],
  ])
  expect(choice.getByText('English').getAttribute('href')).toBe('/language?to=en&back=%2Fplan%3Froutine%3Da%26b')
  expect(choice.getByText('Nynorsk').getAttribute('aria-current')).toBe('true')
})

test('whoever has signed in is named, and can sign out with a plain form', () => {
  show(
    <PageFrame {...FRAME} person="Styrer, Røyslimoen barnehage">
      innhold
    </PageFrame>,
  )
  expect(screen.getByText('Styrer, Røyslimoen barnehage')).toBeTruthy()
  const form = screen.getByRole('button', { name: 'Logg ut' }).closest('form')
  expect([form?.method, form?.getAttribute('action')]).toEqual(['post', '/sign-out'])
})

test('a visitor is offered to sign in', () => {
  show(<PageFrame {...FRAME}>innhold</PageFrame>, 'en')
  expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in')
})

test('a demo tells its day, and only a demo does', () => {
  show(
    <PageFrame {...FRAME} demo>
      innhold
    </PageFrame>,
    'nn',
  )
  expect(screen.getByText(/I dag er onsdag 7. april 2027/)).toBeTruthy()
  cleanup()
  show(<PageFrame {...FRAME}>innhold</PageFrame>)
  expect(screen.queryByText(/Demo/)).toBeNull()
})

test('the foot promises that no child is in it', () => {
  show(<PageFrame {...FRAME}>innhold</PageFrame>)
  const foot = within(screen.getByRole('contentinfo'))
  expect(foot.getByText('Overgang inneholder ingen opplysninger om enkeltbarn.')).toBeTruthy()
  expect(foot.getByRole('link').getAttribute('href')).toBe('/plan')
})
