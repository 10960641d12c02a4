import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import type { Instant } from '#app/domain/calendar.ts'
import {
  changedSince,
  inShort,
  isBlank,
  presentationFor,
  standingAt,
  type Presentation,
  type PresentationTalk,
} from '#app/domain/presentation.ts'

const AT = '2027-03-10T11:00:00.000Z' as Instant
const PAIR = 'pair'

const presentation = fc.record({
  pairId: fc.constantFrom(null, PAIR, 'another pair'),
  answers: fc.constantFrom({}, { together: 'De leker.' }, { together: 'De synger.', proud: 'Sangen.' }),
})
const written = fc
  .array(presentation, { maxLength: 6 })
  .map((all) =>
    all.map((each, at): Presentation => ({ ...each, id: `${at}`, kindergartenId: 'k', at: AT, by: 'Styrer' })),
  )

test('a school never reads what is for another, nor what is blank', () => {
  fc.assert(
    fc.property(written, (all) => {
      const current = presentationFor(all, PAIR)
      expect(current?.pairId ?? null).not.toBe('another pair')
      if (current) expect(isBlank(current.answers)).toBe(false)
      expect(current).toEqual(
        presentationFor(
          all.filter(({ pairId }) => pairId !== 'another pair'),
          PAIR,
        ),
      )
    }),
  )
})

test('somebody waits exactly where something is unread or a question stands open', () => {
  fc.assert(
    fc.property(written, fc.nat(5), fc.boolean(), fc.boolean(), fc.boolean(), (all, at, reads, asks, replies) => {
      const about = { presentationId: `${at}`, at: AT, by: 'Rektor' }
      const talk: PresentationTalk = {
        pairId: PAIR,
        read: reads ? [about] : [],
        question: asks ? { ...about, words: 'Hva?' } : null,
        reply: asks && replies ? { words: 'Slik.', at: AT, by: 'Styrer' } : null,
      }
      const { current, read, question, settled, waitsFor } = standingAt(PAIR, all, talk)
      const side = question && !settled ? 'kindergarten' : current && !read ? 'school' : null
      expect(waitsFor?.side ?? null).toBe(side)
    }),
  )
})

it('knows what changed since it was read', () => {
  const before = { answers: { together: 'De leker.', proud: 'Sangen.' } }
  expect(changedSince({ answers: { together: 'De leker.', build: 'Samling.' } }, before)).toEqual(['proud', 'build'])
  expect(changedSince(before, null)).toEqual([])
})

it.each([
  ['Kort.', 'Kort.'],
  [
    'Gruppa leker på tvers, og alle slipper til. Noen ganger blir det høylytt.',
    'Gruppa leker på tvers, og alle slipper til.',
  ],
  ['Vi er\nmange', 'Vi er mange'],
  [`${'Vi leker '.repeat(20)}`.trim(), `${'Vi leker '.repeat(12)}Vi …`],
])('%j in short', (words, short) => {
  expect(inShort(words)).toBe(short)
})

test('in short is never long, whatever was written', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600 }), (words) => {
      expect(inShort(words).length).toBeLessThanOrEqual(112)
    }),
  )
})
