import type { EditedStep } from '#app/domain/draft.ts'
import type { DueRule } from '#app/domain/due-date.ts'
import type { Text } from '#app/domain/language.ts'
import type { PlaceKind, Side } from '#app/domain/place.ts'
import type { Binding, CarriedOutBy, WrittenStep } from '#app/domain/plan.ts'

export const DUE_KINDS = ['year before school start', 'school start year', 'days from first school day'] as const
export const DIRECTIONS = ['before', 'after'] as const

/** When a step is due, as a form asks for it: what is not chosen is empty. */
export interface DueFields {
  due: DueRule['kind'] | ''
  day: string
  month: string
  days: string
  direction: (typeof DIRECTIONS)[number]
}

/** A step as the editor's form has it. Its legal basis stands beside it. */
export interface StepFields extends DueFields {
  title: Text
  guidance: Text
  routineId: string
  scope: PlaceKind
  responsible: Side | ''
  carriedOutBy: CarriedOutBy | ''
  confirmedBy: Side | ''
  binding: Binding
  sensitive: boolean
  aboutSingleChildren: boolean
  sparedSmallPairs: boolean
}

/** A step in the fields of the form. */
export function fieldsOf(step: WrittenStep, routineId: string): StepFields {
  const { title, guidance, scope, binding, sensitive, aboutSingleChildren, sparedSmallPairs } = step
  return {
    title,
    guidance: guidance ?? { nb: '' },
    routineId,
    scope,
    responsible: step.responsible ?? '',
    carriedOutBy: step.carriedOutBy ?? '',
    confirmedBy: step.confirmedBy ?? '',
    ...dueFieldsOf(step.due),
    binding,
    sensitive,
    aboutSingleChildren,
    sparedSmallPairs,
  }
}

function dueFieldsOf(due: DueRule | null): DueFields {
  const none: DueFields = { due: '', day: '', month: '', days: '', direction: 'before' }
  if (due === null) return none
  if (due.kind !== 'days from first school day') {
    return { ...none, due: due.kind, day: String(due.day), month: String(due.month) }
  }
  return { ...none, due: due.kind, days: String(Math.abs(due.days)), direction: due.days > 0 ? 'after' : 'before' }
}

/** The step that the fields say, without its identity, its meaning and its legal basis. */
export function stepIn(fields: StepFields): Omit<EditedStep, 'id' | 'legalBasis'> {
  const { scope, binding, sensitive, aboutSingleChildren, sparedSmallPairs } = fields
  const guidance = written(fields.guidance)
  return {
    title: written(fields.title),
    guidance: guidance.nb || guidance.nn || guidance.en ? guidance : null,
    carriedOutBy: fields.carriedOutBy || null,
    scope,
    responsible: fields.responsible || null,
    confirmedBy: fields.confirmedBy || null,
    due: dueIn(fields),
    binding,
    sensitive,
    aboutSingleChildren,
    sparedSmallPairs,
  }
}

/** The due rule that the fields say; null where they do not yet say one. */
export function dueIn({ due, day, month, days, direction }: DueFields): DueRule | null {
  if (due === '') return null
  if (due === 'days from first school day') {
    const count = wholeNumber(days)
    return count === null ? null : { kind: due, days: direction === 'before' && count > 0 ? -count : count }
  }
  const at = { month: wholeNumber(month), day: wholeNumber(day) }
  return at.month === null || at.day === null ? null : { kind: due, month: at.month, day: at.day }
}

function wholeNumber(typed: string): number | null {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null
}

function written({ nb, nn = '', en = '' }: Text): Text {
  const [main, ...others] = [nb, nn, en].map((words) => words.replace(/\r\n?/g, '\n').trim())
  return { nb: main ?? '', ...(others[0] && { nn: others[0] }), ...(others[1] && { en: others[1] }) }
}

/** What was typed in a form that came back, over what is saved. A box that is not ticked is not sent. */
export function typedOver(saved: StepFields, typed: Readonly<Record<string, string>>): StepFields {
  if (!('title.nb' in typed)) return saved
  const textOf = (name: string): Text => ({
    nb: typed[`${name}.nb`] ?? '',
    nn: typed[`${name}.nn`] ?? '',
    en: typed[`${name}.en`] ?? '',
  })
  const choices = Object.fromEntries(CHOICES.map((name) => [name, typed[name] ?? saved[name]]))
  return {
    ...saved,
    ...choices,
    title: textOf('title'),
    guidance: textOf('guidance'),
    sensitive: 'sensitive' in typed,
    aboutSingleChildren: 'aboutSingleChildren' in typed,
    sparedSmallPairs: 'sparedSmallPairs' in typed,
  }
}

/** Which of the codes were ticked in a form that came back: each box is a field of its own, `legalBasis.3`. */
export function tickedAmong(codes: readonly string[], typed: Readonly<Record<string, string>>): string[] {
  const ticked = Object.entries(typed).filter(([name]) => name.startsWith('legalBasis.'))
  return codes.filter((code) => ticked.some(([, value]) => value === code))
}

const CHOICES = [
  ...(['routineId', 'scope', 'responsible', 'carriedOutBy', 'confirmedBy', 'binding'] as const),
  ...(['due', 'day', 'month', 'days', 'direction'] as const),
] as const satisfies readonly (keyof StepFields)[]
