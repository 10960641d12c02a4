import { instant, momentInOslo, parseDay, type Instant } from '#app/domain/calendar.ts'

/** Tells what moment it is. */
export type Clock = () => Instant

/**
 * The only place that reads the clock. Set by `CLOCK` to a day (then it starts at 10:00 in Oslo) or a moment, it goes on from
 * there at the usual pace.
 */
export function startClock(from: Instant | null): Clock {
  const ahead = from === null ? 0 : Date.parse(from) - Date.now()
  return () => new Date(Date.now() + ahead).toISOString() as Instant
}

/** What `CLOCK` says as a moment, or null when it is neither a day nor a moment with its time zone. */
export function readClock(text: string): Instant | null {
  const day = parseDay(text)
  if (day) return momentInOslo(day, '10:00')
  const moment = /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:\d{2})$/.test(text)
  return moment && !Number.isNaN(Date.parse(text)) ? instant(text) : null
}
