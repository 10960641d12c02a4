import type { Draft } from '#app/domain/draft.ts'
import type { Language } from '#app/domain/language.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found } from '#app/domain/refusal.ts'
import { textKey, textsOf, translationOf, TRANSLATIONS, untranslated, type PlanText } from '#app/domain/translations.ts'
import type { SignedIn } from './context.server.ts'
import { fingerprintOf, readDraft, saveEdit } from './draft.server.ts'
import { sha256 } from './history.server.ts'
import type { Outcome } from './saving.server.ts'

/** The draft's texts that lack a translation, with how many texts it has. Refuses *not found*. */
export async function readTranslations(
  context: SignedIn,
  language: Language,
): Promise<{ draft: Draft; missing: readonly PlanText[]; all: number }> {
  const draft = found(await readDraft(context))
  found(TRANSLATIONS.find((known) => known === language))
  return { draft, missing: untranslated(draft.content, language), all: textsOf(draft.content).length }
}

/** A fingerprint of one text: it differs when somebody has worded or translated it anew. */
export function fingerprintOfText({ text }: PlanText): string {
  return sha256(JSON.stringify(text))
}

/** A translation of one text of the draft, with the text's name and fingerprint as the translator saw it. */
export interface Translation {
  language: Language
  key: string
  words: string
  seen: string
}

/**
 * Saves the translation of one text. Where somebody has changed that text meanwhile, nothing is saved and a problem
 * says so; what they did to the rest stands. Refuses *not found*.
 */
export async function saveTranslation(
  context: SignedIn,
  { language, key, words, seen }: Translation,
  form: string,
): Promise<Outcome> {
  const { draft } = await readTranslations(context, language)
  const given = textsOf(draft.content).find((text) => textKey(text) === key)
  if (given?.text[language] === words) return { saved: true, first: false }
  if (!given || fingerprintOfText(given) !== seen) return unsaved([{ field: 'words', message: 'textChangedMeanwhile' }])
  const edit = found(translationOf(draft, given, language, words))
  const outcome = await saveEdit(context, edit, fingerprintOf(draft.content, edit), form)
  return outcome.saved ? outcome : unsaved(outcome.problems.map((problem) => ({ ...problem, field: 'words' })))
}

function unsaved(problems: Problem[]): Outcome {
  return { saved: false, problems }
}
