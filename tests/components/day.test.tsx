// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Day, dayInWords } from '#app/components/day.tsx'
import { day, instant } from '#app/domain/calendar.ts'
import { show } from './render.tsx'

afterEach(cleanup)

test.each([
  ['2027-01-01', '1. januar', '1. januar', '1 January'],
  ['2027-05-03', '3. mai', '3. mai', '3 May'],
  ['2027-06-10', '10. juni', '10. juni', '10 June'],
  ['2027-12-15', '15. desember', '15. desember', '15 December'],
] as const)('%s is a day and a month, without its year', (text, nb, nn, en) => {
  expect(dayInWords(day(text), 'nb')).toBe(nb)
  expect(dayInWords(day(text), 'nn')).toBe(nn)
  expect(dayInWords(day(text), 'en')).toBe(en)
})

test.each([
  ['2027-05-03', 'mandag', 'måndag', 'Monday'],
  ['2027-05-04', 'tirsdag', 'tysdag', 'Tuesday'],
  ['2027-05-05', 'onsdag', 'onsdag', 'Wednesday'],
  ['2027-05-08', 'lørdag', 'laurdag', 'Saturday'],
  ['2027-05-09', 'søndag', 'sundag', 'Sunday'],
] as const)('%s has its weekday on request', (text, nb, nn, en) => {
  expect(dayInWords(day(text), 'nb', { weekday: true })).toMatch(new RegExp(`^${nb} `))
  expect(dayInWords(day(text), 'nn', { weekday: true })).toMatch(new RegExp(`^${nn} `))
  expect(dayInWords(day(text), 'en', { weekday: true })).toMatch(new RegExp(`^${en} `))
})

test('the year is told on request, and a cell gets a short month', () => {
  expect(dayInWords(day('2027-05-05'), 'nn', { weekday: true, year: true })).toBe('onsdag 5. mai 2027')
  expect(dayInWords(day('2026-10-15'), 'nb', { short: true })).toBe('15. okt.')
})

test('a moment late in the evening belongs to the day it is in Norway', () => {
  expect(dayInWords(instant('2027-05-03T22:30:00Z'), 'nb')).toBe('4. mai')
})

test('people read the words, machines the day', () => {
  show(<Day at={day('2027-05-03')} year />, 'nn')
  const shown = screen.getByText('3. mai 2027')
  expect(shown.tagName).toBe('TIME')
  expect(shown.getAttribute('datetime')).toBe('2027-05-03')
})
