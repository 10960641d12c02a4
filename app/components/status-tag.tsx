import { useTranslation } from 'react-i18next'
import type { State, StateKind } from '#app/domain/state.ts'
import { Icon, type IconName } from './icon.tsx'
import { stateClass, stateWords } from './state-words.ts'
import { useLanguage } from './use-language.ts'

interface Look {
  icon?: IconName
  /** What is left to do wears a tag of this colour; what is finished, and what is far off, is plain text. */
  tag?: 'info' | 'warning' | 'danger' | 'neutral'
  outline?: boolean
}

const LOOKS: Record<StateKind, Look> = {
  upcoming: {},
  'due soon': { tag: 'info' },
  overdue: { tag: 'danger', icon: 'late' },
  waiting: { tag: 'warning', icon: 'waiting' },
  complete: { icon: 'check' },
  'taken care of': { icon: 'check' },
  disputed: { tag: 'danger', icon: 'disputed' },
  'not relevant': {},
  'not done': { tag: 'neutral' },
  invited: { tag: 'neutral', outline: true },
}

/** The state of a line in words. To-do is loud, done is quiet. */
export function StatusTag({ state }: { state: State }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { icon, tag, outline } = LOOKS[state.kind]
  return (
    <span
      className={`state ${stateClass('state', state.kind)}${tag ? ' ds-tag' : ''}`}
      data-color={tag}
      data-variant={outline ? 'outline' : undefined}
    >
      {icon && <Icon name={icon} />}
      {stateWords(state, t, language)}
    </span>
  )
}
