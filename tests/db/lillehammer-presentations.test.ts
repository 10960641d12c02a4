import { expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { problemsInPresentation, problemsInRemark } from '#app/domain/presentation.ts'
import { ASKED_BACK, PRESENTED } from '#db/seed/lillehammer-presented.ts'
import { UNITS } from '#db/seed/lillehammer-cast.ts'

it.each(PRESENTED)('$kindergarten could have written it in the tool, $on', ({ answers, on }) => {
  expect(problemsInPresentation(answers, day(on))).toEqual([])
})

it('so could those who asked and answered', () => {
  for (const { words, answer, on } of ASKED_BACK) {
    expect([...problemsInRemark(words, day(on)), ...problemsInRemark(answer, day(on))]).toEqual([])
  }
})

it('a good half of the kindergartens have written by March', () => {
  const all = UNITS.filter(({ kind }) => kind === 'kindergarten').length
  const written = new Set(PRESENTED.map(({ kindergarten }) => kindergarten)).size
  expect(written / all).toBeGreaterThan(0.5)
  expect(written / all).toBeLessThan(0.7)
})
