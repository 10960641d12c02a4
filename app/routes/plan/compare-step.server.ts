import type { FieldView, PartView, TextChangeView, WholeLine } from '#app/components/comparison-view.ts'
import { dueRuleWords } from '#app/components/due-rule-words.ts'
import { inLanguage } from '#app/domain/language.ts'
import type { Change } from '#app/domain/list-comparison.ts'
import { weightOf } from '#app/domain/meaning.ts'
import { stepChanges, type RoutineHead, type StepField } from '#app/domain/plan-comparison.ts'
import type { LegalBasis, WrittenStep } from '#app/domain/plan.ts'
import type { Side } from '#app/domain/place.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { guidanceView } from '#app/routes/places/row-view.server.ts'
import { line, notesOf, outcome, titled } from './compare-parts.server.ts'
import { textChange, type Reader } from './text-change.server.ts'

const MOVES: readonly StepField[] = ['routine', 'order']

/** What happened to a step, in the shape it is shown in. */
export function stepView(change: Change<WrittenStep, RoutineHead>, reader: Reader): PartView {
  const [told] = stepChanges({ steps: [change] })
  const step = (change.to ?? change.from).is
  const common = { id: change.id, title: titled(step.title, reader) }
  if (!told || told.kind !== 'changed') {
    return { ...common, ...outcome(change.kind, 'step', reader), whole: stepLines(step, reader) }
  }
  const { from, to, fields, opensAgain } = told
  const onlyMoved = !opensAgain && fields.every((field) => MOVES.includes(field))
  return {
    ...common,
    ...outcome(onlyMoved ? 'moved' : 'changed', 'step', reader),
    opensAgain,
    wordingOnly: !opensAgain && weightOf(from.step, to.step) === 'asks',
    notes: notesOf(change, reader),
    fields: fields.flatMap((field) => fieldView(field, from.step, to.step, reader)),
  }
}

function fieldView(field: StepField, from: WrittenStep, to: WrittenStep, reader: Reader): FieldView[] {
  if (field === 'routine' || field === 'order') return []
  const label = wordsIn(reader.language).t(`compare.field.${field}`)
  if (field === 'title' || field === 'guidance') {
    return [{ kind: 'text', label, ...textChange(from[field], to[field], reader) }]
  }
  if (field === 'legalBasis') {
    return [{ kind: 'texts', label, items: lawsView(from.legalBasis, to.legalBasis, reader) }]
  }
  return [{ kind: 'fact', label, before: factWords(field, from, reader), after: factWords(field, to, reader) }]
}

/** The laws a step refers to now, and those it no longer does. How they are worded is told with the plan's laws. */
function lawsView(from: readonly LegalBasis[], to: readonly LegalBasis[], reader: Reader): TextChangeView[] {
  const isIn = (list: readonly LegalBasis[], { code }: LegalBasis) => list.some((basis) => basis.code === code)
  const gone = from.filter((basis) => !isIn(to, basis))
  return [
    ...to.map((basis) => textChange(isIn(from, basis) ? basis.title : null, basis.title, reader)),
    ...gone.map(({ title }) => textChange(title, null, reader)),
  ]
}

type Fact = Exclude<StepField, 'title' | 'guidance' | 'legalBasis' | 'routine' | 'order'>

function factWords(field: Fact, step: WrittenStep, { language }: Reader): string {
  const { t } = wordsIn(language)
  const sideWords = (side: Side | null, none: string) => (side ? t(`side.heading.${side}`) : none)
  switch (field) {
    case 'due':
      return step.due ? dueRuleWords(step.due, t, language) : t('compare.notDecided')
    case 'carriedOutBy':
      return step.carriedOutBy ? t(`carriedOutBy.${step.carriedOutBy}`) : t('compare.notDecided')
    case 'responsible':
      return sideWords(step.responsible, t('compare.notDecided'))
    case 'confirmedBy':
      return sideWords(step.confirmedBy, t('compare.nobody'))
    case 'scope':
      return t(`compare.scope.${step.scope}`)
    case 'binding':
      return t(`compare.binding.${step.binding}`)
    case 'sensitive':
    case 'aboutSingleChildren':
    case 'sparedSmallPairs':
      return t(step[field] ? 'compare.yes' : 'compare.no')
  }
}

const FACTS: readonly Fact[] = ['due', 'carriedOutBy', 'scope', 'responsible', 'confirmedBy', 'binding']

/** All that a step says, for one that is only in one of the plans. */
function stepLines(step: WrittenStep, reader: Reader): WholeLine[] {
  const { language } = reader
  const { t } = wordsIn(language)
  const facts = [
    ...FACTS,
    ...(['sensitive', 'aboutSingleChildren', 'sparedSmallPairs'] as const).filter((field) => step[field]),
  ]
  const guidance = step.guidance && guidanceView(step.guidance, language)
  return [
    ...(guidance ? [{ kind: 'guidance' as const, ...guidance }] : []),
    ...facts.map((field) => line(t(`compare.field.${field}`), { words: factWords(field, step, reader), language })),
    ...step.legalBasis.map(({ title }) => line(t('compare.field.legalBasis'), inLanguage(title, language))),
  ]
}
