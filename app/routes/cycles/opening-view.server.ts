import { stepsAskedAt } from '#app/domain/checklist.ts'
import { dayOff } from '#app/domain/days-off.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { firstSchoolDaysOf, yearsInReach } from '#app/domain/opening.ts'
import type { LocalDate } from '#app/domain/calendar.ts'
import { PLACE_KINDS } from '#app/domain/place.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import type { Opening } from '#app/services/opening.server.ts'

/** Rows for pairs that were not there the year before; more where nothing can be carried over. */
const ROWS_TO_ADD = 3
const ROWS_IN_FIRST_CYCLE = 12

/** What a cycle can be opened with, in the shape the form shows it in; with this version, or the suggested one. */
export function openingView(opening: Opening, asked: string | null, today: LocalDate, language: Language) {
  const { suggested, versions, before, units } = opening
  const version = versions.find(({ number }) => String(number) === asked) ?? suggested.version
  const { first, last } = yearsInReach(today)
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return {
    suggested: { ...suggested, version: version?.number ?? null },
    years: years.filter((year) => !opening.openYears.includes(year)),
    firstSchoolDays: { from: firstSchoolDaysOf(first).from, to: firstSchoolDaysOf(last).to },
    versions: versions.map(({ number, publication }) => ({ number, validFrom: publication?.validFromCycle ?? null })),
    dueDays: version && dueDaysOf(version, suggested, language),
    before: before && { year: before.year, schools: schoolsOf(before.pairs, units) },
    choices: {
      kindergartens: units.filter(({ kind }) => kind === 'kindergarten').map(choiceOf),
      schools: units.filter(({ kind }) => kind === 'school').map(choiceOf),
    },
    rows: before && before.pairs.length > 0 ? ROWS_TO_ADD : ROWS_IN_FIRST_CYCLE,
  }
}

/** The due days that a version would have, so that whoever opens the cycle sees what to move. */
function dueDaysOf(version: PlanVersion, { year, firstSchoolDay }: Opening['suggested'], language: Language) {
  const cycle = { year, firstSchoolDay, version, moves: [], sensitiveMeanings: [] }
  const steps = PLACE_KINDS.flatMap((kind) => stepsAskedAt(cycle, kind)).map(({ step, due }) => ({
    title: inLanguage(step.title, language),
    due,
    off: dayOff(due),
  }))
  return {
    number: version.number ?? 0,
    steps: steps.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
    off: steps.filter(({ off }) => off !== null).length,
  }
}

/** The pairs of the year before by school, each with its number of children then. */
function schoolsOf(pairs: NonNullable<Opening['before']>['pairs'], units: Opening['units']) {
  const ofSchool = Map.groupBy(pairs, ({ schoolId }) => schoolId)
  return units
    .filter(({ id }) => ofSchool.has(id))
    .map(({ id, name }) => ({
      id,
      name,
      pairs: units.flatMap((kindergarten) =>
        (ofSchool.get(id) ?? [])
          .filter(({ kindergartenId }) => kindergartenId === kindergarten.id)
          .map(({ children }) => ({ id: kindergarten.id, name: kindergarten.name, children })),
      ),
    }))
}

function choiceOf({ id, name, externalMunicipality }: Opening['units'][number]) {
  return { value: id, words: externalMunicipality ? `${name} (${externalMunicipality})` : name }
}
