// @vitest-environment jsdom
import { cleanup } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { CompactState } from '#app/components/compact-state.tsx'
import { stateClass } from '#app/components/state-words.ts'
import { StatusTag } from '#app/components/status-tag.tsx'
import { day, instant } from '#app/domain/calendar.ts'
import { LANGUAGES } from '#app/domain/language.ts'
import type { State } from '#app/domain/state.ts'
import { show, wordsIn } from './render.tsx'

afterEach(cleanup)

const FIRST_OF_MAY = { due: day('2027-05-01'), started: false }
const SINCE = instant('2027-05-03T10:00:00Z')

const STATES: [State, { nb: string; nn: string; en: string }, { nb: string; nn: string; en: string }][] = [
  [
    { kind: 'upcoming', due: day('2026-10-15'), started: false },
    { nb: 'Kommer 15. oktober', nn: 'Kjem 15. oktober', en: 'Coming 15 October' },
    { nb: '15. okt.', nn: '15. okt.', en: '15 Oct' },
  ],
  [
    { kind: 'due soon', ...FIRST_OF_MAY },
    { nb: 'Frist 1. mai', nn: 'Frist 1. mai', en: 'Due 1 May' },
    { nb: '1. mai', nn: '1. mai', en: '1 May' },
  ],
  [
    { kind: 'overdue', ...FIRST_OF_MAY },
    { nb: 'Fristen gikk ut 1. mai', nn: 'Fristen gjekk ut 1. mai', en: 'Was due 1 May' },
    { nb: '! 1. mai', nn: '! 1. mai', en: '! 1 May' },
  ],
  [
    { kind: 'waiting', side: 'school', since: SINCE },
    {
      nb: 'Venter på skolen siden 3. mai',
      nn: 'Ventar på skulen sidan 3. mai',
      en: 'Waiting for the school since 3 May',
    },
    { nb: 'Venter', nn: 'Ventar', en: 'Waiting' },
  ],
  [
    { kind: 'waiting', side: 'kindergarten', since: null },
    { nb: 'Venter på barnehagen', nn: 'Ventar på barnehagen', en: 'Waiting for the kindergarten' },
    { nb: 'Venter', nn: 'Ventar', en: 'Waiting' },
  ],
  [
    { kind: 'complete' },
    { nb: 'Gjennomført', nn: 'Gjennomført', en: 'Done' },
    { nb: 'Gjennomført', nn: 'Gjennomført', en: 'Done' },
  ],
  [
    { kind: 'disputed' },
    { nb: 'Dere er ikke enige', nn: 'De er ikkje samde', en: 'You do not agree' },
    { nb: 'Uenige', nn: 'Usamde', en: 'Disagreed' },
  ],
  [
    { kind: 'not relevant' },
    { nb: 'Ikke aktuelt', nn: 'Ikkje aktuelt', en: 'Not relevant' },
    { nb: 'Ikke aktuelt', nn: 'Ikkje aktuelt', en: 'Not relevant' },
  ],
  [
    { kind: 'not done' },
    { nb: 'Ikke gjennomført', nn: 'Ikkje gjennomført', en: 'Not done' },
    { nb: 'Ikke gjort', nn: 'Ikkje gjort', en: 'Not done' },
  ],
  [
    { kind: 'taken care of' },
    { nb: 'Ivaretatt', nn: 'Teke vare på', en: 'Taken care of' },
    { nb: 'Ivaretatt', nn: 'Teke vare på', en: 'Taken care of' },
  ],
  [
    { kind: 'invited', ...FIRST_OF_MAY },
    { nb: 'Invitert', nn: 'Invitert', en: 'Invited' },
    { nb: 'Invitert', nn: 'Invitert', en: 'Invited' },
  ],
]

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(STATES)('$kind is told in words', (state, words) => {
    const { container } = show(<StatusTag state={state} />, language)
    expect(container.textContent).toBe(words[language])
  })

  test.each(STATES)('$kind in a cell shows few words and is heard in all of them', (state, words, few) => {
    const { t } = wordsIn(language)
    const { container } = show(<CompactState state={state} t={t} language={language} />, language)
    expect(heard(container)).toBe(words[language])
    expect(seen(container)).toBe(few[language])
  })
})

test('a step that is under way says so', () => {
  const { container } = show(<StatusTag state={{ kind: 'overdue', ...FIRST_OF_MAY, started: true }} />)
  expect(container.textContent).toBe('Fristen gikk ut 1. mai, i gang')
})

test.each<[State, boolean]>(
  STATES.map(([state]) => [state, !['upcoming', 'complete', 'taken care of', 'not relevant'].includes(state.kind)]),
)('to-do is loud, done is quiet: $kind wears a tag %s', (state, tagged) => {
  const { container } = show(<StatusTag state={state} />)
  expect(container.querySelector('.ds-tag') !== null).toBe(tagged)
})

test('an icon is never heard', () => {
  const { container } = show(<StatusTag state={{ kind: 'complete' }} />)
  expect(container.querySelector('.icon-check')?.getAttribute('aria-hidden')).toBe('true')
})

test('a row and a cell are dressed for their state', () => {
  expect(stateClass('step', 'due soon')).toBe('step-due-soon')
  expect(stateClass('cell', 'taken care of')).toBe('cell-taken-care-of')
})

function heard(element: Element): string {
  const copy = element.cloneNode(true) as Element
  copy.querySelectorAll('[aria-hidden]').forEach((hidden) => hidden.remove())
  return copy.textContent
}

function seen(element: Element): string {
  const copy = element.cloneNode(true) as Element
  copy.querySelectorAll('.ds-sr-only').forEach((hidden) => hidden.remove())
  return copy.textContent
}
