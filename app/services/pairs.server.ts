import {
  groupHasEnded,
  joined,
  MOST_CHILDREN,
  problemsInGroupMove,
  type ChildGroup,
  type GroupMove,
  type GroupUnit,
} from '#app/domain/child-group.ts'
import { isOver } from '#app/domain/due-date.ts'
import { authorize, can, reachOf } from '#app/domain/permissions.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { insertNumber, listGroups, listGroupUnits } from '#db/queries/child-groups.ts'
import { isOpen } from './child-groups.server.ts'
import type { SignedIn } from './context.server.ts'
import { cycleAmong, cycleOf } from './cycles.server.ts'
import { newPair, sayNumber } from './group-writing.server.ts'
import { remember } from './history.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** A pair with its two units. */
export interface PairOfGroup {
  group: ChildGroup
  kindergarten: GroupUnit
  school: GroupUnit
}

/** All pairs of a cycle, by school and kindergarten, before masking. */
export interface Pairs {
  year: number
  years: readonly number[]
  pairs: readonly PairOfGroup[]
  seesSmall: boolean
  /** Whether the person can form and move pairs, in a cycle that is not over. */
  changes: boolean
  over: boolean
}

/** All pairs of a cycle. Refuses *not found*. */
export async function readPairs(context: SignedIn, year: number): Promise<Pairs> {
  const { actor, db, today } = context
  authorize(actor, 'read the overview of a cycle')
  const { years } = await cycleAmong(db, year)
  const units = await listGroupUnits(db, year)
  const groups = Map.groupBy(await listGroups(db, year, 'all'), ({ schoolId }) => schoolId)
  const pairs = units.flatMap((school) => {
    const ofSchool = new Map((groups.get(school.id) ?? []).map((group) => [group.kindergartenId, group]))
    if (ofSchool.size === 0) return []
    return units.flatMap((kindergarten) => {
      const group = ofSchool.get(kindergarten.id)
      return group ? [{ group, kindergarten, school }] : []
    })
  })
  const over = isOver(year, today)
  const seesSmall = reachOf(actor, 'read small numbers of children') === 'everywhere'
  return { year, years, pairs, seesSmall, over, changes: !over && can(actor, 'form and move pairs') }
}

/** The units that a new pair can be of. */
export interface PairChoices {
  kindergartens: readonly GroupUnit[]
  schools: readonly GroupUnit[]
  over: boolean
}

/** What a pair can be formed of. Refuses *not found*. */
export async function readPairChoices(context: SignedIn, year: number): Promise<PairChoices> {
  const { actor, db, today } = context
  authorize(actor, 'form and move pairs')
  await cycleOf(db, year)
  const units = (await listGroupUnits(db, year)).filter((unit) => isOpen(unit, today))
  return {
    kindergartens: units.filter(({ kind }) => kind === 'kindergarten'),
    schools: units.filter(({ kind }) => kind === 'school'),
    over: isOver(year, today),
  }
}

/** A pair that somebody wants, perhaps with the number of children that the kindergarten has told the adviser. */
export interface PairWanted {
  kindergartenId: string
  schoolId: string
  children: number | null
}

/**
 * Forms a pair, or brings back one whose group had ended: then it needs a number. Problems come back and nothing is
 * saved. Refuses *not found*.
 */
export async function formPair(context: SignedIn, year: number, wanted: PairWanted, form: string): Promise<Outcome> {
  const { actor, now, today } = context
  authorize(actor, 'form and move pairs')
  return saveOnce(context, `form pair ${year}`, form, async (db) => {
    await cycleOf(db, year)
    if (isOver(year, today)) return [{ field: 'form', message: 'cycleOver', values: { year } }]
    const closed = await closedAmong(db, year, wanted, today)
    if (closed.length > 0) return closed
    const { kindergartenId, schoolId, children } = wanted
    const known = await groupBetween(db, year, kindergartenId, schoolId)
    if (known && !groupHasEnded(known)) return [{ field: 'school', message: 'pairExists' }]
    if (known && children === null) return [{ field: 'children', message: 'pairNeedsNumber' }]
    if (children === 0) return [{ field: 'children', message: 'childrenNone' }]
    const by = { at: now, personId: actor.id, year }
    const pairId = known?.pairId ?? (await newPair(db, { ...by, kindergartenId, schoolId, children }))
    const said = { ...by, pairId, side: 'kindergarten', forUnit: true, reason: null } as const
    if (children !== null) await sayNumber(db, { ...said, children })
    return []
  })
}

/** A pair whose group can move, and where to. Refuses *not found*. */
export async function readGroupMove(
  context: SignedIn,
  year: number,
  pairId: string,
): Promise<PairOfGroup & PairChoices> {
  const choices = await readPairChoices(context, year)
  const [group] = await listGroups(context.db, year, { pairId })
  const { kindergartenId, schoolId } = found(group)
  const units = await listGroupUnits(context.db, year, [kindergartenId, schoolId])
  const unit = (id: string) => found(units.find((each) => each.id === id))
  return {
    ...choices,
    group: found(group),
    kindergarten: unit(kindergartenId),
    school: unit(schoolId),
  }
}

/**
 * Moves a whole group to another school, or to another kindergarten that it now comes from: the old pair's group ends and
 * points to the new one, which is formed, brought back, or gets more children. Ticks stay where they are. Problems come
 * back and nothing is saved. Refuses *not found*.
 */
export async function moveGroup(
  context: SignedIn,
  { year, pairId }: { year: number; pairId: string },
  move: GroupMove,
  form: string,
): Promise<Outcome> {
  const { actor, now, today } = context
  authorize(actor, 'form and move pairs')
  return saveOnce(context, `move group ${year} ${pairId}`, form, async (db) => {
    await cycleOf(db, year)
    if (isOver(year, today)) return [{ field: 'form', message: 'cycleOver', values: { year } }]
    const [group] = await listGroups(db, year, { pairId })
    const problems = problemsInGroupMove(found(group), move, today)
    if (problems.length > 0) return problems
    const { kindergartenId, schoolId, reason, seen } = move
    const closed = await closedAmong(db, year, move, today, found(group))
    if (closed.length > 0) return closed
    const there = await groupBetween(db, year, kindergartenId, schoolId)
    const stands = there?.reported?.children ?? null
    const children = joined(seen, stands)
    if ((children ?? 0) > MOST_CHILDREN) return [{ field: 'school', message: 'childrenNotANumber' }]
    const by = { at: now, personId: actor.id, year }
    const to = there?.pairId ?? (await newPair(db, { ...by, kindergartenId, schoolId, children }))
    const said = { at: now, personId: actor.id, forUnit: true, side: 'kindergarten', reason } as const
    await insertNumber(db, { ...said, pairId, children: 0, movedTo: to })
    if (children !== null && children !== stands)
      await insertNumber(db, { ...said, pairId: to, children, movedTo: null })
    const content = { cycle: year, pair: pairId, to, children: seen }
    await remember(db, { ...by, kind: 'group moved', content })
    return []
  })
}

async function groupBetween(
  db: Db,
  year: number,
  kindergartenId: string,
  schoolId: string,
): Promise<ChildGroup | null> {
  const groups = await listGroups(db, year, { unitIds: [kindergartenId] })
  return groups.find((group) => group.schoolId === schoolId) ?? null
}

/** A problem for each of the two units that is closed, save where the pair already has it. Refuses *not found*. */
async function closedAmong(
  db: Db,
  year: number,
  wanted: Pick<PairWanted, 'kindergartenId' | 'schoolId'>,
  today: string,
  stays: Pick<PairWanted, 'kindergartenId' | 'schoolId'> | null = null,
): Promise<Problem[]> {
  const units = await listGroupUnits(db, year, [wanted.kindergartenId, wanted.schoolId])
  return (['kindergarten', 'school'] as const).flatMap((kind) => {
    const unit = found(units.find((each) => each.kind === kind && each.id === wanted[`${kind}Id`]))
    if (isOpen(unit, today) || stays?.[`${kind}Id`] === unit.id) return []
    return [{ field: kind, message: 'unitClosed', values: { name: unit.name } }]
  })
}
