import type { NewsView, UnitNewsView } from '#app/components/news-list.tsx'
import type { StepAdoption } from '#app/domain/adoption.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { OBLIGATIONS } from '#app/domain/obligation.ts'
import type { Place, Unit } from '#app/domain/place.ts'
import { placePath } from '#app/routes/places/paths.ts'
import { comparePath } from '#app/routes/plan/paths.ts'
import type { UnitNews } from '#app/services/news.server.ts'

interface Told {
  place: Place
  step: StepAdoption
}

/** What is new for a unit, in the shape it is shown in: each step once, with at how many places it is so. */
export function unitNewsView(
  { unit, stretch, places, read }: UnitNews,
  { year }: Cycle,
  language: Language,
): UnitNewsView {
  const told = places.flatMap(({ place, steps }) => steps.map((step) => ({ place, step })))
  const alike = Map.groupBy(told, ({ step }) =>
    [whatOf(step), step.line.step.id, step.line.due, step.dueBefore, step.intoPast].join(' '),
  )
  return {
    id: unit.id,
    name: unit.name,
    stretch: stretch && { ...stretch, compare: comparePath(stretch.from, stretch.to) },
    news: [...alike.values()].flatMap((those) => newsOf(those, unit, year, language)),
    read,
  }
}

/** The one thing that a step is told under. */
function whatOf({ fate, dueBefore, reworded }: StepAdoption): NewsView['what'] {
  if (fate !== 'stays') return fate
  if (dueBefore) return 'new due day'
  return reworded ? 'reworded' : 'moved'
}

function newsOf(those: readonly Told[], unit: Unit, year: number, language: Language): NewsView[] {
  const [first] = those
  if (!first) return []
  const { place, step } = first
  const { line } = step
  const away = step.fate === 'falls away'
  const stepPath = (at: Place) => `${placePath(year, at.id)}/steps/${line.step.id}`
  return [
    {
      what: whatOf(step),
      id: line.step.id,
      title: inLanguage(line.step.title, language),
      href: those.length === 1 && !away ? stepPath(place) : null,
      due: away ? null : { to: line.due, from: step.dueBefore },
      intoPast: step.intoPast,
      reworded: step.reworded,
      answered: those.some(({ step }) => step.answered),
      obligations: obligationsOf(those),
      part: partOf(step, unit.kind),
      responsible: line.step.responsible,
      pairs: place.kind === 'pair' ? those.length : null,
      others:
        those.length === 1 || away ? [] : othersOf(those, unit).map(({ at, name }) => ({ href: stepPath(at), name })),
    },
  ]
}

/** Why the step is asked, with at how many of the places: its pairs may be of several owners. */
function obligationsOf(those: readonly Told[]): NewsView['obligations'] {
  return OBLIGATIONS.map((obligation) => ({
    obligation,
    pairs: those.filter(({ step }) => step.line.obligation === obligation).length,
  })).filter(({ pairs }) => pairs > 0)
}

/** The units on the other side of the pairs, each with the pair. */
function othersOf(those: readonly Told[], unit: Unit): { at: Place; name: string }[] {
  return those.flatMap(({ place }) =>
    place.kind === 'pair'
      ? [{ at: place, name: (unit.kind === 'school' ? place.kindergarten : place.school).name }]
      : [],
  )
}

/** What the unit has to do with a step. */
function partOf({ line: { step } }: StepAdoption, side: Unit['kind']): NewsView['part'] {
  if (step.responsible === side) return 'answers'
  return step.confirmedBy === side ? 'confirms' : 'other'
}
