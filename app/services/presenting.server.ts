import { canAtUnit } from '#app/domain/permissions.ts'
import {
  GUIDING_QUESTIONS,
  isBlank,
  lastWritten,
  presentationFor,
  problemsInPresentation,
  problemsInRemark,
  type Presentation,
  type PresentationAnswers,
} from '#app/domain/presentation.ts'
import { Refusal } from '#app/domain/refusal.ts'
import {
  insertPresentation,
  insertPresentationQuestion,
  insertPresentationReading,
  insertPresentationReply,
} from '#db/queries/presentations.ts'
import type { SignedIn } from './context.server.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { openAsKindergarten, openAsSchool, readOwnPresentations } from './presentations.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** Where a kindergarten presents its group: to the school of a pair, or to all (null). */
export interface PresentedTo {
  year: number
  kindergartenId: string
  pairId: string | null
}

/** What is written, after which version (its id) the form was made. */
export interface Presenting {
  answers: PresentationAnswers
  seen: string | null
}

/**
 * Saves a new version of a presentation; the same words as before are none. One for a school that is emptied lets the one
 * for all count again. Problems come back. Refuses *not found*, and *not allowed* for whoever may only read it.
 */
export async function writePresentation(
  context: SignedIn,
  { year, kindergartenId, pairId }: PresentedTo,
  { answers, seen }: Presenting,
  form: string,
): Promise<Outcome> {
  const { actor, now, today } = context
  return saveOnce(context, `present ${year} ${kindergartenId} ${pairId ?? 'all'}`, form, async (db) => {
    const { presentations, writes } = await readOwnPresentations(context, year, kindergartenId, pairId, db)
    if (!canAtUnit(actor, 'present a group', kindergartenId)) throw new Refusal('not allowed')
    if (!writes) return [{ field: 'form', message: 'presentationClosed' }]
    const last = lastWritten(presentations, pairId)
    if ((last?.id ?? null) !== seen) {
      return [{ field: 'together', message: 'presentationMeanwhile', values: { name: last?.by ?? '' } }]
    }
    const takesBack = pairId !== null && last !== null && !isBlank(last.answers)
    if (isBlank(answers) && !takesBack) return [{ field: 'together', message: 'presentationMissing' }]
    const problems = problemsInPresentation(answers, today)
    if (problems.length > 0 || isSame(answers, counting(presentations, pairId))) return problems
    const presentation = { id: newId(), year, kindergartenId, pairId, answers, at: now, personId: actor.id }
    await insertPresentation(db, presentation)
    const content = { cycle: year, kindergarten: kindergartenId, pair: pairId, presentation: presentation.id }
    await remember(db, { kind: 'presentation written', at: now, personId: actor.id, content })
    return []
  })
}

function counting(presentations: readonly Presentation[], pairId: string | null): Presentation | null {
  return pairId === null ? lastWritten(presentations, null) : presentationFor(presentations, pairId)
}

function isSame(answers: PresentationAnswers, other: Presentation | null): boolean {
  return other !== null && GUIDING_QUESTIONS.every((question) => answers[question] === other.answers[question])
}

/** A pair of a cycle. */
export interface PairOf {
  year: number
  pairId: string
}

/**
 * Says for a school that it has read a presentation: the one that was seen, as long as it is still the one that counts.
 * Refuses *not found* and *not allowed*.
 */
export async function sayPresentationRead(
  context: SignedIn,
  { year, pairId }: PairOf,
  seen: string,
  form: string,
): Promise<Outcome> {
  const { actor, now } = context
  return saveOnce(context, `presentation read ${year} ${pairId}`, form, async (db) => {
    const { standing, may } = await openAsSchool(context, year, pairId, db)
    if (!may.read || standing.current?.id !== seen) return []
    await insertPresentationReading(db, { presentationId: seen, pairId, at: now, personId: actor.id })
    const content = { cycle: year, pair: pairId, presentation: seen }
    await remember(db, { kind: 'presentation read', at: now, personId: actor.id, content })
    return []
  })
}

/**
 * Asks a kindergarten back, once, about the presentation that was seen; whoever asks has read it. Problems come back.
 * Refuses *not found* and *not allowed*.
 */
export async function askBack(
  context: SignedIn,
  { year, pairId }: PairOf,
  { words, seen }: { words: string; seen: string },
  form: string,
): Promise<Outcome> {
  const { actor, now, today } = context
  return saveOnce(context, `ask back ${year} ${pairId}`, form, async (db) => {
    const { standing, may } = await openAsSchool(context, year, pairId, db)
    const { current, question, read } = standing
    if (question) return [{ field: 'words', message: 'askedAlready', values: { name: question.by } }]
    if (!may.ask || !current) return [{ field: 'words', message: 'presentationClosed' }]
    if (current.id !== seen) return [{ field: 'words', message: 'presentedMeanwhile', values: { name: current.by } }]
    const problems = problemsInRemark(words, today)
    if (problems.length > 0) return problems
    const said = { presentationId: seen, pairId, at: now, personId: actor.id }
    const content = { cycle: year, pair: pairId, presentation: seen }
    if (!read) {
      await insertPresentationReading(db, said)
      await remember(db, { kind: 'presentation read', at: now, personId: actor.id, content })
    }
    await insertPresentationQuestion(db, { ...said, words })
    await remember(db, { kind: 'presentation asked about', at: now, personId: actor.id, content })
    return []
  })
}

/** Answers what a school asked back, once. Problems come back. Refuses *not found* and *not allowed*. */
export async function answerBack(
  context: SignedIn,
  { year, pairId }: PairOf,
  words: string,
  form: string,
): Promise<Outcome> {
  const { actor, now, today } = context
  return saveOnce(context, `answer back ${year} ${pairId}`, form, async (db) => {
    const { standing, may } = await openAsKindergarten(context, year, pairId, db)
    const { question, reply } = standing
    if (!question) throw new Refusal('not found')
    if (reply) return [{ field: 'words', message: 'answeredBackAlready', values: { name: reply.by } }]
    if (!may.answer) return [{ field: 'words', message: standing.settled ? 'settledByVersion' : 'presentationClosed' }]
    const problems = problemsInRemark(words, today)
    if (problems.length > 0) return problems
    await insertPresentationReply(db, { pairId, words, at: now, personId: actor.id })
    const content = { cycle: year, pair: pairId, presentation: question.presentationId }
    await remember(db, { kind: 'presentation question answered', at: now, personId: actor.id, content })
    return []
  })
}
