import type { TFunction } from 'i18next'
import type { Choice } from '#app/domain/answering.ts'
import { dayInWords } from '#app/components/day.tsx'
import { datesOfStep, suggestedDay, type AgreedDate } from '#app/domain/agreed-date.ts'
import { dayInOslo, type LocalDate } from '#app/domain/calendar.ts'
import type { ShownLine } from '#app/domain/discretion.ts'
import { inLanguage, type Language, type Text } from '#app/domain/language.ts'
import type { Step } from '#app/domain/plan.ts'
import { unitsOn, type Place, type Side } from '#app/domain/place.ts'
import { stateOf } from '#app/domain/state.ts'
import type { Tick } from '#app/domain/tick.ts'
import type { AnswerView, RowView } from '#app/components/step-row.tsx'
import { wordsIn } from '#app/http/words.server.ts'
import { renderMarkdown } from '#app/http/markdown.server.ts'
import type { Row } from '#app/services/places.server.ts'
import { agreedInWords, movedInWords } from './date-words.server.ts'
import { datesPath, placePath } from './paths.ts'

/** What the page needs to know to show rows: the cycle they are in, the reader's language, whether to name the place. */
export interface RowSetting {
  year: number
  language: Language
  named: boolean
  /** The dates agreed at the place, and today: a day that is over suggests the tick. Left out where rows are many. */
  agreed?: { dates: readonly AgreedDate[]; today: LocalDate }
}

/** A row in the shape it is shown in. */
export function rowView(row: Row, setting: RowSetting): RowView {
  const { year, language, named } = setting
  const href = `${placePath(year, row.place.id)}/steps/${row.step.id}`
  const tap = tapOf(row)
  const { agreed, suggested } = agreedView(row, setting)
  const doneOn = tap?.answer === 'done' ? suggested : null
  const tick = tap && doneOn ? { ...tap, doneOn } : tap
  return {
    id: `${row.place.id}-${row.step.id}`,
    href,
    title: inLanguage(row.step.title, language),
    due: row.due,
    moved: row.moved,
    season: row.season,
    state: stateOf(row),
    obligation: row.obligation,
    place: named ? nameOf(row.place) : null,
    answers: [row.own, row.other].filter((tick) => tick !== null).map((tick) => answerView(tick, row.place)),
    earlier: row.own ? [] : row.earlier.map((tick) => answerView(tick, row.place)),
    agreed,
    suggestion: doneOn && suggestionWords(doneOn, language),
    tick,
    undo: tick ? null : undoOf(row.choices),
    meeting: tick && row.place.kind === 'pair' ? `${href}/meeting` : null,
    said: named ? null : saidOf(row.step, language),
  }
}

/** When a step is agreed to be done, and the day that its tick is suggested for. */
function agreedView({ step, place }: Row, { year, language, agreed }: RowSetting) {
  if (!agreed) return { agreed: [], suggested: null }
  const href = datesPath(year, place.id)
  return {
    agreed: datesOfStep(agreed.dates, step.id).map((date) => ({
      words: agreedInWords(date, language),
      moved: movedInWords(date, language),
      href: `${href}#date-${date.id}`,
    })),
    suggested: suggestedDay(agreed.dates, step.id, agreed.today),
  }
}

function suggestionWords(on: LocalDate, language: Language): string {
  const { t } = wordsIn(language)
  return t('dates.row.passed', { tick: t('answer.tick.done'), day: dayInWords(on, language) })
}

/** What the plan says of a step beside its title, or null where it says no more. */
function saidOf({ guidance, legalBasis }: Step, language: Language): RowView['said'] {
  if (!guidance && legalBasis.length === 0) return null
  return {
    guidance: guidance && guidanceView(guidance, language),
    legalBasis: legalBasis.map(({ title }) => inLanguage(title, language)),
  }
}

/** Guidance in the reader's language or in bokmål, as HTML. */
export function guidanceView(guidance: Text, language: Language): { html: string; lang: Language } {
  const { words, language: lang } = inLanguage(guidance, language)
  return { html: renderMarkdown(words), lang }
}

/** The one answer a tap gives: done by the side that does it, confirmed by the side that receives it. Never for others. */
function tapOf({ choices, step, last, status }: Row): RowView['tick'] {
  if (status === 'not relevant' || status === 'not done') return null
  for (const { side, answers } of choices.filter(({ own }) => own)) {
    const answer = (['done', 'confirmed'] as const).find((each) => answers.includes(each))
    if (answer) return { side, answer, seen: last, meaning: step.meaning }
  }
  return null
}

function undoOf(choices: readonly Choice[]): RowView['undo'] {
  const choice = choices.find(({ own, withdrawable }) => own && withdrawable !== null)
  return choice?.withdrawable ? { side: choice.side, tick: choice.withdrawable } : null
}

/** A step that is not asked any more, with what was answered to it. */
export function goneView({ step, own, other, place }: ShownLine, language: Language) {
  return {
    id: step.id,
    title: inLanguage(step.title, language),
    answers: [own, other].filter((tick) => tick !== null).map((tick) => answerView(tick, place)),
  }
}

/** A tick in the shape it is shown in. */
export function answerView(tick: Tick, place: Place): AnswerView {
  return {
    side: tick.side,
    unit: unitName(place, tick.side),
    answer: tick.answer,
    on: tick.doneOn ?? dayInOslo(tick.at),
    by: tick.by.name,
    forUnit: tick.by.forUnit,
    reason: tick.reason,
    note: tick.note,
    version: tick.version,
  }
}

/** The one unit on a side of a place; null where several answer together, or none. */
export function unitName(place: Place, side: Side): string | null {
  const units = unitsOn(place, side)
  return units.length === 1 ? (units[0]?.name ?? null) : null
}

/** What a form without script has just done, from the URL it was led back to. */
export function savedWords(request: Request, rows: readonly Row[], language: Language): string | null {
  const { searchParams } = new URL(request.url)
  const done = (['withdrawn', 'saved'] as const).find((each) => searchParams.has(each))
  const row = done && rows.find(({ step }) => step.id === searchParams.get(done))
  return row ? wordsIn(language).t(`saving.${done}`, { title: inLanguage(row.step.title, language).words }) : null
}

/** What a place's pages are headed by. */
export function headingOf(place: Place, t: TFunction): string {
  return nameOf(place) ?? t('side.heading.municipality')
}

/** What a place's checklist is called among other pages. */
export function titleOf(place: Place, year: number, t: TFunction): string {
  return `${headingOf(place, t)}, ${t('cycle.name', { year })}`
}

/** The name of a place; the municipality has a word instead. */
export function nameOf(place: Place): string | null {
  if (place.kind === 'municipality') return null
  if (place.kind === 'pair') return `${place.kindergarten.name} – ${place.school.name}`
  return place.kind === 'school' ? place.school.name : place.kindergarten.name
}
