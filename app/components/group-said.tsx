import { useTranslation } from 'react-i18next'
import type { SaidNumber } from '#app/domain/child-group.ts'
import { dayInWords } from './day.tsx'
import { useLanguage } from './use-language.ts'

/** When a number was said, by whom and why. */
export function GroupSaid({ said }: { said: SaidNumber | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!said) return null
  const day = dayInWords(said.at, language)
  const name = said.by
  return (
    <span className="quiet">
      {t(said.forUnit ? 'groups.saidFor' : 'groups.said', { day, name })}
      {said.reason && ` ${t('groups.because', { reason: said.reason })}`}
    </span>
  )
}
