import {
  PAIRS_SHOWN,
  type EndedPairView,
  type PairsOfSchool,
  type PairsShown,
  type PairView,
} from '#app/components/pairs-view.ts'
import { groupHasEnded } from '#app/domain/child-group.ts'
import { groupShown, totalShown, type AgreementShown } from '#app/domain/masking.ts'
import { nameOf } from '#app/routes/places/groups-view.server.ts'
import { groupsPath, placePath } from '#app/routes/places/paths.ts'
import type { PairOfGroup, Pairs } from '#app/services/pairs.server.ts'
import { groupMovePath, pairsPath } from './paths.ts'

const SHOWS: Record<PairsShown, readonly AgreementShown[] | null> = {
  all: null,
  differs: ['differs'],
  'not-reported': ['not reported'],
  'not-confirmed': ['waits for the school'],
}

/** Which pairs an address asks for, and of which school, where it is of one. */
export function pairsAskedIn(request: Request): { show: PairsShown; school: string | null } {
  const { searchParams } = new URL(request.url)
  const show = PAIRS_SHOWN.find((show) => show === searchParams.get('show')) ?? 'all'
  return { show, school: searchParams.get('school') }
}

/** Where there are more pairs to show than this, they are shown a school at a time. */
export const MOST_AT_ONCE = 200

/**
 * The pairs of a cycle by school, or of one school, as the reader sees them; how many each filter has; and those that have
 * ended apart.
 */
export function pairsView(every: Pairs, { show, school: asked }: ReturnType<typeof pairsAskedIn>) {
  const ofSchool = every.pairs.filter(({ school }) => school.id === asked)
  const school = ofSchool[0]?.school ?? null
  const pairs = school ? { ...every, pairs: ofSchool } : every
  const shown = (state: PairsShown) => (pair: PairView) => SHOWS[state]?.includes(pair.agreement) ?? true
  const all = pairs.pairs.map((pair) => ({ pair, view: viewOf(pairs, pair), ended: groupHasEnded(pair.group) }))
  const going = all.filter(({ ended }) => !ended)
  const schools = [...Map.groupBy(going, ({ pair }) => pair.school)].map(([school, rows]): PairsOfSchool => ({
    id: school.id,
    name: nameOf(school),
    numbers: pairs.changes ? groupsPath(pairs.year, school.id) : null,
    pairs: rows.map(({ view }) => view).filter(shown(show)),
    folded: null,
    ...totalsOf(rows.map(({ view }) => view)),
  }))
  const views = all.map(({ view }) => view)
  const withPairs = schools.filter(({ pairs }) => pairs.length > 0)
  const isMany = !school && withPairs.reduce((sum, { pairs }) => sum + pairs.length, 0) > MOST_AT_ONCE
  return {
    school: school && { id: school.id, name: nameOf(school) },
    isMany,
    counts: Object.fromEntries(PAIRS_SHOWN.map((state) => [state, countOf(views, going.length, state)])),
    schools: isMany ? withPairs.map(folded) : withPairs,
    total: totalsOf(going.map(({ view }) => view)),
    ended: all.flatMap(({ ended, pair, view }) => (ended && shown(show)(view) ? [endedView(every, pair, view)] : [])),
  }

  function folded(school: PairsOfSchool): PairsOfSchool {
    const href = pairsPath(pairs.year, { show, school: school.id })
    return { ...school, pairs: [], folded: { href, count: school.pairs.length } }
  }

  function countOf(views: readonly PairView[], going: number, state: PairsShown): number {
    return state === 'all' ? going : views.filter(shown(state)).length
  }
}

function totalsOf(views: readonly PairView[]): Pick<PairsOfSchool, 'reported' | 'received'> {
  return {
    reported: totalShown(views.map(({ reported }) => reported)),
    received: totalShown(views.map(({ received }) => received)),
  }
}

function viewOf({ year, seesSmall, changes }: Pairs, { group, kindergarten, school }: PairOfGroup): PairView {
  const { pairId, reported, received } = group
  const said = [reported, received].flatMap((each) => each?.at ?? []).toSorted()
  return {
    ...groupShown({ reported: reported?.children ?? null, received: received?.children ?? null }, seesSmall),
    id: pairId,
    kindergarten: nameOf(kindergarten),
    school: nameOf(school),
    href: placePath(year, pairId),
    lastSaid: said.at(-1) ?? null,
    changes: changes ? { numbers: groupsPath(year, kindergarten.id), move: groupMovePath(year, pairId) } : null,
  }
}

function endedView({ year, pairs, seesSmall }: Pairs, { group }: PairOfGroup, view: PairView): EndedPairView {
  const to = pairs.find((pair) => pair.group.pairId === group.movedTo)
  return {
    ...view,
    movedTo: to
      ? { href: placePath(year, to.group.pairId), kindergarten: nameOf(to.kindergarten), school: nameOf(to.school) }
      : null,
    // What was said of why is for those who see the numbers.
    reason: seesSmall ? (group.reported?.reason ?? null) : null,
  }
}
