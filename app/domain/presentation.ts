import { problemInGroupText } from './about-group.ts'
import type { Instant, LocalDate } from './calendar.ts'
import type { Problem } from './problem.ts'

/**
 * The guiding questions of a group presentation: how the group works and plays together, which languages it speaks, what
 * it is proud of, what it has worked with and likes, and which routines the school can build on.
 */
export const GUIDING_QUESTIONS = ['together', 'languages', 'proud', 'worked', 'build'] as const
export type GuidingQuestion = (typeof GUIDING_QUESTIONS)[number]

/** What a presentation answers to each guiding question; one that is not answered is not there. */
export type PresentationAnswers = Readonly<Partial<Record<GuidingQuestion, string>>>

/** The most that can be written to each question. */
export const LONGEST_ANSWER: Readonly<Record<GuidingQuestion, number>> = {
  together: 600,
  languages: 400,
  proud: 400,
  worked: 600,
  build: 600,
}

/** The most that a presentation can hold in all: a page that the teachers have time to read. */
export const LONGEST_PRESENTATION = 2000

/** What a school asks back about a group, and what it is answered, at the most. */
export const LONGEST_REMARK = 300

/** A group as its kindergarten presents it in a cycle, to one school or to all. Only ever added. */
export interface Presentation {
  id: string
  kindergartenId: string
  /** The pair of the school that it is for; null is for all. */
  pairId: string | null
  answers: PresentationAnswers
  at: Instant
  by: string
}

/** What a school asked back, and what the kindergarten answered. */
export interface Remark {
  words: string
  at: Instant
  by: string
}

/** What a school and a kindergarten have said to one another of a presentation. */
export interface PresentationTalk {
  pairId: string
  /** Which presentations the school has read, by id; the last one last. */
  read: readonly { presentationId: string; at: Instant; by: string }[]
  question: (Remark & { presentationId: string }) | null
  reply: Remark | null
}

/** Whether nothing is written: of one for a school, that the one for all is to count again. */
export function isBlank(answers: PresentationAnswers): boolean {
  return Object.keys(answers).length === 0
}

/** The last that was written for one school (`pairId`), or for all (null), whether it is blank or not. */
export function lastWritten(presentations: readonly Presentation[], pairId: string | null): Presentation | null {
  return presentations.findLast((each) => each.pairId === pairId) ?? null
}

/** The presentation that a school reads: the last one for it, otherwise the last one for all; null where there is none. */
export function presentationFor(presentations: readonly Presentation[], pairId: string): Presentation | null {
  const [own, all] = [lastWritten(presentations, pairId), lastWritten(presentations, null)]
  return [own, all].find((each) => each !== null && !isBlank(each.answers)) ?? null
}

/** How a presentation stands between a kindergarten and a school, and who waits for whom since when. */
export interface PresentationStanding {
  current: Presentation | null
  /** Who at the school has read the current one, and when. */
  read: { at: Instant; by: string } | null
  /** The last one that the school read before the current one. */
  readBefore: Presentation | null
  question: PresentationTalk['question']
  reply: Remark | null
  /** Whether the question is settled: answered, or followed by another presentation. */
  settled: boolean
  /** Who has something to do: the school to read, the kindergarten to answer. Nobody waits for what is not written. */
  waitsFor: { side: 'school' | 'kindergarten'; since: Instant } | null
}

/** How the presentation stands at a pair, from what was written and said. Never stored. */
export function standingAt(
  pairId: string,
  presentations: readonly Presentation[],
  talk: PresentationTalk | null,
): PresentationStanding {
  const current = presentationFor(presentations, pairId)
  const reads = talk?.read ?? []
  const read = reads.find(({ presentationId }) => presentationId === current?.id) ?? null
  const before = reads.findLast(({ presentationId }) => presentationId !== current?.id)
  const { question = null, reply = null } = talk ?? {}
  const settled = question !== null && (reply !== null || question.presentationId !== current?.id)
  return {
    current,
    read: read && { at: read.at, by: read.by },
    readBefore: presentations.find(({ id }) => id === before?.presentationId) ?? null,
    ...{ question, reply, settled },
    waitsFor: waitsFor(current, read !== null, settled ? null : question),
  }
}

function waitsFor(
  current: Presentation | null,
  isRead: boolean,
  open: PresentationTalk['question'],
): PresentationStanding['waitsFor'] {
  if (open) return { side: 'kindergarten', since: open.at }
  return current && !isRead ? { side: 'school', since: current.at } : null
}

/** The questions that a presentation answers otherwise than the one read before it; none where none was. */
export function changedSince(
  { answers }: Pick<Presentation, 'answers'>,
  before: Pick<Presentation, 'answers'> | null,
): GuidingQuestion[] {
  if (!before) return []
  return GUIDING_QUESTIONS.filter((question) => answers[question] !== before.answers[question])
}

/** What keeps a presentation from being saved: too much, or something about a child. The fields are named as the questions. */
export function problemsInPresentation(answers: PresentationAnswers, today: LocalDate): Problem[] {
  const problems = GUIDING_QUESTIONS.flatMap((question) =>
    problemInGroupText(question, answers[question] ?? null, LONGEST_ANSWER[question], today),
  )
  const length = Object.values(answers).reduce((sum, words) => sum + words.length, 0)
  if (problems.length > 0 || length <= LONGEST_PRESENTATION) return problems
  const longest = GUIDING_QUESTIONS.toSorted((a, b) => (answers[b]?.length ?? 0) - (answers[a]?.length ?? 0))[0]
  const values = { longest: LONGEST_PRESENTATION, over: length - LONGEST_PRESENTATION }
  return [{ field: longest ?? 'together', message: 'presentationTooLong', values }]
}

/** What keeps a question or an answer between the two from being saved. */
export function problemsInRemark(words: string, today: LocalDate): Problem[] {
  if (words === '') return [{ field: 'words', message: 'remarkMissing' }]
  return problemInGroupText('words', words, LONGEST_REMARK, today)
}

/** The most of an answer that stands on a page with many groups. */
const SHORT = 110

/** The beginning of an answer: its first sentence where that is short, otherwise as many whole words as there is room for. */
export function inShort(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  const sentence = /^.+?[.!?](?= |$)/.exec(line.slice(0, SHORT + 1))?.[0]
  if (sentence !== undefined && sentence.length >= SHORT / 3) return sentence
  if (line.length <= SHORT) return line
  return `${line.slice(0, line.lastIndexOf(' ', SHORT)).slice(0, SHORT)} …`
}
