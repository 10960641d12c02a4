import type { Cycle } from '#app/domain/checklist.ts'
import { isOver } from '#app/domain/due-date.ts'
import { explanationOf, type Explaining } from '#app/domain/enrolling.ts'
import { can } from '#app/domain/permissions.ts'
import type { SchoolPlace } from '#app/domain/place.ts'
import type { Problem } from '#app/domain/problem.ts'
import { groupOf, schoolReckoning, standing, type Group, type SchoolReckoning } from '#app/domain/reconciliation.ts'
import { found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { listGroups, listGroupUnits } from '#db/queries/child-groups.ts'
import {
  insertExplanation,
  listEnrolled,
  listExplanations,
  type Enrolled,
  type Explanation,
} from '#db/queries/enrolment.ts'
import { findPlace } from '#db/queries/places.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** Which school's numbers, in which cycle. */
export interface WhichGap {
  year: number
  schoolId: string
}

/** The numbers of one school against one another, with what was said of the gap between them. */
export interface Gap {
  cycle: Cycle
  /** Whether something can still be said. */
  open: boolean
  school: SchoolPlace['school']
  reckoning: SchoolReckoning
  enrolled: Enrolled | null
  groups: readonly Group[]
  /** The explanations that stand. */
  explanations: readonly Explanation[]
  /** All that was ever said of the gap, oldest first. */
  said: readonly Explanation[]
  /** The units that can follow up: the school, and by name the kindergartens with a group there. */
  followers: readonly string[]
  names: ReadonlyMap<string, string>
}

/**
 * The gap between those enrolled at a school and its groups, for the adviser and whoever leads the school. Refuses *not
 * found*, also for others and for a school of another municipality.
 */
export async function readGap(context: SignedIn, { year, schoolId }: WhichGap): Promise<Gap> {
  const { db, today } = context
  const cycle = await cycleOf(db, year)
  const { school } = await schoolExplained(context, db, { year, schoolId })
  const groups = await groupsOf(db, { year, schoolId })
  const said = await listExplanations(db, year, schoolId)
  const enrolled = (await listEnrolled(db, year)).find((each) => each.schoolId === schoolId) ?? null
  const names = new Map((await listGroupUnits(db, year)).map(({ id, name }) => [id, name]))
  return {
    cycle,
    open: !isOver(year, today),
    school,
    reckoning: schoolReckoning(schoolId, enrolled?.children ?? null, groups, said),
    enrolled,
    groups,
    explanations: standing(said),
    said,
    followers: inOrder(followersOf(schoolId, groups), [schoolId, ...names.keys()]),
    names,
  }
}

/** The same with the last word on one explanation. Refuses *not found*. */
export async function readExplanation(
  context: SignedIn,
  { explanationId, ...which }: WhichGap & { explanationId: string },
): Promise<Gap & { explanation: Explanation }> {
  const gap = await readGap(context, which)
  return { ...gap, explanation: found(gap.said.findLast(({ id }) => id === explanationId)) }
}

function inOrder(ids: readonly string[], order: readonly string[]): string[] {
  return [...new Set(order)].filter((id) => ids.includes(id))
}

async function schoolExplained({ actor }: SignedIn, db: Db, { year, schoolId }: WhichGap): Promise<SchoolPlace> {
  const place = await findPlace(db, year, schoolId)
  const own = place?.kind === 'school' && place.school.externalMunicipality === null ? place : null
  return found(own && can(actor, 'explain a gap', own) ? own : null)
}

async function groupsOf(db: Db, { year, schoolId }: WhichGap): Promise<Group[]> {
  return (await listGroups(db, year, { unitIds: [schoolId] })).map(groupOf)
}

function followersOf(schoolId: string, groups: readonly Group[]): string[] {
  const sending = groups.filter(({ reported }) => reported !== 0)
  return [schoolId, ...sending.map(({ kindergartenId }) => kindergartenId)]
}

/**
 * Explains some of a gap: so many children, why, and who follows it up. Problems come back and nothing is saved. Refuses
 * *not found*.
 */
export async function explainGap(
  context: SignedIn,
  which: WhichGap,
  explaining: Explaining,
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `gap ${which.year} ${which.schoolId}`, form, async (db) => {
    const groups = await groupsExplained(context, db, which)
    const { children, problems } = explained(context, which, explaining, groups)
    if (problems.length > 0) return problems
    const { words, followedUpBy } = explaining
    await say(context, db, which, { id: newId(), children, words, followedUpBy })
    return []
  })
}

/** An explanation that stands; `seen` is its last row when the form was made. */
export interface WhichExplanation extends WhichGap {
  explanationId: string
  seen: number
}

/** Says an explanation anew. Problems come back and nothing is saved. Refuses *not found*. */
export async function changeExplanation(
  context: SignedIn,
  { explanationId, seen, ...which }: WhichExplanation,
  explaining: Explaining,
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `explanation ${explanationId}`, form, async (db) => {
    const groups = await groupsExplained(context, db, which)
    const before = await lastSaid(db, which, explanationId)
    if (before.sequence !== seen || before.children === 0) return meanwhile(before)
    const { children, problems } = explained(context, which, explaining, groups, before.followedUpBy)
    if (problems.length > 0) return problems
    const { words, followedUpBy } = explaining
    const same = children === before.children && words === before.words && followedUpBy === before.followedUpBy
    if (!same) await say(context, db, which, { id: explanationId, children, words, followedUpBy })
    return []
  })
}

/** Takes an explanation back, if nobody has yet; what it said stays in the history. Refuses *not found*. */
export async function takeBackExplanation(
  context: SignedIn,
  { explanationId, seen, ...which }: WhichExplanation,
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `explanation back ${explanationId}`, form, async (db) => {
    await groupsExplained(context, db, which)
    const before = await lastSaid(db, which, explanationId)
    if (isOver(which.year, context.today)) return over(which)
    if (before.children === 0) return []
    if (before.sequence !== seen) return meanwhile(before)
    const { words, followedUpBy } = before
    await say(context, db, which, { id: explanationId, children: 0, words, followedUpBy })
    return []
  })
}

async function groupsExplained(context: SignedIn, db: Db, which: WhichGap): Promise<Group[]> {
  await cycleOf(db, which.year)
  await schoolExplained(context, db, which)
  return groupsOf(db, which)
}

/** `still` is who follows up so far: it can go on doing so when its group has ended. */
function explained(
  { today }: SignedIn,
  which: WhichGap,
  explaining: Explaining,
  groups: readonly Group[],
  still: string | null = null,
): { children: number; problems: Problem[] } {
  if (isOver(which.year, today)) return { children: 0, problems: over(which) }
  return explanationOf(explaining, [...followersOf(which.schoolId, groups), ...(still ? [still] : [])], today)
}

function over({ year }: WhichGap): Problem[] {
  return [{ field: 'children', message: 'cycleOver', values: { year } }]
}

function meanwhile({ by }: Explanation): Problem[] {
  return [{ field: 'children', message: 'explanationMeanwhile', values: { name: by } }]
}

async function lastSaid(db: Db, { year, schoolId }: WhichGap, id: string): Promise<Explanation> {
  return found((await listExplanations(db, year, schoolId)).findLast((each) => each.id === id))
}

async function say(
  { actor, now }: SignedIn,
  db: Db,
  { year, schoolId }: WhichGap,
  said: Pick<Explanation, 'id' | 'children' | 'words' | 'followedUpBy'>,
): Promise<void> {
  await insertExplanation(db, { ...said, year, schoolId, at: now, personId: actor.id })
  const { id, children, followedUpBy } = said
  const content = { cycle: year, school: schoolId, explanation: id, children, followedUpBy }
  await remember(db, { kind: 'gap explained', at: now, personId: actor.id, content })
}
