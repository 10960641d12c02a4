import { Refusal } from '#app/domain/refusal.ts'
import type { Edge } from './edge.server.ts'

/**
 * Says in the log what stopped a work that went on after its request was answered, when it stops: nobody may ever come
 * to look. A refusal is an answer and no failure.
 */
export function logUnheard({ log, requestId, personId }: Edge): (thrown: unknown) => void {
  return (thrown) => {
    if (!(thrown instanceof Refusal)) log.error({ request: requestId, person: personId, err: thrown }, 'failed later')
  }
}
