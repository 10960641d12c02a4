import { diffArrays } from 'diff'
import type { TextChangeView, TextView } from '#app/components/comparison-view.ts'
import { inLanguage, LANGUAGES, MAIN_LANGUAGE, type Language, type Text } from '#app/domain/language.ts'
import { sameText } from '#app/domain/plan-comparison.ts'
import type { Difference } from './word-difference.server.ts'

/** Who reads a comparison: in which language, and how texts are compared for that page. */
export interface Reader {
  language: Language
  difference: Difference
}

/** What became of a text, in each language in which it differs: first the one that is read. */
export function textChange(from: Text | null, to: Text | null, { language, difference }: Reader): TextChangeView {
  const wordsIn = (text: Text | null, each: Language) => text?.[each] ?? ''
  const view = (each: Language): TextView => ({
    language: each,
    pieces: difference(wordsIn(from, each), wordsIn(to, each)),
  })
  const differing = LANGUAGES.filter((each) => wordsIn(from, each) !== wordsIn(to, each))
  const inBoth = [from, to].every((text) => text === null || wordsIn(text, language) !== '')
  const wanted = [inBoth ? language : MAIN_LANGUAGE, MAIN_LANGUAGE].find((each) => differing.includes(each))
  const first = wanted ?? differing[0]
  if (!first) return { first: unchanged(to ?? from, language), others: [], translationOnly: false }
  return {
    first: view(first),
    others: differing.filter((each) => each !== first).map(view),
    translationOnly: !differing.includes(MAIN_LANGUAGE),
  }
}

function unchanged(text: Text | null, language: Language): TextView {
  const wording = text && inLanguage(text, language)
  return {
    language: wording?.language ?? language,
    pieces: wording?.words ? [{ kind: 'same', words: wording.words }] : [],
  }
}

/** What became of a list of texts without identities: those that took the place of others are compared with them. */
export function textsChange(from: readonly Text[], to: readonly Text[], reader: Reader): TextChangeView[] {
  const pairs: (readonly [Text | null, Text | null])[] = []
  let gone: Text[] = []
  for (const { added, removed, value } of diffArrays([...from], [...to], { comparator: sameText })) {
    if (removed) gone = value
    else {
      pairs.push(...sideBySide(gone, added ? value : []))
      if (!added) pairs.push(...sideBySide(value, value))
      gone = []
    }
  }
  return [...pairs, ...sideBySide(gone, [])].map(([before, after]) => textChange(before, after, reader))
}

function sideBySide(some: readonly Text[], others: readonly Text[]): (readonly [Text | null, Text | null])[] {
  const length = Math.max(some.length, others.length)
  return Array.from({ length }, (_, at) => [some[at] ?? null, others[at] ?? null] as const)
}
