import type { HeardStepView } from '#app/components/heard-step.tsx'
import type { Mark } from '#app/domain/draft-marks.ts'
import { byNeed, hearingState, lastDayOf } from '#app/domain/hearing.ts'
import { inLanguage, type Language, type Text } from '#app/domain/language.ts'
import { compared, stepChanges } from '#app/domain/plan-comparison.ts'
import { can } from '#app/domain/permissions.ts'
import { areaView, planStepView } from '#app/routes/plan-view.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { OpenDraft } from '#app/services/draft.server.ts'
import type { HeardDraft } from '#app/services/hearing.server.ts'
import { commentView } from './comment-view.server.ts'
import { comparePath } from './paths.ts'

/** The part of the draft that is not a routine, in the address. */
const FRAMEWORK = 'framework'

/** The draft as somebody who may comment reads it: one routine at a time, with all the others a link away. */
export function heardView(heard: HeardDraft, asked: string | null, context: SignedIn, language: Language) {
  const { draft, hearing, comments, marks } = heard
  const worded = (text: Text) => inLanguage(text, language)
  const { routines, framework } = draft.content
  const state = hearingState(hearing, context.today)
  const adviser = can(context.actor, 'edit the plan')
  const chosen = routines.find(({ id }) => id === asked) ?? (asked === FRAMEWORK ? null : routines[0]) ?? null
  const at = chosen ? routines.indexOf(chosen) : routines.length
  const following = routines[at + 1]
  const number = draft.basedOn?.number ?? null
  return {
    planTitle: worded(draft.content.title),
    state,
    from: hearing.from,
    until: lastDayOf(hearing),
    basedOn: number,
    compare: number !== null && (adviser || state === 'open') ? comparePath(number, 'draft') : null,
    adviser,
    parts: [
      ...routines.map(({ id, title, steps }) => ({
        id,
        title: worded(title),
        current: id === chosen?.id,
        changes: countChanged(steps, marks),
        comments: comments.filter(({ stepId }) => steps.some((step) => step.id === stepId)).length,
      })),
      ...(framework.length === 0
        ? []
        : [
            {
              id: FRAMEWORK,
              title: null,
              current: chosen === null,
              changes: framework.reduce((sum, { elements }) => sum + countChanged(elements, marks), 0),
              comments: 0,
            },
          ]),
    ],
    routine: chosen && {
      id: chosen.id,
      title: worded(chosen.title),
      purpose: chosen.purpose && worded(chosen.purpose),
      steps: chosen.steps.map((step): HeardStepView => ({
        ...planStepView(step, language),
        mark: marks.get(step.id) ?? null,
        comments: byNeed(comments.filter(({ stepId }) => stepId === step.id)).map(commentView),
      })),
      takenOut: takenOutOf(draft, chosen.id).map(worded),
    },
    next: following ? { id: following.id, title: worded(following.title) } : null,
    areas: chosen ? [] : framework.map((area) => areaView(area, language)),
    general: byNeed(comments.filter(({ stepId }) => stepId === null)).map(commentView),
  }
}

function countChanged(parts: readonly { id: string }[], marks: ReadonlyMap<string, Mark>): number {
  return parts.filter(({ id }) => marks.has(id)).length
}

/** The titles of the steps that a routine had in the version before, and no routine has any more. */
function takenOutOf({ basedOn, content }: OpenDraft, routineId: string): Text[] {
  if (!basedOn) return []
  return stepChanges(compared(basedOn.content, content)).flatMap((change) =>
    change.kind === 'taken out' && change.from.routine.id === routineId ? [change.from.step.title] : [],
  )
}
