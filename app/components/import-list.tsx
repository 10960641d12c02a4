import { useTranslation } from 'react-i18next'
import { dayInWords } from './day.tsx'
import type { ImportLine } from './import-view.ts'
import { useLanguage } from './use-language.ts'

/** The imports there have been, the last first. */
export function ImportList({ imports }: { imports: readonly ImportLine[] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t('unitImport.earlier')}</h2>
      {imports.length === 0 && <p>{t('unitImport.noEarlier')}</p>}
      {imports.length > 0 && (
        <ul className="plain-list import-list">
          {imports.map((line) => (
            <li key={line.href}>
              <a href={line.href}>{t(`unitImport.source.${line.source}`)}</a> <ImportState state={line.state} />
              <ReadBy line={line} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Whether an import waits, was carried out, or undone. */
export function ImportState({ state }: Pick<ImportLine, 'state'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words =
    state.is === 'waiting'
      ? t('unitImport.state.waiting')
      : t(`unitImport.state.${state.is}`, { at: dayInWords(state.at, language, { year: true }) })
  return (
    <span className="ds-tag" data-color={state.is === 'waiting' ? 'warning' : 'neutral'}>
      {words}
    </span>
  )
}

function ReadBy({ line: { at, by } }: { line: ImportLine }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return <p className="quiet">{t('unitImport.readBy', { at: dayInWords(at, language, { year: true }), name: by })}</p>
}
