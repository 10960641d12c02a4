import { useRef, useState } from 'react'
import { useFieldArray, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Text } from '#app/domain/language.ts'
import { Button } from './button.tsx'
import type { FieldProblem } from './error-summary.tsx'
import { TextsField } from './texts-field.tsx'
import { useScript } from './use-script.ts'

/**
 * The purposes of a plan: a list that grows, shrinks and can be put in order. Without a script there is an empty field
 * at its end, and one that is emptied is gone when the form is saved.
 */
export function PurposesField({
  purposes,
  problems,
}: {
  purposes: readonly Text[]
  problems: readonly FieldProblem[]
}) {
  const { t } = useTranslation()
  const scripted = useScript()
  const [told, tell] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const { control, register } = useForm({ defaultValues: { purposes: [...purposes, NOTHING] } })
  const { fields, append, move, remove } = useFieldArray({ control, name: 'purposes' })

  /** The form has changed, and whatever had the focus has moved: the focus goes after it. */
  const changed = (words: string, selector: string) => {
    tell(words)
    requestAnimationFrame(() => {
      list.current?.dispatchEvent(new Event('input', { bubbles: true }))
      list.current?.querySelector<HTMLElement>(selector)?.focus()
    })
  }
  const shift = (from: number, by: -1 | 1) => {
    const to = from + by
    move(from, to)
    const atEnd = to === 0 || to === fields.length - 1
    const button = atEnd ? -by : by
    changed(t('head.movedTo', { number: to + 1, count: fields.length }), `[data-move="${to} ${button}"]`)
  }
  const drop = (at: number) => {
    remove(at)
    const last = fields.length - 2
    changed(t('head.removed'), last < 0 ? '[data-add]' : `[data-remove="${Math.min(at, last)}"]`)
  }
  const add = () => {
    append(NOTHING, { shouldFocus: false })
    changed('', `[name="purposes.${fields.length}.nb"]`)
  }

  return (
    <div className="purposes" ref={list}>
      {fields.map((field, at) => (
        <div className="purpose" key={field.id}>
          <TextsField
            name={`purposes.${at}`}
            label={t('head.purpose', { number: at + 1 })}
            text={field}
            problems={problems}
            rows={3}
            register={(language) => register(`purposes.${at}.${language}`)}
          />
          {scripted && (
            <div className="actions">
              {at > 0 && (
                <RowButton
                  words={t('head.up')}
                  name={t('head.upOf', { number: at + 1 })}
                  move={`${at} -1`}
                  onClick={() => shift(at, -1)}
                />
              )}
              {at < fields.length - 1 && (
                <RowButton
                  words={t('head.down')}
                  name={t('head.downOf', { number: at + 1 })}
                  move={`${at} 1`}
                  onClick={() => shift(at, 1)}
                />
              )}
              <RowButton
                words={t('head.remove')}
                name={t('head.removeOf', { number: at + 1 })}
                remove={at}
                onClick={() => drop(at)}
              />
            </div>
          )}
        </div>
      ))}
      {scripted && (
        <Button type="button" variant="secondary" data-add="" onClick={add}>
          {t('head.add')}
        </Button>
      )}
      <p className="ds-sr-only" role="status">
        {told}
      </p>
    </div>
  )
}

const NOTHING: Text = { nb: '', nn: '', en: '' }

interface RowButtonProps {
  words: string
  /** What it does and to which one, for whoever cannot see where it stands. */
  name: string
  move?: string
  remove?: number
  onClick: () => void
}

function RowButton({ words, name, move, remove, onClick }: RowButtonProps) {
  return (
    <Button type="button" variant="tertiary" aria-label={name} data-move={move} data-remove={remove} onClick={onClick}>
      {words}
    </Button>
  )
}
