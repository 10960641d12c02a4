// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Worded } from '#app/components/worded.tsx'
import { inLanguage } from '#app/domain/language.ts'
import { show } from './render.tsx'

afterEach(cleanup)

const TEXT = { nb: 'Foreldremøte om overgangen', nn: 'Foreldremøte om skulestarten' }

test('a text that exists in the reader’s language stands as it is', () => {
  const { container } = show(<Worded wording={inLanguage(TEXT, 'nn')} />, 'nn')
  expect(container.textContent).toBe(TEXT.nn)
  expect(container.querySelector('[lang]')).toBeNull()
})

test('a text nobody has translated is shown in bokmål, and marked so that it is read aloud as such', () => {
  show(<Worded wording={inLanguage(TEXT, 'en')} />, 'en')
  expect(screen.getByText(TEXT.nb).getAttribute('lang')).toBe('nb')
})
