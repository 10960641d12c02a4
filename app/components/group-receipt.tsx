import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { Button } from './button.tsx'
import { childrenWords } from './children-words.ts'
import { Details } from './details.tsx'
import { EndedGroups, GroupStands } from './group-row.tsx'
import type { ReceiptView } from './groups-view.ts'
import type { Returned } from './returned.ts'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

interface GroupReceiptProps {
  receipt: ReceiptView
  forUnit: boolean
  form: string
  returned: Pick<Returned, 'typed' | 'wordsOf'>
}

/** What each kindergarten says to a school, with a button to say that it is right, and a field to say another number. */
export function GroupReceipt({ receipt, forUnit, form, returned }: GroupReceiptProps) {
  const { t } = useTranslation()
  const { rows, ended, unanswered, total, missing } = receipt
  return (
    <div className="groups">
      {unanswered.length > 1 && (
        <Form method="post">
          <input type="hidden" name="form" value={`${form} all`} />
          {unanswered.map((value) => (
            <input key={value} type="hidden" name="agreed" value={value} />
          ))}
          <Button>{t('groups.allAgreed', { count: unanswered.length })}</Button>
        </Form>
      )}
      <ul className="group-rows">
        {rows.map((row) => (
          <li key={row.pairId} id={`agreed-${row.pairId}`} tabIndex={-1}>
            <ReceivedRow row={row} forUnit={forUnit} form={form} returned={returned} />
          </li>
        ))}
      </ul>
      <p className="group-total">
        {t('groups.total', { count: total })} {missing > 0 && t('groups.missing', { count: missing })}
      </p>
      <EndedGroups groups={ended} />
    </div>
  )
}

type Row = ReceiptView['rows'][number]

function ReceivedRow({ row, forUnit, form, returned }: { row: Row } & Omit<GroupReceiptProps, 'receipt'>) {
  const { t } = useTranslation()
  const { pairId, name, href, reported, agreed } = row
  const problem = returned.wordsOf(`agreed.${pairId}`)
  return (
    <>
      <div className="group-head">
        <h2>
          <a href={href}>{name}</a>
        </h2>
        <p className="group-number">{childrenWords(reported?.children ?? 'not reported', t)}</p>
      </div>
      <p className="group-stands">
        <GroupStands group={row} reader={forUnit ? 'both' : 'school'} />
      </p>
      <div className="actions">
        {agreed && (
          <Form method="post">
            <input type="hidden" name="form" value={`${form} ${pairId}`} />
            <input type="hidden" name="agreed" value={agreed} />
            <Button variant="secondary" aria-describedby={problem && `agreed-${pairId}-problem`}>
              {t('groups.agree')} <span className="ds-sr-only">{t('groups.agreeFor', { name })}</span>
            </Button>
          </Form>
        )}
        <AnotherNumber row={row} form={form} returned={returned} />
      </div>
      {problem && (
        <p className="ds-validation-message" id={`agreed-${pairId}-problem`}>
          {problem}
        </p>
      )}
    </>
  )
}

function AnotherNumber({ row, form, returned }: { row: Row } & Pick<GroupReceiptProps, 'form' | 'returned'>) {
  const { t } = useTranslation()
  const { pairId, name, field, seenField, reasonField, said } = row
  const { typed, wordsOf } = returned
  return (
    <Details quiet open={typed[field] !== undefined} summary={t('groups.another', { name })}>
      <Form method="post" className="form">
        <input type="hidden" name="form" value={`${form} another ${pairId}`} />
        <input type="hidden" name={seenField} value={said?.children ?? ''} />
        <TextField
          name={field}
          label={t('groups.received', { name })}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed[field] ?? said?.children}
          problem={wordsOf(field)}
        />
        <TextArea
          name={reasonField}
          label={t('groups.receivedReason')}
          need="optional"
          hint={t('groups.notAboutChild')}
          rows={2}
          maxLength={LONGEST_TEXT}
          defaultValue={typed[reasonField] ?? said?.reason ?? undefined}
          problem={wordsOf(reasonField)}
        />
        <Button variant="secondary">{t('groups.saveOne')}</Button>
      </Form>
    </Details>
  )
}
