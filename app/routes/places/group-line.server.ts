import type { TFunction } from 'i18next'
import { countWords } from '#app/components/group-agreement.tsx'
import type { GroupOfPlace } from '#app/components/group-ended.tsx'
import { agreementIn, AGREEMENTS, groupHasEnded, type Agreement, type ChildGroup } from '#app/domain/child-group.ts'
import type { Language } from '#app/domain/language.ts'
import { groupShown } from '#app/domain/masking.ts'
import { can } from '#app/domain/permissions.ts'
import type { Place } from '#app/domain/place.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readGroupsAt, type GroupsAt } from '#app/services/child-groups.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { groupsPath, placePath } from './paths.ts'

/** What a place's page says of its child group, or groups, in the reader's words; null where there is nothing to say. */
export async function groupOfPlace(
  context: SignedIn,
  year: number,
  place: Place,
  language: Language,
): Promise<GroupOfPlace | null> {
  const at = await readGroupsAt(context, year, place)
  if (!at) return null
  const { t } = wordsIn(language)
  const linkTo = (pair: GroupsAt['movedFrom'][number]) => {
    return { href: pair.opens ? placePath(year, pair.pairId) : null, words: `${pair.kindergarten} – ${pair.school}` }
  }
  const ended = at.own && groupHasEnded(at.own) ? at.own : null
  // What was said of why may say how many there were.
  const reads = can(context.actor, 'read small numbers of children', place)
  return {
    ended: ended && {
      words: t(at.movedTo ? 'groupLine.movedTo' : 'groupLine.ended'),
      to: at.movedTo && linkTo(at.movedTo),
      stays: at.movedTo ? t('groupLine.movedStays') : null,
      reason: reads && ended.reported?.reason ? t('groups.because', { reason: ended.reported.reason }) : null,
    },
    from: at.movedFrom.length > 0 ? { words: t('groupLine.movedFrom'), pairs: at.movedFrom.map(linkTo) } : null,
    line: lineOf(context, place, at, t),
    link: at.says && { href: groupsPath(year, at.says.unitId), words: t(linkWords(place, at.says.side)) },
  }
}

function linkWords(place: Place, side: 'kindergarten' | 'school') {
  if (place.kind === 'pair') return 'groupLine.see'
  return side === 'school' ? 'groupLine.confirm' : 'groupLine.say'
}

function lineOf({ actor }: SignedIn, place: Place, { own, ofUnit }: GroupsAt, t: TFunction): string | null {
  if (place.kind !== 'pair') return unitWords(ofUnit, t)
  if (!own || groupHasEnded(own)) return null
  const numbers = { reported: own.reported?.children ?? null, received: own.received?.children ?? null }
  const { reported, received, agreement } = groupShown(numbers, can(actor, 'read small numbers of children', place))
  const counts = { reported: countWords(reported, t), received: countWords(received, t) }
  switch (agreement) {
    case 'not shown':
    case 'not reported':
      return null
    case 'differs':
      return t('groups.differs.both', counts)
    case 'agreed':
      return t('groups.agreement.agreed')
    case 'waits for the school':
      return t('groups.agreement.waits')
  }
}

/** How many numbers of a unit are in which state; those that agree need no words beside others. */
function unitWords(groups: readonly ChildGroup[], t: TFunction): string {
  const going = groups.filter((group) => !groupHasEnded(group) || agreementIn(group) === 'differs')
  if (going.length === 0) return t('groupLine.none')
  const count = (state: Agreement) => going.filter((group) => agreementIn(group) === state).length
  const open = AGREEMENTS.filter((state) => state !== 'agreed' && count(state) > 0)
  return (
    open.map((state) => t(OPEN[state as keyof typeof OPEN], { count: count(state) })).join(' ') ||
    t('groupLine.allSaid')
  )
}

const OPEN = {
  'not reported': 'groupLine.notReported',
  'waits for the school': 'groupLine.waits',
  differs: 'groupLine.differs',
} as const
