import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Wording } from '#app/domain/language.ts'
import { Worded } from './worded.tsx'

/** What a field says: a text, or what was chosen in it, each in the language it is in. */
export type Said = string | readonly Wording[]

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
  saved: Readonly<Record<string, Said>>
  typed: Readonly<Record<string, Said>>
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
              <dd lang={lang}>{plain(saved[name]) ? <InWords said={saved[name]} /> : t('stepEditor.both.empty')}</dd>
            </div>
            <div>
              <dt>{t('stepEditor.both.typed')}</dt>
              <dd lang={lang}>{plain(typed[name]) ? <InWords said={typed[name]} /> : t('stepEditor.both.empty')}</dd>
            </div>
          </dl>
        </div>
      ))}
    </section>
  )
}

/** What a field says, line by line. */
export function InWords({ said }: { said: Said | undefined }) {
  if (typeof said !== 'object' || said.length === 0) return plain(said)
  return said.map((each, at) => (
    <Fragment key={each.words}>
      {at > 0 && '\n'}
      <Worded wording={each} />
    </Fragment>
  ))
}

/** The same without its languages, to compare. */
export function plain(said: Said = ''): string {
  const words = typeof said === 'string' ? said : said.map(({ words }) => words).join('\n')
  return words.replace(/\r\n?/g, '\n').trim()
}
