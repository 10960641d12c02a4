import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Season } from '#app/domain/due-date.ts'
import type { Moved } from '#app/domain/due-day-move.ts'
import type { Wording } from '#app/domain/language.ts'
import type { Obligation } from '#app/domain/obligation.ts'
import type { Side } from '#app/domain/place.ts'
import type { State } from '#app/domain/state.ts'
import type { Tick } from '#app/domain/tick.ts'
import { Day, dayInWords } from './day.tsx'
import { Details } from './details.tsx'
import { Markdown } from './markdown.tsx'
import { RowAction } from './row-action.tsx'
import { stateClass } from './state-words.ts'
import { StatusTag } from './status-tag.tsx'
import { useLanguage } from './use-language.ts'
import { Worded } from './worded.tsx'

/** What one side answered, in the shape it is shown in. */
export interface AnswerView {
  side: Side
  unit: string | null
  answer: Tick['answer']
  on: LocalDate
  by: string
  forUnit: boolean
  reason: string | null
  note: string | null
  version: number
}

/** A line of a checklist, in the shape it is shown in. */
export interface RowView {
  id: string
  href: string
  title: Wording
  due: LocalDate
  /** Where the due day was moved: from which day, by whom, and why. */
  moved: Moved | null
  season: Season
  state: State
  obligation: Obligation
  /** Where the line is, on pages that show lines of several places. */
  place: string | null
  answers: readonly AnswerView[]
  /** Answers to what the step meant before, where nobody has answered it since. */
  earlier: readonly AnswerView[]
  /** When it is agreed to be done, in words. */
  agreed: readonly { words: string; moved: string | null; href: string }[]
  /** That the agreed day is over, and what the tap then says; it is only suggested. */
  suggestion: string | null
  /** The one tap; with the day of what was agreed, where that is over. */
  tick: {
    side: Side
    answer: 'done' | 'confirmed'
    seen: string | null
    meaning: number
    doneOn?: LocalDate
  } | null
  undo: { side: Side; tick: string } | null
  /** Where the same step can be ticked for several pairs at once. */
  meeting: string | null
  /** What the plan says of the step, to unfold; null on pages that lead to it instead. */
  said: { guidance: { html: string; lang: string } | null; legalBasis: readonly Wording[] } | null
}

/** One row of a checklist: what, when, how it stands, what each side said, and the one tap. */
export function StepRow({ row, form, back }: { row: RowView; form: string; back: string }) {
  const { t } = useTranslation()
  return (
    <li className={`step-row ${stateClass('step', row.state.kind)}`} id={`step-${row.id}`}>
      <div className="step-main">
        <p className="step-title">
          <a href={row.href}>
            <Worded wording={row.title} />
          </a>
        </p>
        {row.place && <p className="due-place">{row.place}</p>}
        <p className="step-meta">
          {!('due' in row.state && row.state.kind !== 'invited') && (
            <span>
              {t('checklist.due')} <Day at={row.due} />
            </span>
          )}
          <span>{t(`obligation.${row.obligation}`)}</span>
        </p>
        <MovedWhy moved={row.moved} />
        <AgreedDates row={row} />
        <Answers answers={row.answers} earlier={row.earlier} />
        <Elsewhere row={row} />
        <Said row={row} />
      </div>
      <div className="step-state">
        <StatusTag state={row.state} />
      </div>
      <div className="step-act">
        <RowAction row={row} form={form} back={back} />
      </div>
    </li>
  )
}

/** Which day a step was due before it was moved, and why it was. */
function MovedWhy({ moved }: Pick<RowView, 'moved'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!moved) return null
  return (
    <p className="due-moved">
      {t('dueDays.movedWhy', { day: dayInWords(moved.from, language), reason: moved.reason })}
    </p>
  )
}

/** When the step is agreed to be done, and once that day is over, what to do about it. */
export function AgreedDates({ row: { agreed, suggestion } }: { row: Pick<RowView, 'agreed' | 'suggestion'> }) {
  if (agreed.length === 0) return null
  return (
    <>
      {agreed.map(({ words, moved, href }) => (
        <p key={href} className="step-agreed">
          <a href={href}>{words}</a>
          {moved && <span className="due-moved"> {moved}</span>}
        </p>
      ))}
      {suggestion && <p className="step-suggestion">{suggestion}</p>}
    </>
  )
}

/** The answers that take more than a tap are given on the step's own page, and for several pairs on the meeting's. */
function Elsewhere({ row: { tick, href, meeting, title } }: { row: RowView }) {
  const { t } = useTranslation()
  if (!tick) return null
  const of = <span className="ds-sr-only">: {title.words}</span>
  return (
    <p className="step-meta">
      <a href={`${href}#answering`}>
        {t(`answer.other.${tick.answer}`)}
        {of}
      </a>
      {meeting && (
        <a href={meeting}>
          {t('meeting.link')}
          {of}
        </a>
      )}
    </p>
  )
}

/** Guidance and legal basis, folded. */
function Said({ row: { said, title } }: { row: RowView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!said) return null
  const { guidance, legalBasis } = said
  return (
    <Details
      quiet
      summary={
        <>
          {t('checklist.said')}
          <span className="ds-sr-only">: {title.words}</span>
        </>
      }
    >
      {guidance && <Markdown html={guidance.html} lang={guidance.lang === language ? undefined : guidance.lang} />}
      {legalBasis.length > 0 && (
        <ul className="plan-basis">
          {legalBasis.map((basis) => (
            <li key={basis.words}>
              <Worded wording={basis} />
            </li>
          ))}
        </ul>
      )}
    </Details>
  )
}

/** What each side said; below it what was said to another meaning of the step, with the version it was said under. */
export function Answers({ answers, earlier }: Pick<RowView, 'answers' | 'earlier'>) {
  if (answers.length + earlier.length === 0) return null
  return (
    <ul className="step-answers">
      {answers.map((answer) => (
        <li key={answer.side}>
          <AnswerWords answer={answer} />
        </li>
      ))}
      {earlier.map((answer, index) => (
        <li key={`earlier ${index}`}>
          <AnswerWords answer={answer} under={answer.version} />
        </li>
      ))}
    </ul>
  )
}

/** What a side said, who said it and when, under which version where that was another, with the reason or the note. */
export function AnswerWords({ answer, under }: { answer: AnswerView; under?: number }) {
  const { t } = useTranslation()
  return (
    <>
      {answer.unit ?? t(`side.${answer.side}`)}: {t(`answer.said.${answer.answer}`)} <Day at={answer.on} />
      {' · '}
      {t(answer.forUnit ? 'answer.byForUnit' : 'answer.by', { name: answer.by })}
      {under !== undefined && ` · ${t('step.doneUnder', { number: under })}`}
      {answer.reason && <span className="step-reason"> {answer.reason}</span>}
      {answer.note && <span className="step-reason"> {answer.note}</span>}
    </>
  )
}
