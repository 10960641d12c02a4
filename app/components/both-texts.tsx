import { useTranslation } from 'react-i18next'
import type { Language } from '#app/domain/language.ts'

export interface ComparedField {
  name: string
  label: string
  /** The language a text is written in. */
  lang?: Language
}

interface BothTextsProps {
  /** Who saved first. */
  by: string
  fields: readonly ComparedField[]
  /** What is saved now and what was typed, by field: a text as it is, a choice in words. */
  saved: Readonly<Record<string, string>>
  typed: Readonly<Record<string, string>>
}

/** Two editors, one text: what the other saved beside what was typed here. The form below keeps what was typed. */
export function BothTexts({ by, fields, saved, typed }: BothTextsProps) {
  const { t } = useTranslation()
  const differing = fields.filter(({ name }) => plain(saved[name]) !== plain(typed[name]))
  return (
    <section className="both-texts" id="seen" tabIndex={-1} aria-labelledby="both-heading">
      <h2 id="both-heading">{t('stepEditor.both.heading')}</h2>
      <p>{t(differing.length > 0 ? 'stepEditor.both.how' : 'stepEditor.both.same', { name: by })}</p>
      {differing.map(({ name, label, lang }) => (
        <div className="both-field" key={name}>
          <h3>{label}</h3>
          <dl>
            <div>
              <dt>{t('stepEditor.both.saved', { name: by })}</dt>
              <dd lang={lang}>{plain(saved[name]) || t('stepEditor.both.empty')}</dd>
            </div>
            <div>
              <dt>{t('stepEditor.both.typed')}</dt>
              <dd lang={lang}>{plain(typed[name]) || t('stepEditor.both.empty')}</dd>
            </div>
          </dl>
        </div>
      ))}
    </section>
  )
}

function plain(value = ''): string {
  return value.replace(/\r\n?/g, '\n').trim()
}
