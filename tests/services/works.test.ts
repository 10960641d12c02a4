import { expect, it, vi } from 'vitest'
import { worksOf, type Report } from '#app/services/works.server.ts'
import { world } from '#tests/world.ts'

const LONG = 60_000
const unheard = vi.fn()

/** A work that ends when it is told to. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let report: Report = () => undefined
  const work = (given: Report) => {
    report = given
    return promise
  }
  return { work, end: resolve, fail: reject, tell: (done: number) => report({ doing: 'reading', done, of: 10 }) }
}

it('answers with what a work came to, when that is there in time', async () => {
  const { db } = await world()
  const works = worksOf<string>('quick')
  expect(await works.begin(db, 'a', LONG, () => Promise.resolve('done'), unheard)).toBe('done')
  expect(await works.look(db, 'a')).toEqual({ outcome: 'done' })
})

it('goes on when patience has run out, tells how far it has come, and then what it came to', async () => {
  const { db } = await world()
  const works = worksOf<string>('slow')
  const { work, end, tell } = held()
  expect(await works.begin(db, 'a', 0, work, unheard)).toBeNull()
  expect(await works.look(db, 'a')).toEqual({ progress: { doing: 'opening', done: 0, of: null } })
  tell(7)
  expect(await works.look(db, 'a')).toEqual({ progress: { doing: 'reading', done: 7, of: 10 } })
  end('done')
  expect(await works.begin(db, 'a', LONG, work, unheard)).toBe('done')
  expect(await works.look(db, 'a')).toEqual({ outcome: 'done' })
})

it('under one key is done once at a time, and anew when it has ended', async () => {
  const { db } = await world()
  const works = worksOf<string>('joined')
  const { work, end } = held()
  const both = [
    works.begin(db, 'a', LONG, work, unheard),
    works.begin(db, 'a', LONG, () => Promise.resolve('another'), unheard),
  ]
  end('first')
  expect(await Promise.all(both)).toEqual(['first', 'first'])
  expect(await works.begin(db, 'a', LONG, () => Promise.resolve('another'), unheard)).toBe('another')
})

it('that fails says so to whoever waits, and once to whoever looks afterwards', async () => {
  const { db } = await world()
  const works = worksOf<string>('failing')
  const { work, fail } = held()
  expect(await works.begin(db, 'a', 0, work, unheard)).toBeNull()
  fail(new Error('no room on the disk'))
  await expect(works.begin(db, 'a', LONG, work, unheard)).rejects.toThrow('no room on the disk')
  await expect(works.look(db, 'a')).rejects.toThrow('no room on the disk')
  expect(await works.look(db, 'a')).toBeNull()
})

it('that fails when nobody waits any more is told of at once, and once however many waited', async () => {
  const { db } = await world()
  const works = worksOf<string>('unheard')
  const { work, fail } = held()
  const told = vi.fn()
  await works.begin(db, 'a', 0, work, told)
  await works.begin(db, 'a', 0, work, told)
  const waiting = works.begin(db, 'a', LONG, work, told)
  const thrown = new Error('no room on the disk')
  fail(thrown)
  await expect(waiting).rejects.toBe(thrown)
  expect(told.mock.calls).toEqual([[thrown]])
})

it('that fails while somebody waits is theirs to hear', async () => {
  const { db } = await world()
  const works = worksOf<string>('heard')
  const told = vi.fn()
  const thrown = new Error('no room on the disk')
  await expect(works.begin(db, 'a', LONG, () => Promise.reject(thrown), told)).rejects.toBe(thrown)
  expect(told).not.toHaveBeenCalled()
})

it('of another database, or that nobody began, is not known', async () => {
  const [one, another] = [await world(), await world()]
  const works = worksOf<string>('apart')
  await works.begin(one.db, 'a', LONG, () => Promise.resolve('done'), unheard)
  expect(await works.look(another.db, 'a')).toBeNull()
  expect(await works.look(one.db, 'b')).toBeNull()
})

it('is forgotten when twenty others have ended since, but never while it is under way', async () => {
  const { db } = await world()
  const works = worksOf<string>('many')
  const { work } = held()
  await works.begin(db, 'under way', 0, work, unheard)
  for (let number = 0; number <= 20; number += 1) {
    await works.begin(db, String(number), LONG, () => Promise.resolve('done'), unheard)
  }
  expect(await works.look(db, '0')).toBeNull()
  expect(await works.look(db, '1')).toEqual({ outcome: 'done' })
  expect(await works.look(db, 'under way')).toHaveProperty('progress')
})
