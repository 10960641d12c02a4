import type { FieldView, Happened, NoteView, PartView, WholeLine } from '#app/components/comparison-view.ts'
import { dayInWords } from '#app/components/day.tsx'
import { inLanguage, type Text, type Wording } from '#app/domain/language.ts'
import { isMoved, type Change } from '#app/domain/list-comparison.ts'
import { weightOfElement } from '#app/domain/meaning.ts'
import { sameText, type AreaHead } from '#app/domain/plan-comparison.ts'
import type { Element, LegalBasis } from '#app/domain/plan.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { textChange, type Reader } from './text-change.server.ts'

/** What happened to an element, in the shape it is shown in: both sides, for an element has no name. */
export function elementView(change: Change<Element, AreaHead>, reader: Reader): PartView {
  const { t } = wordsIn(reader.language)
  const sides = ['kindergarten', 'school'] as const
  const labels = { kindergarten: t('plan.inKindergarten'), school: t('plan.inSchool') }
  const common = { id: change.id, title: null }
  if (change.kind !== 'changed') {
    const { is } = change.to ?? change.from
    const whole = sides.map((side) => line(labels[side], inLanguage(is[side], reader.language)))
    return { ...common, ...outcome(change.kind, 'element', reader), whole }
  }
  const [from, to] = [change.from.is, change.to.is]
  const opensAgain = from.meaning !== to.meaning
  const reworded = sides.some((side) => !sameText(from[side], to[side]))
  return {
    ...common,
    ...outcome(opensAgain || reworded ? 'changed' : 'moved', 'element', reader),
    opensAgain,
    wordingOnly: !opensAgain && weightOfElement(from, to) === 'asks',
    notes: notesOf(change, reader),
    fields: sides.map((side) => ({ kind: 'text', label: labels[side], ...textChange(from[side], to[side], reader) })),
  }
}

/** What happened to a law that the plan refers to, in the shape it is shown in. */
export function basisView(change: Change<LegalBasis>, reader: Reader): PartView {
  const { language } = reader
  const { t } = wordsIn(language)
  const { is } = change.to ?? change.from
  const common = { id: change.id, title: titled(is.title, reader) }
  const checked = ({ checkedOn }: LegalBasis) =>
    checkedOn ? dayInWords(checkedOn, language, { year: true }) : t('compare.notChecked')
  if (change.kind !== 'changed') {
    const whole = [line(t('compare.field.checkedOn'), { words: checked(is), language })]
    return { ...common, ...outcome(change.kind, 'legalBasis', reader), whole }
  }
  const [from, to] = [change.from.is, change.to.is]
  const fields: FieldView[] = []
  const label = t('compare.field.title')
  if (!sameText(from.title, to.title)) fields.push({ kind: 'text', label, ...textChange(from.title, to.title, reader) })
  if (from.checkedOn !== to.checkedOn) {
    fields.push({ kind: 'fact', label: t('compare.field.checkedOn'), before: checked(from), after: checked(to) })
  }
  const happened = fields.length > 0 ? 'changed' : 'moved'
  return { ...common, ...outcome(happened, 'legalBasis', reader), notes: notesOf(change, reader), fields }
}

/** What every part says of what happened to it. */
export function outcome(happened: Exclude<Happened, 'same'>, what: 'step' | 'element' | 'legalBasis', reader: Reader) {
  const label = wordsIn(reader.language).t(`compare.happened.${what}.${happened}`)
  return { happened, label, opensAgain: false, wordingOnly: false, notes: [], fields: [], whole: [] }
}

/** From where something was moved. */
export function notesOf<T>(change: Change<T, { id: string; title?: Text }>, { language }: Reader): NoteView[] {
  if (change.kind !== 'changed' || !isMoved(change)) return []
  const { t } = wordsIn(language)
  if (change.reordered) return [{ what: null, words: t('compare.reordered'), of: null }]
  const { title } = change.from.of
  return [{ what: null, words: t('compare.movedFrom'), of: title ? inLanguage(title, language) : null }]
}

export function line(label: string, wording: Wording): WholeLine {
  return { kind: 'words', label, wording }
}

/** A title in the reader's language; words for it where nobody has written any. */
export function titled(title: Text, { language }: Reader): Wording {
  const wording = inLanguage(title, language)
  return wording.words.trim() ? wording : { words: wordsIn(language).t('compare.untitled'), language }
}
