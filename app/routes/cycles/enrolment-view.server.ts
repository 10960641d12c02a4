import type { EnrolmentRow, OpenNumbers, ReckoningView } from '#app/components/enrolment-view.ts'
import { enrolledField } from '#app/domain/enrolling.ts'
import { stateOf, type Group, type SchoolReckoning } from '#app/domain/reconciliation.ts'
import { IN_ORDER } from '#app/domain/in-order.ts'
import { groupsPath } from '#app/routes/places/paths.ts'
import type { Enrolment } from '#app/services/enrolment.server.ts'
import { seenField } from './enrolment-form.server.ts'
import { gapPath } from './paths.ts'

/** A school's numbers, in the shape they are shown in. */
export function reckoningView({ schoolId: _, ...reckoning }: SchoolReckoning): ReckoningView {
  return { ...reckoning, state: stateOf({ schoolId: _, ...reckoning }) }
}

/** The numbers of a cycle against one another, in the shape they are shown in. */
export function enrolmentView(all: Enrolment) {
  const { cycle, schools, units, said } = all
  const nameOf = (unitId: string) => units.get(unitId)?.name ?? ''
  const inOrder = (unitIds: readonly string[]) => [...units.keys()].filter((id) => unitIds.includes(id))
  const rows = schools.map((school): EnrolmentRow => {
    const enrolled = said.get(school.schoolId)
    return {
      ...reckoningView(school),
      name: nameOf(school.schoolId),
      href: gapPath(cycle.year, school.schoolId),
      field: enrolledField(school.schoolId),
      seenField: seenField(school.schoolId),
      said: enrolled ? { at: enrolled.at, by: enrolled.by } : null,
    }
  })
  const waitingFor = Map.groupBy(all.notReported, ({ kindergartenId }) => kindergartenId)
  const between = ({ kindergartenId, schoolId }: Group) => `${nameOf(kindergartenId)} – ${nameOf(schoolId)}`
  const silent = inOrder([...waitingFor.keys(), ...all.silent]).map((id): OpenNumbers => {
    const schools = (waitingFor.get(id) ?? []).map(({ schoolId }) => nameOf(schoolId))
    return { href: groupsPath(cycle.year, id), name: nameOf(id), schools }
  })
  const going = ({ kindergartenId, children }: Enrolment['leaving'][number]): OpenNumbers => {
    return { href: groupsPath(cycle.year, kindergartenId), name: nameOf(kindergartenId), children }
  }
  const abroad = all.abroad.map((group): OpenNumbers => {
    const href = groupsPath(cycle.year, group.kindergartenId)
    return { href, name: between(group), children: group.reported ?? 'not reported' }
  })
  return {
    year: cycle.year,
    version: cycle.version.number,
    open: all.open,
    rows,
    total: { enrolled: all.enrolled, known: all.known, unexplained: all.unexplained },
    addsUp: all.addsUp,
    isEmpty: rows.every(({ state }) => state === 'no children'),
    toExplain: rows.filter(({ state }) => state === 'unexplained' || state === 'over-explained').length,
    lists: {
      notDecided: byName(all.notDecided.map(going)),
      silent,
      differing: byName(
        all.differing.map((group): OpenNumbers => {
          const { schoolId, reported, received } = group
          return { href: groupsPath(cycle.year, schoolId), name: between(group), reported, received }
        }),
      ),
      leaving: byName([...all.leaving.map(going), ...abroad]),
    },
  }
}

function byName(numbers: readonly OpenNumbers[]): OpenNumbers[] {
  return numbers.toSorted((a, b) => IN_ORDER.compare(a.name, b.name))
}
