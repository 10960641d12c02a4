import { LANGUAGES, type Text } from './language.ts'
import type { FileTrouble } from './plan-file.ts'
import { TRANSLATIONS } from './translations.ts'

/** How a reader says what is wrong, and where. */
export type Say = (path: string, message: FileTrouble, values?: Record<string, string | number>) => void

/** What stands between the braces of an object. */
export type Fields = Readonly<Record<string, unknown>>

/** The fields of an object; null, and a word about it, for anything else. */
export function fieldsOf(value: unknown, path = '', say?: Say): Fields | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  say?.(path, 'wrongShape', { given: short(value) })
  return null
}

/** A list, empty where there is none. */
export function listOf(value: unknown, path: string, say: Say): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  say(path, 'wrongShape', { given: short(value) })
  return []
}

/** A text in its languages. A translation that is empty is none. */
export function textAt(value: unknown, path: string, longest: number, say: Say): Text {
  const words = fieldsOf(value)
  const nb = words?.nb
  if (typeof nb !== 'string') say(path, 'notText', { given: short(value) })
  const text: Text = { nb: typeof nb === 'string' ? nb : '' }
  for (const language of TRANSLATIONS) {
    const translation = words?.[language] ?? ''
    if (typeof translation !== 'string') say(`${path}.${language}`, 'notText', { given: short(translation) })
    else if (translation !== '') text[language] = translation
  }
  for (const language of LANGUAGES) {
    if ((text[language]?.length ?? 0) > longest) say(`${path}.${language}`, 'tooLong', { longest })
  }
  return text
}

/** A text that may be missing. */
export function textOrNone(value: unknown, path: string, longest: number, say: Say): Text | null {
  return value === undefined || value === null ? null : textAt(value, path, longest, say)
}

const SHOWN = 60

/** What was found in a file, short enough to be shown beside what should stand there. */
export function short(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  const text = String(value ?? '')
  return text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text
}
