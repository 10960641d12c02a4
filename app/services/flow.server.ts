import { groupHasEnded, type ChildGroup, type GroupUnit } from '#app/domain/child-group.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import { numberShown } from '#app/domain/discretion.ts'
import { arrivalsOf, type Arrival, type Flow } from '#app/domain/flow.ts'
import { can, canAtUnit } from '#app/domain/permissions.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import { listGroups, listGroupUnits } from '#db/queries/child-groups.ts'
import { listGoingElsewhere } from '#db/queries/enrolment.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'

/** Which children start where in a cycle, as one reader may see it. */
export interface FlowOfChildren {
  cycle: Cycle
  /** By destination: the schools by name, then those that are none here. */
  arrivals: readonly Arrival[]
  units: ReadonlyMap<string, GroupUnit>
  /** The schools that the reader can choose among, and the one that was chosen. */
  schools: readonly GroupUnit[]
  school: GroupUnit | null
  /** Whether the reader sees all numbers, or small ones as few. */
  seesSmall: boolean
}

/**
 * The flow of children from kindergartens to schools, as the kindergartens say: of the municipality, for a principal of
 * the own school. Of one school, where one is named. A group that has ended is in no flow. Refuses *not found*.
 */
export async function readFlow(context: SignedIn, year: number, schoolId: string | null): Promise<FlowOfChildren> {
  const { actor, db } = context
  if (!can(actor, 'read the flow of children')) throw new Refusal('not found')
  const cycle = await cycleOf(db, year)
  const all = await listGroupUnits(db, year)
  const units = new Map(all.map((unit) => [unit.id, unit]))
  const groups = (await listGroups(db, year, 'all')).filter((group) => !groupHasEnded(group))
  const going = Map.groupBy(groups, ({ schoolId }) => schoolId)
  const own = all.filter(({ id, kind }) => kind === 'school' && canAtUnit(actor, 'read the flow of children', id))
  if (own.length === 0) throw new Refusal('not found')
  const schools = own.filter(({ id }) => going.has(id))
  const school = schoolId === null ? null : found(schools.find(({ id }) => id === schoolId))
  const shown = school ? [school] : schools
  const toSchools = shown.flatMap(({ id }) => flowsTo(context, id, going.get(id) ?? [], all))
  const elsewhere = school === null && can(actor, 'reconcile numbers') ? await flowsElsewhere(context, year, all) : []
  return {
    cycle,
    arrivals: arrivalsOf([...toSchools, ...elsewhere]),
    units,
    schools,
    school,
    seesSmall: shown.every(({ id }) => canAtUnit(actor, 'read small numbers of children', id)),
  }
}

function flowsTo(
  { actor }: SignedIn,
  schoolId: string,
  groups: readonly ChildGroup[],
  units: readonly GroupUnit[],
): Flow[] {
  const coming = new Map(groups.map((group) => [group.kindergartenId, group]))
  return units.flatMap(({ id }): Flow[] => {
    const group = coming.get(id)
    if (!group) return []
    const seesSmall = [id, schoolId].some((unitId) => canAtUnit(actor, 'read small numbers of children', unitId))
    return [{ from: id, to: { school: schoolId }, children: numberShown(group.reported?.children ?? null, seesSmall) }]
  })
}

async function flowsElsewhere({ db }: SignedIn, year: number, units: readonly GroupUnit[]): Promise<Flow[]> {
  const going = await listGoingElsewhere(db, year)
  return (['another municipality', 'not decided'] as const).flatMap((destination) =>
    units.flatMap(({ id }): Flow[] => {
      const said = going.find((each) => each.kindergartenId === id && each.destination === destination)
      return said && said.children > 0 ? [{ from: id, to: { elsewhere: destination }, children: said.children }] : []
    }),
  )
}
