import type { FieldView, Happened, NoteView, PartView, SectionView } from '#app/components/comparison-view.ts'
import { inLanguage, type Text } from '#app/domain/language.ts'
import { inReadingOrder, isMoved, type Change } from '#app/domain/list-comparison.ts'
import { sameText, type AreaHead, type Comparison, type RoutineHead } from '#app/domain/plan-comparison.ts'
import type { PlanContent } from '#app/domain/plan.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { basisView, elementView, line, notesOf, titled } from './compare-parts.server.ts'
import { stepView } from './compare-step.server.ts'
import { textChange, textsChange, type Reader } from './text-change.server.ts'

/** The two plans and what differs between them. */
export interface Compared {
  from: PlanContent
  to: PlanContent
  comparison: Comparison
}

/** All that differs, chapter by chapter in the order the plan is read; chapters without a difference are left out. */
export function sectionsOf({ from, to, comparison }: Compared, reader: Reader): SectionView[] {
  const routines = chaptersOf('routine', {
    heads: [from.routines, to.routines],
    changes: comparison.routines,
    parts: comparison.steps,
    partView: (change) => stepView(change, reader),
    nameOf: ({ title }) => title,
    reader,
  })
  const areas = chaptersOf('area', {
    heads: [from.framework, to.framework],
    changes: comparison.areas,
    parts: comparison.elements,
    partView: (change) => elementView(change, reader),
    nameOf: ({ kindergarten }) => kindergarten,
    reader,
  })
  const all = [headSection(comparison, reader), ...routines, ...areas, basisSection(comparison, reader)]
  return all.filter(({ count }) => count > 0)
}

type Head = RoutineHead | AreaHead

interface Chapters<T, H extends Head> {
  heads: readonly [readonly H[], readonly H[]]
  changes: readonly Change<H>[]
  parts: readonly Change<T, H>[]
  partView: (change: Change<T, H>) => PartView
  nameOf: (part: T) => Text
  reader: Reader
}

/** The routines, or the areas, with the steps or elements that stand in them, or stood. */
function chaptersOf<T, H extends Head>(
  what: 'routine' | 'area',
  { heads: [before, after], changes, parts, partView, nameOf, reader }: Chapters<T, H>,
): SectionView[] {
  const heads = new Map<string, H>([...before, ...after].map((head) => [head.id, head]))
  const happenedTo = new Map(changes.map((change) => [change.id, change]))
  const inside = Map.groupBy(parts, ({ to, from }) => (to ?? from)?.of.id)
  const left = Map.groupBy(parts.filter(isMoved), ({ from }) => from?.of.id)
  const order = inReadingOrder(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
  return order.flatMap((id) => {
    const head = heads.get(id)
    if (!head) return []
    const section = sectionOf(what, head, happenedTo.get(id) ?? null, reader)
    const own = (inside.get(id) ?? []).map(partView)
    const gone = (left.get(id) ?? []).flatMap(({ to }) => (to && to.of.id !== id ? [to] : []))
    const notes = [...section.notes, ...gone.map(({ is, of }) => goneNote(nameOf(is), of.title, reader))]
    return [{ ...section, notes, parts: own, count: own.length + gone.length + (section.label ? 1 : 0) }]
  })
}

/** A routine or an area itself: what it is called, and what happened to it. */
function sectionOf<H extends Head>(
  what: 'routine' | 'area',
  head: H,
  change: Change<H> | null,
  reader: Reader,
): SectionView {
  const { t } = wordsIn(reader.language)
  const fields = change?.kind === 'changed' ? fieldsOf(change.from.is, change.to.is, reader) : []
  const happened = happenedOf(change, fields)
  const purpose = change?.kind === 'changed' ? null : purposeOf(head)
  return {
    id: head.id,
    what,
    eyebrow: t(`compare.section.${what}`),
    title: titled(head.title, reader),
    happened,
    label: happened === 'same' ? null : t(`compare.happened.${what}.${happened}`),
    notes: change ? notesOf(change, reader) : [],
    fields,
    whole: change && purpose ? [line(t('compare.field.purpose'), inLanguage(purpose, reader.language))] : [],
    parts: [],
    count: 0,
  }
}

function happenedOf(change: Change<Head> | null, fields: readonly FieldView[]): Happened {
  if (!change) return 'same'
  if (change.kind !== 'changed') return change.kind
  return fields.length > 0 ? 'changed' : 'moved'
}

function fieldsOf(from: Head, to: Head, reader: Reader): FieldView[] {
  const { t } = wordsIn(reader.language)
  const [before, after] = [purposeOf(from), purposeOf(to)]
  const fields: FieldView[] = []
  if (!sameText(from.title, to.title)) {
    fields.push({ kind: 'text', label: t('compare.field.title'), ...textChange(from.title, to.title, reader) })
  }
  if (!sameText(before, after)) {
    fields.push({ kind: 'text', label: t('compare.field.purpose'), ...textChange(before, after, reader) })
  }
  return fields
}

function purposeOf(head: Head): Text | null {
  return 'purpose' in head ? head.purpose : null
}

/** Of what left a chapter for another: where it stands now. */
function goneNote(what: Text, where: Text, reader: Reader): NoteView {
  const words = wordsIn(reader.language).t('compare.movedTo')
  return { what: titled(what, reader), words, of: titled(where, reader) }
}

function headSection({ title, purposes }: Comparison, reader: Reader): SectionView {
  const { t } = wordsIn(reader.language)
  const fields: FieldView[] = []
  if (title) {
    fields.push({ kind: 'text', label: t('compare.field.title'), ...textChange(title.from, title.to, reader) })
  }
  if (purposes) {
    const items = textsChange(purposes.from, purposes.to, reader)
    fields.push({ kind: 'texts', label: t('compare.field.purposes'), items })
  }
  return { ...plainSection('head', reader), fields, count: fields.length }
}

function basisSection({ legalBasis }: Comparison, reader: Reader): SectionView {
  const parts = legalBasis.map((change) => basisView(change, reader))
  return { ...plainSection('legalBasis', reader), parts, count: parts.length }
}

function plainSection(what: 'head' | 'legalBasis', { language }: Reader): SectionView {
  const { t } = wordsIn(language)
  const title = { words: t(`compare.section.${what}`), language }
  return {
    ...{
      id: what,
      what,
      eyebrow: '',
      title,
      happened: 'same',
      label: null,
      notes: [],
      fields: [],
      whole: [],
      parts: [],
    },
    count: 0,
  }
}
