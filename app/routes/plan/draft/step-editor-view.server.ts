import type { Rendered } from '#app/components/guidance-preview.tsx'
import type { StepEditing } from '#app/components/step-editor.tsx'
import { fieldsOf } from '#app/components/step-fields.ts'
import type { StepChoices } from '#app/components/step-in-words.ts'
import { answeredBefore } from '#app/domain/answered-before.ts'
import { findStep } from '#app/domain/draft.ts'
import { inLanguage, LANGUAGES, type Language, type Text } from '#app/domain/language.ts'
import { weightOf } from '#app/domain/meaning.ts'
import type { PlanContent, WrittenStep } from '#app/domain/plan.ts'
import { renderMarkdown } from '#app/http/markdown.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { DraftStep, readDraftRoutine } from '#app/services/draft-step.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'

/** The title of a step or routine, or words that say it has none yet. */
export function titleIn(title: Text, language: Language, untitled: 'untitled' | 'untitledRoutine' = 'untitled') {
  const wording = inLanguage(title, language)
  return wording.words ? wording : { words: wordsIn(language).t(`stepEditor.${untitled}`), language }
}

/** A step in the shape its editor shows it in. */
export function stepEditing({ draft, step, routineId, before, next }: DraftStep, language: Language): StepEditing {
  const weight = before ? weightOf(before, step) : 'nothing'
  return {
    fields: fieldsOf(step, routineId),
    codes: step.legalBasis.map(({ code }) => code),
    choices: choicesIn(draft.content, language),
    next,
    before,
    answered: answeredBefore(before, step, weight),
    guidance: rendered(step.guidance),
    form: newForm(),
    back: backTo(draft.content, routineId, language),
  }
}

/** A step that is not there yet, with what most steps are. */
export function newStepEditing(
  { draft, routine, next }: Awaited<ReturnType<typeof readDraftRoutine>>,
  language: Language,
): StepEditing {
  return {
    fields: fieldsOf(USUAL, routine.id),
    codes: [],
    choices: choicesIn(draft.content, language),
    next,
    before: null,
    answered: null,
    guidance: [],
    form: newForm(),
    back: backTo(draft.content, routine.id, language),
  }
}

const USUAL: WrittenStep = {
  id: '',
  title: { nb: '' },
  guidance: null,
  carriedOutBy: null,
  scope: 'pair',
  responsible: null,
  confirmedBy: null,
  due: null,
  binding: 'plan',
  sensitive: false,
  aboutSingleChildren: false,
  sparedSmallPairs: false,
  meaning: 0,
  legalBasis: [],
}

/** Each language of a guidance as it is read. */
export function rendered(guidance: Text | null): Rendered[] {
  return LANGUAGES.flatMap((language) => {
    const words = guidance?.[language]?.trim()
    return words ? [{ language, html: renderMarkdown(words) }] : []
  })
}

function choicesIn({ routines, legalBasis }: PlanContent, language: Language): StepChoices {
  return {
    routines: routines.map(({ id, title }) => ({
      value: id,
      words: titleIn(title, language, 'untitledRoutine').words,
    })),
    bases: legalBasis.map(({ code, title }) => ({ code, title: inLanguage(title, language) })),
  }
}

function backTo({ routines }: PlanContent, id: string, language: Language): StepEditing['back'] {
  const routine = routines.find((routine) => routine.id === id)
  if (!routine) return { to: '/plan/draft', words: wordsIn(language).t('draft.name') }
  return { to: spotPath({ what: 'routine', id }), words: titleIn(routine.title, language, 'untitledRoutine').words }
}

/** The routine that a step stands in, in the version the draft was begun from. */
export function routineBefore(content: PlanContent, id: string, language: Language): string {
  const routine = findStep(content, id)?.routine
  return routine ? titleIn(routine.title, language, 'untitledRoutine').words : ''
}
