import type { AgreedDate } from '#app/domain/agreed-date.ts'
import { groupHasEnded, type ChildGroup } from '#app/domain/child-group.ts'
import { linesOf, type Cycle } from '#app/domain/checklist.ts'
import { shownTo, type ShownLine } from '#app/domain/discretion.ts'
import { areasWorkedWith, stepsLeftOn, type AreasWorkedWith, type StepsLeft } from '#app/domain/incoming.ts'
import { can } from '#app/domain/permissions.ts'
import type { PairPlace, Place, SchoolPlace } from '#app/domain/place.ts'
import { standingAt, type PresentationStanding } from '#app/domain/presentation.ts'
import { found } from '#app/domain/refusal.ts'
import { listAgreedDates } from '#db/queries/agreed-dates.ts'
import { listGroups } from '#db/queries/child-groups.ts'
import { listMarks } from '#db/queries/framework-marks.ts'
import { listPlaces } from '#db/queries/places.ts'
import { listPresentations, listPresentationTalks } from '#db/queries/presentations.ts'
import { listSeatsAt, type SeatRow } from '#db/queries/seats.ts'
import { listTicks } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'
import { contactsOf, type Contacts } from './leadership.server.ts'

/** A child group on its way to a school. */
export interface IncomingGroup {
  pair: PairPlace
  group: ChildGroup
  areas: AreasWorkedWith
  left: readonly StepsLeft[]
  contact: Contacts['others'][number] | null
  presentation: PresentationStanding
}

/** All that prepares a school for the groups that come to it. */
export interface IncomingGroups {
  cycle: Cycle
  place: SchoolPlace
  /** By the kindergarten's name. */
  groups: readonly IncomingGroup[]
  /** Whether the reader sees small numbers. */
  seesSmall: boolean
  /** How many groups have ended in this cycle. */
  ended: number
  /** What is agreed from today on, and not cancelled. */
  dates: readonly AgreedDate[]
  /** The school's own lines that are not answered, by due day. */
  preparations: readonly ShownLine[]
}

/**
 * The child groups that come to a school, for its leader and deputies and for the adviser. As many queries for one
 * kindergarten as for thirty. Refuses *not found*, also where the actor may not look.
 */
export async function readIncoming(context: SignedIn, year: number, schoolId: string): Promise<IncomingGroups> {
  const { actor, db, today } = context
  const cycle = await cycleOf(db, year)
  const places = (await listPlaces(db, [year], { unitIds: [schoolId] })).get(year) ?? []
  const place = found(places.find((each): each is SchoolPlace => each.id === schoolId && each.kind === 'school'))
  found(can(actor, 'read the incoming groups', place) || null)
  const pairs = places.filter((each) => each.kind === 'pair')
  const kindergartenIds = pairs.map(({ kindergarten }) => kindergarten.id)
  const pairIds = pairs.map(({ id }) => id)
  const ticks = (await listTicks(db, [year], [place, ...pairs])).get(year)
  const groups = await listGroups(db, year, { unitIds: [schoolId] })
  const marks = await listMarks(db, year, kindergartenIds)
  const seats = await listSeatsAt(db, kindergartenIds)
  const presentations = Map.groupBy(
    await listPresentations(db, year, kindergartenIds),
    ({ kindergartenId }) => kindergartenId,
  )
  const talks = await listPresentationTalks(db, pairIds)
  const dates = await listAgreedDates(db, [year], [schoolId])
  const contacts = contactsIn(pairs, seats, today)
  const shown = (at: Place) =>
    linesOf(cycle, at, ticks?.get(at.id) ?? [], today).flatMap((line) => shownTo(actor, line) ?? [])
  return {
    ...{ cycle, place },
    seesSmall: can(actor, 'read small numbers of children', place),
    groups: pairs.flatMap((pair) => {
      const group = groups.find(({ pairId }) => pairId === pair.id)
      const talk = talks.find(({ pairId }) => pairId === pair.id) ?? null
      return group ? [{ pair, group, ...known(pair), presentation: presented(pair, talk) }] : []
    }),
    ended: groups.filter(groupHasEnded).length,
    dates: dates.filter(({ on, cancelled }) => on >= today && !cancelled),
    preparations: shown(place).filter(({ waitsFor }) => waitsFor?.side === 'school'),
  }

  function known(pair: PairPlace) {
    return {
      areas: areasWorkedWith(cycle.version, marks.get(pair.kindergarten.id) ?? []),
      left: stepsLeftOn(shown(pair)),
      contact: contacts.find(({ unit }) => unit.id === pair.kindergarten.id) ?? null,
    }
  }

  function presented({ id, kindergarten }: PairPlace, talk: Parameters<typeof standingAt>[2]) {
    return standingAt(id, presentations.get(kindergarten.id) ?? [], talk)
  }
}

function contactsIn(pairs: readonly PairPlace[], seats: readonly SeatRow[], today: SignedIn['today']) {
  const kindergartens = pairs.map(({ kindergarten }) => kindergarten)
  return contactsOf(kindergartens, { own: [], others: seats, advisers: [] }, today).others
}
