import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Details } from './details.tsx'

/** The first few of a list, and the rest to unfold. `list` makes a list of items. */
export function FewFirst<T>({
  items,
  few,
  list,
}: {
  items: readonly T[]
  few: number
  list: (items: readonly T[]) => ReactNode
}) {
  const { t } = useTranslation()
  const rest = items.slice(few)
  return (
    <>
      {list(items.slice(0, few))}
      {rest.length > 0 && (
        <Details quiet summary={t('home.showAll', { count: rest.length })}>
          {list(rest)}
        </Details>
      )}
    </>
  )
}
