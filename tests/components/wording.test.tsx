// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Wording } from '#app/components/wording.tsx'
import { show } from './render.tsx'

afterEach(cleanup)

const TEXT = { nb: 'Foreldremøte om overgangen', nn: 'Foreldremøte om skulestarten' }

test('a text that exists in the reader’s language stands as it is', () => {
  const { container } = show(<Wording text={TEXT} />, 'nn')
  expect(container.textContent).toBe(TEXT.nn)
  expect(container.querySelector('[lang]')).toBeNull()
})

test('a text nobody has translated is shown in bokmål, and marked so that it is read aloud as such', () => {
  show(<Wording text={TEXT} />, 'en')
  expect(screen.getByText(TEXT.nb).getAttribute('lang')).toBe('nb')
})
