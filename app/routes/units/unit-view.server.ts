import type { UnitCycleView } from '#app/components/unit-places.tsx'
import type { UnitHistoryView } from '#app/components/unit-history.tsx'
import type { UnitSeatView } from '#app/components/unit-seats.tsx'
import { dayInOslo, type LocalDate } from '#app/domain/calendar.ts'
import { isToStaff, leads, leaderOf, seatState, stands } from '#app/domain/seats.ts'
import { firstClosingDay } from '#app/domain/unit-closing.ts'
import type { UnitHistoryLine } from '#app/domain/unit-change-history.ts'
import { placePath } from '#app/routes/places/paths.ts'
import type { UnitRead } from '#app/services/units.server.ts'
import { unitPath } from './paths.ts'
import { besides, orgNumberInGroups } from './units-view.server.ts'

/** One unit in the shape it is shown in. */
export function unitView(read: UnitRead, today: LocalDate) {
  const { unit, successor, predecessors, may } = read
  const linked = ({ id, name }: { id: string; name: string }) => ({ href: read.all ? unitPath(id) : null, name })
  const isClosed = unit.closedOn !== null && unit.closedOn <= today
  return {
    name: unit.name,
    kind: unit.kind,
    municipality: unit.externalMunicipality,
    orgNumber: unit.orgNumber && orgNumberInGroups(unit.orgNumber),
    owner: { name: unit.owner.name, ownership: unit.owner.ownership },
    openedOn: unit.openedOn,
    closing: unit.closedOn && { on: unit.closedOn, isClosed, into: successor && linked(successor) },
    tookOver: predecessors.map((each) => ({ ...linked(each), on: each.on, ahead: each.on > today })),
    seats: seatsView(read, today),
    vacant: isVacant(read, today),
    invite: may.readPeople && !isClosed ? `/people/new?role=${leaderOf(unit.kind)}&unit=${unit.id}` : null,
    deputy: may.nameDeputy && !isClosed ? unitPath(unit.id, 'deputies/new') : null,
    handover: may.readHandover ? unitPath(unit.id, 'handover') : null,
    changes: may.change ? changesOf(read, today) : [],
    cycles: cyclesView(read),
    history: read.history.map((line) => historyView(line, read, today)),
  }
}

function isVacant({ unit, seats }: UnitRead, today: LocalDate): boolean {
  return isToStaff(unit, today) && !seats.some((seat) => leads(seat.role) && seatState(seat, today) === 'holds')
}

const ORDER = ['director', 'principal', 'deputy', 'owner', 'adviser', 'observer']

function seatsView({ unit, seats, may }: UnitRead, today: LocalDate): UnitSeatView[] {
  return seats
    .filter((seat) => stands(seat, today))
    .toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
    .map((seat) => ({
      id: seat.id,
      role: seat.role,
      name: besides(seat.person.name, seat.role, unit.name),
      email: may.readPeople ? seat.person.email : null,
      state: seatState(seat, today),
      since: seat.from ?? (seat.acceptedAt && dayInOslo(seat.acceptedAt)),
      until: seat.to,
      person: may.readPeople ? `/people/${seat.person.id}` : null,
    }))
}

/** What can be said of the unit now, each on its own page. */
function changesOf({ unit: { id, closedOn } }: UnitRead, today: LocalDate) {
  const pages: ('name' | 'owner' | 'closing' | 'reopening')[] = ['name', 'owner']
  if (closedOn === null || closedOn >= firstClosingDay(today)) pages.push('closing')
  if (closedOn !== null) pages.push('reopening')
  return pages.map((page) => ({ page, href: unitPath(id, page) }))
}

function cyclesView({ unit, places, running }: UnitRead): UnitCycleView[] {
  const answers = unit.owner.ownership === 'private' || unit.externalMunicipality !== null
  return [...Map.groupBy(places, ({ year }) => year)].map(([year, those]) => {
    const isRunning = running.includes(year)
    const pairs = those.filter(({ other }) => other !== null)
    const name = those[0]?.name ?? unit.name
    return {
      year,
      isRunning,
      href: placePath(year, unit.id),
      name,
      wasCalled: name === unit.name ? null : name,
      pairs: pairs.map(({ placeId, other, ended }) => ({ href: placePath(year, placeId), name: other ?? '', ended })),
      participation: answers && isRunning ? `/cycles/${year}/participation/${unit.id}` : null,
    }
  })
}

function historyView({ became, ...line }: UnitHistoryLine, { names }: UnitRead, today: LocalDate): UnitHistoryView {
  const ahead = line.from > today
  const nameOf = (id: string) => names.get(id) ?? ''
  switch (became.kind) {
    case 'new owner':
      return { ...line, ...became, ahead, before: nameOf(became.before), after: nameOf(became.after) }
    case 'closed':
      return { ...line, ...became, ahead, into: became.into && nameOf(became.into) }
    case 'new number': {
      const [before, after] = [became.before, became.after].map((number) => number && orgNumberInGroups(number))
      return { ...line, kind: became.kind, ahead, before: before ?? null, after: after ?? null }
    }
    default:
      return { ...line, ...became, ahead }
  }
}
