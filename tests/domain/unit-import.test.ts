import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { chosenOf, compareImport, type Comparison, type Here, type KnownUnit } from '#app/domain/unit-import.ts'
import { readUnits, type ImportedUnit } from '#app/domain/unit-import-row.ts'

const row = (fields: Partial<ImportedUnit>): ImportedUnit => ({
  number: 1,
  kind: 'kindergarten',
  name: 'Nes barnehage',
  orgNumber: '974582465',
  ownership: 'municipal',
  owner: null,
  externalMunicipality: null,
  coordinates: null,
  ...fields,
})

const unit = (fields: Partial<KnownUnit>): KnownUnit => ({
  id: 'nes',
  kind: 'kindergarten',
  name: 'Nes barnehage',
  orgNumber: '974582465',
  owner: 'Fjordvik kommune',
  ownership: 'municipal',
  externalMunicipality: null,
  coordinates: null,
  openedOn: null,
  closedOn: null,
  ...fields,
})

function here(units: readonly KnownUnit[]): Here {
  return { municipality: 'Fjordvik', units, owners: units.map(({ owner: name, ownership }) => ({ name, ownership })) }
}

function compare(rows: readonly ImportedUnit[], units: readonly KnownUnit[] = [], whole = true): Comparison {
  const read = readUnits(
    rows.map((each) => ({ is: 'unit', unit: each })),
    whole,
  )
  return compareImport(read, 'kindergarten register', here(units))
}

/** In which list each row is, and which lists there are of units. */
function listsOf({ added, changed, same, aside }: Comparison): [list: string, name: string, number: string | null][] {
  const lists = { added, changed, same, aside }
  return Object.entries(lists).flatMap(([list, all]) =>
    all.map(({ row }): [string, string, string | null] => [list, row.name, row.orgNumber]),
  )
}

describe('a row', () => {
  it('that nobody here has is new, and belongs to the municipality or to an owner to go by', () => {
    const { added } = compare([row({}), row({ number: 2, name: 'Sol', orgNumber: '974725320', ownership: 'private' })])
    expect(added.map(({ row }) => row.owned)).toEqual([
      { name: 'Fjordvik kommune', ownership: 'municipal' },
      { name: 'Eier av Sol', ownership: 'private' },
    ])
  })

  it('of a neighbour belongs to the neighbour', () => {
    expect(compare([row({ externalMunicipality: 'Vikabygd' })]).added[0]?.row.owned.name).toBe('Vikabygd kommune')
  })

  it('with the number of a unit here is about that unit, whatever it is called', () => {
    const { changed } = compare(
      [row({ name: 'Nes natur' })],
      [unit({}), unit({ id: 'x', name: 'Nes natur', orgNumber: null })],
    )
    expect(changed).toMatchObject([
      { unit: { id: 'nes' }, differences: [{ what: 'name', before: 'Nes barnehage', after: 'Nes natur' }] },
    ])
  })

  it('without a number is not about a unit whose number another row has', () => {
    const rows = [row({ name: 'Sol barnehage' }), row({ number: 2, orgNumber: null })]
    const { changed, added } = compare(rows, [unit({})])
    expect(changed.map(({ row }) => row.number)).toEqual([1])
    expect(added.map(({ row }) => row.number)).toEqual([2])
  })

  it('with the name of a unit without a number gives it its number', () => {
    const { changed } = compare([row({ name: 'NES  barnehage' })], [unit({ orgNumber: null })])
    expect(changed[0]?.differences).toEqual([
      { what: 'name', before: 'Nes barnehage', after: 'NES  barnehage' },
      { what: 'org number', before: null, after: '974582465' },
    ])
  })

  it('says owner and place: before and after', () => {
    const coordinates = { latitude: 61.1, longitude: 10.4 }
    const { changed } = compare([row({ ownership: 'private', coordinates })], [unit({})])
    expect(changed[0]?.differences).toEqual([
      {
        what: 'owner',
        before: { name: 'Fjordvik kommune', ownership: 'municipal' },
        after: { name: 'Eier av Nes barnehage', ownership: 'private' },
      },
      { what: 'coordinates', before: null, after: coordinates },
    ])
  })

  it('that does not say it all changes nothing of the rest', () => {
    const told = unit({ coordinates: { latitude: 61.1, longitude: 10.4 }, owner: 'Sol AS', ownership: 'private' })
    expect(compare([row({ orgNumber: null, ownership: null })], [told]).same).toHaveLength(1)
    expect(compare([row({ ownership: 'private' })], [told]).same).toHaveLength(1)
  })

  it.each([
    ['same number twice', [row({}), row({ number: 2, name: 'Sol' })], []],
    ['same name twice', [row({ orgNumber: null }), row({ orgNumber: null, number: 2 })], []],
    ['several here', [row({ orgNumber: null })], [unit({}), unit({ id: 'x', orgNumber: '974725320' })]],
    ['other kind here', [row({})], [unit({ kind: 'school' })]],
    ['neighbour here', [row({})], [unit({ externalMunicipality: 'Vikabygd' })]],
    ['closed here', [row({})], [unit({ closedOn: day('2026-08-01') })]],
    ['ownership not said', [row({ ownership: null })], []],
    [
      'owner is otherwise',
      [row({ owner: 'fjordvik kommune', ownership: 'private' })],
      [unit({ id: 'x', name: 'X', orgNumber: null })],
    ],
  ] as const)('is set aside: %s', (why, rows, units) => {
    const { aside, added, changed } = compare(rows, units)
    expect(aside.map((each) => each.why)).toEqual(rows.map(() => why))
    expect([...added, ...changed]).toEqual([])
  })

  it('that an import added and that was undone comes back as itself', () => {
    const undone = unit({ openedOn: day('2027-03-10'), closedOn: day('2027-03-10') })
    expect(compare([row({})], [undone]).added).toMatchObject([{ again: { id: 'nes' } }])
    const { aside } = compare([row({})], [undone, unit({ id: 'by hand', orgNumber: null })])
    expect(aside).toMatchObject([{ why: 'several here' }])
  })
})

describe('a unit here', () => {
  const other = row({ orgNumber: '974725320', name: 'Sol' })

  it('that the whole list of its kind does not have is gone', () => {
    const units = [
      unit({}),
      unit({ id: 'no number', name: 'A', orgNumber: null }),
      unit({ id: 'school', name: 'B', kind: 'school', orgNumber: '1' }),
      unit({ id: 'neighbour', name: 'C', externalMunicipality: 'Vikabygd', orgNumber: '2' }),
      unit({ id: 'closed', name: 'D', closedOn: day('2026-08-01'), orgNumber: '3' }),
    ]
    expect(compare([other], units).gone.map(({ unit }) => unit.id)).toEqual(['nes'])
    expect(compare([other], units, false).gone).toEqual([])
  })

  it('that the register says has ended is gone, with that', () => {
    const read = { ...readUnits([{ is: 'unit', unit: other }], true), inactive: ['974582465'] }
    expect(compareImport(read, 'kindergarten register', here([unit({})])).gone).toMatchObject([{ inactive: true }])
  })
})

describe('what is chosen', () => {
  const comparison = compare([row({}), row({ number: 2, name: 'Sol', orgNumber: '974725320' })])
  it('is taken in, and nothing else', () => {
    expect(chosenOf(comparison, [2]).added.map(({ row }) => row.number)).toEqual([2])
    expect(chosenOf(comparison, [7]).added).toEqual([])
  })

  it('has with it what is too much to choose among', () => {
    const many = compare(
      Array.from({ length: 1003 }, (_, at) => row({ number: at, name: `Nr ${at}`, orgNumber: null })),
    )
    expect(chosenOf(many, [5]).added.map(({ row }) => row.number)).toEqual([5, 1000, 1001, 1002])
  })
})

// Laws -------------------------------------------------------------------------------------------------------------

const names = fc.constantFrom('Nes', 'nes', 'Sol', 'Elv', 'Å s')
const numbers = fc.constantFrom(null, '974582465', '974725320', '999100007', '999100015')
const anyRow = fc.record({
  kind: fc.constantFrom('kindergarten', 'school'),
  name: names,
  orgNumber: numbers,
  ownership: fc.constantFrom('municipal', 'private', null),
  owner: fc.constantFrom(null, null, 'Fjordvik kommune', 'Sol AS'),
  externalMunicipality: fc.constantFrom(null, null, 'Vikabygd'),
  coordinates: fc.constantFrom(null, { latitude: 61.1, longitude: 10.4 }),
})
const anyRows = fc
  .array(anyRow, { maxLength: 8 })
  .map((rows) =>
    rows.map((each, at): ImportedUnit => ({ ...each, owner: each.ownership && each.owner, number: at + 1 })),
  )
const anyUnits = fc
  .array(
    fc.record({
      kind: fc.constantFrom('kindergarten', 'school'),
      name: names,
      orgNumber: numbers,
      owned: fc.constantFrom(
        { owner: 'Fjordvik kommune', ownership: 'municipal' },
        { owner: 'Sol AS', ownership: 'private' },
      ),
      externalMunicipality: fc.constantFrom(null, null, 'Vikabygd'),
      closedOn: fc.constantFrom(null, null, null, day('2026-08-01')),
      openedOn: fc.constantFrom(null, day('2026-08-01')),
    }),
    { maxLength: 6 },
  )
  .map((units) => {
    const taken = new Set<string>()
    return units.map(({ owned, ...each }, at): KnownUnit => {
      const orgNumber = each.orgNumber === null || taken.has(each.orgNumber) ? null : each.orgNumber
      if (orgNumber !== null) taken.add(orgNumber)
      return unit({ ...each, ...owned, orgNumber, id: `unit ${at}` })
    })
  })

/** The units after everything that could be taken in was. */
function carriedOut({ added, changed }: Comparison, units: readonly KnownUnit[]): KnownUnit[] {
  const after = new Map(units.map((each) => [each.id, each]))
  for (const { row, again } of added) {
    const { kind, name, orgNumber, externalMunicipality, coordinates, owned } = row
    const id = again?.id ?? `new ${row.number}`
    after.set(id, { id, kind, name, orgNumber, externalMunicipality, coordinates, owner: owned.name, ownership: owned.ownership, openedOn: day('2027-03-10'), closedOn: null }) // prettier-ignore
  }
  for (const {
    unit: { id },
    differences,
  } of changed) {
    for (const difference of differences) {
      const now = after.get(id)!
      if (difference.what === 'name') after.set(id, { ...now, name: difference.after })
      if (difference.what === 'org number') after.set(id, { ...now, orgNumber: difference.after })
      if (difference.what === 'coordinates') after.set(id, { ...now, coordinates: difference.after })
      if (difference.what === 'owner') {
        after.set(id, { ...now, owner: difference.after.name, ownership: difference.after.ownership })
      }
    }
  }
  return [...after.values()]
}

describe('whatever is compared', () => {
  it('each row is in exactly one list', () => {
    fc.assert(
      fc.property(anyRows, anyUnits, (rows, units) => {
        const { added, changed, same, aside } = compare(rows, units)
        const numbers = [...added, ...changed, ...same, ...aside].map(({ row }) => row.number)
        expect(numbers.toSorted((a, b) => a - b)).toEqual(rows.map(({ number }) => number))
      }),
    )
  })

  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(anyRows, anyUnits, fc.func(fc.integer()), (rows, units, key) => {
        const other = rows.toSorted((a, b) => key(a.number) - key(b.number))
        const asText = (comparison: Comparison) =>
          listsOf(comparison)
            .map((each) => JSON.stringify(each))
            .sort()
        expect(asText(compare(other, units))).toEqual(asText(compare(rows, units)))
      }),
    )
  })

  it('no unit is changed by two rows, and no number is given to two units', () => {
    fc.assert(
      fc.property(anyRows, anyUnits, (rows, units) => {
        const comparison = compare(rows, units)
        const touched = [...comparison.changed, ...comparison.same].map(({ unit }) => unit.id)
        expect(new Set(touched).size).toBe(touched.length)
        const numbers = carriedOut(comparison, units).flatMap(({ orgNumber }) => orgNumber ?? [])
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
    )
  })

  it('a file that was carried out is all the same', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const first = compare(rows)
        const after = compare(rows, carriedOut(first, []))
        expect(after.changed).toEqual([])
        expect(after.added).toEqual([])
        expect(after.same.length).toBe(first.added.length)
      }),
    )
  })
})
