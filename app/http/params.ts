import { Refusal, found } from '#app/domain/refusal.ts'

type Params = Readonly<Record<string, string | undefined>>

/** The cycle's year in a URL. What is no year is not found. */
export function yearOf(params: Params): number {
  if (!/^2\d{3}$/.test(params.cycle ?? '')) throw new Refusal('not found')
  return Number(params.cycle)
}

/** A part of the URL by its name in the site map. */
export function partOf(params: Params, name: string): string {
  return found(params[name])
}

/** Which step, at which place, in which cycle a URL names. */
export function whereOf(params: Params): { year: number; placeId: string; stepId: string } {
  return { year: yearOf(params), placeId: partOf(params, 'place'), stepId: partOf(params, 'step') }
}

/** The number of a version in a URL. What is no number is not found. */
export function versionOf(params: Params): number {
  if (!/^[1-9]\d{0,5}$/.test(params.version ?? '')) throw new Refusal('not found')
  return Number(params.version)
}
