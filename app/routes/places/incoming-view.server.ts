import type { IncomingGroupView, IncomingView } from '#app/components/incoming-view.ts'
import type { Language } from '#app/domain/language.ts'
import { inLanguage } from '#app/domain/language.ts'
import { groupShown, totalShown } from '#app/domain/masking.ts'
import { GUIDING_QUESTIONS, inShort, type PresentationAnswers } from '#app/domain/presentation.ts'
import { stateOf } from '#app/domain/state.ts'
import type { IncomingGroup, IncomingGroups } from '#app/services/incoming.server.ts'
import { timeInWords } from './date-words.server.ts'
import { nameOf } from './groups-view.server.ts'
import { datesPath, frameworkPath, groupsPath, placePath, presentationPath } from './paths.ts'
import { standingView } from './presentation-view.server.ts'

/** What is noted of a group on a page with many: how it is together, its languages, and what it is proud of. */
const NOTED = GUIDING_QUESTIONS.slice(0, 3)

/** What prepares a school for the groups that come to it, in the shape it is shown in. */
export function incomingView(incoming: IncomingGroups, language: Language): IncomingView {
  const { cycle, place, groups, ended, dates, preparations, seesSmall } = incoming
  const { year } = cycle
  const shown = groups.map((each) => groupView(year, each, seesSmall))
  const largest = Math.max(1, ...shown.map(({ reported }) => (typeof reported === 'number' ? reported : 0)))
  const names = new Map(groups.map(({ pair }) => [pair.id, nameOf(pair.kindergarten)]))
  return {
    year,
    school: nameOf(place.school),
    total: totalShown(shown.map(({ reported }) => reported)),
    groups: shown.map((group) => ({ ...group, bar: barOf(group, largest) })),
    ended,
    dates: dates.map(({ id, kind, title, on, from, to, venue, whoComes, pairIds }) => ({
      ...{ id, kind, title, on, venue, whoComes },
      time: timeInWords({ from, to }, language),
      kindergartens: pairIds.flatMap((pairId) => names.get(pairId) ?? []),
    })),
    preparations: preparations.map((line) => ({
      id: line.step.id,
      href: `${placePath(year, place.id)}/steps/${line.step.id}`,
      title: inLanguage(line.step.title, language),
      state: stateOf(line),
    })),
    links: {
      checklist: placePath(year, place.id),
      groups: groupsPath(year, place.id),
      dates: datesPath(year, place.id),
      framework: frameworkPath(year, place.id),
    },
  }
}

function groupView(year: number, incoming: IncomingGroup, seesSmall: boolean): IncomingGroupView {
  const { pair, group, areas, left, contact, presentation } = incoming
  const numbers = { reported: group.reported?.children ?? null, received: group.received?.children ?? null }
  const [first = null] = contact?.people ?? []
  return {
    pairId: pair.id,
    name: nameOf(pair.kindergarten),
    href: placePath(year, pair.id),
    ...groupShown(numbers, seesSmall),
    bar: null,
    ...{ areas, left },
    contact: first,
    vacant: contact?.vacant ?? false,
    presentation: {
      href: presentationPath(year, pair.id),
      written: presentation.current !== null,
      standing: standingView(presentation),
    },
    noted: notedIn(presentation.current?.answers ?? {}),
  }
}

function barOf({ reported }: IncomingGroupView, largest: number): number | null {
  return typeof reported === 'number' ? Math.round((reported / largest) * 100) : null
}

/** The first questions that are answered, in short; of a presentation that answers only the others, those. */
function notedIn(answers: PresentationAnswers): IncomingGroupView['noted'] {
  const noted = (questions: typeof NOTED) =>
    questions.flatMap((question) => {
      const words = answers[question]
      return words === undefined ? [] : [{ question, words: inShort(words) }]
    })
  const first = noted(NOTED)
  return first.length > 0 ? first : noted([...GUIDING_QUESTIONS])
}
