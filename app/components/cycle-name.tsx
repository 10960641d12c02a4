import { useTranslation } from 'react-i18next'

/** The cycle a page is about; in print also which version of the plan it followed. */
export function CycleName({ year, version }: { year: number; version: number | null }) {
  const { t } = useTranslation()
  return (
    <>
      {t('cycle.name', { year })}
      {version !== null && <span className="print-only"> · {t('cycle.planVersion', { number: version })}</span>}
    </>
  )
}
