import type { DateFormView, DateView } from '#app/components/date-view.ts'
import { dayInWords } from '#app/components/day.tsx'
import { isForPair, mayChange, type AgreedDate } from '#app/domain/agreed-date.ts'
import { stepsToAgreeOn } from '#app/domain/agreeing.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import { spanOf } from '#app/domain/due-date.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { can, type Person } from '#app/domain/permissions.ts'
import { hasEnded, type PairPlace, type Place } from '#app/domain/place.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { DatesAt } from '#app/services/agreed-dates.server.ts'
import { movedInWords, whatItIs, whenInWords } from './date-words.server.ts'
import { dateCancellationPath, datePath, datesPath, newDatePath, placePath } from './paths.ts'
import { newForm } from './tick-form.server.ts'

interface Reading {
  actor: Person
  language: Language
}

/** One of the dates at a place, in the reader's words. */
export function dateView(at: DatesAt, date: AgreedDate, { actor, language }: Reading): DateView {
  const { t } = wordsIn(language)
  const year = at.cycle.year
  const isOpen = !date.cancelled && mayChange(actor, date, at.pairs)
  const by = { name: date.by.name, day: dayInWords(date.at, language) }
  const key = date.cancelled ? 'cancelledBy' : date.changes > 0 ? 'changedBy' : 'agreedBy'
  return {
    id: date.id,
    on: date.on,
    what: whatItIs(date, language),
    when: whenInWords(date, language, { weekday: true, year: true }),
    step: stepOf(at, date, language),
    venue: date.venue,
    whoComes: date.whoComes,
    pairs: pairsInWords(at, date, language),
    moved: movedInWords(date, language),
    cancelled: date.cancelled ? (date.reason ?? '') : null,
    by: t(`dates.${key}`, by) + (date.by.forUnit ? ` ${t('dates.byForUnit')}` : ''),
    change: isOpen ? datePath(year, at.place.id, date.id) : null,
    cancel: isOpen ? dateCancellationPath(year, at.place.id, date.id) : null,
  }
}

/** Where the dates of a place are, for whoever may read them; the municipality agrees on none. */
export function datesLink(actor: Person, year: number, place: Place, language: Language) {
  if (place.kind === 'municipality' || !can(actor, 'read agreed dates', place)) return null
  return { href: datesPath(year, place.id), words: wordsIn(language).t('dates.row.place') }
}

/** Where a date is agreed on for a step at a pair or a school, for whoever may. */
export function dateOffer(actor: Person, cycle: Cycle, place: Place, stepId: string, language: Language) {
  if ((place.kind !== 'pair' && place.kind !== 'school') || hasEnded(place)) return null
  const isOffered = stepsToAgreeOn(cycle, place).some(({ step }) => step.id === stepId)
  if (!isOffered || !can(actor, 'agree on a date', place)) return null
  return { href: newDatePath(cycle.year, place.id, stepId), words: wordsIn(language).t('dates.row.offer') }
}

/** The step as the cycle's version has it; a link to where it is asked of this place or pair. */
function stepOf({ cycle, place }: DatesAt, { stepId }: AgreedDate, language: Language): DateView['step'] {
  const step = cycle.version.routines.flatMap(({ steps }) => steps).find(({ id }) => id === stepId)
  if (!step) return null
  const href = step.scope === place.kind ? `${placePath(cycle.year, place.id)}/steps/${step.id}` : null
  return { title: inLanguage(step.title, language), href }
}

/** Whom a date is for: of a school the kindergartens, of a kindergarten the schools; at a pair only where others come too. */
function pairsInWords({ place, pairs }: DatesAt, date: AgreedDate, language: Language): string | null {
  const { t } = wordsIn(language)
  const others = date.pairIds.length - 1
  if (place.kind === 'school') {
    if (date.pairIds.length === 0) return t('dates.for.all')
    const named = pairs.filter((pair) => isForPair(date, pair)).map(({ kindergarten }) => kindergarten.name)
    const unnamed = date.pairIds.length - named.length
    return [...named, ...(unnamed > 0 ? [t('dates.for.unnamed', { count: unnamed })] : [])].join(', ')
  }
  const common =
    date.pairIds.length === 0
      ? t('dates.for.allOfSchool')
      : others > 0
        ? t('dates.for.others', { count: others })
        : null
  if (place.kind === 'pair') return common
  const school = pairs.find((pair) => pair.school.id === date.schoolId)?.school.name
  return [school, common].filter(Boolean).join(' · ') || null
}

/** The form of a date at a place: a new one, or one that is changed. */
export function dateFormView(at: DatesAt, date: AgreedDate | null, language: Language, stepId = ''): DateFormView {
  const { cycle, place, open, forAll, steps } = at
  const { t } = wordsIn(language)
  const asksPairs = date === null ? place.kind !== 'pair' : forAll
  const all = forAll ? [{ value: 'all', words: t('dates.for.all') }] : []
  const offered = steps.map(({ step, due }) => ({
    value: step.id,
    words: t('dates.stepDue', { title: inLanguage(step.title, language).words, day: dayInWords(due, language) }),
  }))
  return {
    form: newForm(),
    values: valuesOf(date, stepId),
    steps: [{ value: '', words: t('dates.noStep') }, ...offered],
    pairs: asksPairs ? [...all, ...open.map((pair) => ({ value: pair.id, words: otherName(at, pair) }))] : [],
    chosen: chosenAtFirst(at, date),
    span: spanOf(cycle.year),
  }
}

function valuesOf(date: AgreedDate | null, stepId: string): DateFormView['values'] {
  return {
    kind: date?.kind ?? 'visit',
    title: date?.title ?? '',
    stepId: date ? (date.stepId ?? '') : stepId,
    on: date?.on ?? '',
    from: date?.from ?? '',
    to: date?.to ?? '',
    venue: date?.venue ?? '',
    whoComes: date?.whoComes ?? '',
  }
}

function otherName({ place }: DatesAt, { kindergarten, school }: PairPlace): string {
  return place.kind === 'school' ? kindergarten.name : school.name
}

function chosenAtFirst({ open, forAll }: DatesAt, date: AgreedDate | null): readonly string[] {
  if (date) return date.pairIds.length === 0 ? ['all'] : date.pairIds
  return !forAll && open.length === 1 ? open.map(({ id }) => id) : []
}
