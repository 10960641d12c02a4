import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { numberInWords } from './import-numbers.ts'
import type { GoingView } from './import-view.ts'

/** How far reading units in, or carrying an import out, has come. The page comes again by itself until it is done. */
export function ImportGoing({ going: { doing, done, of } }: { going: GoingView }) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const title = doing === 'carrying out' ? t('unitImport.going.carryingOut') : t('unitImport.going.reading')
  const known = of !== null && of > 0
  return (
    <section className="import-going">
      <h1 id="going">{title}</h1>
      <progress className="progress-bar" aria-labelledby="going" {...(known && { value: done, max: of })} />
      <p className="lead" role="status">
        {known
          ? t('unitImport.going.rows', { done: numberInWords(done), of: numberInWords(of) })
          : t(`unitImport.going.${doing}`)}
      </p>
      <p>{t(doing === 'carrying out' ? 'unitImport.going.meanwhileIn' : 'unitImport.going.meanwhile')}</p>
      <p>
        <a className="more" href={pathname + search}>
          {t('unitImport.going.look')}
        </a>
      </p>
    </section>
  )
}
