import { TZDate } from '@date-fns/tz'
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { momentInOslo, plusDays, type Instant, type LocalDate } from '#app/domain/calendar.ts'

const OSLO = 'Europe/Oslo'
const HOUR = 60 * 60 * 1000
/** How often a calendar program should ask again, in seconds. */
const ASK_AGAIN = 4 * 60 * 60

/** Norway's clock since 1996: summer time from the last Sunday of March to the last of October. */
const OSLO_ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${OSLO}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:CEST',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:CET',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** An entry of a calendar in words. Without a time it lasts the day. */
export interface CalendarEntry {
  uid: string
  sequence: number
  modifiedAt: Instant
  cancelled: boolean
  on: LocalDate
  from: string | null
  to: string | null
  summary: string
  location: string | null
  description: string
  url: string
}

/** A calendar as text/calendar (RFC 5545): the same bytes for the same entries. */
export function calendarText(name: string, origin: string, entries: readonly CalendarEntry[]): string {
  const host = new URL(origin).hostname
  // Without a time zone of its own: what is stamped must be in UTC.
  const calendar = ical({ name, prodId: { company: 'Overgang', product: 'Overgang' }, ttl: ASK_AGAIN })
  calendar.method(ICalCalendarMethod.PUBLISH)
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.uid}@${host}`,
      sequence: entry.sequence,
      stamp: new Date(entry.modifiedAt),
      lastModified: new Date(entry.modifiedAt),
      ...timesOf(entry),
      summary: entry.summary,
      description: entry.description,
      url: entry.url,
      ...(entry.location !== null && { location: entry.location }),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: entry.from === null ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    })
  }
  return withZone(calendar.toString())
}

function timesOf({ on, from, to }: Pick<CalendarEntry, 'on' | 'from' | 'to'>) {
  if (from === null) return { allDay: true, start: midnight(on), end: midnight(plusDays(on, 1)) }
  const start = new Date(momentInOslo(on, from)).getTime()
  const end = to === null ? start + HOUR : new Date(momentInOslo(on, to)).getTime()
  return { timezone: OSLO, start: new TZDate(start, OSLO), end: new TZDate(end, OSLO) }
}

function midnight(on: LocalDate): Date {
  return new Date(`${on}T00:00:00Z`)
}

/** The zone stands before the events that name it. */
function withZone(text: string): string {
  if (!text.includes(`TZID=${OSLO}`)) return text
  return text.replace('BEGIN:VEVENT', [...OSLO_ZONE, 'BEGIN:VEVENT'].join('\r\n'))
}
