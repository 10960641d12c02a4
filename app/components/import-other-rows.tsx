import { useTranslation } from 'react-i18next'
import type { WouldView } from './import-view.ts'

/** Rows that somebody has to look at first, each with why. */
export function AsideRows({ rows }: { rows: WouldView['aside']['rows'] }) {
  const { t } = useTranslation()
  return (
    <ul className="plain-list import-rows">
      {rows.map(({ number, name, orgNumber, href, why }) => (
        <li key={number}>
          <strong>{href ? <a href={href}>{name}</a> : name}</strong>{' '}
          <span className="quiet">
            {orgNumber} · {t('unitImport.aside.rowIs', { number })}
          </span>
          <p>{t(`unitImport.aside.${why}`)}</p>
        </li>
      ))}
    </ul>
  )
}

/** Rows that were not understood, each with what it says and why. */
export function UnclearRows({ rows }: { rows: WouldView['notUnderstood']['rows'] }) {
  const { t } = useTranslation()
  return (
    <ul className="plain-list import-rows">
      {rows.map(({ number, said, why }) => (
        <li key={number}>
          <strong>{said || t('unitImport.unclear.noName')}</strong>{' '}
          <span className="quiet">{t('unitImport.aside.rowIs', { number })}</span>
          <p>{t(`unitImport.unclear.${why}`)}</p>
        </li>
      ))}
    </ul>
  )
}

/** Units that are here and not in the file. */
export function GoneRows({ rows }: { rows: WouldView['gone']['rows'] }) {
  const { t } = useTranslation()
  return (
    <ul className="plain-list import-rows">
      {rows.map(({ href, name, orgNumber, inactive }) => (
        <li key={href}>
          <a href={href}>{name}</a> <span className="quiet">{orgNumber}</span>
          {inactive && <p>{t('unitImport.gone.inactive')}</p>}
        </li>
      ))}
    </ul>
  )
}

/** Units that are as the file says. */
export function SameRows({ rows }: { rows: WouldView['same']['rows'] }) {
  return (
    <ul className="plain-list import-rows">
      {rows.map(({ number, href, name, orgNumber }) => (
        <li key={number}>
          <a href={href}>{name}</a> <span className="quiet">{orgNumber}</span>
        </li>
      ))}
    </ul>
  )
}
