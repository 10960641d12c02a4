import type { Instant } from '#app/domain/calendar.ts'
import { endCalendarLink, findCalendarLink, insertCalendarLink } from '#db/queries/calendar-links.ts'
import type { SignedIn } from './context.server.ts'
import { remember, sha256 } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** When the person made the calendar link that holds, or null. The link itself is kept nowhere. */
export async function readCalendarLink({ actor, db }: SignedIn): Promise<Instant | null> {
  return findCalendarLink(db, actor.id)
}

/**
 * Makes a secret link to the person's own calendar, and ends the one before it. Its token is told this once; the same
 * form sent again makes no other, and tells none.
 */
export async function makeCalendarLink(context: SignedIn, form: string): Promise<string | null> {
  const { actor, now } = context
  const token = newId()
  const outcome = await saveOnce(context, 'calendar link', form, async (db) => {
    await endCalendarLink(db, actor.id, now)
    await insertCalendarLink(db, { tokenHash: sha256(token), personId: actor.id, at: now })
    await remember(db, { kind: 'calendar link made', at: now, personId: actor.id, content: {} })
    return []
  })
  return outcome.saved && outcome.first ? token : null
}

/** Ends the person's calendar link: whoever has it gets nothing more. Says so where there is none. */
export async function stopCalendarLink(context: SignedIn, form: string): Promise<Outcome> {
  const { actor, now } = context
  return saveOnce(context, 'calendar link ending', form, async (db) => {
    if (!(await endCalendarLink(db, actor.id, now))) return [{ field: 'ending', message: 'noCalendarLink' }]
    await remember(db, { kind: 'calendar link ended', at: now, personId: actor.id, content: {} })
    return []
  })
}
