import { Form } from '@remix-run/react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Side } from '#app/domain/place.ts'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import type { State } from '#app/domain/state.ts'
import { Button } from './button.tsx'
import { DayField } from './day-field.tsx'
import type { FieldProblem } from './error-summary.tsx'
import { ProblemWords } from './field.tsx'
import { stateWords } from './state-words.ts'
import { StatusTag } from './status-tag.tsx'
import { TextArea } from './text-area.tsx'
import { TickFields } from './tick-fields.tsx'
import { useLanguage } from './use-language.ts'
import { useScript } from './use-script.ts'

interface MeetingPair {
  /** The place and the last tick seen there. */
  value: string
  placeId: string
  name: string
  state: State
  /** Whether the pair waits for this answer. */
  open: boolean
}

/** A meeting in the shape its form shows it in. */
interface MeetingView {
  pairs: readonly MeetingPair[]
  side: Side
  answer: 'done' | 'confirmed'
  meaning: number
  today: LocalDate
  form: string
}

interface MeetingFormProps {
  meeting: MeetingView
  back: string
  problems: readonly FieldProblem[]
  typed: Readonly<Record<string, string>>
}

/** One meeting held with many: which pairs, which day, and one button that says how many. */
export function MeetingForm({ meeting, back, problems, typed }: MeetingFormProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const hasScript = useScript()
  const { pairs, side, meaning, form, answer, today } = meeting
  const wordsOf = (field: string) => problems.find((problem) => problem.field === field)?.words
  const open = pairs.filter((pair) => pair.open)
  const { register, watch, setValue } = useForm<{ pairs: string[] }>({
    defaultValues: { pairs: typed.side ? chosenAgain(typed.pairs ?? '', open) : open.map((pair) => pair.value) },
  })
  const chosen = [watch('pairs')].flat()
  const all = chosen.length === open.length
  if (open.length === 0) return <p>{t('meeting.none')}</p>
  return (
    <Form method="post" className="meeting-form" noValidate>
      <TickFields fields={{ side, meaning, form, back }} />
      <fieldset className="ds-fieldset" aria-describedby={wordsOf('pairs') && 'pairs-problem'}>
        <legend className="ds-label">{t(`meeting.which.${side === 'school' ? 'school' : 'kindergarten'}`)}</legend>
        {hasScript && (
          <Button
            type="button"
            variant="tertiary"
            onClick={() => setValue('pairs', all ? [] : open.map((pair) => pair.value))}
          >
            {t(all ? 'meeting.chooseNone' : 'meeting.chooseAll')}
          </Button>
        )}
        <ul className="meeting-pairs">
          {pairs.map((pair, at) => (
            <li key={pair.placeId}>
              {pair.open ? (
                <div className="ds-field">
                  <input
                    className="ds-input"
                    type="checkbox"
                    id={at === 0 ? 'pairs' : `pair-${pair.placeId}`}
                    value={pair.value}
                    defaultChecked={chosen.includes(pair.value)}
                    {...register('pairs')}
                  />
                  <label className="ds-label" htmlFor={at === 0 ? 'pairs' : `pair-${pair.placeId}`}>
                    {pair.name}
                  </label>
                </div>
              ) : (
                <span className="meeting-settled">{pair.name}</span>
              )}
              {pair.open ? (
                <StatusTag state={pair.state} />
              ) : (
                <span className="quiet">{stateWords(pair.state, t, language)}</span>
              )}
            </li>
          ))}
        </ul>
        <ProblemWords id="pairs" problem={wordsOf('pairs')} />
      </fieldset>
      <DayField name="doneOn" label={t('step.doneOn')} today={today} typed={typed.doneOn} problem={wordsOf('doneOn')} />
      <TextArea
        name="note"
        label={t('step.note')}
        need="optional"
        hint={t('field.notAboutChild')}
        rows={2}
        maxLength={LONGEST_TEXT}
        defaultValue={typed.note}
        problem={wordsOf('note')}
      />
      <Button>{t(`meeting.save.${answer}`, { count: chosen.length })}</Button>
    </Form>
  )
}

/** What was chosen before a problem came back, with the ticks as they are seen now. */
function chosenAgain(typed: string, open: readonly MeetingPair[]): string[] {
  const before = new Set(typed.split(',').map((value) => value.split(':')[0]))
  return open.filter((pair) => before.has(pair.placeId)).map((pair) => pair.value)
}
