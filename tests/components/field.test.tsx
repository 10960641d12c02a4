// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ChoiceGroup } from '#app/components/choice-group.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { show } from './render.tsx'

afterEach(cleanup)

const HINT = 'Skriv ikke om et enkelt barn.'
const PROBLEM = 'Skriv hvorfor steget ikke er aktuelt'

test.each([
  ['a line', <TextField key="" name="reason" label="Hvorfor?" hint={HINT} problem={PROBLEM} />],
  ['an area', <TextArea key="" name="reason" label="Hvorfor?" hint={HINT} problem={PROBLEM} />],
  ['a list', <SelectField key="" name="reason" label="Hvorfor?" hint={HINT} problem={PROBLEM} choices={[]} />],
])('%s is heard with its label, its hint and its problem', (_control, field) => {
  show(field)
  const control = screen.getByLabelText('Hvorfor?')
  expect(control.getAttribute('name')).toBe('reason')
  expect(describing(control)).toEqual([HINT, PROBLEM])
  expect(control.getAttribute('aria-invalid')).toBe('true')
})

test('a field without hint and problem points to nothing', () => {
  show(<TextField name="title" label="Tittel" />)
  const control = screen.getByLabelText('Tittel')
  expect(control.hasAttribute('aria-describedby')).toBe(false)
  expect(control.hasAttribute('aria-invalid')).toBe(false)
})

test.each([
  ['nb', 'Hvorfor? (må fylles ut)', 'Merknad (valgfritt)'],
  ['nn', 'Hvorfor? (må fyllast ut)', 'Merknad (valfritt)'],
  ['en', 'Hvorfor? (required)', 'Merknad (optional)'],
] as const)('in %s a label says what has to be filled in', (language, required, optional) => {
  show(
    <>
      <TextField name="reason" label="Hvorfor?" need="required" />
      <TextField name="note" label="Merknad" need="optional" />
    </>,
    language,
  )
  expect(screen.getByLabelText(required).getAttribute('aria-required')).toBe('true')
  expect(screen.getByLabelText(optional).hasAttribute('aria-required')).toBe(false)
})

test('two forms on a page keep their fields apart', () => {
  show(
    <>
      <TextField name="reason" id="first-reason" label="Første" hint="a" />
      <TextField name="reason" id="second-reason" label="Andre" hint="b" />
    </>,
  )
  expect(describing(screen.getByLabelText('Andre'))).toEqual(['b'])
})

test('choices are a group with its question, its hint and its problem', () => {
  const choices = [
    { value: 'done', words: 'Gjennomført' },
    { value: 'not relevant', words: 'Ikke aktuelt', hint: 'Krever en begrunnelse' },
  ]
  show(<ChoiceGroup type="radio" name="answer" label="Svar" hint="Velg ett" problem="Velg et svar" choices={choices} />)
  const group = screen.getByRole('group', { name: 'Svar' })
  expect(describing(group)).toEqual(['Velg ett', 'Velg et svar'])
  expect(within(group).getByLabelText('Gjennomført').id).toBe('answer')
  expect(describing(within(group).getByLabelText('Ikke aktuelt'))).toEqual(['Krever en begrunnelse'])
})

test('the summary of problems has the focus, and leads to each field', () => {
  show(
    <>
      <ErrorSummary problems={[{ field: 'reason', words: PROBLEM }]} />
      <TextField name="reason" label="Hvorfor?" problem={PROBLEM} />
    </>,
    'nn',
  )
  const summary = screen.getByRole('group', { name: 'Noko må rettast' })
  expect(document.activeElement).toBe(summary)
  const link = within(summary).getByRole('link', { name: PROBLEM })
  expect(document.querySelector(link.getAttribute('href') ?? '')).toBe(screen.getByLabelText('Hvorfor?'))
})

test('without problems there is no summary', () => {
  expect(show(<ErrorSummary problems={[]} />).container.textContent).toBe('')
})

/** What is heard after the control itself; empty text where an id leads nowhere. */
function describing(control: Element): string[] {
  const ids = control.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent ?? '')
}
