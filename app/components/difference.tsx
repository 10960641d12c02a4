import { useTranslation } from 'react-i18next'
import type { TextChangeView, TextView } from './comparison-view.ts'
import { Details } from './details.tsx'
import { useLanguage } from './use-language.ts'

/** A text with what was added and taken out marked: by line and ground to the eye, and in words to the ear. */
function MarkedText({ text: { language, pieces } }: { text: TextView }) {
  const { t } = useTranslation()
  const readers = useLanguage()
  const said = language === readers ? undefined : readers
  const [added, takenOut] = [t('compare.added'), t('compare.takenOut')]
  return (
    <span className="difference" lang={language === readers ? undefined : language}>
      {pieces.length === 0 && <span lang={readers}>{t('compare.empty')}</span>}
      {pieces.map(({ kind, words }, at) => {
        if (kind === 'same') return words
        const Mark = kind === 'added' ? 'ins' : 'del'
        return (
          <Mark key={at}>
            <span className="ds-sr-only" lang={said}>
              {kind === 'added' ? added : takenOut}:{' '}
            </span>
            {words}
          </Mark>
        )
      })}
    </span>
  )
}

/** What became of a text: in the reader's language, with the other languages folded away. */
export function TextChange({ change: { first, others, translationOnly } }: { change: TextChangeView }) {
  const { t } = useTranslation()
  const readers = useLanguage()
  const languages = others.map(({ language }) => t(`compare.inWords.${language}`)).join(', ')
  return (
    <div className={translationOnly ? 'translation-only' : undefined}>
      {translationOnly && <p className="quiet">{t('compare.translationOnly')}</p>}
      <p>
        {first.language !== readers && translationOnly && (
          <span className="quiet">{t(`compare.inLanguage.${first.language}`)}: </span>
        )}
        <MarkedText text={first} />
      </p>
      {others.length > 0 && (
        <Details quiet summary={t('compare.alsoIn', { languages })}>
          {others.map((text) => (
            <p key={text.language}>
              <span className="quiet">{t(`compare.inLanguage.${text.language}`)}: </span>
              <MarkedText text={text} />
            </p>
          ))}
        </Details>
      )}
    </div>
  )
}

/** A fact that was replaced by another. */
export function FactChange({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation()
  return (
    <p className="difference">
      <del>
        <span className="ds-sr-only">{t('compare.before')}: </span>
        {before}
      </del>
      <span aria-hidden="true"> → </span>
      <ins>
        <span className="ds-sr-only">{t('compare.after')}: </span>
        {after}
      </ins>
    </p>
  )
}
