import { sql } from 'kysely'
import type { EventKind } from '#app/domain/event.ts'
import type { Db } from '#db/connection.ts'

/** What the data stand at, and what happened since an event. */
export interface News {
  /** SQLite's counter of what other connections wrote. */
  others: number
  /** Our own last event, which every change leaves behind. */
  sequence: number
  /** Each with the place that it happened at, where it was one; a unit is its place. */
  happened: readonly { kind: EventKind; placeId: string | null }[]
}

/** What happened after the event with that number, in one query. */
export async function readNews(db: Db, since: number): Promise<News> {
  const { rows } = await sql<{ others: number; sequence: number; happened: string }>`
    select
      data_version as others,
      coalesce((select max(sequence) from event), 0) as sequence,
      (
        select json_group_array(json_object('kind', kind, 'placeId', coalesce(content ->> '$.place', content ->> '$.unit')))
        from event where sequence > ${since}
      ) as happened
    from pragma_data_version()
  `.execute(db)
  const { others = 0, sequence = 0, happened = '[]' } = rows[0] ?? {}
  return { others, sequence, happened: JSON.parse(happened) as News['happened'] }
}
