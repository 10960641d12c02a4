import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays } from '#app/domain/calendar.ts'
import type { NewUnit } from '#app/domain/new-unit.ts'
import { openCycle, readOpening } from '#app/services/opening.server.ts'
import { readOverview } from '#app/services/overview.server.ts'
import { readChecklist } from '#app/services/places.server.ts'
import { changeOwner, closeUnit, readChangeable, renameUnit, reopenUnit } from '#app/services/unit-changes.server.ts'
import { addUnit, closingOf, readUnit, readUnits } from '#app/services/units.server.ts'
import {
  BLUEBELL,
  FJORDVIK_SCHOOL,
  LINGONBERRY,
  NES_SCHOOL,
  PAIRS,
  SUNBEAM,
  VIKABYGD_SCHOOL,
} from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

const REASON = 'Vedtak i kommunestyret'
let forms = 0
const form = () => `form ${(forms += 1)}`

const NEW: NewUnit = {
  kind: 'kindergarten',
  name: 'Linnea barnehage',
  orgNumber: '974582465',
  owner: { name: 'Linnea AS', ownership: 'private' },
  externalMunicipality: null,
  openedOn: day('2027-03-10'),
}

async function seenAt(here: World, unitId: string): Promise<number> {
  return (await readChangeable(here.as('adviser'), unitId)).seen
}

async function rename(here: World, unitId: string, name: string, from: string) {
  const said = { name, from: day(from), reason: REASON, seen: await seenAt(here, unitId) }
  return renameUnit(here.as('adviser'), unitId, said, form())
}

async function close(here: World, unitId: string, from: string, into: string | null = null) {
  const said = { into, from: day(from), reason: REASON, seen: await seenAt(here, unitId) }
  return closeUnit(here.as('adviser'), unitId, said, form())
}

async function reopen(here: World, unitId: string, from: string) {
  const said = { from: day(from), reason: REASON, seen: await seenAt(here, unitId) }
  return reopenUnit(here.as('adviser'), unitId, said, form())
}

const SAVED = { saved: true, first: true }
const refused = (...messages: string[]) => ({
  saved: false,
  problems: messages.map((message) => expect.objectContaining({ message }) as object),
})

/** The unit as a cycle has it; null where it has none. */
async function inCycle({ db }: World, year: number, unitId: string) {
  const row = await db
    .selectFrom('unit_in_cycle')
    .select(['name', 'ownership', 'owner_id', 'closed_day'])
    .where('cycle_year', '=', year)
    .where('id', '=', unitId)
    .executeTakeFirst()
  return row ?? null
}

const nameIn = async (here: World, year: number, unitId: string) => (await inCycle(here, year, unitId))?.name ?? null

describe('reading units', () => {
  it('shows an adviser and an observer all, others their own', async () => {
    const here = await world()
    const idsFor = async (...seat: Parameters<World['as']>) =>
      (await readUnits(here.as(...seat))).units.map(({ id }) => id)
    expect(await idsFor('adviser')).toHaveLength(7)
    expect(await idsFor('observer')).toHaveLength(7)
    expect(await idsFor('director', BLUEBELL)).toEqual([BLUEBELL])
    expect((await idsFor('owner')).toSorted()).toEqual([LINGONBERRY, SUNBEAM].toSorted())
  })

  it('does not show a director another unit', async () => {
    const here = await world()
    await expect(readUnit(here.as('director', BLUEBELL), LINGONBERRY)).rejects.toThrow('not found')
    await expect(readUnit(here.as('adviser'), 'nowhere')).rejects.toThrow('not found')
    await expect(readChangeable(here.as('director', BLUEBELL), BLUEBELL)).rejects.toThrow('not allowed')
    await expect(readChangeable(here.as('observer'), BLUEBELL)).rejects.toThrow('not allowed')
  })

  it('has the places of each cycle, a neighbour’s only where it has a pair', async () => {
    const here = await world()
    const placesOf = async (unitId: string) =>
      (await readUnit(here.as('adviser'), unitId)).places.map(({ year, other }) => `${year} ${other ?? 'own'}`)
    expect(await placesOf(BLUEBELL)).toEqual([
      '2027 own',
      '2027 Fjordvik skole',
      '2027 Nes skole',
      '2026 own',
      '2026 Fjordvik skole',
    ])
    expect(await placesOf(VIKABYGD_SCHOOL)).toEqual(['2027 own', '2027 Tyttebær barnehage'])
  })
})

describe('writing a unit in', () => {
  it('puts it in the running cycle and in none that is over, with its owner and a change', async () => {
    const here = await world()
    const outcome = await addUnit(here.as('adviser'), NEW, form())
    expect(outcome).toMatchObject(SAVED)
    const { unit, history } = await readUnit(here.as('adviser'), outcome.unitId ?? '')
    expect(unit).toMatchObject({ name: 'Linnea barnehage', orgNumber: '974582465', owner: { name: 'Linnea AS' } })
    expect(history.map(({ became }) => became.kind)).toEqual(['added'])
    expect(await inCycle(here, 2027, unit.id)).toMatchObject({ name: 'Linnea barnehage', ownership: 'private' })
    expect(await inCycle(here, 2026, unit.id)).toBeNull()
  })

  it('happens once, however often the form is sent, and answers with the same unit', async () => {
    const here = await world()
    const [one, two] = [await addUnit(here.as('adviser'), NEW, 'same'), await addUnit(here.as('adviser'), NEW, 'same')]
    expect(two).toEqual({ saved: true, first: false, unitId: one.unitId })
    expect((await readUnits(here.as('adviser'))).units).toHaveLength(8)
  })

  it('refuses what is there, and leaves neither unit nor owner', async () => {
    const here = await world()
    const twice = { ...NEW, orgNumber: null, name: 'blåklokka barnehage' }
    expect(await addUnit(here.as('adviser'), twice, form())).toMatchObject(refused('nameTaken'))
    expect((await readUnits(here.as('adviser'))).units).toHaveLength(7)
    const owners = await here.db.selectFrom('owner').select('name').where('name', '=', 'Linnea AS').execute()
    expect(owners).toEqual([])
  })

  it('is the adviser’s alone', async () => {
    const here = await world()
    await expect(addUnit(here.as('observer'), NEW, form())).rejects.toThrow('not found')
    await expect(addUnit(here.as('director', BLUEBELL), NEW, form())).rejects.toThrow('not found')
  })
})

describe('a new name', () => {
  it('is in the running cycle, on the checklist and in the overview; a cycle that is over has the old one', async () => {
    const here = await world()
    expect(await rename(here, BLUEBELL, 'Nye Blåklokka barnehage', '2027-01-01')).toEqual(SAVED)
    expect(await nameIn(here, 2027, BLUEBELL)).toBe('Nye Blåklokka barnehage')
    expect(await nameIn(here, 2026, BLUEBELL)).toBe('Blåklokka barnehage')
    const now = await readChecklist(here.as('adviser'), 2027, PAIRS.bluebellFjordvik)
    const then = await readChecklist(here.as('adviser'), 2026, PAIRS.bluebellFjordvik2026)
    expect(now.place).toMatchObject({ kindergarten: { name: 'Nye Blåklokka barnehage' } })
    expect(then.place).toMatchObject({ kindergarten: { name: 'Blåklokka barnehage' } })
    const { standings } = await readOverview(here.as('adviser'), 2026)
    expect(JSON.stringify(standings.map(({ place }) => place))).not.toContain('Nye')
  })

  it('is an event, and two who say it at once do not both', async () => {
    const here = await world()
    const said = { from: day('2027-01-01'), reason: REASON, seen: await seenAt(here, BLUEBELL) }
    expect(await renameUnit(here.as('adviser'), BLUEBELL, { ...said, name: 'Fiolen' }, form())).toEqual(SAVED)
    const second = renameUnit(here.as('adviser'), BLUEBELL, { ...said, name: 'Nattfiolen' }, form())
    expect(await second).toMatchObject(refused('unitChangedMeanwhile'))
    expect(await nameIn(here, 2027, BLUEBELL)).toBe('Fiolen')
    const events = await here.db.selectFrom('event').select('content').where('kind', '=', 'unit changed').execute()
    expect(events.map(({ content }) => JSON.parse(content) as unknown)).toEqual([{ unit: BLUEBELL, what: 'renamed' }])
  })

  it.each([
    ['as before', 'Blåklokka barnehage', '2027-01-01', 'nameTheSame'],
    ['of another', 'Tyttebær barnehage', '2027-01-01', 'nameTaken'],
    ['in a cycle that is over', 'Fiolen', '2026-11-30', 'changeTooEarly'],
    ['ahead', 'Fiolen', '2027-03-11', 'changeAhead'],
    ['that is none', '', '2027-01-01', 'nameMissing'],
  ])('%s is refused, and nothing is saved', async (_, name, from, message) => {
    const here = await world()
    expect(await rename(here, BLUEBELL, name, from)).toMatchObject(refused(message))
    expect(await nameIn(here, 2027, BLUEBELL)).toBe('Blåklokka barnehage')
    expect((await readUnit(here.as('adviser'), BLUEBELL)).history).toEqual([])
  })

  it('in whichever order names come, a cycle that is over keeps its one name for good', async () => {
    const anyRenaming = fc.record({ name: fc.constantFrom('A', 'B', 'C', 'D'), days: fc.integer({ min: 0, max: 400 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(anyRenaming, { minLength: 1, maxLength: 8 }), async (renamings) => {
        const start = await world('2026-09-01')
        const kept = new Map<number, string | null>()
        let today = day('2026-09-01')
        let saved = 0
        for (const { name, days } of renamings) {
          today = plusDays(today, days)
          const here = start.at(today)
          const outcome = await rename(here, BLUEBELL, name, plusDays(today, -(days % 30)))
          if (outcome.saved) saved += 1
          for (const year of [2026, 2027]) {
            const now = await nameIn(here, year, BLUEBELL)
            expect(now).not.toBeNull()
            if (kept.has(year)) expect(now).toBe(kept.get(year))
            if (today > `${year}-11-30`) kept.set(year, now)
          }
        }
        const { unit, history } = await readUnit(start.at(today).as('adviser'), BLUEBELL)
        expect(history).toHaveLength(saved)
        const after = { kind: 'renamed', after: unit.name }
        if (saved > 0) expect(history[0]?.became).toMatchObject(after)
      }),
      { numRuns: 15 },
    )
  }, 30_000)
})

describe('a new owner', () => {
  it('makes a municipal unit private from a day on, and sees it; the one before sees it no more', async () => {
    const here = await world()
    const said = { from: day('2027-01-01'), reason: REASON, seen: 0 }
    const owner = { name: 'Solstrålen SA', ownership: 'private' } as const
    expect(await changeOwner(here.as('adviser'), BLUEBELL, { ...said, owner }, form())).toEqual(SAVED)
    expect(await inCycle(here, 2027, BLUEBELL)).toMatchObject({ ownership: 'private' })
    expect(await inCycle(here, 2026, BLUEBELL)).toMatchObject({ ownership: 'municipal' })
    const { history, names } = await readUnit(here.as('adviser'), BLUEBELL)
    const [line] = history
    if (line?.became.kind !== 'new owner') throw new Error('No new owner')
    expect([names.get(line.became.before), names.get(line.became.after)]).toEqual(['Fjordvik kommune', 'Solstrålen SA'])
  })

  it.each([
    [{ id: 'nobody' }, 'ownerMissing'],
    [null, 'ownerMissing'],
    [{ name: 'Fjordvik kommune', ownership: 'municipal' }, 'ownerTheSame'],
    [{ name: 'Fjordvik Barnehager AS', ownership: 'municipal' }, 'ownerIsOther'],
  ] as const)('chosen as %o is refused', async (owner, message) => {
    const here = await world()
    const said = { from: day('2027-01-01'), reason: REASON, seen: 0, owner }
    expect(await changeOwner(here.as('adviser'), BLUEBELL, said, form())).toMatchObject(refused(message))
  })
})

describe('closing', () => {
  it('keeps pairs and ticks, says which pairs and seats are left, and who carries on', async () => {
    const here = await world()
    expect(await close(here, BLUEBELL, '2027-03-01', LINGONBERRY)).toEqual(SAVED)
    const { pairs, seats } = await readChangeable(here.as('adviser'), BLUEBELL)
    expect(pairs.map(({ placeId }) => placeId)).toEqual([PAIRS.bluebellFjordvik, PAIRS.bluebellNes])
    expect(seats).toHaveLength(3)
    const { successor } = await readUnit(here.as('adviser'), BLUEBELL)
    const { predecessors } = await readUnit(here.as('adviser'), LINGONBERRY)
    expect(successor?.id).toBe(LINGONBERRY)
    expect(predecessors).toEqual([{ id: BLUEBELL, name: 'Blåklokka barnehage', on: '2027-03-01' }])
    const { rows } = await readChecklist(here.as('adviser'), 2027, PAIRS.bluebellFjordvik)
    expect(rows.every(({ timing }) => timing === null)).toBe(true)
    expect(rows.every(({ due }) => due < '2027-03-01')).toBe(true)
  })

  it('before a cycle leaves it out there, unless it has pairs', async () => {
    const here = await world()
    await close(here, NES_SCHOOL, '2026-08-01')
    expect(await inCycle(here, 2027, NES_SCHOOL)).toMatchObject({ closed_day: '2026-08-01' })
    const added = await addUnit(here.as('adviser'), NEW, form())
    const id = added.unitId ?? ''
    await close(here, id, '2027-03-10')
    expect(await inCycle(here, 2027, id)).toBeNull()
    expect((await readUnit(here.as('adviser'), id)).unit.name).toBe('Linnea barnehage')
  })

  it('refuses a chain into what is closed, itself, and another kind', async () => {
    const here = await world()
    await close(here, SUNBEAM, '2027-03-01')
    expect(await close(here, BLUEBELL, '2027-03-05', SUNBEAM)).toMatchObject(refused('mergedIntoClosed'))
    expect(await close(here, BLUEBELL, '2027-03-05', BLUEBELL)).toMatchObject(refused('mergedIntoItself'))
    expect(await close(here, BLUEBELL, '2027-03-05', FJORDVIK_SCHOOL)).toMatchObject(refused('successorMissing'))
    expect(await close(here, BLUEBELL, '2026-07-31')).toMatchObject(refused('closingTooEarly'))
  })

  it('cannot be before the day another is merged into it', async () => {
    const here = await world()
    await close(here, BLUEBELL, '2027-08-01', LINGONBERRY)
    expect(await close(here, LINGONBERRY, '2027-06-01')).toMatchObject(refused('closingBeforeMerger'))
    expect(await close(here, LINGONBERRY, '2028-08-01')).toEqual(SAVED)
  })
})

describe('a place whose unit closes', () => {
  const closingFor = async (here: World, ...seat: Parameters<World['as']>) => {
    const context = here.as(...seat)
    return closingOf(context, (await readChecklist(context, 2027, PAIRS.bluebellFjordvik)).place)
  }

  it('says which, from when and what carries on, as a link for those who may read of it', async () => {
    const here = await world()
    expect(await closingFor(here, 'adviser')).toBeNull()
    await close(here, BLUEBELL, '2027-03-20', LINGONBERRY)
    const closing = { unit: 'Blåklokka barnehage', on: '2027-03-20', isClosed: false }
    const into = { id: LINGONBERRY, name: 'Tyttebær barnehage', isRead: true }
    expect(await closingFor(here, 'adviser')).toEqual({ ...closing, into })
    expect(await closingFor(here, 'principal', FJORDVIK_SCHOOL)).toEqual({
      ...closing,
      into: { ...into, isRead: false },
    })
    expect(await closingFor(here.at('2027-03-20'), 'adviser')).toMatchObject({ isClosed: true })
  })
})

describe('opening again', () => {
  it('gives the running cycle back, and leaves a cycle that is over as it was', async () => {
    const here = (await world('2026-10-01')).at('2026-10-01')
    await close(here, NES_SCHOOL, '2026-09-01')
    const later = here.at('2027-03-10')
    expect(await inCycle(later, 2026, NES_SCHOOL)).toMatchObject({ closed_day: '2026-09-01' })
    expect(await reopen(later, NES_SCHOOL, '2026-09-01')).toMatchObject(refused('openedInPastCycle'))
    expect(await reopen(later, NES_SCHOOL, '2027-03-10')).toEqual(SAVED)
    expect(await inCycle(later, 2026, NES_SCHOOL)).toMatchObject({ closed_day: '2026-09-01' })
    expect(await inCycle(later, 2027, NES_SCHOOL)).toMatchObject({ closed_day: null })
  })

  it('does not put it into cycles between', async () => {
    const start = await world('2025-09-01')
    const added = await addUnit(start.as('adviser'), { ...NEW, openedOn: day('2025-09-01') }, form())
    const id = added.unitId ?? ''
    await close(start.at('2026-09-15'), id, '2026-08-01')
    expect(await inCycle(start, 2027, id)).toBeNull()
    const later = start.at('2027-12-15')
    expect(await reopen(later, id, '2027-12-15')).toEqual(SAVED)
    expect(await inCycle(later, 2027, id)).toBeNull()
    expect(await inCycle(later, 2026, id)).toMatchObject({ closed_day: '2026-08-01' })
  })
})

describe('opening a cycle', () => {
  const opening = (pairs: { kindergartenId: string; schoolId: string }[], year = 2028) => {
    const version = { version: 1, firstSchoolDay: day(`${year}-08-17`), withoutPairs: false }
    return { year, pairs, ...version }
  }

  it('offers nothing that is closed by then, and refuses it', async () => {
    const here = await world()
    await close(here, BLUEBELL, '2027-08-01')
    const { units, suggested } = await readOpening(here.as('adviser'))
    expect([suggested.year, units.some(({ id }) => id === BLUEBELL)]).toEqual([2028, false])
    const pair = { kindergartenId: BLUEBELL, schoolId: FJORDVIK_SCHOOL }
    expect(await openCycle(here.as('adviser'), opening([pair]), form())).toMatchObject(refused('pairUnitClosed'))
  })

  it('takes what closes in it', async () => {
    const here = await world()
    await close(here, BLUEBELL, '2027-08-02')
    const pair = { kindergartenId: BLUEBELL, schoolId: FJORDVIK_SCHOOL }
    expect(await openCycle(here.as('adviser'), opening([pair]), form())).toEqual(SAVED)
  })
})
