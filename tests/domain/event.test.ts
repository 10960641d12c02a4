import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CHAIN_START,
  EVENT_KINDS,
  firstBreak,
  sealedText,
  type ChainedEvent,
  type Happening,
} from '#app/domain/event.ts'
import { saidAt } from './field.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function chain(happenings: readonly Happening[]): ChainedEvent[] {
  let previousHash = CHAIN_START
  return happenings.map((happening) => {
    const hash = sha256(sealedText(previousHash, happening))
    const event = { ...happening, previousHash, hash }
    previousHash = hash
    return event
  })
}

const anyWord = fc.string({ minLength: 1, maxLength: 6 }).filter((word) => word !== '__proto__')
const anyHappening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom(...EVENT_KINDS),
  at: fc.integer({ min: 1, max: 300 }).map(saidAt),
  personId: fc.option(anyWord),
  content: fc.dictionary(anyWord, fc.oneof(anyWord, fc.integer(), fc.constant(null)), { noNullPrototype: true }),
})
const anyChain = fc.array(anyHappening, { minLength: 1, maxLength: 6 }).map(chain)

const TICKED: Happening = {
  kind: 'step ticked',
  at: saidAt(1),
  personId: 'styrer-blåklokka',
  content: { placeId: 'p1', stepId: 's1', children: 7, note: null },
}

describe('the chain of events', () => {
  it('is whole where nothing was changed', () => {
    expect(firstBreak([], sha256)).toBeNull()
    fc.assert(
      fc.property(anyChain, (events) => {
        expect(firstBreak(events, sha256)).toBeNull()
      }),
    )
  })

  it('is whole whatever order the content comes back in', () => {
    const [event] = chain([TICKED])
    const turned = Object.fromEntries(Object.entries(TICKED.content).toReversed())
    expect(Object.keys(turned)).toEqual(['note', 'children', 'stepId', 'placeId'])
    expect(firstBreak([{ ...event!, content: turned }], sha256)).toBeNull()
  })

  it.each<[string, Partial<ChainedEvent>]>([
    ['the kind', { kind: 'tick withdrawn' }],
    ['the moment', { at: saidAt(2) }],
    ['the person', { personId: 'styrer-linnea' }],
    ['a person taken out', { personId: null }],
    ['a word of the content', { content: { ...TICKED.content, stepId: 's2' } }],
    ['a number turned into text', { content: { ...TICKED.content, children: '7' } }],
    ['nothing turned into the word for it', { content: { ...TICKED.content, note: 'null' } }],
    ['a name of the content', { content: { placeId: 'p1', stepID: 's1', children: 7, note: null } }],
    ['something added', { content: { ...TICKED.content, more: 1 } }],
    ['the hash', { hash: sha256('other') }],
    ['what it points back to', { previousHash: sha256('other') }],
  ])('breaks at the event where somebody changed %s', (_, change) => {
    const events = chain([TICKED, TICKED, TICKED])
    expect(firstBreak(events.with(1, { ...events[1]!, ...change }), sha256)).toBe(1)
  })

  it('breaks after an event that was taken out, and where two changed places', () => {
    const events = chain([1, 2, 3, 4].map((number) => ({ ...TICKED, at: saidAt(number) })))
    expect(firstBreak(events.toSpliced(1, 1), sha256)).toBe(1)
    expect(firstBreak(events.toSpliced(0, 1), sha256)).toBe(0)
    expect(firstBreak([events[0]!, events[2]!, events[1]!, events[3]!], sha256)).toBe(1)
  })

  it('breaks at the next event where one was changed and sealed anew', () => {
    const events = chain([TICKED, TICKED, TICKED])
    const [forged] = chain([{ ...TICKED, personId: 'somebody else' }])
    expect(firstBreak(events.with(0, forged!), sha256)).toBe(1)
  })

  it('law: any flipped character is found where it was flipped', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), fc.nat(), (events, someEvent, someCharacter) => {
        const at = someEvent % events.length
        const flipped = withFlippedCharacter(events[at]!, someCharacter)
        expect(firstBreak(events.with(at, flipped), sha256)).toBe(at)
      }),
      { numRuns: 500 },
    )
  })
})

/** One character somewhere in what an event says exchanged for another. */
function withFlippedCharacter(event: ChainedEvent, where: number): ChainedEvent {
  const { kind, at, personId, previousHash, hash, content } = event
  const own = Object.entries({ kind, at, personId, previousHash, hash }).map(([name, value]) => ({
    value,
    changed: (text: string) => ({ ...event, [name]: text }),
  }))
  const told = Object.entries(content).map(([name, value]) => ({
    value,
    changed: (text: string) => ({ ...event, content: { ...content, [name]: text } }),
  }))
  const places = [...own, ...told].flatMap(({ value, changed }) =>
    typeof value === 'string' ? [{ value, changed }] : [],
  )
  const { value, changed } = places[where % places.length]!
  const index = where % value.length
  return changed(value.slice(0, index) + (value[index] === 'a' ? 'b' : 'a') + value.slice(index + 1))
}
