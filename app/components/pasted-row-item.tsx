import { useTranslation } from 'react-i18next'
import { LONGEST_TITLE } from '#app/domain/draft-problems.ts'
import { PLACE_KINDS, SIDES } from '#app/domain/place.ts'
import { CARRIED_OUT_BY } from '#app/domain/plan.ts'
import { Details } from './details.tsx'
import { dueRuleWords } from './due-rule-words.ts'
import type { PastedRow } from './pasted-rows.ts'
import { PastedDue } from './pasted-due.tsx'
import { SelectField, type Choice } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'
import { useLanguage } from './use-language.ts'

interface PastedRowProps {
  row: PastedRow
  months: readonly Choice[]
  open: boolean
  problemOf: (field: string) => string | undefined
}

/** A row of a pasted table: whether it becomes a step, what was understood, and the fields to correct it in. */
export function PastedRowItem({ row, months, open, problemOf }: PastedRowProps) {
  const { t } = useTranslation()
  const { number, kind, lacks } = row
  const notChosen = { value: '', words: t('field.choose') }
  const id = (field: string) => `${field}-${number}`
  return (
    <li id={`row-${number}`} className="pasted-row" data-kind={kind === 'section' ? 'section' : undefined}>
      <div className="ds-field">
        <input
          className="ds-input"
          type="checkbox"
          name="include"
          value={number}
          id={id('include')}
          defaultChecked={row.include}
        />
        <label className="ds-label" htmlFor={id('include')}>
          {t('table.rowTitled', { number, title: row.title || t('table.noTitle') })}
        </label>
      </div>
      <div className="pasted-row-body">
        <RowFacts row={row} />
        {lacks.length > 0 && (
          <p className="pasted-lacks">
            <span className="ds-tag" data-color="warning">
              {t('table.needsYou')}
            </span>{' '}
            {lacks.map((lack) => t(`table.lacks.${lack}`)).join(' ')}
          </p>
        )}
        <Details quiet summary={t('table.edit', { number })} open={open}>
          <div role="group" aria-label={t('table.row', { number })} className="pasted-fields">
            <TextField
              name="title"
              id={id('title')}
              label={t('table.what')}
              maxLength={LONGEST_TITLE}
              defaultValue={row.title}
              problem={problemOf(id('title'))}
            />
            <TextArea
              name="guidance"
              id={id('guidance')}
              label={t('table.how')}
              defaultValue={row.guidance}
              problem={problemOf(id('guidance'))}
            />
            <PastedDue row={row} months={months} problem={problemOf(id('day'))} />
            <div className="filter">
              <SelectField
                name="by"
                id={id('by')}
                label={t('table.by')}
                choices={[notChosen, ...CARRIED_OUT_BY.map((value) => ({ value, words: t(`carriedOutBy.${value}`) }))]}
                defaultValue={row.by}
              />
              <SelectField
                name="responsible"
                id={id('responsible')}
                label={t('table.responsible')}
                choices={[notChosen, ...SIDES.map((value) => ({ value, words: t(`side.heading.${value}`) }))]}
                defaultValue={row.responsible}
              />
              <SelectField
                name="scope"
                id={id('scope')}
                label={t('table.scope')}
                choices={PLACE_KINDS.map((value) => ({ value, words: t(`table.scopeIs.${value}`) }))}
                defaultValue={row.scope}
              />
            </div>
            {row.said.who && <p className="quiet">{t('table.said', { words: row.said.who })}</p>}
          </div>
        </Details>
      </div>
    </li>
  )
}

/** What was understood of a row, to be read along the list. */
function RowFacts({ row: { kind, include, due, carriedOutBy, place } }: { row: PastedRow }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (kind === 'section' && !include) return <p className="quiet">{t('table.section')}</p>
  const facts = [
    due ? dueRuleWords(due, t, language) : t('table.noDue'),
    carriedOutBy ? t(`carriedOutBy.${carriedOutBy}`) : t('table.noBy'),
    place && t(`table.scopeIs.${place}`),
  ]
  return <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
}
