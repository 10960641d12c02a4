import { useTranslation } from 'react-i18next'

/** The product's mark, its name and whose plan it is; leads to the first page. */
export function Brand({ municipality }: { municipality: string }) {
  const { t } = useTranslation()
  return (
    <a className="brand" href="/">
      <svg className="brand-mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <rect className="brand-ground" width="40" height="40" rx="10" />
        <path className="brand-path" d="M11 29c0-11 18-7 18-18" />
        <circle className="brand-dot" cx="11" cy="29" r="3.25" />
        <circle className="brand-dot" cx="29" cy="11" r="4.25" />
      </svg>
      <span>
        <span className="brand-name">{t('frame.product')}</span> <span className="brand-place">{municipality}</span>
      </span>
    </a>
  )
}
