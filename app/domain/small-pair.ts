import type { Line } from './checklist.ts'
import { SMALL_NUMBER } from './discretion.ts'
import type { Place } from './place.ts'
import type { Step } from './plan.ts'
import type { Tick } from './tick.ts'

/** The most children in a pair that can leave out the steps which the plan spares small pairs. */
const SMALL_PAIR = 2

/** Whether a place is a pair with so few children that the plan's lighter variant is for it. */
export function isSmallPair(place: Place): boolean {
  return place.kind === 'pair' && place.children !== null && place.children > 0 && place.children <= SMALL_PAIR
}

/** Whether a step can be left out at a place without a reason: the plan spares small pairs, and it is one. */
export function isSpared(step: Pick<Step, 'sparedSmallPairs'>, place: Place): boolean {
  return step.sparedSmallPairs && isSmallPair(place)
}

/**
 * Whether a pair has so many children that everybody sees it: what a small one left out is asked again. Sooner would tell
 * those who may not know small numbers that the group has grown.
 */
export function isPlainlyLarge(place: Place): boolean {
  return place.kind === 'pair' && place.children !== null && place.children >= SMALL_NUMBER
}

/** Whether an answer says no more than that the step was left out as spared: it stands until the pair is plainly large. */
export function leavesOut(step: Pick<Step, 'sparedSmallPairs' | 'sensitive'>, tick: Tick | null): boolean {
  return tick !== null && step.sparedSmallPairs && tick.answer === 'not relevant' && tick.reason === null
}

/** The lines that the lighter variant leaves out: spared steps which nobody has begun. */
export function sparedLines<L extends Pick<Line, 'step' | 'place'> & { status: string }>(lines: readonly L[]): L[] {
  return lines.filter(({ step, place, status }) => isSpared(step, place) && status === 'open')
}
