import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { draftedFrom, isEditionOf } from '#app/domain/draft-from-file.ts'
import type { PlanContent } from '#app/domain/plan.ts'
import { ELEMENTS, FJORDVIK_PLAN } from '#db/seed/fjordvik-plan.ts'
import { anyContent } from './any-plan.ts'

const highestIn = (content: PlanContent) =>
  Object.fromEntries([...editionsIn(content)].map(({ id, meaning }) => [id, meaning]))

function editionsIn({ routines, framework }: PlanContent) {
  return [...routines.flatMap(({ steps }) => steps), ...framework.flatMap(({ elements }) => elements)]
}

test('a file of the plan in force changes nothing', () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      expect(draftedFrom(content, content, highestIn(content))).toEqual(content)
    }),
  )
})

test('a meaning is one that no version used, the one in force, or waits for the editor', () => {
  fc.assert(
    fc.property(anyContent, anyContent, (file, base) => {
      const highest = highestIn(base)
      const before = new Map(editionsIn(base).map((edition) => [edition.id, edition.meaning]))
      for (const { id, meaning } of editionsIn(draftedFrom(file, base, highest))) {
        const used = highest[id] ?? 0
        expect(meaning === 0 || meaning > used || meaning === before.get(id)).toBe(true)
        if (!before.has(id)) expect(meaning).toBeGreaterThan(0)
      }
    }),
  )
})

describe('a step that only an earlier version had', () => {
  it('opens with a meaning that no tick has', () => {
    const [routine] = FJORDVIK_PLAN.routines
    const id = routine?.steps[0]?.id ?? ''
    const drafted = draftedFrom(FJORDVIK_PLAN, null, { [id]: 4 })
    expect(drafted.routines[0]?.steps.map(({ meaning }) => meaning)).toEqual([5, 1, 1])
  })
})

describe('an element', () => {
  it('that was reworded waits for the editor; translated, it does not', () => {
    const reworded = (school: { nb: string; nn?: string }) => ({
      ...FJORDVIK_PLAN,
      framework: FJORDVIK_PLAN.framework.map((area) => ({
        ...area,
        elements: area.elements.map((each) => (each.id === ELEMENTS.friend ? { ...each, school } : each)),
      })),
    })
    const meaning = (file: PlanContent) =>
      editionsIn(draftedFrom(file, FJORDVIK_PLAN, {})).find(({ id }) => id === ELEMENTS.friend)?.meaning
    const before = FJORDVIK_PLAN.framework[0]?.elements.find(({ id }) => id === ELEMENTS.friend)?.school
    expect(meaning(reworded({ nb: 'Noe annet' }))).toBe(0)
    expect(meaning(reworded({ nb: before?.nb ?? '', ...before, nn: before?.nn ?? 'Noko' }))).toBe(1)
  })
})

test('another plan shares no identity', () => {
  const other = { ...FJORDVIK_PLAN, routines: [], framework: [] }
  expect(isEditionOf(other, FJORDVIK_PLAN)).toBe(false)
  expect(isEditionOf({ ...other, routines: FJORDVIK_PLAN.routines }, FJORDVIK_PLAN)).toBe(true)
  expect(isEditionOf({ ...other, framework: FJORDVIK_PLAN.framework }, FJORDVIK_PLAN)).toBe(true)
})
