// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { BothTexts } from '#app/components/both-texts.tsx'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { StepBefore } from '#app/components/step-before.tsx'
import { stepInWords, stepLabels } from '#app/components/step-in-words.ts'
import { fieldsOf } from '#app/components/step-fields.ts'
import { inLanguage } from '#app/domain/language.ts'
import { FJORDVIK_PLAN } from '#db/seed/fjordvik-plan.ts'
import { show, wordsIn } from './render.tsx'

afterEach(cleanup)

const LAWS = ['barnehageloven § 2 a', 'opplæringslova § 10-3'].map((nb) => ({
  code: nb,
  title: { nb },
  checkedOn: null,
}))
const step = { ...FJORDVIK_PLAN.routines[0]!.steps[0]!, legalBasis: LAWS }
const langOf = (words: string) => screen.getByText(words).closest('[lang]')?.getAttribute('lang')

test('laws of the version before are read aloud in the language they are written in', () => {
  show(<StepBefore before={step} version={1} routine="Samarbeid" />, 'nn')
  for (const { title } of LAWS) expect(langOf(title.nb)).toBe('nb')
  expect(screen.getByText(LAWS[0]!.title.nb).closest('dd')?.textContent).toBe(
    'barnehageloven § 2 a\nopplæringslova § 10-3',
  )
})

test('so are those that two editors do not agree on', () => {
  const { t } = wordsIn('nn')
  const bases = LAWS.map(({ code, title }) => ({ code, title: inLanguage(title, 'nn') }))
  const said = (codes: string[]) => stepInWords(fieldsOf(step, ''), codes, { routines: [], bases }, t, 'nn')
  show(<BothTexts by="Rådgjevar" fields={stepLabels(t)} saved={said([LAWS[0]!.code])} typed={said([])} />, 'nn')
  expect(langOf(LAWS[0]!.title.nb)).toBe('nb')
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1)
})

test('a page with a name in another language says so in the trail, too', () => {
  const heading = inLanguage(LAWS[0]!.title, 'nn')
  show(
    <Breadcrumbs
      trail={[
        { to: '/plan', words: 'Planen' },
        { to: '/law', words: heading },
      ]}
      here={heading}
    />,
    'nn',
  )
  for (const item of screen.getAllByRole('listitem').slice(1))
    expect(within(item).getByText(heading.words).getAttribute('lang')).toBe('nb')
  expect(screen.getByText('Planen').hasAttribute('lang')).toBe(false)
})
