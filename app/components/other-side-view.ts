import type { Coverage } from '#app/domain/coverage.ts'
import type { Mark } from '#app/domain/framework-mark.ts'

/** What one unit on the other side says of an element. */
export interface OtherUnitView {
  id: string
  name: string
  mark: Mark | null
  months: string | null
  how: string | null
  reason: string | null
}

/** What the other side has come to with an element: the sum, and each unit. */
export interface OtherSideView {
  side: 'kindergarten' | 'school'
  coverage: Coverage
  units: readonly OtherUnitView[]
}
