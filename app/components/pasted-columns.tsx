import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { COLUMNS } from '#app/domain/plan-table-columns.ts'
import { Button } from './button.tsx'
import { Details } from './details.tsx'
import type { PastedView } from './pasted-rows.ts'
import { TABLE_PATH } from './paste-form.tsx'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'

interface Read {
  table: PastedView
  typed: Readonly<Record<string, string>>
}

/** What each column of a pasted table is, to be matched by hand. A table that was just read is where the reader goes on. */
export function PastedColumns({ isNew, ...read }: { isNew: boolean } & Read) {
  const { t } = useTranslation()
  const { table } = read
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isNew) heading.current?.focus({ preventScroll: true })
  }, [isNew])
  return (
    <section aria-labelledby="columns">
      <h2 id="columns" tabIndex={-1} ref={heading}>
        {t('table.columns')}
      </h2>
      <p className="quiet">{t('table.columnsHint')}</p>
      <Form method="post" action={TABLE_PATH} className="pasted-columns">
        <Asked {...read} />
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
          <TextArea name="pasted" label={t('table.pasted')} rows={10} spellCheck={false} defaultValue={table.pasted} />
        </Details>
        <Button variant="secondary">{t('table.readAgain')}</Button>
      </Form>
    </section>
  )
}

/** What was chosen before the table was read goes along. */
function Asked({ table, typed }: Read) {
  return (
    <>
      <input type="hidden" name="language" value={table.language} />
      <input type="hidden" name="routine" value={typed.routine ?? ''} />
      <input type="hidden" name="routineTitle" value={typed.routineTitle ?? ''} />
    </>
  )
}
