import type { AnswerGivenView } from '#app/components/participation-history.tsx'
import { answerKey, participationWords } from '#app/components/participation-words.ts'
import { hasFramework } from '#app/domain/framework-assignment.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { FRAMEWORK } from '#app/domain/obligation.ts'
import { choosableRoutines, ownerTypeOf, routinesAskedOf } from '#app/domain/participation.ts'
import { can, type Actor } from '#app/domain/permissions.ts'
import type { Participation } from '#app/domain/place.ts'
import type { Step } from '#app/domain/plan.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { placePath } from '#app/routes/places/paths.ts'
import type { UnitParticipation } from '#app/services/participation.server.ts'
import { participationPath } from './paths.ts'

/** What a unit has answered and can answer, in the shape it is shown in. */
export function answerView(read: UnitParticipation, actor: Actor, language: Language) {
  const { cycle, unit, owner, answers, as, closed } = read
  const { t } = wordsIn(language)
  const { year, version } = cycle
  const titlesOf = (steps: readonly Step[]) => steps.map(({ title }) => inLanguage(title, language))
  const routines = choosableRoutines(version, unit.kind)
  const now = unit.participation
  const binding = answers.findLast((given) => given.owner === owner)
  return {
    year,
    unit: unit.name,
    owner,
    asked: ownerTypeOf(unit) !== null,
    now: answerKey(now),
    answer: now?.answer ?? null,
    planSteps: routines.reduce((sum, { plan }) => sum + plan.length, 0),
    lawSteps: titlesOf(routinesAskedOf(version, unit.kind).flatMap(({ law }) => law)),
    routines: [
      ...routines.map(({ routine, plan }) => ({
        id: routine.id,
        title: inLanguage(routine.title, language),
        steps: titlesOf(plan),
        chosen: isChosen(routine.id),
      })),
      ...(hasFramework(version) ? [theFramework()] : []),
    ],
    as,
    closed,
    history: answers.toReversed().map(shown),
    checklist: placePath(year, unit.id),
    all: can(actor, 'read participation') ? participationPath(year) : null,
  }

  function shown(given: UnitParticipation['answers'][number]): AnswerGivenView {
    const { participation, reason, at, by, as } = given
    return {
      words: participationWords(participation, t),
      ...routinesOf(participation),
      ...{ reason, at, by, as },
      counts: given === binding,
      formerOwner: given.owner === owner ? null : given.owner,
    }
  }

  function isChosen(id: string) {
    return now?.answer === 'partly' && now.routineIds.includes(id)
  }

  /** The framework is one more choice, told by its areas. */
  function theFramework() {
    return {
      id: FRAMEWORK,
      title: frameworkWords(),
      steps: version.framework.map(({ title }) => inLanguage(title, language)),
      chosen: isChosen(FRAMEWORK),
    }
  }

  function frameworkWords() {
    return { words: t('framework.participation.choice'), language }
  }

  function routinesOf(participation: Participation) {
    const ids = participation.answer === 'partly' ? participation.routineIds : []
    const known = version.routines.filter(({ id }) => ids.includes(id)).map(({ title }) => inLanguage(title, language))
    if (ids.includes(FRAMEWORK)) known.push(frameworkWords())
    return { routines: known, gone: ids.length - known.length }
  }
}
