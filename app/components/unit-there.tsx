import { useTranslation } from 'react-i18next'
import type { Problem } from '#app/domain/problem.ts'

/** The unit that is there already, where a problem names it: with a link, so that nobody has to look for it. */
export function UnitThere({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation()
  const values = problems.find(({ values }) => values?.unit !== undefined)?.values
  if (!values) return null
  return (
    <p className="more">
      <a href={`/units/${values.unit ?? ''}`}>{t('units.there', { name: values.name ?? '' })}</a>
    </p>
  )
}
