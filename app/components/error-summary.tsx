import { useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { idOf } from './field.tsx'

/** A problem in the reader's words, and the id of its field, which is the field's name where nothing else is said. */
export interface FieldProblem {
  field: string
  words: string
}

/** What is wrong with a form, first on the page and with the focus, each problem linked to where it is mended. */
export function ErrorSummary({ problems }: { problems: readonly FieldProblem[] }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const { state } = useNavigation()
  const all = problems.map(({ words }) => words).join()
  useEffect(() => {
    if (state === 'idle') box.current?.focus()
  }, [state, all])
  if (problems.length === 0) return null
  return (
    <div className="ds-error-summary" role="group" aria-labelledby="problems" tabIndex={-1} ref={box}>
      <h2 id="problems">{t('field.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map(({ field, words }) => (
          <li key={field + words}>
            <a href={`#${idOf(field)}`}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
