import type { Db } from '#db/connection.ts'

/** How many comments on a version nobody has answered or closed. */
export async function countUnanswered(db: Db, versionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('comment')
    .innerJoin('hearing', 'hearing.id', 'comment.hearing_id')
    .leftJoin('comment_answer', 'comment_answer.comment_id', 'comment.id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('hearing.version_id', '=', versionId)
    .where('comment_answer.sequence', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
