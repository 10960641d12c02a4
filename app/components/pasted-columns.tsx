import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { COLUMNS } from '#app/domain/plan-table-columns.ts'
import { Button } from './button.tsx'
import { Details } from './details.tsx'
import type { PastedView } from './pasted-rows.ts'
import { TABLE_PATH } from './paste-form.tsx'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'

/** What each column of a pasted table is, to be matched by hand where it was read wrongly. */
export function PastedColumns({ table, typed }: { table: PastedView; typed: Readonly<Record<string, string>> }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">{t('table.columns')}</h2>
      <p className="quiet">{t('table.columnsHint')}</p>
      <Form method="post" action={TABLE_PATH} className="pasted-columns">
        <Asked table={table} typed={typed} />
        <div className="filter">
          {table.columns.map(({ column, name, sample }, at) => (
            <SelectField
              key={at}
              id={`column-${at + 1}`}
              name="column"
              label={name ?? t('table.column', { number: at + 1 })}
              hint={sample && t('table.sample', { words: sample })}
              choices={COLUMNS.map((value) => ({ value, words: t(`table.columnIs.${value}`) }))}
              defaultValue={column}
            />
          ))}
        </div>
        <Details quiet summary={t('table.changePasted')}>
          <TextArea
            name="pasted"
            label={t('table.pasted')}
            rows={10}
            wrap="off"
            spellCheck={false}
            defaultValue={table.pasted}
          />
        </Details>
        <Button variant="secondary">{t('table.readAgain')}</Button>
      </Form>
    </section>
  )
}

/** What was chosen before the table was read goes along. */
function Asked({ table, typed }: { table: PastedView; typed: Readonly<Record<string, string>> }) {
  return (
    <>
      <input type="hidden" name="language" value={table.language} />
      <input type="hidden" name="routine" value={typed.routine ?? ''} />
      <input type="hidden" name="routineTitle" value={typed.routineTitle ?? ''} />
    </>
  )
}
