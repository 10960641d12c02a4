import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language, type Text } from '#app/domain/language.ts'
import { Button } from './button.tsx'
import { Markdown } from './markdown.tsx'
import { useLanguage } from './use-language.ts'
import { useScript } from './use-script.ts'

/** Guidance as it is read, in one language. */
export interface Rendered {
  language: Language
  html: string
}

interface GuidancePreviewProps {
  saved: readonly Rendered[]
  /** What is typed just now. */
  text: () => Text
}

/** How guidance will look: as it is saved, and on request as it is typed. */
export function GuidancePreview({ saved, text }: GuidancePreviewProps) {
  const { t } = useTranslation()
  const reader = useLanguage()
  const hasScript = useScript()
  const [typed, setTyped] = useState<readonly Rendered[] | 'failed' | null>(null)
  const shown = Array.isArray(typed) ? (typed as readonly Rendered[]) : saved
  const show = () => void rendered(text()).then(setTyped)
  return (
    <div className="guidance-preview">
      <div className="actions">
        {hasScript && (
          <Button type="button" variant="secondary" onClick={show}>
            {t('stepEditor.preview.show')}
          </Button>
        )}
        <p className="quiet" role="status">
          {typed === 'failed' && t('stepEditor.preview.failed')}
          {Array.isArray(typed) && t(typed.length > 0 ? 'stepEditor.preview.shown' : 'stepEditor.preview.empty')}
        </p>
      </div>
      {shown.length > 0 && (
        <div className="guidance-shown">
          {shown.map(({ language, html }) => (
            <section key={language} aria-labelledby={`preview-${language}`}>
              <h3 id={`preview-${language}`}>
                {t(Array.isArray(typed) ? 'stepEditor.preview.typed' : 'stepEditor.preview.saved')}{' '}
                <span className="quiet">{t(`language.${language}`)}</span>
              </h3>
              <Markdown html={html} lang={language === reader ? undefined : language} />
            </section>
          ))}
        </div>
      )}
    </div>
  )
}

/** Asked for by itself, not as a form of the page: what is typed there is not touched, whatever the answer is. */
async function rendered(text: Text): Promise<readonly Rendered[] | 'failed'> {
  const body = new URLSearchParams(LANGUAGES.map((language) => [`text.${language}`, text[language] ?? '']))
  try {
    const response = await fetch('/plan/draft/preview', { method: 'POST', body })
    if (!response.ok || response.redirected) return 'failed'
    return ((await response.json()) as { html: Rendered[] }).html
  } catch {
    return 'failed'
  }
}
