import type { ExplanationStart, ExplanationView, StandingExplanation } from '#app/components/gap-view.ts'
import { MUNICIPALITY } from '#app/domain/place.ts'
import { IN_ORDER } from '#app/domain/in-order.ts'
import { groupsPath } from '#app/routes/places/paths.ts'
import type { Gap } from '#app/services/gap.server.ts'
import { reckoningView } from './enrolment-view.server.ts'
import { explanationPath, explanationWithdrawalPath } from './paths.ts'

/** The gap of one school, in the shape it is shown in. */
export function gapView(gap: Gap) {
  const { cycle, school, reckoning, enrolled, groups, explanations, said, names } = gap
  const standingIds = new Set(explanations.map(({ id }) => id))
  const takenBack = said.filter(({ id, children }) => children === 0 && !standingIds.has(id))
  return {
    year: cycle.year,
    version: cycle.version.number,
    open: gap.open,
    school: school.name,
    groupsHref: groupsPath(cycle.year, school.id),
    reckoning: reckoningView(reckoning),
    enrolled: enrolled && { children: enrolled.children, at: enrolled.at, by: enrolled.by },
    groups: groups
      .filter(({ reported, received }) => reported !== 0 || (received ?? 0) > 0)
      .map(({ kindergartenId, reported, received }) => ({ name: names.get(kindergartenId) ?? '', reported, received }))
      .toSorted((a, b) => IN_ORDER.compare(a.name, b.name)),
    explanations: explanations.map((each): StandingExplanation => ({
      ...explanationView(gap, each),
      change: explanationPath(cycle.year, school.id, each.id),
      takeBack: explanationWithdrawalPath(cycle.year, school.id, each.id),
    })),
    takenBack: takenBack.map((each) => explanationView(gap, each)).toReversed(),
    start: startOf(gap),
  }
}

/** Something said of the gap once, in the shape it is shown in. */
export function explanationView({ names }: Gap, said: Gap['said'][number]): ExplanationView {
  const { id, sequence, children, words, followedUpBy, at, by } = said
  return {
    ...{ id, sequence, words, at, by },
    children: Math.abs(children),
    direction: children < 0 ? 'fewer enrolled' : 'more enrolled',
    followedUpBy: followedUpBy === null ? null : (names.get(followedUpBy) ?? ''),
  }
}

/** What a form starts from: the explanation that it changes, or what is left of the gap. */
export function startOf(gap: Gap, changed: Gap['said'][number] | null = null): ExplanationStart {
  const { reckoning, followers, names, school } = gap
  const left = changed ? changed.children : (reckoning.unexplained ?? 0)
  const all = [...new Set([...followers, ...(changed?.followedUpBy ? [changed.followedUpBy] : [])])]
  return {
    children: left === 0 ? '' : String(Math.abs(left)),
    direction: left < 0 ? 'fewer enrolled' : 'more enrolled',
    words: changed?.words ?? '',
    followedUpBy: changed ? (changed.followedUpBy ?? MUNICIPALITY) : school.id,
    followers: all.map((id) => ({ value: id, words: names.get(id) ?? '' })),
  }
}

/** All that was said of one explanation before its last word, the last first. */
export function earlierOf(gap: Gap, id: string): ExplanationView[] {
  const all = gap.said.filter((each) => each.id === id)
  return all
    .slice(0, -1)
    .map((each) => explanationView(gap, each))
    .toReversed()
}
