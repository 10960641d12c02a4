import { LANGUAGES } from '#app/domain/language.ts'
import { calendarText } from '#app/http/calendar.server.ts'
import { anyone } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { sha256 } from '#app/services/history.server.ts'
import { readFeed } from '#app/services/calendar-feed.server.ts'
import { calendarEntry } from './feed-view.server.ts'

/**
 * A person's calendar, for whoever has its secret link: calendar programs bring no session. A link that is wrong, ended or
 * replaced answers the same as one that never was.
 */
export const loader = anyone(async ({ context, params, request, edge }) => {
  const entries = await readFeed(context, partOf(params, 'token'))
  if (entries === null) return new Response('Not found\n', { status: 404, headers: plain('text/plain') })
  const { origin } = edge.settings
  const asked = new URL(request.url).searchParams.get('language')
  const language = LANGUAGES.find((each) => each === asked) ?? 'nb'
  const body = calendarText(
    wordsIn(language).t('calendar.name'),
    origin,
    entries.map((entry) => calendarEntry(entry, language, origin)),
  )
  const tag = `"${sha256(body)}"`
  if (request.headers.get('If-None-Match') === tag) return new Response(null, { status: 304, headers: { ETag: tag } })
  const headers = { ...plain('text/calendar'), ETag: tag, 'Content-Disposition': 'inline; filename="overgang.ics"' }
  return new Response(body, { headers })
})

function plain(type: string) {
  return { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }
}
