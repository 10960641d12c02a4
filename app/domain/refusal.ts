/** Every way the tool says no to something that was understood. Each has a sentence in the catalogs. */
export const REFUSALS = ['not found', 'not allowed', 'signed out', 'step not asked here', 'code expired'] as const
export type RefusalCode = (typeof REFUSALS)[number]

/** A no with a reason. Thrown by use cases; `guard.server.ts` turns it into an answer over HTTP. */
export class Refusal extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.name = 'Refusal'
    this.code = code
  }
}

/** The value, or the refusal *not found*: what one may not see and what does not exist answer alike. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Refusal('not found')
  return value
}
