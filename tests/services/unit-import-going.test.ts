import { setImmediate } from 'node:timers/promises'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SignedIn } from '#app/services/context.server.ts'
import { beginCarryingOut, beginReading, readCarryingOut, readReading } from '#app/services/unit-import-going.server.ts'
import { keepSentFiles, readImport, type ReadOutcome } from '#app/services/unit-import.server.ts'
import { openDatabase } from '#db/connection.ts'
import { BLUEBELL, PEOPLE } from '#db/seed/fjordvik.ts'
import type { Progress, Report } from '#app/services/works.server.ts'
import { world, type World } from '#tests/world.ts'
import { takesOf } from './unit-importing.ts'

const unheard = vi.fn()

let here: World
let adviser: SignedIn
beforeEach(async () => {
  here = await world()
  adviser = here.as('adviser')
})

const tableOf = (count: number) =>
  `Navn;Eierform\n${Array.from({ length: count }, (_, at) => `Nr ${at} barnehage;Privat`).join('\n')}`

const reads =
  (count: number, form: string, context = adviser) =>
  (report: Report): Promise<ReadOutcome> =>
    keepSentFiles(context, { files: [{ name: 't', words: tableOf(count) }], neighbours: [] }, form, report)

async function ended<Looked extends { outcome: unknown }>(
  look: () => Promise<{ progress: Progress } | Looked | null>,
): Promise<Looked> {
  for (;;) {
    const looked = await look()
    if (looked && 'outcome' in looked) return looked
    await setImmediate()
  }
}

/** The same municipality after the process was stopped and started: what was in memory is gone. */
function restarted(context: SignedIn): SignedIn {
  return { ...context, db: openDatabase(here.sqlite.serialize()).db }
}

describe('reading', () => {
  it('of a usual file leads straight to what would happen', async () => {
    expect(await beginReading(adviser, 'f', reads(40, 'f'), unheard, 60_000)).toMatchObject({
      ids: [expect.any(String)],
    })
  })

  it('that takes longer tells row by row how far it has come, and others are served', async () => {
    const told: Progress[] = []
    const begun = await beginReading(
      adviser,
      'f',
      (report) =>
        reads(
          3500,
          'f',
        )((progress) => {
          told.push(progress)
          report(progress)
        }),
      unheard,
      0,
    )
    if (!('reading' in begun)) throw new Error('It did not take longer')
    const { outcome } = await ended(() => readReading(adviser, begun.reading))
    expect(outcome).toMatchObject({ ids: [expect.any(String)] })
    expect(told).toEqual([
      { doing: 'opening', done: 0, of: null },
      ...[1000, 2000, 3000].map((done) => ({ doing: 'reading', done, of: 3501 })),
    ])
  })

  it('is joined by the same form sent again, and known by what it came to after a restart', async () => {
    const both = await Promise.all([
      beginReading(adviser, 'f', reads(40, 'f'), unheard, 60_000),
      beginReading(adviser, 'f', reads(40, 'f'), unheard, 60_000),
    ])
    expect(both[0]).toEqual(both[1])
    const { reading } = (await beginReading(adviser, 'f', () => new Promise(() => undefined), unheard, 0)) as {
      reading: string
    }
    expect(await readReading(restarted(adviser), reading)).toEqual({ outcome: both[0] })
  })

  it('that was cut off has kept nothing, and is not known', async () => {
    const begun = await beginReading(adviser, 'f', reads(3500, 'f'), unheard, 0)
    const after = restarted(adviser)
    expect(await readReading(after, (begun as { reading: string }).reading)).toBeNull()
    expect(await after.db.selectFrom('unit_import').select('id').execute()).toEqual([])
  })

  it('that stops when nobody waits any more says so to whoever keeps the log', async () => {
    const { promise, reject } = Promise.withResolvers<ReadOutcome>()
    const stopped = Promise.withResolvers<unknown>()
    await beginReading(adviser, 'f', () => promise, stopped.resolve, 0)
    const thrown = new Error('no room on the disk')
    reject(thrown)
    expect(await stopped.promise).toBe(thrown)
  })

  it('refuses more units than any municipality has', async () => {
    const outcome = await beginReading(adviser, 'f', reads(20_001, 'f'), unheard, 60_000)
    expect(outcome).toMatchObject({ problems: [{ message: 'unitImport.tooManyUnits', values: { count: 20_001 } }] })
  })
})

describe('carrying out many', () => {
  let id: string
  beforeEach(async () => {
    const outcome = await reads(1200, 'read')(() => undefined)
    id = 'ids' in outcome ? outcome.ids[0]! : ''
  })

  const unitsAdded = (context: SignedIn) =>
    context.db.selectFrom('unit_change').select('unit_id').where('kind', '=', 'added').execute()

  it('is told of while it goes on, and is all there at its end', async () => {
    await beginCarryingOut(adviser, id, await takesOf(adviser, id), 'f', unheard)
    expect(await readCarryingOut(adviser, id)).toEqual({ progress: { doing: 'carrying out', done: 0, of: null } })
    expect(await unitsAdded(adviser)).toEqual([])
    expect(await ended(() => readCarryingOut(adviser, id))).toEqual({ outcome: { saved: true, first: true } })
    expect(await unitsAdded(adviser)).toHaveLength(1200)
  })

  it('by two advisers at once happens once', async () => {
    const another = here.asPerson(PEOPLE.secondAdviser)
    await beginCarryingOut(adviser, id, await takesOf(adviser, id), 'f', unheard)
    await beginCarryingOut(another, id, await takesOf(another, id), 'g', unheard)
    await ended(() => readCarryingOut(another, id))
    expect(await unitsAdded(adviser)).toHaveLength(1200)
    expect((await readImport(another, id)).head.carriedOut?.by).toBe(PEOPLE.adviser.name)
  })

  it('says what stopped it when something changed since it was looked over', async () => {
    const takes = await takesOf(adviser, id)
    here.sqlite.prepare("update unit set name = 'Nr 7 barnehage' where id = ?").run(BLUEBELL)
    await beginCarryingOut(adviser, id, takes, 'f', unheard)
    expect(await ended(() => readCarryingOut(adviser, id))).toMatchObject({
      outcome: { saved: false, problems: [{ message: 'unitImport.otherwise' }] },
    })
    expect(await unitsAdded(adviser)).toEqual([])
  })

  it('that fails says so to whoever keeps the log, though nobody comes to look', async () => {
    const takes = await takesOf(adviser, id)
    here.sqlite.exec("create trigger full before insert on unit begin select raise(abort, 'no room on the disk'); end")
    const stopped = Promise.withResolvers<unknown>()
    await beginCarryingOut(adviser, id, takes, 'f', stopped.resolve)
    expect(await stopped.promise).toMatchObject({ message: 'no room on the disk' })
    expect(await unitsAdded(adviser)).toEqual([])
  })

  it('that was cut off has done nothing, and can be begun again', async () => {
    const takes = await takesOf(adviser, id)
    await beginCarryingOut(adviser, id, takes, 'f', unheard)
    const after = restarted(adviser)
    expect(await readCarryingOut(after, id)).toBeNull()
    expect(await unitsAdded(after)).toEqual([])
    await beginCarryingOut(after, id, takes, 'f', unheard)
    await ended(() => readCarryingOut(after, id))
    expect(await unitsAdded(after)).toHaveLength(1200)
  })
})

it('is for advisers', async () => {
  const director = here.as('director', BLUEBELL)
  const refused = { code: 'not found' }
  await expect(beginReading(director, 'f', reads(1, 'f'), unheard)).rejects.toMatchObject(refused)
  await expect(readReading(director, 'x')).rejects.toMatchObject(refused)
  await expect(beginCarryingOut(director, 'x', { chosen: [], seen: '' }, 'f', unheard)).rejects.toMatchObject(refused)
  await expect(readCarryingOut(director, 'x')).rejects.toMatchObject(refused)
})
