import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOrgNumber, readOrgNumber } from '#app/domain/org-number.ts'

describe('an organisation number', () => {
  it.each(['974582465', '974725320', '999100007'])('%s is one', (digits) => {
    expect(isOrgNumber(digits)).toBe(true)
  })

  it.each(['974582466', '974725321', '123456785', '97458246', '9745824655', '', '97458246x', '٩٧٤٥٨٢٤٦٥'])(
    '%s is none',
    (digits) => {
      expect(isOrgNumber(digits)).toBe(false)
    },
  )

  it.each(['974 582 465', ' 974582465\n', '974\u00a0582\u00a0465'])('%j is read without its spaces', (text) => {
    expect(readOrgNumber(text)).toBe('974582465')
  })

  it('has one last digit at most: no wrong digit goes unseen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 80_000_000, max: 99_999_999 }), (start) => {
        const right = Array.from({ length: 10 }, (_, last) => `${start}${last}`).filter(isOrgNumber)
        expect(right.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
