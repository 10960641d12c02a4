import type { Instant } from '#app/domain/calendar.ts'
import type { Presentation, PresentationAnswers, PresentationTalk, Remark } from '#app/domain/presentation.ts'
import type { Db } from '#db/connection.ts'

/** What some kindergartens have written of their groups in a cycle, oldest first. */
export async function listPresentations(
  db: Db,
  year: number,
  kindergartenIds: readonly string[],
): Promise<Presentation[]> {
  const rows = await db
    .selectFrom('presentation')
    .innerJoin('person', 'person.id', 'presentation.person_id')
    .select(['presentation.id', 'kindergarten_id', 'pair_id', 'answers', 'at', 'person.name'])
    .where('cycle_year', '=', year)
    .where('kindergarten_id', 'in', kindergartenIds)
    .orderBy('sequence')
    .execute()
  return rows.map(({ id, kindergarten_id, pair_id, answers, at, name }) => ({
    ...{ id, at, kindergartenId: kindergarten_id, pairId: pair_id, by: name },
    answers: JSON.parse(answers) as PresentationAnswers,
  }))
}

/** What was said of presentations between the two units of some pairs: two queries, however many. */
export async function listPresentationTalks(db: Db, pairIds: readonly string[]): Promise<PresentationTalk[]> {
  const readings = await db
    .selectFrom('presentation_reading')
    .innerJoin('person', 'person.id', 'presentation_reading.person_id')
    .select(['pair_id', 'presentation_id', 'at', 'person.name'])
    .where('pair_id', 'in', pairIds)
    .orderBy('sequence')
    .execute()
  const questions = await db
    .selectFrom('presentation_question as question')
    .innerJoin('person as asker', 'asker.id', 'question.person_id')
    .leftJoin('presentation_reply as reply', 'reply.pair_id', 'question.pair_id')
    .leftJoin('person as replier', 'replier.id', 'reply.person_id')
    .select(['question.pair_id', 'question.presentation_id', 'question.words', 'question.at', 'asker.name'])
    .select(['reply.words as reply_words', 'reply.at as reply_at', 'replier.name as reply_name'])
    .where('question.pair_id', 'in', pairIds)
    .execute()
  return pairIds.map((pairId) => {
    const asked = questions.find(({ pair_id }) => pair_id === pairId)
    return {
      pairId,
      read: readings
        .filter(({ pair_id }) => pair_id === pairId)
        .map(({ presentation_id, at, name }) => ({ presentationId: presentation_id, at, by: name })),
      question: asked
        ? { presentationId: asked.presentation_id, words: asked.words, at: asked.at, by: asked.name }
        : null,
      reply: asked ? remark(asked.reply_words, asked.reply_at, asked.reply_name) : null,
    }
  })
}

function remark(words: string | null, at: Instant | null, by: string | null): Remark | null {
  return words === null || at === null ? null : { words, at, by: by ?? '' }
}

export interface NewPresentation {
  id: string
  year: number
  kindergartenId: string
  pairId: string | null
  answers: PresentationAnswers
  at: Instant
  personId: string
}

/** Adds what a kindergarten writes of its group. */
export async function insertPresentation(db: Db, presentation: NewPresentation): Promise<void> {
  const { id, year, kindergartenId, pairId, answers, at, personId } = presentation
  await db
    .insertInto('presentation')
    .values({
      id,
      cycle_year: year,
      kindergarten_id: kindergartenId,
      pair_id: pairId,
      answers: JSON.stringify(answers),
      at,
      person_id: personId,
    })
    .execute()
}

interface Said {
  pairId: string
  at: Instant
  personId: string
}

/** Adds that a school has read a presentation. */
export async function insertPresentationReading(
  db: Db,
  { presentationId, pairId, at, personId }: Said & { presentationId: string },
): Promise<void> {
  const row = { presentation_id: presentationId, pair_id: pairId, at, person_id: personId }
  await db.insertInto('presentation_reading').values(row).execute()
}

/** Adds what a school asks back. */
export async function insertPresentationQuestion(
  db: Db,
  { presentationId, pairId, words, at, personId }: Said & { presentationId: string; words: string },
): Promise<void> {
  const row = { pair_id: pairId, presentation_id: presentationId, words, at, person_id: personId }
  await db.insertInto('presentation_question').values(row).execute()
}

/** Adds what the kindergarten answers. */
export async function insertPresentationReply(
  db: Db,
  { pairId, words, at, personId }: Said & { words: string },
): Promise<void> {
  await db.insertInto('presentation_reply').values({ pair_id: pairId, words, at, person_id: personId }).execute()
}
