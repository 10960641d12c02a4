// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, test } from 'vitest'
import { PlaceClosed } from '#app/components/place-closed.tsx'
import { UnitHistory, type UnitHistoryView } from '#app/components/unit-history.tsx'
import { UnitTable, type UnitRowView } from '#app/components/unit-table.tsx'
import { day, instant } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import type { Became } from '#app/domain/unit-change-history.ts'
import { show } from './render.tsx'

afterEach(cleanup)

const SAID = { reason: null, at: instant('2027-03-10T09:00:00Z'), by: 'Rådgiver', ahead: false, corrects: false }

function lineAs(became: Became, changes: Partial<UnitHistoryView> = {}): UnitHistoryView {
  return { ...SAID, from: day('2026-08-01'), ...became, ...changes } as UnitHistoryView
}

const renamed = { kind: 'renamed', before: 'Solbakken barnehage', after: 'Bakken barnehage' } as const
const merged = { kind: 'closed', into: 'Bakken barnehage', cameTrue: true } as const

describe('a line of the history', () => {
  it.each<[string, UnitHistoryView, Language, string]>([
    ['a name', lineAs(renamed), 'nb', 'Het Solbakken barnehage til 1. august 2026, deretter Bakken barnehage.'],
    ['in nynorsk', lineAs(renamed), 'nn', 'Heitte Solbakken barnehage til 1. august 2026, deretter Bakken barnehage.'],
    ['a name mended', lineAs(renamed, { corrects: true }), 'nb', 'rettet fra Solbakken barnehage til Bakken barnehage'],
    ['an owner', lineAs({ kind: 'new owner', before: 'A', after: 'B' }), 'nb', 'Eier var A til 1. august 2026'],
    [
      'a first number',
      lineAs({ kind: 'new number', before: null, after: '974' }),
      'nb',
      'Fikk organisasjonsnummeret 974',
    ],
    ['a merger', lineAs(merged), 'nb', 'Slått sammen med Bakken barnehage fra 1. august 2026.'],
    [
      'a merger ahead',
      lineAs(merged, { ahead: true }),
      'en',
      'Will be merged into Bakken barnehage from 1 August 2026.',
    ],
    ['a closing', lineAs({ ...merged, into: null }), 'nb', 'Nedlagt fra 1. august 2026.'],
    ['one that was changed', lineAs({ ...merged, cameTrue: false }), 'nb', 'Skulle vært nedlagt fra 1. august 2026.'],
    ['opening again', lineAs({ kind: 'reopened', hadClosed: true }), 'nb', 'Åpnet igjen 1. august 2026.'],
    ['not closing after all', lineAs({ kind: 'reopened', hadClosed: false }), 'nb', 'Skal likevel ikke legges ned.'],
    ['coming in', lineAs({ kind: 'added' }), 'nb', 'Med i planen fra 1. august 2026.'],
  ])('%s', (_, line, language, words) => {
    show(<UnitHistory lines={[line]} />, language)
    expect(screen.getByRole('listitem').textContent).toContain(words)
  })

  it('says why, who and when', () => {
    show(<UnitHistory lines={[lineAs(renamed, { reason: 'Nytt bygg' })]} />)
    const { textContent } = screen.getByRole('listitem')
    expect(textContent).toContain('Begrunnelse: Nytt bygg')
    expect(textContent).toContain('Ført av Rådgiver, 10. mars 2027')
  })
})

describe('a row of the table', () => {
  const ROW: UnitRowView = {
    href: '/units/a',
    name: 'Blåklokka barnehage',
    kind: 'kindergarten',
    municipality: null,
    owner: { name: 'Fjordvik kommune', ownership: 'municipal' },
    orgNumber: null,
    leaders: [],
    people: 0,
    closed: false,
    closedOn: null,
    opensOn: null,
  }
  const cellsOf = (row: Partial<UnitRowView>) => {
    show(<UnitTable group="kindergartens" rows={[{ ...ROW, ...row }]} />)
    const [, shown] = within(screen.getByRole('table', { name: /Barnehager/ })).getAllByRole('row')
    return shown?.textContent
  }

  it('says in words that nobody leads the unit', () => {
    expect(cellsOf({})).toContain('Ledig')
  })

  it.each<[Partial<UnitRowView>, string]>([
    [{ closed: true, closedOn: day('2026-08-01') }, 'Nedlagt fra 1. august 2026'],
    [{ closedOn: day('2027-08-01') }, 'Legges ned fra 1. august 2027'],
    [{ opensOn: day('2027-08-01') }, 'Åpner 1. august 2027'],
    [{ municipality: 'Vikabygd' }, 'Barnehage i Vikabygd'],
    [{ leaders: ['Styrer'] }, 'Styrer'],
  ])('with %o says %s', (row, words) => {
    expect(cellsOf(row)).toContain(words)
  })
})

test('a closed place says where the work carries on, with a link only for those who may read of it', () => {
  const closing = { unit: 'Solbakken barnehage', on: day('2026-08-01'), isClosed: true }
  show(<PlaceClosed closing={{ ...closing, into: { name: 'Bakken barnehage', href: '/units/b' } }} />)
  expect(screen.getByRole('link', { name: 'Bakken barnehage' }).getAttribute('href')).toBe('/units/b')
  cleanup()
  show(<PlaceClosed closing={{ ...closing, into: { name: 'Bakken barnehage', href: null } }} />)
  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.getByText(/Det som er svart, blir stående. Arbeidet går videre i Bakken barnehage/)).toBeTruthy()
})
