import { agreementOf, type Agreement } from './child-group.ts'
import { numberShown, type ChildrenShown } from './discretion.ts'

/**
 * Numbers of children for readers who must not learn the small ones. Everything here that they see is made of what they
 * are shown, and of nothing else: so no sum, difference or state gives a hidden number away.
 */

/** What both sides say of one group: the kindergarten (`reported`) and the school (`received`); null is not said. */
export interface GroupNumbers {
  reported: number | null
  received: number | null
}

/** How two numbers stand to one another; *not shown* where both are hidden, and it would narrow them down. */
export type AgreementShown = Agreement | 'not shown'

/** A group as one reader sees it. Of one that has ended, a reader who sees no small numbers sees only that. */
export interface GroupShown {
  reported: ChildrenShown
  received: ChildrenShown
  agreement: AgreementShown
}

/** Children of several groups together: the sum of those numbers that are shown, and how many groups are not in it. */
export interface TotalShown {
  sum: number
  /** Groups whose number is too small to show. */
  few: number
  notReported: number
}

/** The total of numbers as they are shown. Say it as "37 barn og 2 små grupper": the hidden ones are in no sum. */
export function totalShown(shown: readonly ChildrenShown[]): TotalShown {
  const numbers = shown.filter((children) => typeof children === 'number')
  return {
    sum: numbers.reduce((sum, children) => sum + children, 0),
    few: shown.filter((children) => children === 'few').length,
    notReported: shown.filter((children) => children === 'not reported').length,
  }
}

/** Both numbers of a group, and how they stand to one another, as a reader sees them. */
export function groupShown({ reported, received }: GroupNumbers, seesSmall: boolean): GroupShown {
  if (seesSmall) {
    return {
      reported: numberShown(reported, true),
      received: numberShown(received, true),
      agreement: agreementOf(reported, received),
    }
  }
  if (reported === 0) return { reported: 'few', received: 'few', agreement: 'not shown' }
  const shown = { reported: numberShown(reported, false), received: numberShown(received, false) }
  return { ...shown, agreement: agreementShown(shown.reported, shown.received) }
}

/** The agreement as anybody can work it out from what is shown. */
function agreementShown(reported: ChildrenShown, received: ChildrenShown): AgreementShown {
  if (reported === 'few' && received === 'few') return 'not shown'
  if (reported === 'not reported') return 'not reported'
  if (received === 'not reported') return 'waits for the school'
  return reported === received ? 'agreed' : 'differs'
}
