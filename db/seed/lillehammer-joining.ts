import { day, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import type { Act } from './acts.ts'
import { idOf, rollOf } from './identity.ts'
import { ADVISER, leaderOf, pairsOf, SUCCESSOR, UNITS, unitNamed, type CastPair } from './lillehammer-cast.ts'
import { momentAtWork, plusWorkingDays, workingDayFrom } from './working-days.ts'

const YEARS = [2026, 2027]

/** The director of this unit has left, and nobody has come after: the municipality answers for it meanwhile. */
const VACANT = { unit: unitNamed('Hestehoven barnehage'), to: day('2026-10-31') }
/** The director of this unit leaves at Easter; the next one is offered the seat, and says yes on the first day. */
const HANDED_OVER = { unit: unitNamed('Lillehammer barnehage'), to: day('2027-03-31'), accepted: day('2027-04-01') }

/** Who leads a unit at a moment, or null where nobody does. */
export function leaderAt(unitId: string, at: Instant): { id: string } | null {
  if (unitId === VACANT.unit.id && at > momentAtWork(VACANT.to, 1)) return null
  if (unitId === HANDED_OVER.unit.id && at > momentAtWork(HANDED_OVER.accepted, 0)) return SUCCESSOR
  return leaderOf(unitId)
}

/** Everybody comes in: both sides say their numbers, they are reconciled, and two seats change hands. */
export function joining(): Act[] {
  return [...YEARS.flatMap((year) => [...received(year), ...elsewhere(year), ...reconciled(year)]), ...leaving()]
}

// Numbers ----------------------------------------------------------------------------------------------------------

/** What schools say that differs from what the kindergarten said: a child more or less. */
const SAYS_OTHERWISE: Readonly<Record<string, { by: number; reason: string }>> = {
  '2027 Hagehaugen barnehage → Søre Ål skole': { by: -1, reason: 'Vi har tre på lista fra barnehagen.' },
  '2027 Ro barnehage → Nordre Ål skole': { by: 1, reason: 'Søsken av en elev her er kommet til.' },
}
/** Schools that have not said what they received. */
const SILENT: Readonly<Record<number, readonly string[]>> = {
  2026: [],
  2027: ['Vingar skole', 'Friskolen (navn ikke kjent)'],
}

function received(year: number): Act[] {
  const first = workingDayFrom(day(`${year - 1}-11-02`))
  return pairsOf(year)
    .filter(({ school }) => !SILENT[year]?.includes(school.name))
    .map((pair): Act => {
      const name = nameOf(pair)
      const otherwise = SAYS_OTHERWISE[`${year} ${name}`]
      const on = plusWorkingDays(first, Math.floor(rollOf('received', year, pair.school.name) * 10))
      const children = pair.children + (otherwise?.by ?? 0)
      return {
        at: momentAtWork(on, rollOf('received at', year, pair.school.name)),
        personId: leaderOf(pair.school.id).id,
        kind: 'number said',
        said: { pairId: pair.id, year, side: 'school', children, reason: otherwise?.reason ?? null },
      }
    })
}

function nameOf({ kindergarten, school }: CastPair): string {
  return `${kindergarten.name} → ${school.name}`
}

const ELSEWHERE = [
  ['Engesvea FUS barnehage', 'another municipality', 1],
  ['Norbana barnehage', 'not decided', 2],
  ['Saksheim naturbarnehage', 'another municipality', 2],
  ['Steinrøysa barnehage', 'not decided', 1],
] as const

function elsewhere(year: number): Act[] {
  if (year !== 2027) return []
  return ELSEWHERE.map(([name, destination, children], index): Act => {
    const unit = unitNamed(name)
    return {
      at: momentAtWork(day('2026-10-27'), index / 10),
      personId: leaderOf(unit.id).id,
      kind: 'children elsewhere said',
      said: { year, kindergartenId: unit.id, destination, children },
    }
  })
}

/** How many more or fewer are enrolled than the kindergartens here send. */
const ENROLLED: Readonly<Record<string, number>> = { '2027 Hammartun skole': 6, '2027 Søre Ål skole': -2 }

function reconciled(year: number): Act[] {
  const at = momentAtWork(workingDayFrom(day(`${year - 1}-11-18`)), 0.4)
  const by = { at, personId: ADVISER.id }
  const schools = UNITS.filter(({ kind, externalMunicipality }) => kind === 'school' && externalMunicipality === null)
  const enrolled = schools.map(({ id, name }): Act => {
    const known = pairsOf(year).filter(({ school }) => school.id === id)
    const children = known.reduce((sum, pair) => sum + pair.children, ENROLLED[`${year} ${name}`] ?? 0)
    return { ...by, kind: 'enrolment said', said: { year, schoolId: id, children } }
  })
  return year === 2027 ? [...enrolled, moved()] : enrolled
}

function moved(): Act {
  const school = unitNamed('Hammartun skole')
  return {
    at: momentAtWork(day('2026-11-19'), 0.3),
    personId: ADVISER.id,
    kind: 'gap explained',
    explained: {
      id: idOf('lillehammer', 'gap', 'moved here'),
      year: 2027,
      schoolId: school.id,
      children: 4,
      words: 'Flytter hit i løpet av året. Skolen tar kontakt med kommunene de kommer fra.',
      followedUpBy: school.id,
    },
  }
}

// Seats ------------------------------------------------------------------------------------------------------------

const NOTE =
  'Samarbeidet med Hammartun skole går lettest når vi avtaler vårens datoer før jul. Førskoledagene har vi hatt sammen ' +
  'med Vingar barnehage de siste årene. Gruppa er delt i to, og begge pedagogiske ledere kjenner planen.'

function leaving(): Act[] {
  const [left, leaver] = [leaderOf(VACANT.unit.id), leaderOf(HANDED_OVER.unit.id)]
  const [leftSeat, leaversSeat, nextSeat] = [left, leaver, SUCCESSOR].map(({ seats }) => seats[0]?.id ?? '')
  const on = (date: LocalDate, share: number) => momentAtWork(date, share)
  const limited = (person: { id: string }, seatId = '', { unit, to }: typeof VACANT, at: Instant): Act => {
    return { at, personId: person.id, kind: 'seat limited', seat: { id: seatId, unitId: unit.id, to } }
  }
  const { id, name, email, seats } = SUCCESSOR
  const byNext = { at: on(HANDED_OVER.accepted, 0), personId: id }
  return [
    limited(left, leftSeat, VACANT, on(day('2026-10-12'), 0.2)),
    limited(leaver, leaversSeat, HANDED_OVER, on(day('2026-11-09'), 0.7)),
    {
      at: on(day('2026-11-16'), 0.5),
      personId: ADVISER.id,
      kind: 'person invited',
      person: { id, name, email },
      seats,
      offered: true,
    },
    {
      at: on(day('2026-11-18'), 0.5),
      personId: leaver.id,
      kind: 'handover note written',
      note: { unitId: HANDED_OVER.unit.id, words: NOTE },
    },
    { ...byNext, kind: 'seat ended', seat: { id: leaversSeat ?? '', personId: leaver.id } },
    { ...byNext, kind: 'seat accepted', seat: { id: nextSeat ?? '', personId: id } },
  ]
}
