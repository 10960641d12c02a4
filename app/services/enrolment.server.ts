import type { GroupUnit } from '#app/domain/child-group.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import { isOver } from '#app/domain/due-date.ts'
import { newlyEnrolled, type EnrolledTyped } from '#app/domain/enrolling.ts'
import { authorize } from '#app/domain/permissions.ts'
import { cycleReckoning, groupOf, type CycleReckoning, type Group } from '#app/domain/reconciliation.ts'
import type { Db } from '#db/connection.ts'
import { listGroups, listGroupUnits } from '#db/queries/child-groups.ts'
import {
  insertEnrolment,
  listEnrolled,
  listExplanations,
  listGoingElsewhere,
  type Enrolled,
} from '#db/queries/enrolment.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'
import { remember } from './history.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

export type Units = ReadonlyMap<string, GroupUnit>

/** The numbers of a cycle against one another, with the units they are about. */
export interface Enrolment extends CycleReckoning {
  cycle: Cycle
  /** Whether numbers can still be said. */
  open: boolean
  units: Units
  /** Groups that go to a school of another municipality. */
  abroad: readonly Group[]
  said: ReadonlyMap<string, Enrolled>
}

/**
 * Children enrolled at each of the municipality's schools against the sum of its groups. A unit that has closed is left
 * out, unless somebody has said a number of it. Refuses *not found*, also for whoever may not reconcile.
 */
export async function readEnrolment(context: SignedIn, year: number): Promise<Enrolment> {
  const { actor, db, today } = context
  authorize(actor, 'reconcile numbers')
  const cycle = await cycleOf(db, year)
  const units = await listGroupUnits(db, year)
  const said = await saidOf(db, year)
  const groups = (await listGroups(db, year, 'all')).map(groupOf)
  const explanations = await listExplanations(db, year)
  const elsewhere = await listGoingElsewhere(db, year)
  const numbered = new Set([...said.keys(), ...explanations.map(({ schoolId }) => schoolId)])
  for (const { schoolId, reported } of groups) if (reported !== 0) numbered.add(schoolId)
  const own = units.filter(({ externalMunicipality }) => externalMunicipality === null)
  const stands = ({ id, closedOn }: GroupUnit) => closedOn === null || closedOn > today || numbered.has(id)
  const ofKind = (kind: GroupUnit['kind']) =>
    own.filter((unit) => unit.kind === kind && stands(unit)).map(({ id }) => id)
  const schoolIds = ofKind('school')
  return {
    ...cycleReckoning({
      schoolIds,
      kindergartenIds: ofKind('kindergarten'),
      enrolled: new Map([...said].map(([id, { children }]) => [id, children])),
      groups,
      explanations,
      elsewhere,
    }),
    cycle,
    open: !isOver(year, today),
    units: new Map(units.map((unit) => [unit.id, unit])),
    abroad: groups.filter(({ schoolId, reported }) => reported !== 0 && !schoolIds.includes(schoolId)),
    said,
  }
}

async function saidOf(db: Db, year: number): Promise<Map<string, Enrolled>> {
  return new Map((await listEnrolled(db, year)).map((each) => [each.schoolId, each]))
}

/**
 * Says how many children are enrolled, at as many schools as were changed on the form: only those make rows. Problems
 * come back and nothing is saved. Refuses *not found*.
 */
export async function sayEnrolled(
  context: SignedIn,
  year: number,
  rows: readonly EnrolledTyped[],
  form: string,
): Promise<Outcome> {
  const { actor, now } = context
  authorize(actor, 'reconcile numbers')
  return saveOnce(context, `enrolment ${year}`, form, async (db) => {
    await cycleOf(db, year)
    if (isOver(year, context.today)) return [{ field: 'form', message: 'cycleOver', values: { year } }]
    const schools = new Set((await listGroupUnits(db, year)).filter(isOwnSchool).map(({ id }) => id))
    if (rows.some(({ schoolId }) => !schools.has(schoolId))) return [{ field: 'form', message: 'formIncomplete' }]
    const { changes, problems } = newlyEnrolled(rows, await saidOf(db, year))
    if (problems.length > 0) return problems
    for (const { schoolId, children } of changes) {
      await insertEnrolment(db, { year, schoolId, children, at: now, personId: actor.id })
      const content = { cycle: year, school: schoolId, children }
      await remember(db, { kind: 'enrolment said', at: now, personId: actor.id, content })
    }
    return []
  })
}

function isOwnSchool({ kind, externalMunicipality }: GroupUnit): boolean {
  return kind === 'school' && externalMunicipality === null
}
