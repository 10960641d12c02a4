import type { PresentationView, ReadingSchool, StandingView } from '#app/components/presentation-view.ts'
import type { Language } from '#app/domain/language.ts'
import {
  changedSince,
  GUIDING_QUESTIONS,
  isBlank,
  lastWritten,
  presentationFor,
  type Presentation,
  type PresentationStanding,
} from '#app/domain/presentation.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { nameOf } from './groups-view.server.ts'
import type { OwnPresentations, PairPresentation } from '#app/services/presentations.server.ts'
import { placePath, presentationPath } from './paths.ts'

/** A kindergarten's page of its presentations: what counts for the school that is chosen, or for all. */
export function ownView(own: OwnPresentations, language: Language, asksToWrite: boolean) {
  const { t } = wordsIn(language)
  const { cycle, kindergarten, presentations, schools, chosen, writes } = own
  const { year } = cycle
  const pairId = chosen?.id ?? null
  const last = lastWritten(presentations, pairId)
  const counts = pairId === null ? last : presentationFor(presentations, pairId)
  const current = counts && !isBlank(counts.answers) ? counts : null
  const view = (each: Presentation) => presentationView(each, toWhom(each))
  return {
    ...{ year, writes },
    place: { id: kindergarten.id, name: nameOf(kindergarten) },
    chosen: chosen && { pairId: chosen.id, school: nameOf(chosen.school) },
    current: current && view(current),
    /** What is already there to write on. */
    answers: current?.answers ?? {},
    isShared: pairId !== null && current !== null && current.pairId === null,
    hasOwn: pairId !== null && last !== null && !isBlank(last.answers),
    seen: last?.id ?? '',
    links: {
      forAll: presentationPath(year, kindergarten.id),
      write: presentationPath(year, kindergarten.id, { pair: pairId, write: true }),
    },
    writing: writes && (asksToWrite || current === null),
    versions: presentations
      .filter(({ id, pairId: to }) => id !== current?.id && (pairId === null || to === pairId))
      .toReversed()
      .map(view),
    schools: schools.map(({ pair, standing }): ReadingSchool => {
      const reads = standing.current ? (standing.current.pairId ? 'readsOwn' : 'readsShared') : 'readsNone'
      return {
        ...standingView(standing),
        pairId: pair.id,
        name: nameOf(pair.school),
        reads,
        href: presentationPath(year, pair.id),
        own: writes ? presentationPath(year, kindergarten.id, { pair: pair.id, write: true }) : null,
      }
    }),
  }

  function toWhom({ pairId }: Presentation): string {
    if (pairId === null) return t('presentation.forAll')
    const school = schools.find(({ pair }) => pair.id === pairId)?.pair.school
    return school ? t('presentation.forSchool', { school: nameOf(school) }) : t('presentation.forAll')
  }
}

/** What a presentation says, in the order of the questions; what is new since `before` was read, is marked. */
function presentationView(
  { id, at, by, answers }: Presentation,
  to: string,
  before: Presentation | null = null,
): PresentationView {
  const changed = changedSince({ answers }, before)
  return {
    ...{ id, to, at, by },
    answers: GUIDING_QUESTIONS.flatMap((question) => {
      const words = answers[question]
      return words === undefined ? [] : [{ question, words, changed: changed.includes(question) }]
    }),
  }
}

/** How a presentation stands at one school, in the shape it is shown in. */
export function standingView({ read, waitsFor, question, reply, settled }: PresentationStanding): StandingView {
  return {
    read,
    waits: waitsFor,
    question: question && { words: question.words, at: question.at },
    reply: reply && { words: reply.words, at: reply.at },
    followed: settled && reply === null,
  }
}

/** A pair's page of the presentation, for both of its units. */
export function pairView({ cycle: { year }, pair, standing, may }: PairPresentation, language: Language) {
  const { t } = wordsIn(language)
  const { current, read, readBefore } = standing
  const [kindergarten, school] = [nameOf(pair.kindergarten), nameOf(pair.school)]
  const to = current?.pairId ? t('presentation.forSchool', { school }) : t('presentation.forAll')
  return {
    ...{ year, may, kindergarten, school },
    abroad: pair.kindergarten.externalMunicipality !== null,
    place: { id: pair.id, name: `${kindergarten} – ${school}`, href: placePath(year, pair.id) },
    current: current && presentationView(current, to, may.read ? readBefore : null),
    standing: standingView(standing),
    isRead: read !== null,
    links: {
      write: presentationPath(year, pair.kindergarten.id),
      read: `${presentationPath(year, pair.id)}/reading`,
      ask: `${presentationPath(year, pair.id)}/question`,
      answer: `${presentationPath(year, pair.id)}/answer`,
    },
  }
}
