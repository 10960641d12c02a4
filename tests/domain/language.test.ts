import { describe, expect, it } from 'vitest'
import { inLanguage, isLanguage, type Language, type Text } from '#app/domain/language.ts'

const SCHOOL: Text = { nb: 'skole', nn: 'skule', en: 'school' }

describe('what a municipality wrote', () => {
  it.each<[string, Text, Language, string, Language]>([
    ['in bokmål', SCHOOL, 'nb', 'skole', 'nb'],
    ['in nynorsk', SCHOOL, 'nn', 'skule', 'nn'],
    ['in English', SCHOOL, 'en', 'school', 'en'],
    ['in bokmål where nobody has translated it', { nb: 'skole' }, 'nn', 'skole', 'nb'],
    ['in bokmål where the translation is empty', { nb: 'skole', en: '' }, 'en', 'skole', 'nb'],
    ['in bokmål, never in a third language', { nb: 'skole', nn: 'skule' }, 'en', 'skole', 'nb'],
  ])('is shown %s and marked with its language', (_, text, reader, words, language) => {
    expect(inLanguage(text, reader)).toEqual({ words, language })
  })
})

it.each([
  ['nb', true],
  ['nn', true],
  ['en', true],
  ['no', false],
  ['NB', false],
  ['', false],
  [null, false],
])('%j is a language of the screens: %s', (value, expected) => {
  expect(isLanguage(value)).toBe(expected)
})
