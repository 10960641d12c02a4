// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useForm } from 'react-hook-form'
import { afterEach, expect, test } from 'vitest'
import { BothTexts } from '#app/components/both-texts.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { MeantField } from '#app/components/meant-field.tsx'
import { seenBy } from '#app/components/seen.ts'
import { TextsField } from '#app/components/texts-field.tsx'
import type { Text } from '#app/domain/language.ts'
import { show } from './render.tsx'

afterEach(cleanup)

const TITLE: Text = { nb: 'Skjema', nn: 'Skjemaet' }

function fieldsIn(group: string) {
  const inputs = within(screen.getByRole('group', { name: group })).getAllByRole<HTMLInputElement>('textbox')
  return inputs.map(({ name, lang, value }) => [name, lang, value])
}

test('a text is written in three languages, each in a field of its own that says which', () => {
  show(<TextsField name="title" label="Tittel" text={TITLE} />)
  expect(fieldsIn('Tittel')).toEqual([
    ['title.nb', 'nb', 'Skjema'],
    ['title.nn', 'nn', 'Skjemaet'],
    ['title.en', 'en', ''],
  ])
  expect(screen.getByLabelText('Nynorsk').getAttribute('name')).toBe('title.nn')
})

test('what was typed stands before what is saved, also where it was emptied', () => {
  show(<TextsField name="title" label="Tittel" text={TITLE} typed={{ 'title.nb': 'Nytt', 'title.nn': '' }} rows={3} />)
  expect(fieldsIn('Tittel').map(([, , value]) => value)).toEqual(['Nytt', '', ''])
})

test('a problem stands at the language it is about, and the summary leads there', () => {
  const problems = [{ field: 'title.nn', words: 'For lang.' }]
  show(
    <>
      <ErrorSummary problems={problems} />
      <TextsField name="title" label="Tittel" text={TITLE} problems={problems} />
    </>,
  )
  const nynorsk = screen.getByLabelText('Nynorsk')
  expect(nynorsk.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByLabelText('Bokmål').hasAttribute('aria-invalid')).toBe(false)
  expect(screen.getByRole('link', { name: 'For lang.' }).getAttribute('href')).toBe(`#${nynorsk.id}`)
})

test('a form can follow what is typed', async () => {
  function Following() {
    const { register, watch } = useForm({ defaultValues: { title: TITLE } })
    return (
      <>
        <TextsField name="title" label="Tittel" text={TITLE} register={(language) => register(`title.${language}`)} />
        <output>{JSON.stringify(watch('title'))}</output>
      </>
    )
  }
  show(<Following />)
  await userEvent.type(screen.getByLabelText('English'), 'Form')
  expect(JSON.parse(screen.getByRole('status').textContent)).toMatchObject({ ...TITLE, en: 'Form' })
})

test('nothing is asked where a change means nothing, and nothing where it means everything', () => {
  show(<MeantField what="step" weight="nothing" />)
  expect(screen.queryByText(/ordlyden/)).toBeNull()
  cleanup()
  show(<MeantField what="step" weight="meaning" />)
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByText(/Steget åpnes på nytt/)).toBeDefined()
})

test('where only the editor can tell, the question is asked and no answer is given for them', () => {
  show(<MeantField what="step" weight="asks" problem="Svar." answered="meaning" />)
  expect(screen.getByText(/Svart før: innholdet/)).toBeDefined()
  const answers = screen.getAllByRole<HTMLInputElement>('radio')
  expect(answers.map(({ name, value, checked }) => [name, value, checked])).toEqual([
    ['meant', 'wording', false],
    ['meant', 'meaning', false],
  ])
  expect(screen.getByText('Svar.')).toBeDefined()
})

test('an answer that was given in a form that came back is kept', () => {
  show(<MeantField what="element" weight="asks" meant="wording" />)
  expect(screen.getByLabelText<HTMLInputElement>('Bare ordlyden').checked).toBe(true)
})

test('of two editors’ texts only what differs is shown, and line ends are no difference', () => {
  show(
    <BothTexts
      by="Rådgiver, skole"
      fields={[
        { name: 'title.nb', label: 'Tittel' },
        { name: 'guidance.en', label: 'Veiledning', lang: 'en' },
      ]}
      saved={{ 'title.nb': 'Likt\nher', 'guidance.en': 'Theirs' }}
      typed={{ 'title.nb': 'Likt\r\nher ', 'guidance.en': '' }}
    />,
  )
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['Veiledning'])
  expect(screen.getByText('Theirs').lang).toBe('en')
  expect(screen.getByText('(tomt)')).toBeDefined()
})

test('a form carries what it was made from, until its editor has seen what somebody else saved', () => {
  const conflict = [{ field: 'seen', message: 'changedMeanwhile', values: { name: 'x' } }]
  expect(seenBy([], {}, 'now')).toBe('now')
  expect(seenBy([{ field: 'title.nb', message: 'textTooLong' }], { seen: 'then' }, 'now')).toBe('then')
  expect(seenBy(conflict, { seen: 'then' }, 'now')).toBe('now')
})
