import type { AffectedView, FateView, ReadersView, StepTotalView, TotalView } from '#app/components/adoption-parts.ts'
import type { PlaceAdoption, StepAdoption } from '#app/domain/adoption.ts'
import {
  COUNTED,
  mostAffected,
  sumOfAdoption,
  sumPerKind,
  sumPerStep,
  type AdoptionSum,
  type StepSum,
} from '#app/domain/adoption-sum.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { PLACE_KINDS, unitsOf } from '#app/domain/place.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import { placePath } from '#app/routes/places/paths.ts'
import { nameOf } from '#app/routes/places/row-view.server.ts'
import { comparePath } from '#app/routes/plan/paths.ts'
import type { AdoptionView } from '#app/services/adoption.server.ts'
import type { Reader } from '#app/services/readers.server.ts'
import { adoptionPath, returnPath } from './paths.ts'

/** So many places are shown at once: a big municipality has thousands. */
const PLACES_AT_ONCE = 20
/** So many units are named at once of those that have not read. */
const UNITS_AT_ONCE = 30

/** What the URL asks for; anything unknown is as if it were not there. */
export function askedIn(request: Request) {
  const asked = new URL(request.url).searchParams
  return {
    to: numberIn(asked, 'to'),
    page: numberIn(asked, 'page') ?? 1,
    school: asked.get('school') ?? '',
    allReaders: asked.get('readers') === 'all',
    saved: (['adopted', 'returned'] as const).find((each) => each === asked.get('saved')) ?? null,
  }
}

function numberIn(asked: URLSearchParams, name: string): number | undefined {
  const value = asked.get(name) ?? ''
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined
}

export type Asked = ReturnType<typeof askedIn>

/** The move of a cycle to a newer version, in the shape it is shown in. */
export function adoptionView({ cycle, newer, preview, last, readers }: AdoptionView, asked: Asked, language: Language) {
  const { year } = cycle
  const from = cycle.version.number ?? 0
  return {
    year,
    from,
    saved: asked.saved,
    newest: newer[0]?.number ?? from,
    versions: newer.map(({ number }) => ({
      number: number ?? 0,
      href: adoptionPath(year, number ?? 0),
      chosen: number === preview?.version.number,
    })),
    preview: preview && {
      ...versionView(preview.version, year, from),
      ...totalsView(preview.places, language),
      ...placesView(preview.places, { asked, year, to: preview.version.number ?? 0, language }),
    },
    last: last && { ...last, compare: comparePath(last.from, last.to), back: returnPath(year) },
    readers: readersView(readers, asked.allReaders, year),
  }
}

function versionView({ number, publication }: PlanVersion, year: number, from: number) {
  return {
    number: number ?? 0,
    publishedOn: publication?.publishedOn ?? null,
    changeNote: publication?.changeNote ?? '',
    /** Where the body that adopted it said that it is for later cycles. */
    validFrom: publication && publication.validFromCycle > year ? publication.validFromCycle : null,
    compare: comparePath(from, number ?? 0),
  }
}

function totalsView(places: readonly PlaceAdoption[], language: Language) {
  const kinds = sumPerKind(places)
  const totals: TotalView[] = PLACE_KINDS.flatMap((kind) => {
    const sum = kinds.get(kind)
    return sum ? { of: kind, ...sum } : []
  })
  const steps = sumPerStep(places).sort((a, b) => PLACE_KINDS.indexOf(a.kind) - PLACE_KINDS.indexOf(b.kind))
  return {
    totals: [...totals, { of: 'all' as const, ...sumOfAdoption(places) }],
    steps: steps.map((sum) => stepTotal(sum, language)),
  }
}

function stepTotal(sum: StepSum, language: Language): StepTotalView {
  const [first] = sum.dues
  const away = sum.lines['falls away'].obliged + sum.lines['falls away'].invited > 0
  return {
    id: `${sum.kind} ${sum.step.id}`,
    kind: sum.kind,
    title: inLanguage(sum.step.title, language),
    due: first && !away ? { to: first.line.due, from: first.dueBefore } : null,
    counts: countsOf(sum),
  }
}

function countsOf({ lines }: AdoptionSum) {
  return COUNTED.map((of) => ({ of, count: lines[of].obliged + lines[of].invited })).filter(({ count }) => count > 0)
}

interface Showing {
  asked: Asked
  year: number
  to: number
  language: Language
}

/** The places that something changes at, a page of them at a time; those of one school where the reader asks for it. */
function placesView(places: readonly PlaceAdoption[], { asked, year, to, language }: Showing) {
  const affected = mostAffected(places)
  const isMany = affected.length > PLACES_AT_ONCE
  const school = isMany ? asked.school : ''
  const left = affected.filter(({ place }) => school === '' || unitsOf(place).some(({ id }) => id === school))
  const pages = Math.max(1, Math.ceil(left.length / PLACES_AT_ONCE))
  const page = Math.min(asked.page, pages)
  const href = (number: number) =>
    `${adoptionPath(year, to)}&page=${number}${school ? `&school=${encodeURIComponent(school)}` : ''}#places`
  return {
    affected: left
      .slice((page - 1) * PLACES_AT_ONCE, page * PLACES_AT_ONCE)
      .map((adoption) => affectedView(adoption, year, language)),
    affectedCount: left.length,
    untouchedCount: places.length - affected.length,
    page,
    pages,
    earlier: page > 1 ? href(page - 1) : null,
    further: page < pages ? href(page + 1) : null,
    school,
    schools: isMany
      ? places.flatMap(({ place }) => (place.kind === 'school' ? { value: place.id, words: place.school.name } : []))
      : [],
  }
}

function affectedView(adoption: PlaceAdoption, year: number, language: Language): AffectedView {
  const { place, steps } = adoption
  return {
    href: placePath(year, place.id),
    name: nameOf(place),
    counts: countsOf(sumOfAdoption([adoption])),
    steps: steps.map((step) => fateView(step, language)),
  }
}

function fateView({ fate, line, dueBefore, ...step }: StepAdoption, language: Language): FateView {
  return {
    id: line.step.id,
    title: inLanguage(line.step.title, language),
    due: fate === 'falls away' ? null : { to: line.due, from: dueBefore },
    fate,
    answered: step.answered,
    intoPast: step.intoPast,
    reworded: step.reworded,
    moved: step.moved,
  }
}

/** Who has read, by sort of unit, and the names of those who have not. Null where nothing was ever adopted. */
function readersView(readers: readonly Reader[], all: boolean, year: number) {
  if (readers.length === 0) return null
  const unread = readers.filter(({ state }) => state === 'unread').map(({ unit }) => unit.name)
  const sorts = (['kindergarten', 'school'] as const).flatMap((kind) =>
    (['municipal', 'private'] as const).map((ownership) => ({ kind, ownership })),
  )
  return {
    sorts: sorts
      .map(({ kind, ownership }): ReadersView => {
        const those = readers.filter(({ unit }) => unit.kind === kind && unit.ownership === ownership)
        const count = (state: Reader['state']) => those.filter((reader) => reader.state === state).length
        return { kind, ownership, read: count('read'), unread: count('unread'), nothingNew: count('nothing new') }
      })
      .filter(({ read, unread, nothingNew }) => read + unread + nothingNew > 0),
    unread: all ? unread : unread.slice(0, UNITS_AT_ONCE),
    unreadCount: unread.length,
    all: `${adoptionPath(year)}?readers=all#readers`,
  }
}
