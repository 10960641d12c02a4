import { useTranslation } from 'react-i18next'
import type { FieldView, NoteView, PartView, SectionView, WholeLine } from './comparison-view.ts'
import { FactChange, TextChange } from './difference.tsx'
import { Markdown } from './markdown.tsx'
import { useLanguage } from './use-language.ts'
import { Worded } from './worded.tsx'

const COLOURS = { added: 'success', 'taken out': 'danger', changed: 'info', moved: 'neutral', same: 'neutral' } as const

/** A chapter of the plan in which something differs, with all of it. */
export function ComparedSection({ section }: { section: SectionView }) {
  const { id, eyebrow, title, happened, label, notes, fields, whole, parts } = section
  const Title = happened === 'taken out' ? 'del' : 'span'
  return (
    <section className="compared-section" aria-labelledby={`compared-${id}`}>
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <h2 id={`compared-${id}`}>
        <Title>
          <Worded wording={title} />
        </Title>
      </h2>
      {label && (
        <p>
          <span className="ds-tag" data-color={COLOURS[happened]}>
            {label}
          </span>
        </p>
      )}
      <Notes notes={notes} />
      <Fields fields={fields} />
      <Whole lines={whole} struck={happened === 'taken out'} />
      {parts.length > 0 && (
        <ul className="compared-parts">
          {parts.map((part) => (
            <ComparedPart key={part.id} part={part} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ComparedPart({ part }: { part: PartView }) {
  const { t } = useTranslation()
  const { happened, label, title, opensAgain, wordingOnly, notes, fields, whole } = part
  const Title = happened === 'taken out' ? 'del' : 'span'
  return (
    <li className={`card compared-part compared-${happened.replace(' ', '-')}`}>
      <p className="compared-tags">
        <span className="ds-tag" data-color={COLOURS[happened]}>
          {label}
        </span>
        {opensAgain && (
          <span className="ds-tag" data-color="warning">
            {t('compare.opensAgainTag')}
          </span>
        )}
        {wordingOnly && (
          <span className="ds-tag" data-color="neutral" data-variant="outline">
            {t('compare.wordingOnly')}
          </span>
        )}
      </p>
      {title && (
        <h3>
          <Title>
            <Worded wording={title} />
          </Title>
        </h3>
      )}
      <Notes notes={notes} />
      <Fields fields={fields} />
      <Whole lines={whole} struck={happened === 'taken out'} />
    </li>
  )
}

function Notes({ notes }: { notes: readonly NoteView[] }) {
  return notes.map(({ what, words, of }, at) => (
    <p key={at} className="quiet">
      {what && (
        <>
          <Worded wording={what} />:{' '}
        </>
      )}
      {words}
      {of && (
        <>
          {' '}
          <Worded wording={of} />
        </>
      )}
    </p>
  ))
}

function Fields({ fields }: { fields: readonly FieldView[] }) {
  if (fields.length === 0) return null
  return (
    <dl className="compared-fields">
      {fields.map((field) => (
        <div key={field.label}>
          <dt>{field.label}</dt>
          <dd>
            {field.kind === 'fact' && <FactChange {...field} />}
            {field.kind === 'text' && <TextChange change={field} />}
            {field.kind === 'texts' && (
              <ul>
                {field.items.map((change, at) => (
                  <li key={at}>
                    <TextChange change={change} />
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** All that was added or taken out says; what was taken out is struck. */
function Whole({ lines, struck }: { lines: readonly WholeLine[]; struck: boolean }) {
  const language = useLanguage()
  if (lines.length === 0) return null
  const Text = struck ? 'del' : 'div'
  const facts = lines.filter((line) => line.kind === 'words')
  const guidance = lines.find((line) => line.kind === 'guidance')
  return (
    <div className="compared-whole">
      {guidance && (
        <Text>
          <Markdown html={guidance.html} lang={guidance.lang === language ? undefined : guidance.lang} />
        </Text>
      )}
      <dl className="compared-fields">
        {facts.map(({ label, wording }) => (
          <div key={`${label} ${wording.words}`}>
            <dt>{label}</dt>
            <dd>
              <Text>
                <Worded wording={wording} />
              </Text>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
