import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Comment, CommentAnswer, Hearing, Period } from '#app/domain/hearing.ts'
import type { Role } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'

/** The latest hearing of a version, or null. */
export async function findHearing(db: Db, versionId: string): Promise<Hearing | null> {
  const row = await db
    .selectFrom('hearing')
    .select(['id', 'version_id', 'from_day', 'to_day', 'closed_at'])
    .where('version_id', '=', versionId)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return { id: row.id, versionId: row.version_id, from: row.from_day, to: row.to_day, closedAt: row.closed_at }
}

/** The number of the newest published version that had a hearing, or null. */
export async function findHeardVersion(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('hearing')
    .innerJoin('plan_version', 'plan_version.id', 'hearing.version_id')
    .select('plan_version.number')
    .where('plan_version.number', 'is not', null)
    .orderBy('plan_version.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? null
}

/** The last day of the hearing of the draft that is open that day, or null. */
export async function findLastDayOfOpenHearing(db: Db, today: LocalDate): Promise<LocalDate | null> {
  const row = await db
    .selectFrom('hearing')
    .innerJoin('draft', 'draft.version_id', 'hearing.version_id')
    .select('hearing.to_day')
    .where('hearing.closed_at', 'is', null)
    .where('hearing.from_day', '<=', today)
    .where('hearing.to_day', '>=', today)
    .executeTakeFirst()
  return row?.to_day ?? null
}

/** Opens a hearing. */
export async function insertHearing(
  db: Db,
  hearing: Period & { id: string; versionId: string; at: Instant; personId: string },
): Promise<void> {
  const { id, versionId, from, to, at, personId } = hearing
  await db
    .insertInto('hearing')
    .values({ id, version_id: versionId, from_day: from, to_day: to, opened_at: at, opened_by: personId })
    .execute()
}

/** Closes a hearing. */
export async function closeHearingRow(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable('hearing').set({ closed_at: at }).where('id', '=', id).execute()
}

/** Everything said of a version in its hearings, oldest first, with the answers. */
export async function listComments(db: Db, versionId: string): Promise<Comment[]> {
  const hearings = db.selectFrom('hearing').select('id').where('version_id', '=', versionId)
  const rows = await db
    .selectFrom('comment')
    .innerJoin('person', 'person.id', 'comment.person_id')
    .select(['comment.id', 'comment.step_id', 'comment.words', 'comment.at', 'person.name'])
    .where('comment.hearing_id', 'in', hearings)
    .orderBy('comment.sequence')
    .execute()
  if (rows.length === 0) return []
  const answers = await db
    .selectFrom('comment_answer')
    .innerJoin('comment', 'comment.id', 'comment_answer.comment_id')
    .innerJoin('person', 'person.id', 'comment_answer.person_id')
    .select(['comment_answer.comment_id', 'comment_answer.words', 'comment_answer.closes', 'comment_answer.at'])
    .select('person.name')
    .where('comment.hearing_id', 'in', hearings)
    .orderBy('comment_answer.sequence')
    .execute()
  const answersOf = Map.groupBy(answers, ({ comment_id }) => comment_id)
  return rows.map(({ id, step_id, words, at, name }) => ({
    id,
    stepId: step_id,
    words,
    by: name,
    at,
    answers: (answersOf.get(id) ?? []).map(({ words, closes, at, name }): CommentAnswer => {
      return { words, closes: closes === 1, by: name, at }
    }),
  }))
}

/** Adds a comment. */
export async function insertComment(
  db: Db,
  comment: { id: string; hearingId: string; stepId: string | null; words: string; personId: string; at: Instant },
): Promise<void> {
  const { id, hearingId, stepId, words, personId, at } = comment
  await db
    .insertInto('comment')
    .values({ id, hearing_id: hearingId, step_id: stepId, words, person_id: personId, at })
    .execute()
}

/** Adds an answer to a comment. */
export async function insertCommentAnswer(
  db: Db,
  answer: { commentId: string; words: string | null; closes: boolean; personId: string; at: Instant },
): Promise<void> {
  const { commentId, words, closes, personId, at } = answer
  await db
    .insertInto('comment_answer')
    .values({ comment_id: commentId, words, closes: closes ? 1 : 0, person_id: personId, at })
    .execute()
}

/** People in one role at units of one kind of owner, who can sign in. */
export interface SeatedCount {
  role: Role
  ownership: Unit['ownership']
  count: number
}

/** How many people there are in each role at a unit, by who owns the unit. */
export async function countSeated(db: Db, roles: readonly Role[]): Promise<SeatedCount[]> {
  return db
    .selectFrom('seat')
    .innerJoin('person', 'person.id', 'seat.person_id')
    .innerJoin('unit', 'unit.id', 'seat.unit_id')
    .innerJoin('owner', 'owner.id', 'unit.owner_id')
    .select(['seat.role', 'owner.ownership'])
    .select(({ fn }) => fn.count<number>('seat.person_id').distinct().as('count'))
    .where('seat.role', 'in', roles)
    .where('seat.ended_at', 'is', null)
    .where('person.deactivated_at', 'is', null)
    .groupBy(['seat.role', 'owner.ownership'])
    .execute()
}
