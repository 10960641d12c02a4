import { groupHasEnded, type GroupUnit } from '#app/domain/child-group.ts'
import { choiceOf, nameOf } from '#app/routes/places/groups-view.server.ts'
import type { PairChoices, PairOfGroup } from '#app/services/pairs.server.ts'

type GroupToMove = PairOfGroup & PairChoices

/** A group with where it can move, in the shape of the form; the address can have chosen where (`?school=…`). */
export function groupMoveView({ group, kindergarten, school, ...choices }: GroupToMove, request: Request) {
  const asked = new URL(request.url).searchParams
  const kindergartens = withOwn(choices.kindergartens, kindergarten)
  const schools = withOwn(choices.schools, school)
  const choose = (units: readonly GroupUnit[], own: GroupUnit, name: string) =>
    units.find(({ id }) => id === asked.get(name))?.id ?? own.id
  return {
    name: `${nameOf(kindergarten)} – ${nameOf(school)}`,
    children: group.reported?.children ?? null,
    stays: choices.over ? ('over' as const) : groupHasEnded(group) ? ('ended' as const) : null,
    chosen: {
      kindergarten: choose(kindergartens, kindergarten, 'kindergarten'),
      school: choose(schools, school, 'school'),
    },
    kindergartens: kindergartens.map(choiceOf),
    schools: schools.map(choiceOf),
  }
}

/** A unit that has closed meanwhile is still where the group is. */
function withOwn(open: readonly GroupUnit[], own: GroupUnit): readonly GroupUnit[] {
  return open.some(({ id }) => id === own.id) ? open : [own, ...open]
}
