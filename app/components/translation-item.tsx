import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import type { SpotView } from './publication-view.ts'
import { TextArea } from './text-area.tsx'
import { TickFields } from './tick-fields.tsx'
import { Worded } from './worded.tsx'

export const TEXT_FIELDS = ['title', 'purposes', 'purpose', 'guidance', 'kindergarten', 'school'] as const

/** One text that lacks a translation. */
export interface MissingText {
  key: string
  /** The id of its field on the page. */
  id: string
  spot: SpotView
  field: (typeof TEXT_FIELDS)[number]
  words: string
  seen: string
}

interface TranslationItemProps {
  text: MissingText
  language: 'nn' | 'en'
  form: string
  typed?: string
  problem?: string
}

/** A text in bokmål beside a field for its translation, saved by itself. */
export function TranslationItem({ text, language, form, typed, problem }: TranslationItemProps) {
  const { t } = useTranslation()
  const { spot, words, id } = text
  const name = spot.name && text.field !== 'title' && spot.what !== 'element' ? spot.name : null
  const what = `${t(`publication.spot.${spot.what}`)}, ${t(`translations.field.${text.field}`)}`
  return (
    <li className="translation">
      <h2>
        {what}
        {name && (
          <span className="quiet">
            <Worded wording={name} />
          </span>
        )}
      </h2>
      <Form method="post" className="translation-form">
        <TickFields fields={{ form, key: text.key, seen: text.seen }} />
        <div className="translation-source">
          <p className="ds-label">{t('translations.from')}</p>
          <p lang="nb">{words}</p>
          <p>
            <Link className="more" to={spot.to} aria-label={`${t('translations.where')}: ${what}`}>
              {t('translations.where')}
            </Link>
          </p>
        </div>
        <div>
          <TextArea
            name="words"
            id={id}
            lang={language}
            label={t(`translations.into.${language}`)}
            rows={Math.min(14, Math.max(2, Math.ceil(words.length / 55)))}
            defaultValue={typed}
            problem={problem}
          />
          <Button variant="secondary" aria-label={t('translations.saveOf', { what: `${what}: ${words.slice(0, 60)}` })}>
            {t('translations.save')}
          </Button>
        </div>
      </Form>
    </li>
  )
}
