import type { Wording } from '#app/domain/language.ts'
import { useLanguage } from './use-language.ts'

/** What the municipality wrote, marked with its language where that is not the reader's. */
export function Worded({ wording: { words, language } }: { wording: Wording }) {
  return language === useLanguage() ? <>{words}</> : <span lang={language}>{words}</span>
}
