import { Refusal } from '#app/domain/refusal.ts'
import { anyone } from '#app/http/guard.server.ts'

/** Every address that is not in the site map. */
export const loader = anyone(async () => {
  throw new Refusal('not found')
})

export const action = anyone(async () => {
  throw new Refusal('not found')
})

export default function MissingPage() {
  return null
}
