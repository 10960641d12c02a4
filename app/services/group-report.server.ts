import {
  sayingOf,
  type ChildGroup,
  type Elsewhere,
  type GroupUnit,
  type NumberWritten,
} from '#app/domain/child-group.ts'
import { isOver } from '#app/domain/due-date.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import { problemInText } from '#app/domain/saying.ts'
import type { Db } from '#db/connection.ts'
import { insertElsewhere, listElsewhere, listGroups, listGroupUnits } from '#db/queries/child-groups.ts'
import { isOpen, saysForUnit, sideOf } from './child-groups.server.ts'
import type { SignedIn } from './context.server.ts'
import { newPair, sayNumber } from './group-writing.server.ts'
import { remember } from './history.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** What a kindergarten says in one go: how many children go to which school, and how many to none here. */
export interface Report {
  groups: readonly (NumberWritten & { pairId: string })[]
  elsewhere: readonly (NumberWritten & { destination: Elsewhere })[]
  /** Groups at schools that it had none at. `field` is where the school was chosen. */
  added: readonly { field: string; numberField: string; schoolId: string; children: number }[]
  /** Why numbers became others. */
  reason: string | null
}

/**
 * Saves what changed of a kindergarten's numbers, or nothing. 0 ends a group, and a number brings it back; its ticks stay.
 * Problems come back. Refuses *not found* and *not allowed*.
 */
export async function reportGroups(
  context: SignedIn,
  { year, kindergartenId }: { year: number; kindergartenId: string },
  report: Report,
  form: string,
): Promise<Outcome> {
  const { actor, now, today } = context
  return saveOnce(context, `report groups ${year} ${kindergartenId}`, form, async (db) => {
    if ((await sideOf(context, year, kindergartenId, db)) !== 'kindergarten') throw new Refusal('not found')
    if (isOver(year, today)) return [{ field: 'form', message: 'cycleOver', values: { year } }]
    const by = { at: now, personId: actor.id, forUnit: saysForUnit(actor, kindergartenId) }
    const groups = await listGroups(db, year, { unitIds: [kindergartenId] })
    const elsewhere = await listElsewhere(db, year, kindergartenId)
    const units = await listGroupUnits(db, year)
    const problems: Problem[] = problemInText('reason', report.reason, today)
    for (const written of report.groups) {
      const { reported, schoolId } = found(groups.find(({ pairId }) => pairId === written.pairId))
      const { say, problems: own } = sayingOf(written, reported)
      problems.push(...own)
      if (reported?.children === 0 && say !== null) {
        problems.push(...closedAmong(units, [kindergartenId, schoolId], written.field, today))
      }
      const reason = reported && report.reason
      if (say !== null) await sayNumber(db, { ...by, year, ...written, side: 'kindergarten', children: say, reason })
    }
    for (const written of report.elsewhere) {
      const { destination } = written
      const { say, problems: own } = sayingOf(written, elsewhere[destination] ?? null)
      problems.push(...own)
      if (say === null) continue
      await insertElsewhere(db, { ...by, year, kindergartenId, destination, children: say })
      const content = { cycle: year, kindergarten: kindergartenId, destination, children: say }
      await remember(db, { ...by, kind: 'children elsewhere said', content })
    }
    return [...problems, ...(await addGroups(db, { ...by, year, kindergartenId, today, groups, units }, report))]
  })
}

interface Adding {
  at: SignedIn['now']
  personId: string
  forUnit: boolean
  year: number
  kindergartenId: string
  today: SignedIn['today']
  /** The groups that the kindergarten has already. */
  groups: readonly ChildGroup[]
  units: readonly GroupUnit[]
}

/** A group neither begins nor returns where one of its units has closed. */
function closedAmong(units: readonly GroupUnit[], ids: readonly string[], field: string, today: string): Problem[] {
  const closed = units.find((unit) => ids.includes(unit.id) && !isOpen(unit, today))
  return closed ? [{ field, message: 'unitClosed', values: { name: closed.name } }] : []
}

async function addGroups(
  db: Db,
  { today, groups, units, ...by }: Adding,
  { added, reason }: Report,
): Promise<Problem[]> {
  const { kindergartenId } = by
  const ids = added.map(({ schoolId }) => schoolId)
  const problems: Problem[] = []
  for (const [at, { field, numberField, schoolId, children }] of added.entries()) {
    found(units.find(({ id, kind }) => id === schoolId && kind === 'school'))
    const closed = closedAmong(units, [kindergartenId, schoolId], field, today)
    const known = groups.find((group) => group.schoolId === schoolId)
    const stands = known?.reported?.children ?? 0
    if (ids.indexOf(schoolId) !== at) problems.push({ field, message: 'schoolTwice' })
    else if (closed.length > 0) problems.push(...closed)
    else if (children === 0) problems.push({ field: numberField, message: 'childrenNone' })
    else if (stands === children) continue
    else if (stands > 0) problems.push({ field, message: 'schoolHasNumber', values: { children: stands } })
    else {
      const pairId = known?.pairId ?? (await newPair(db, { ...by, kindergartenId, schoolId, children }))
      const why = known?.reported ? reason : null
      await sayNumber(db, { ...by, pairId, side: 'kindergarten', children, reason: why })
    }
  }
  return problems
}
