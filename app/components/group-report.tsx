import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { Button } from './button.tsx'
import { GroupSaid } from './group-said.tsx'
import { EndedGroups, GroupStands } from './group-row.tsx'
import type { NumberField, ReportView } from './groups-view.ts'
import type { Returned } from './returned.ts'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

interface GroupReportProps {
  report: ReportView
  forUnit: boolean
  form: string
  returned: Pick<Returned, 'typed' | 'wordsOf'>
}

/** A kindergarten's numbers, all in one form: to each school, to none here, and to schools that are new to it. */
export function GroupReport({ report, forUnit, form, returned: { typed, wordsOf } }: GroupReportProps) {
  const { t } = useTranslation()
  const { rows, elsewhere, added, schools, ended, total, missing } = report
  const field = ({ field, seenField, said }: NumberField) => {
    return { field, seenField, said, typed: typed[field], problem: wordsOf(field) }
  }
  return (
    <Form method="post" className="groups" key={form}>
      <input type="hidden" name="form" value={form} />
      <ul className="group-rows">
        {rows.map((row) => (
          <li key={row.pairId}>
            <ChildrenField
              {...field(row)}
              label={row.name}
              hint={<GroupStands group={row} reader={forUnit ? 'both' : 'kindergarten'} />}
            />
          </li>
        ))}
        {elsewhere.map((each) => (
          <li key={each.field}>
            <ChildrenField
              {...field(each)}
              label={t(`groups.${each.destination}`)}
              hint={<GroupSaid said={each.said} />}
            />
          </li>
        ))}
      </ul>
      <p className="group-total">
        {t('groups.total', { count: total })} {missing > 0 && t('groups.missing', { count: missing })}
      </p>
      {schools.length > 0 && (
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{t('groups.added')}</legend>
          {added.map(({ school, number }, at) => (
            <div className="filter" key={school}>
              <SelectField
                name={school}
                label={t('groups.addedSchool', { number: at + 1 })}
                choices={[{ value: '', words: t('field.choose') }, ...schools]}
                defaultValue={typed[school]}
                problem={wordsOf(school)}
              />
              <TextField
                name={number}
                label={t('groups.addedChildren', { number: at + 1 })}
                inputMode="numeric"
                autoComplete="off"
                defaultValue={typed[number]}
                problem={wordsOf(number)}
              />
            </div>
          ))}
        </fieldset>
      )}
      <div className="form">
        <TextArea
          name="reason"
          label={t('groups.reason')}
          need="optional"
          hint={t('groups.reasonHint')}
          rows={2}
          maxLength={LONGEST_TEXT}
          defaultValue={typed.reason}
          problem={wordsOf('reason')}
        />
      </div>
      <Button>{t('groups.save')}</Button>
      <EndedGroups groups={ended} />
    </Form>
  )
}

interface ChildrenFieldProps extends NumberField {
  label: string
  hint: React.ReactNode
  typed: string | undefined
  problem: string | undefined
}

/** A number of children, sent with the one that stood there. */
function ChildrenField({ field, seenField, said, typed, label, hint, problem }: ChildrenFieldProps) {
  return (
    <>
      <TextField
        name={field}
        label={label}
        hint={hint}
        problem={problem}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={typed ?? said?.children}
      />
      <input type="hidden" name={seenField} value={said?.children ?? ''} />
    </>
  )
}
