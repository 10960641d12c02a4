import type { LocalDate } from '#app/domain/calendar.ts'
import { dayOff } from '#app/domain/days-off.ts'
import { dueDay } from '#app/domain/due-date.ts'
import { lastMove, movedDay } from '#app/domain/due-day-move.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { readDueDay, DueDays, DueStep } from '#app/services/due-days.server.ts'
import { dueDayPath, dueDaysPath, withdrawalPath } from './paths.ts'

/** The due days somebody may move, by routine, in the shape they are shown in. */
export function dueDaysView(all: DueDays, language: Language) {
  const { cycle, school, scopes, steps } = all
  const routines = cycle.version.routines.map(({ id, title }) => ({
    id,
    title: inLanguage(title, language),
    steps: steps.filter(({ routine }) => routine.id === id).map((step) => dueStepView(all, step, language)),
  }))
  return {
    year: cycle.year,
    version: cycle.version.number,
    title: titleOf(all, language),
    school: school?.name ?? null,
    scopes: scopes.map((scope) => ({
      href: dueDaysPath(cycle.year, scope?.id ?? null),
      name: scope?.name ?? null,
      here: scope?.id === school?.id,
    })),
    routines: routines.filter(({ steps }) => steps.length > 0),
  }
}

function titleOf({ cycle: { year }, school }: DueDays, language: Language): string {
  const { t } = wordsIn(language)
  return school ? t('dueDays.titleSchool', { year, school: school.name }) : t('dueDays.title', { year })
}

function dueStepView(all: DueDays, asked: DueStep, language: Language) {
  const { cycle, school } = all
  const { step, due } = asked
  return {
    id: step.id,
    href: dueDayPath(cycle.year, step.id, school?.id ?? null),
    title: inLanguage(step.title, language),
    scope: step.scope,
    due,
    off: dayOff(due),
    moved: movedView(all, asked),
    schools: ownDays(all, asked),
  }
}

/** What moved the day: from which one, who did it and when, and why. */
function movedView({ cycle, school }: DueDays, { step, moved }: DueStep) {
  if (!moved) return null
  const by = lastMove(step.id, cycle.moves, moved.by === 'school' ? (school?.id ?? null) : null)?.by ?? ''
  return { from: moved.from, reason: moved.reason, at: moved.at, by }
}

/** The schools whose pairs have a day of their own. */
function ownDays({ cycle, school, schoolNames }: DueDays, { step, moves }: DueStep) {
  if (school) return []
  const rule = dueDay(step.due, cycle)
  return [...new Set(moves.flatMap((move) => move.schoolId ?? []))].flatMap((id) => {
    const { due, moved } = movedDay(rule, step.id, cycle.moves, id)
    return moved?.by === 'school' ? [{ name: schoolNames.get(id) ?? '', due }] : []
  })
}

/** One due day with its rule and its history, in the shape its own page shows it in. */
export function dueDayView(all: Awaited<ReturnType<typeof readDueDay>>, language: Language) {
  const { cycle, school, schoolNames, asked, over } = all
  const schoolId = school?.id ?? null
  const rule = dueDay(asked.step.due, cycle)
  return {
    ...dueStepView(all, asked, language),
    year: cycle.year,
    over,
    school: school?.name ?? null,
    rule: { words: asked.step.due, day: rule, off: dayOff(rule) },
    back: { to: dueDaysPath(cycle.year, schoolId), words: titleOf(all, language) },
    /** Where the move can be taken back, and the day that comes again; null where none is, or it is too late. */
    takeBack:
      !over && lastMove(asked.step.id, cycle.moves, schoolId)?.to
        ? { to: withdrawalPath(cycle.year, asked.step.id, schoolId), before: dayWithout(all, rule) }
        : null,
    history: asked.moves
      .map(({ to, reason, at, by, schoolId: of }) => {
        return { to, reason, at, by, school: of === null ? null : (schoolNames.get(of) ?? '') }
      })
      .toReversed(),
  }
}

/** The day the step would have without the moves of this scope. */
function dayWithout({ cycle, school, asked }: Awaited<ReturnType<typeof readDueDay>>, rule: LocalDate): LocalDate {
  return school ? movedDay(rule, asked.step.id, cycle.moves, null).due : rule
}
