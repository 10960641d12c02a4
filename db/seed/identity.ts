import { hash } from 'node:crypto'

/** The id of a row in a made world: 22 letters like any other id, and the same in every run. */
export function idOf(world: string, kind: string, key: string): string {
  return hash('sha256', `${world}/${kind}/${key}`, 'base64url').slice(0, 22)
}

/** A number from 0 up to 1 that is always the same for the same words: what stands for chance in a made world. */
export function rollOf(...words: readonly (string | number)[]): number {
  return hash('sha256', words.join('/'), 'buffer').readUIntBE(0, 6) / 2 ** 48
}

/** A whole number from `from` to `to`, both included, that is always the same for the same words. */
export function wholeOf(from: number, to: number, ...words: readonly (string | number)[]): number {
  return from + Math.floor(rollOf(...words) * (to - from + 1))
}
