import { inLanguage, type Text } from '#app/domain/language.ts'
import { useLanguage } from './use-language.ts'

/** What the municipality wrote, in the reader's language or in bokmål, and marked as such. */
export function Wording({ text }: { text: Text }) {
  const reader = useLanguage()
  const { words, language } = inLanguage(text, reader)
  return language === reader ? <>{words}</> : <span lang={language}>{words}</span>
}
