import type { FlowArrival } from '#app/components/flow-view.ts'
import { keyOf, pictureOf, type Arrival, type Destination } from '#app/domain/flow.ts'
import type { Language } from '#app/domain/language.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { FlowOfChildren } from '#app/services/flow.server.ts'
import { drawingOf } from './flow-drawing.server.ts'

/** A name that is longer leaves no room for the picture; the table has the whole. */
const LONGEST_NAME = 36
/** More rows than these are folded away, school by school. */
const MOST_ROWS_OPEN = 120

/** The flow of children, in the shape it is shown in. */
export function flowView(flow: FlowOfChildren, language: Language) {
  const { t } = wordsIn(language)
  const { cycle, arrivals, units, schools, school, seesSmall } = flow
  const nameOf = (unitId: string) => units.get(unitId)?.name ?? ''
  const nameOfDestination = (to: Destination) => {
    if ('elsewhere' in to) return t(to.elsewhere === 'not decided' ? 'flow.notDecided' : 'flow.anotherMunicipality')
    const abroad = units.get(to.school)?.externalMunicipality
    return abroad ? t('flow.abroad', { school: nameOf(to.school), municipality: abroad }) : nameOf(to.school)
  }
  const totals = new Map(arrivals.map((arrival) => [keyOf(arrival.to), arrival.total]))
  const picture = pictureOf(arrivals)
  const drawing = drawingOf(picture.drawn, {
    from: (id) => shortened(nameOf(id)),
    small: t('flow.small'),
    to: ({ to, small }) => {
      const name = shortened(nameOfDestination(to))
      const sum = totals.get(keyOf(to))?.sum ?? 0
      if (small?.children !== null) return t('flow.nameAndSum', { name, sum })
      return sum === 0 ? t('flow.nameAndFew', { name }) : t('flow.nameAndMore', { name, sum })
    },
  })
  const [first, ...others] = schools
  const only = school ?? (others.length === 0 ? first : null)
  const toSchools = arrivals.filter(({ to }) => 'school' in to)
  return {
    year: cycle.year,
    version: cycle.version.number,
    /** The school that was chosen, or the only one there is to see. */
    school: only ? { id: only.id, name: only.name } : null,
    schools: schools.map(({ id, name }) => ({ id, name })),
    seesSmall,
    drawing,
    drawn: picture.drawn.length,
    left: picture.left,
    hasSmall: picture.drawn.some(({ small }) => small !== null),
    hasElsewhere: picture.drawn.some(({ to }) => !('school' in to)),
    sum: {
      children: toSchools.reduce((sum, { total }) => sum + total.sum, 0),
      few: toSchools.reduce((sum, { total }) => sum + total.few, 0),
      kindergartens: new Set(toSchools.flatMap(({ flows }) => flows.map(({ from }) => from))).size,
      schools: toSchools.length,
    },
    open: arrivals.reduce((rows, { flows }) => rows + flows.length, 0) <= MOST_ROWS_OPEN,
    arrivals: arrivals.map((arrival) => arrivalView(arrival, nameOfDestination(arrival.to), nameOf)),
    notReported: arrivals.flatMap(({ to, flows }) =>
      flows
        .filter(({ children }) => children === 'not reported')
        .map(({ from }) => `${nameOf(from)} – ${nameOfDestination(to)}`),
    ),
  }
}

function arrivalView({ to, flows, total }: Arrival, name: string, nameOf: (id: string) => string): FlowArrival {
  return {
    key: keyOf(to).replaceAll(' ', '-'),
    name,
    total,
    from: flows.map(({ from, children }) => ({ key: from, name: nameOf(from), children })),
  }
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
}
