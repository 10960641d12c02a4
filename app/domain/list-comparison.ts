/** A list and what it belongs to: the steps of a routine, or the whole plan's laws. */
export interface Listed<T, Owner extends { id: string } = Whole> {
  of: Owner
  items: readonly T[]
}

/** What a list that stands alone belongs to. */
export interface Whole {
  id: 'plan'
}
export const WHOLE: Whole = { id: 'plan' }

/** Something where it stands: in whose list, and after which other of it (null: first). */
export interface Spot<T, Owner extends { id: string } = Whole> {
  is: T
  of: Owner
  after: string | null
}

/** What happened to one of them. `reordered`: it stands in the same list, but it was moved past others. */
export type Change<T, Owner extends { id: string } = Whole> =
  | { kind: 'added'; id: string; from: null; to: Spot<T, Owner> }
  | { kind: 'taken out'; id: string; from: Spot<T, Owner>; to: null }
  | { kind: 'changed'; id: string; from: Spot<T, Owner>; to: Spot<T, Owner>; reordered: boolean }

/** How to know one of them again, and whether two of the same identity say the same. */
export interface Kind<T> {
  idOf: (item: T) => string
  same: (one: T, other: T) => boolean
}

/**
 * What happened from some lists to others, in the reading order of the latter; what was taken out is told where it was.
 * As few as possible count as moved: one that is added at the top moves none of the others.
 */
export function changesBetween<T, Owner extends { id: string }>(
  from: readonly Listed<T, Owner>[],
  to: readonly Listed<T, Owner>[],
  { idOf, same }: Kind<T>,
): Change<T, Owner>[] {
  const before = spotsIn(from, idOf)
  const after = spotsIn(to, idOf)
  const idsBefore = new Map(from.map(({ of, items }) => [of.id, items.map(idOf)]))
  const idsAfter = new Map(to.map(({ of, items }) => [of.id, items.map(idOf)]))
  return inReadingOrder([...idsBefore.keys()], [...idsAfter.keys()]).flatMap((owner) => {
    const old = idsBefore.get(owner) ?? []
    const now = idsAfter.get(owner) ?? []
    const steady = longestInOrder(old, now)
    const here = old.filter((id) => steady.has(id) || !after.has(id))
    return inReadingOrder(here, now).flatMap((id) => {
      const change = changeOf(id, before.get(id) ?? null, after.get(id) ?? null, steady)
      if (change?.kind === 'changed' && !isMoved(change) && same(change.from.is, change.to.is)) return []
      return change ? [change] : []
    })
  })
}

function changeOf<T, Owner extends { id: string }>(
  id: string,
  from: Spot<T, Owner> | null,
  to: Spot<T, Owner> | null,
  steady: ReadonlySet<string>,
): Change<T, Owner> | null {
  if (from && to) return { kind: 'changed', id, from, to, reordered: from.of.id === to.of.id && !steady.has(id) }
  if (to) return { kind: 'added', id, from: null, to }
  return from && { kind: 'taken out', id, from, to: null }
}

/** Whether it stands in another list or was moved past others of its own. */
export function isMoved<T, Owner extends { id: string }>(change: Change<T, Owner>): boolean {
  return change.kind === 'changed' && (change.reordered || change.from.of.id !== change.to.of.id)
}

/** The lists after the changes, by the id of what each belongs to. */
export function withChanges<T, Owner extends { id: string }>(
  from: readonly Listed<T, Owner>[],
  changes: readonly Change<T, Owner>[],
  { idOf }: Pick<Kind<T>, 'idOf'>,
): Map<string, T[]> {
  const lists = new Map(from.map(({ of, items }) => [of.id, [...items]]))
  const listOf = ({ of }: Spot<T, Owner>) => lists.get(of.id) ?? lists.set(of.id, []).get(of.id) ?? []
  const indexIn = (list: readonly T[], id: string | null) => list.findIndex((item) => idOf(item) === id)
  for (const { id, from, to, ...change } of changes) {
    const stays = change.kind === 'changed' && from && to && !change.reordered && from.of.id === to.of.id
    if (from) listOf(from).splice(indexIn(listOf(from), id), 1, ...(stays ? [to.is] : []))
  }
  for (const change of changes) {
    if (!change.to || (change.kind === 'changed' && !isMoved(change))) continue
    const list = listOf(change.to)
    list.splice(indexIn(list, change.to.after) + 1, 0, change.to.is)
  }
  return lists
}

function spotsIn<T, Owner extends { id: string }>(lists: readonly Listed<T, Owner>[], idOf: Kind<T>['idOf']) {
  const spots = new Map<string, Spot<T, Owner>>()
  for (const { of, items } of lists) {
    items.forEach((is, at) => {
      const previous = items[at - 1]
      spots.set(idOf(is), { is, of, after: previous === undefined ? null : idOf(previous) })
    })
  }
  return spots
}

/** The ids of both in the order of `to`; one that is only in `from` comes after what it stood after there. */
export function inReadingOrder(from: readonly string[], to: readonly string[]): string[] {
  const steady = longestInOrder(from, to)
  const known = new Set(to)
  const followers = new Map<string | null, string[]>()
  let previous: string | null = null
  for (const id of from) {
    if (steady.has(id)) previous = id
    else if (!known.has(id)) followers.set(previous, [...(followers.get(previous) ?? []), id])
  }
  return [...(followers.get(null) ?? []), ...to.flatMap((id) => [id, ...(followers.get(id) ?? [])])]
}

/** The most that stand in the same order in both: everything else was moved past them. */
function longestInOrder(from: readonly string[], to: readonly string[]): Set<string> {
  const places = new Map(from.map((id, at) => [id, at]))
  const ends: { id: string; place: number; before: string | null }[] = []
  const links = new Map<string, string | null>()
  for (const id of to) {
    const place = places.get(id)
    if (place === undefined) continue
    const length = ends.findIndex((end) => end.place > place)
    const at = length < 0 ? ends.length : length
    const before = ends[at - 1]?.id ?? null
    ends[at] = { id, place, before }
    links.set(id, before)
  }
  const steady = new Set<string>()
  for (let id = ends.at(-1)?.id ?? null; id !== null; id = links.get(id) ?? null) steady.add(id)
  return steady
}
