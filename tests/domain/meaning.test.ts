import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meaningAfter, MEANT, weightOf, weightOfElement, type Weight } from '#app/domain/meaning.ts'
import type { WrittenStep } from '#app/domain/plan.ts'
import { stepAs } from './field.ts'

const before = stepAs({
  title: { nb: 'Sende skjema', nn: 'Sende skjema' },
  guidance: { nb: 'Bruk malen.' },
  scope: 'pair',
  responsible: 'kindergarten',
  confirmedBy: 'school',
})

describe('a change', () => {
  it.each<[string, Partial<WrittenStep>, Weight]>([
    ['nothing at all', {}, 'nothing'],
    ['another due day', { due: { kind: 'school start year', month: 6, day: 1 } }, 'nothing'],
    ['another law', { legalBasis: [{ code: 'X', title: { nb: 'X' }, checkedOn: null }] }, 'nothing'],
    ['a translation that was missing', { title: { ...before.title, en: 'Send the form' } }, 'nothing'],
    ['guidance translated', { guidance: { nb: 'Bruk malen.', nn: 'Bruk malen.' } }, 'nothing'],
    ['a new title', { title: { nb: 'Sende skjemaet' } }, 'asks'],
    ['a translation that says something else', { title: { nb: 'Sende skjema', nn: 'Levere skjema' } }, 'asks'],
    ['a translation taken away', { title: { nb: 'Sende skjema' } }, 'asks'],
    ['new guidance', { guidance: { nb: 'Bruk den nye malen.' } }, 'asks'],
    ['no guidance any more', { guidance: null }, 'asks'],
    ['somebody else who carries it out', { carriedOutBy: 'parents' }, 'asks'],
    ['nobody confirms', { confirmedBy: null }, 'asks'],
    ['now by law', { binding: 'law' }, 'asks'],
    ['about single children', { aboutSingleChildren: true }, 'asks'],
    ['left out by small pairs', { sparedSmallPairs: true }, 'nothing'],
    ['another side answers', { responsible: 'school', confirmedBy: 'kindergarten' }, 'meaning'],
    ['nobody answers yet', { responsible: null }, 'meaning'],
    ['asked elsewhere', { scope: 'school' }, 'meaning'],
    ['sensitive', { sensitive: true }, 'meaning'],
  ])('%s', (_, change, weight) => {
    expect(weightOf(before, { ...before, ...change })).toBe(weight)
  })

  it('of an element asks when either side reads otherwise', () => {
    const element = { id: 'e', kindergarten: { nb: 'Lek' }, school: { nb: 'Lek i pausene' }, meaning: 1 }
    expect(weightOfElement(element, element)).toBe('nothing')
    expect(weightOfElement(element, { ...element, school: { nb: 'Lek i timene' } })).toBe('asks')
    expect(weightOfElement(element, { ...element, school: { nb: 'Lek i pausene', en: 'Play' } })).toBe('nothing')
  })
})

describe('the meaning number', () => {
  it('law: is the old one, or one that no version has used', () => {
    const weights = fc.constantFrom<Weight[]>('nothing', 'asks', 'meaning')
    const meanings = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9))
      .map(([meaning, more]) => [meaning, meaning + more])
    fc.assert(
      fc.property(weights, fc.constantFrom(null, ...MEANT), meanings, (weight, meant, [meaning = 1, highest = 1]) => {
        const next = meaningAfter({ meaning }, weight, meant, highest)
        const opens = weight === 'meaning' || (weight === 'asks' && meant === 'meaning')
        expect(next).toBe(opens ? highest + 1 : meaning)
      }),
    )
  })

  it('of a step that is new begins at one', () => {
    expect(meaningAfter(null, 'nothing', null, 0)).toBe(1)
  })
})
