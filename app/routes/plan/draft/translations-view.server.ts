import { TEXT_FIELDS, type MissingText } from '#app/components/translation-item.tsx'
import type { Language } from '#app/domain/language.ts'
import type { PlanContent } from '#app/domain/plan.ts'
import { textKey, type PlanText } from '#app/domain/translations.ts'
import { fingerprintOfText } from '#app/services/translations.server.ts'
import { spotView } from './spot-view.server.ts'

/** As many as one reads through at a time, and no more characters than a page should hold. */
const MOST_TEXTS = 15
const MOST_CHARACTERS = 10_000

/** The first of the texts that lack a translation, as many as fit on a page, in the reader's language. */
export function missingTexts(
  missing: readonly PlanText[],
  content: PlanContent,
  language: Language,
): readonly MissingText[] {
  let characters = 0
  const fits = ({ text }: PlanText, at: number) => {
    characters += text.nb.length
    return at === 0 || (at < MOST_TEXTS && characters <= MOST_CHARACTERS)
  }
  const end = missing.findIndex((text, at) => !fits(text, at))
  return missing.slice(0, end < 0 ? missing.length : end).map((text) => ({
    key: textKey(text),
    id: idOf(textKey(text)),
    spot: spotView(content, text.spot, language),
    field: fieldOf(text.field),
    words: text.text.nb,
    seen: fingerprintOfText(text),
  }))
}

/** A text's name as the id of its field. */
function idOf(key: string): string {
  return `t-${key.replaceAll(/[^\w-]+/g, '-')}`
}

function fieldOf(name: string): MissingText['field'] {
  return TEXT_FIELDS.find((field) => field === name.split('.')[0]) ?? 'title'
}
