import type { LocalDate } from '#app/domain/calendar.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import { acknowledgedState, assignmentsAmong, isTimeFor, type Acknowledged } from '#app/domain/framework-assignment.ts'
import { monthOf } from '#app/domain/month.ts'
import { areasIn } from '#app/domain/framework-month.ts'
import { can, canAtUnit } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import type { Area, PlanVersion } from '#app/domain/plan.ts'
import { found } from '#app/domain/refusal.ts'
import { readNotices, type Notices } from '#db/queries/notices.ts'
import type { SignedIn } from './context.server.ts'
import { ownUnitIds, unreadAmong, type OwnPlaces } from './news.server.ts'
import { publishedVersion } from './plan.server.ts'

/** What a person should know of before they begin. */
export interface ToKnow {
  /** The own units with something new that nobody there has read. */
  news: readonly { cycle: Cycle; unit: Unit }[]
  /** The last day to say something of the draft, or null where this person cannot today. */
  hearingUntil: LocalDate | null
  /** How many units lack a leader, for whoever offers seats; 0 for others. */
  vacant: number
  /** The own units whose child groups lack numbers, or differ, for whoever can say them. */
  numbers: Notices['numbers']
  /** What schools ask the own kindergartens about their groups, for whoever can answer. */
  asked: Notices['asked']
  /** Presentations that nobody at the own schools has read, for whoever can say so. */
  toRead: Notices['toRead']
  /** The framework at each of the own units that it is assigned to. */
  framework: readonly FrameworkToKnow[]
  /** What the own units have agreed to do within two weeks, by day. */
  dates: Notices['dates']
}

/** Whether a unit has read its framework, and the areas that it works with this month. */
export interface FrameworkToKnow {
  cycle: Cycle
  unit: Unit
  acknowledged: Acknowledged['state']
  areas: readonly Area[]
}

const NOTHING: ToKnow = {
  ...{ news: [], hearingUntil: null, vacant: 0, numbers: [], asked: [], toRead: [], framework: [], dates: [] },
}

/** What the person should know of, from their places in the running cycles. No query for those who are never told. */
export async function whatToKnow(context: SignedIn, own: readonly OwnPlaces[]): Promise<ToKnow> {
  const { actor, db, today } = context
  const unitIds = ownUnitIds(context)
  const isAsked = can(actor, 'comment on the draft') && !can(actor, 'edit the plan')
  const seats = can(actor, 'offer seats')
  if (unitIds.length === 0 && !isAsked && !seats) return NOTHING
  const years = own.map(({ cycle }) => cycle.year)
  const { unread, hearingUntil, vacant, numbers, asked, toRead, framework, dates } = await readNotices(db, {
    years,
    unitIds,
    today,
    seats,
  })
  return {
    news: await unreadAmong(context, own, unread),
    hearingUntil: isAsked ? hearingUntil : null,
    vacant,
    numbers: numbers.filter(({ unitId }) => canAtUnit(actor, 'number a child group', unitId)),
    dates: dates.filter(({ unitId }) => canAtUnit(actor, 'read agreed dates', unitId)),
    asked: asked.filter(({ unitId }) => canAtUnit(actor, 'present a group', unitId)),
    toRead: toRead.filter(({ unitId }) => canAtUnit(actor, 'answer a presentation', unitId)),
    framework: await frameworksAt(context, own, unitIds, framework),
  }
}

/** The framework at the own units among these places, from what was said of it. */
async function frameworksAt(
  { db, today }: SignedIn,
  own: readonly OwnPlaces[],
  unitIds: readonly string[],
  { read, marked }: Notices['framework'],
): Promise<FrameworkToKnow[]> {
  const month = monthOf(today)
  const all: FrameworkToKnow[] = []
  for (const { cycle, places } of own) {
    const said = read.filter(({ year }) => year === cycle.year)
    const versionsRead = new Map<string, PlanVersion>()
    for (const { versionId } of said) versionsRead.set(versionId, await publishedVersion(db, versionId))
    const assigned = assignmentsAmong(places, cycle.version).filter(({ unit }) => unitIds.includes(unit.id))
    for (const { unit } of assigned.filter(({ unit }) => isTimeFor(unit, cycle, today))) {
      const isOf = (each: { year: number; unitId: string }) => each.year === cycle.year && each.unitId === unit.id
      const versions = said.filter(isOf).map(({ versionId }) => found(versionsRead.get(versionId)))
      const monthly = marked
        .filter(isOf)
        .map(({ from, to, ...mark }) => ({ ...mark, months: from && to ? { from, to } : null }))
      const state = acknowledgedState(unit.kind, cycle.version, versions)
      all.push({ cycle, unit, acknowledged: state, areas: areasIn(cycle.version, monthly, month) })
    }
  }
  return all
}
