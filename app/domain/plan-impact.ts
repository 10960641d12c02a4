import { unitsOf, type Place, type PlaceKind } from './place.ts'
import { stepChanges, type Comparison, type StepChange } from './plan-comparison.ts'

/** What can happen to steps, as seen from the places that answer them. */
const SORTS = ['added', 'opens again', 'changed', 'taken out'] as const
export type Sort = (typeof SORTS)[number]

/** How many places of a kind there are: all of them, and those that are private or have a private unit. */
export interface Size {
  all: number
  private: number
}

/** One sort of change: how many steps it happens to, and at which kinds of place they are asked. */
export interface Impact {
  sort: Sort
  steps: number
  kinds: readonly PlaceKind[]
}

/** What a comparison comes to for the places, one sort of change after the other; those that do not happen are left out. */
export function impactOf(comparison: Pick<Comparison, 'steps'>): Impact[] {
  const changes = Map.groupBy(stepChanges(comparison), sortOf)
  return SORTS.flatMap((sort) => {
    const those = changes.get(sort) ?? []
    const kinds = new Set(those.flatMap(kindsOf))
    return those.length > 0 ? [{ sort, steps: those.length, kinds: [...kinds] }] : []
  })
}

function sortOf({ kind, opensAgain }: StepChange): Sort {
  return opensAgain ? 'opens again' : kind
}

/** A step that is asked elsewhere from now on matters where it was, too. */
function kindsOf({ from, to }: StepChange): PlaceKind[] {
  return [from, to].flatMap((placed) => placed?.step.scope ?? [])
}

/** How many places of each kind there are among these. A neighbour's units count in their pairs, not by themselves. */
export function sizesOf(places: readonly Place[]): Record<PlaceKind, Size> {
  const counted = places.filter((place) => place.kind === 'pair' || !isNeighbours(place))
  const sizeOf = (kind: PlaceKind): Size => {
    const those = counted.filter((place) => place.kind === kind)
    return { all: those.length, private: those.filter(isPrivate).length }
  }
  return {
    municipality: sizeOf('municipality'),
    kindergarten: sizeOf('kindergarten'),
    school: sizeOf('school'),
    pair: sizeOf('pair'),
  }
}

function isNeighbours(place: Place): boolean {
  return unitsOf(place).some(({ externalMunicipality }) => externalMunicipality !== null)
}

function isPrivate(place: Place): boolean {
  return unitsOf(place).some(({ ownership }) => ownership === 'private')
}
