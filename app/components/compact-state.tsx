import type { TFunction } from 'i18next'
import type { Language } from '#app/domain/language.ts'
import type { State } from '#app/domain/state.ts'
import { fewStateWords, stateWords } from './state-words.ts'

/** A state in a cell: few words to see, all of them to hear. A matrix has thousands, so it is handed its words. */
export function CompactState({ state, t, language }: { state: State; t: TFunction; language: Language }) {
  const few = fewStateWords(state, t, language)
  const all = stateWords(state, t, language)
  if (few === all) return <>{all}</>
  return (
    <>
      <span aria-hidden="true">{few}</span>
      <span className="ds-sr-only">{all}</span>
    </>
  )
}
