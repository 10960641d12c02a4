import { day, plusDays, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import type { Month, Months } from '#app/domain/month.ts'
import { isInvited, obligationToFramework } from '#app/domain/obligation.ts'
import type { Place, Unit } from '#app/domain/place.ts'
import type { Element } from '#app/domain/plan.ts'
import template from '#db/data/plan-template.json' with { type: 'json' }
import type { Act } from './acts.ts'
import type { SeedMark } from './framework-acts.ts'
import { idOf, rollOf, wholeOf } from './identity.ts'
import { PLAN, unitNamed } from './lillehammer-cast.ts'
import { habitOf, interestOf, type Habit } from './lillehammer-character.ts'
import { ADDITIONS, HOW, HOW_AT_SCHOOL, NOT_FOR_US } from './lillehammer-framework-words.ts'
import { leaderAt } from './lillehammer-joining.ts'
import { momentAtWork, plusWorkingDays, workingDayFrom } from './working-days.ts'

/** How kindergartens and schools of a cycle work with the framework, month by month. */
export function frameworkOf(year: number, places: readonly Place[]): Act[] {
  return places.flatMap((place) => {
    if (place.kind === 'kindergarten') return [...reading(year, place.kindergarten), ...inKindergarten(year, place)]
    if (place.kind === 'school') return [...reading(year, place.school), ...inSchool(year, place.school)]
    return []
  })
}

/** The elements with the template's key of each. */
const KEYS = new Map(
  template.framework.flatMap(({ elements }) => elements.map(({ key }) => [idOf('lillehammer', 'element', key), key])),
)
const keyOf = (element: Pick<Element, 'id'>) => KEYS.get(element.id) ?? ''

// Reading it -------------------------------------------------------------------------------------------------------

/** Working days from the opening of the cycle until a unit has read the framework; null where it does not get to it. */
const READS_WITHIN: Readonly<Record<Habit, readonly [number, number] | null>> = {
  prompt: [2, 8],
  steady: [4, 25],
  late: [30, 70],
  'forgets to confirm': [20, 45],
  rarely: null,
}

function reading(year: number, unit: Unit): Act[] {
  const within = READS_WITHIN[habitOf(unit.name)]
  if (!within || interestIn(year, unit) < 0.1) return []
  const opening = workingDayFrom(day(`${year - 1}-08-11`))
  const on = plusWorkingDays(opening, wholeOf(...within, 'reads the framework', year, unit.name))
  const at = momentAtWork(on, rollOf('reads the framework at', year, unit.name))
  return by(unit, at, { kind: 'framework acknowledged', read: { year, unitId: unit.id, versionId: PLAN.id } })
}

/** The share of the elements a unit gets to: nearly all where it is bound, less where it is only invited. */
function interestIn(year: number, unit: Unit): number {
  if (isInvited(obligationToFramework(unit))) return interestOf(unit.name)
  return 0.9 + rollOf('interest', year, unit.name) / 10
}

/** An act of whoever leads the unit at that moment; nobody does it where nobody leads. */
function by(unit: Unit, at: Instant, what: WithoutBy<Act>): Act[] {
  const leader = leaderAt(unit.id, at)
  return leader ? [{ ...what, at, personId: leader.id }] : []
}
type WithoutBy<A> = A extends unknown ? Omit<A, 'at' | 'personId'> : never

// In the kindergarten ----------------------------------------------------------------------------------------------

/** The months of a kindergarten year that areas are spread over: from October to June, by their numbers. */
const [FIRST_MONTH, LAST_MONTH] = [10, 18]

/** How a unit goes about the framework: how many months it plans ahead, and the share of what it does that it tells of. */
const PACE: Readonly<Record<Habit, { ahead: number; tells: number; late: number }>> = {
  prompt: { ahead: 2, tells: 0.4, late: 0 },
  steady: { ahead: 1, tells: 0.2, late: 0 },
  late: { ahead: 0, tells: 0.1, late: 2 },
  'forgets to confirm': { ahead: 1, tells: 0.1, late: 1 },
  rarely: { ahead: 0, tells: 0, late: 0 },
}

/** A month by its number, counted from the January of the year before school start. */
function monthNumbered(year: number, number: number): Month {
  const past = Math.floor((number - 1) / 12)
  return `${year - 1 + past}-${String(number - past * 12).padStart(2, '0')}` as Month
}

function inKindergarten(year: number, { kindergarten }: Extract<Place, { kind: 'kindergarten' }>): Act[] {
  const habit = habitOf(kindergarten.name)
  if (habit === 'rarely') return year === 2026 ? catchingUp(year, kindergarten) : []
  const { ahead, late } = PACE[habit]
  const work = workOf(year, kindergarten)
  const sittings = Array.from({ length: LAST_MONTH - FIRST_MONTH + 2 + late }, (_, index) => FIRST_MONTH + index)
  return sittings.flatMap((month) => {
    const at = sittingIn(year, kindergarten, month)
    const marks = work.flatMap((each): SeedMark[] => {
      const begun = each.month + late
      if (each.declined) return month === FIRST_MONTH ? [{ ...each.said(0, 'not for us'), reason: each.declined }] : []
      if (month === begun + 1) return [{ ...each.said(2, 'worked with'), how: each.how }]
      if (month === begun && late === 0) return [each.said(1, 'working with it')]
      const plans = Math.max(each.month - ahead, FIRST_MONTH)
      return ahead > 0 && month === plans && plans < begun ? [each.said(0, 'planned')] : []
    })
    return [...saying(year, kindergarten, at, marks), ...ownWork(year, kindergarten, month, at)]
  })
}

/** An element at a kindergarten with the month it has for it, and what it will say of it. */
interface Work {
  month: number
  how: string | null
  declined: string | null
  said: (index: number, mark: SeedMark['mark']) => SeedMark
}

/** Security comes first and the farewell last; in between each kindergarten has an order of its own. */
function workOf(year: number, unit: Unit): Work[] {
  const { tells } = PACE[habitOf(unit.name)]
  const [first, ...rest] = PLAN.framework
  const last = rest.pop()
  const middle = rest
    .map((area) => ({ area, roll: rollOf('order of areas', unit.name, area.id) }))
    .sort((a, b) => a.roll - b.roll)
    .map(({ area }) => area)
  const areas = [first, ...middle, last].flatMap((area) => area ?? [])
  const interest = interestIn(year, unit)
  return areas.flatMap((area, index) =>
    area.elements.flatMap((element): Work[] => {
      const key = keyOf(element)
      const declined = NOT_FOR_US[unit.name]?.[key] ?? null
      if (!declined && rollOf('element', year, unit.name, key) >= interest * reached(key)) return []
      const month = FIRST_MONTH + index
      const texts = rollOf('how', year, unit.name, key) < tells ? (HOW[key] ?? []) : []
      const how = texts[wholeOf(0, texts.length - 1, 'which how', year, unit.name, key)] ?? null
      return [{ month, how, declined, said: markOn(year, unit, element, month) }]
    }),
  )
}

/** What few get to, wherever one asks. */
const SELDOM: Readonly<Record<string, number>> = { 'sprak-3': 0.35, 'stemme-2': 0.6, 'skrift-3': 0.7, 'sosial-3': 0.75 }
const reached = (key: string) => SELDOM[key] ?? 1

function markOn(year: number, unit: Unit, element: Element, month: number): Work['said'] {
  const inMonth = monthNumbered(year, month)
  return (index, mark) => ({
    id: idOf('lillehammer', 'mark', `${year}/${unit.name}/${element.id}/${index}`),
    elementId: element.id,
    additionId: null,
    mark,
    months: mark === 'not for us' ? null : { from: inMonth, to: inMonth },
    how: null,
    reason: null,
    meaning: element.meaning,
    version: PLAN.number ?? 1,
  })
}

/** The moment in a month when a unit sits down with the framework: within the first working days. */
function sittingIn(year: number, unit: Unit, month: number): Instant {
  // In July everybody is away, so June is closed before it ends.
  const on = month > LAST_MONTH ? day(`${year}-06-21`) : (`${monthNumbered(year, month)}-01` as LocalDate)
  const wait = wholeOf(0, 5, 'sitting', year, unit.name, month)
  return momentAtWork(plusWorkingDays(workingDayFrom(on), wait), rollOf('sitting at', year, unit.name, month))
}

function saying(year: number, unit: Unit, at: Instant, marks: readonly SeedMark[]): Act[] {
  if (marks.length === 0) return []
  return by(unit, at, { kind: 'framework marked', said: { year, unitId: unit.id, marks } })
}

/** In June, the ones who hardly tick say in one go what they have worked with. */
function catchingUp(year: number, unit: Unit): Act[] {
  const at = momentAtWork(day(`${year}-06-17`), rollOf('framework in June', unit.name))
  const remembered = workOf(year, unit).filter(({ how, declined }) => how === null && declined === null)
  const marks = remembered.slice(0, 12).map(({ said }) => said(2, 'worked with'))
  return saying(year, unit, at, marks)
}

/** What a kindergarten works with of its own: written in its first month in 2027, and followed up after its last. */
function ownWork(year: number, unit: Unit, month: number, at: Instant): Act[] {
  if (year !== 2027) return []
  return ADDITIONS.filter((addition) => addition.unit === unit.name).flatMap(({ area, words, from, to }): Act[] => {
    const id = idOf('lillehammer', 'addition', words)
    const months: Months = { from: monthNumbered(year, from), to: monthNumbered(year, to) }
    const mark = (index: number, mark: SeedMark['mark']): SeedMark => ({
      id: idOf('lillehammer', 'mark', `${year}/${unit.name}/${id}/${index}`),
      ...{ elementId: null, additionId: id, mark, months, how: null, reason: null },
      ...{ meaning: 1, version: PLAN.number ?? 1 },
    })
    const written = Math.max(from - 1, FIRST_MONTH)
    const first = mark(0, written === from ? 'working with it' : 'planned')
    if (month === written) {
      const addition = { id, unitId: unit.id, areaId: idOf('lillehammer', 'area', area), words }
      return [...by(unit, at, { kind: 'addition written', addition }), ...saying(year, unit, at, [first])]
    }
    if (month === from) return saying(year, unit, at, [mark(1, 'working with it')])
    return month === to + 1 ? saying(year, unit, at, [mark(2, 'worked with')]) : []
  })
}

// In the school ----------------------------------------------------------------------------------------------------

/** The school that prepares early in the newest cycle, and the ones that have made a beginning. */
const WELL_PREPARED = unitNamed('Nordre Ål skole').id
const BEGUN: readonly string[] = ['Røyslimoen skole', 'Vingrom skole', 'Hammartun skole'].map(
  (name) => unitNamed(name).id,
)

/** When a school says what, by the day: what it plans before school start, and what it works with after it. */
function inSchool(year: number, unit: Unit): Act[] {
  if (habitOf(unit.name) === 'rarely') return []
  const early = year === 2027 && unit.id === WELL_PREPARED
  const lateness = habitOf(unit.name) === 'late' ? 8 : 0
  const planning = early ? day('2027-02-15') : day(`${year}-05-18`)
  const work = PLAN.framework.flatMap(({ elements }, area) =>
    elements
      .filter((element) => rollOf('school', year, unit.name, element.id) < (early ? 1 : 0.75))
      .map((element) => {
        const key = keyOf(element)
        return { key, said: markOn(year, unit, element, 20 + Math.floor(area / 3)) }
      }),
  )
  const turn = (on: LocalDate, which: typeof work, index: number, mark: SeedMark['mark'], tells: number) => {
    const day = plusWorkingDays(workingDayFrom(plusDays(on, lateness)), wholeOf(0, 4, 'school sits', unit.name, on))
    const at = momentAtWork(day, rollOf('school sits at', unit.name, on))
    const marks = which.map(({ key, said }): SeedMark => {
      const how = rollOf('school tells', year, unit.name, key) < tells ? (HOW_AT_SCHOOL[key]?.[0] ?? null) : null
      return { ...said(index, mark), how }
    })
    return saying(year, unit, at, marks)
  }
  const [beginning, following] = [work.slice(0, 9), work.slice(9)]
  return [
    ...(year === 2027 && BEGUN.includes(unit.id) ? turn(day('2027-02-08'), work.slice(0, 3), 0, 'planned', 0) : []),
    ...turn(planning, year === 2027 && BEGUN.includes(unit.id) ? work.slice(3) : work, 1, 'planned', early ? 1 : 0.2),
    ...(early
      ? turn(
          day('2027-03-01'),
          work.filter(({ key }) => PREPARED_AHEAD.includes(key)),
          2,
          'working with it',
          1,
        )
      : []),
    ...turn(day(`${year}-08-24`), beginning, 3, 'working with it', 0.2),
    ...turn(day(`${year}-09-28`), following, 3, 'working with it', 0),
    ...turn(day(`${year}-10-12`), beginning, 4, 'worked with', 0.4),
    ...turn(day(`${year}-11-16`), following.slice(0, -2), 4, 'worked with', 0.2),
  ]
}

/** What a school can begin with before the children come. */
const PREPARED_AHEAD: readonly string[] = ['trygghet-3', 'sosial-2', 'skrift-3', 'selv-1', 'stemme-2']
