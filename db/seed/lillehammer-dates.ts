import type { AgreedDateKind } from '#app/domain/agreed-date.ts'
import { day, type LocalDate } from '#app/domain/calendar.ts'
import type { Act } from './acts.ts'
import type { DatedAct } from './dated-acts.ts'
import { stepId } from './example-plan.ts'
import { idOf, rollOf, wholeOf } from './identity.ts'
import { leaderOf, pairsOf, UNITS, type CastPair, type CastUnit } from './lillehammer-cast.ts'
import { leaderAt } from './lillehammer-joining.ts'
import { momentAtWork, plusWorkingDays, workingDayFrom } from './working-days.ts'

const YEAR = 2027

/** Schools that have entered nothing: their kindergartens ask. */
const SILENT = ['Vingar skole', 'Friskolen (navn ikke kjent)']

interface Custom {
  key: string
  kind: AgreedDateKind
  /** The first day there can be, and how many working days the schools spread it over. */
  first: string
  spread: number
  from: string
  to: string
  venue: string
  whoComes: string
  /** When the schools begin to enter it. */
  entered: string
}

/** What every school agrees on with all its kindergartens, as the plan asks. */
const CUSTOMS: readonly Custom[] = [
  {
    ...{ key: 'h10', kind: 'meeting', first: '2026-11-16', spread: 8, from: '13:00', to: '14:30' },
    ...{ venue: 'på skolen', whoComes: 'styrere, pedagogiske ledere og skolens ledelse', entered: '2026-10-19' },
  },
  {
    ...{ key: 'v02', kind: 'visit', first: '2027-01-18', spread: 9, from: '09:30', to: '11:30' },
    ...{ venue: 'på skolen', whoComes: 'skolestarterne, to ansatte og lærere fra 1. trinn', entered: '2026-11-30' },
  },
  {
    ...{ key: 'v07', kind: 'meeting', first: '2027-03-11', spread: 6, from: '14:00', to: '15:00' },
    ...{ venue: 'på skolen', whoComes: 'pedagogisk leder og skolens ledelse', entered: '2026-12-07' },
  },
  {
    ...{ key: 'v11', kind: 'visit', first: '2027-04-19', spread: 8, from: '10:00', to: '11:30' },
    ...{ venue: 'i skolegården', whoComes: 'skolestarterne og fadderne', entered: '2027-01-04' },
  },
  {
    ...{ key: 'v19', kind: 'visit', first: '2027-06-01', spread: 6, from: '09:00', to: '12:00' },
    ...{ venue: 'på skolen og SFO', whoComes: 'skolestarterne med foreldre', entered: '2027-01-06' },
  },
  {
    ...{ key: 'v20', kind: 'parents evening', first: '2027-06-07', spread: 5, from: '18:00', to: '19:30' },
    ...{ venue: 'i gymsalen', whoComes: 'foreldre, kontaktlærere og SFO-leder', entered: '2027-01-08' },
  },
]

/** The dates schools and kindergartens agree on for the school start of 2027: one is moved, one cancelled. */
export function datedActs(): Act[] {
  const schools = UNITS.filter(({ kind, name }) => kind === 'school' && !SILENT.includes(name)).filter(
    ({ id }) => pairsOf(YEAR).filter(({ school }) => school.id === id).length > 0,
  )
  const common = schools.flatMap((school) => CUSTOMS.map((custom) => entered(school, custom)))
  return [...common, ...common.flatMap(changed), ...pairsOf(YEAR).flatMap(talk)]
}

function entered(school: CastUnit, custom: Custom): DatedAct {
  const { key, kind, first, spread, from, to, venue, whoComes } = custom
  const at = plusWorkingDays(workingDayFrom(day(custom.entered)), wholeOf(0, 4, 'date entered', key, school.name))
  return {
    at: momentAtWork(at, rollOf('date entered at', key, school.name)),
    personId: leaderOf(school.id).id,
    kind: 'date agreed',
    date: {
      ...{ id: idOf('lillehammer', 'agreed date', `${YEAR}/${school.name}/${key}`), year: YEAR, schoolId: school.id },
      ...{ pairIds: [], kind, title: null, stepId: stepId('lillehammer', key), from, to, venue, whoComes },
      ...{ on: onWorkingDay(day(first), wholeOf(0, spread, 'date', key, school.name)), reason: null, cancelled: false },
    },
  }
}

function onWorkingDay(first: LocalDate, after: number): LocalDate {
  return plusWorkingDays(workingDayFrom(first), after)
}

/** What becomes of some dates that were entered. */
function changed(act: DatedAct): DatedAct[] {
  const is = (school: string, key: string) =>
    act.date.id === idOf('lillehammer', 'agreed date', `${YEAR}/${school}/${key}`)
  if (is('Hammartun skole', 'v11')) {
    const on = plusWorkingDays(act.date.on, 3)
    const date = { ...act.date, on, reason: 'Fadderne er på leirskole den uka.' }
    return [{ ...act, at: momentAtWork(day('2027-02-22'), 0.3), kind: 'date moved', date }]
  }
  if (is('Nordre Ål skole', 'v07')) {
    const date = { ...act.date, reason: 'Skolen tar møtet med hver barnehage for seg i år.', cancelled: true }
    return [{ ...act, at: momentAtWork(day('2027-03-01'), 0.6), kind: 'date cancelled', date }]
  }
  return []
}

/** Some kindergartens have already agreed with the school when to talk the groups over. */
function talk({ id, kindergarten, school }: CastPair): DatedAct[] {
  if (SILENT.includes(school.name) || rollOf('talk', kindergarten.name, school.name) > 0.3) return []
  const at = momentAtWork(
    onWorkingDay(day('2027-02-01'), wholeOf(0, 18, 'talk entered', kindergarten.name)),
    rollOf('talk entered at', kindergarten.name),
  )
  const leader = leaderAt(kindergarten.id, at)
  if (!leader) return []
  const on = onWorkingDay(day('2027-05-24'), wholeOf(0, 9, 'talk on', kindergarten.name, school.name))
  return [
    {
      at,
      personId: leader.id,
      kind: 'date agreed',
      date: {
        ...{ id: idOf('lillehammer', 'agreed date', `${YEAR}/${id}/v18`), year: YEAR, schoolId: school.id },
        ...{ pairIds: [id], kind: 'meeting', title: null, stepId: stepId('lillehammer', 'v18'), on },
        ...{ from: '12:30', to: '13:30', venue: 'i barnehagen', whoComes: 'pedagogisk leder og kontaktlærer' },
        ...{ reason: null, cancelled: false },
      },
    },
  ]
}
