import type { Db } from '#db/connection.ts'

/** How many comments were made on a version in its hearings. */
export async function countComments(db: Db, versionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('comment')
    .innerJoin('hearing', 'hearing.id', 'comment.hearing_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('hearing.version_id', '=', versionId)
    .executeTakeFirstOrThrow()
  return count
}
