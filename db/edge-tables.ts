import type { Generated } from 'kysely'
import type { Instant } from '#app/domain/calendar.ts'
import type { EventKind } from '#app/domain/event.ts'
import type { Flag, Json } from './columns.ts'

/** What happened, and how people come in. */
export interface EdgeTables {
  event: {
    sequence: Generated<number>
    at: Instant
    person_id: string | null
    kind: EventKind
    content: Json
    previous_hash: string
    hash: string
  }
  submission: { key: string; person_id: string; at: Instant; result: string }
  session: {
    token_hash: string
    person_id: string
    own_device: Flag
    created_at: Instant
    last_seen_at: Instant
    ended_at: Instant | null
  }
  sign_in_code: {
    id: string
    person_id: string | null
    code_hash: string
    browser_hash: string
    created_at: Instant
    expires_at: Instant
    tries: Generated<number>
    used_at: Instant | null
  }
  outbox: {
    sequence: Generated<number>
    recipient: string
    subject: string
    body: string
    created_at: Instant
    sent_at: Instant | null
    tries: Generated<number>
    last_error: string | null
  }
}
