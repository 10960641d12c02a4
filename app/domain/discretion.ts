import { parseDay, plusDays, type LocalDate } from './calendar.ts'
import type { Line } from './checklist.ts'
import { can, ownSides, type Actor } from './permissions.ts'
import type { Place } from './place.ts'
import type { Status, Tick } from './tick.ts'

/** A line as one reader may see it. *Taken care of* covers a sensitive step that was done and one that concerned nobody. */
export interface ShownLine extends Omit<Line, 'status'> {
  status: Status | 'taken care of'
}

/**
 * The line as this reader may see it, or null when it is none of theirs: at a school, a kindergarten sees what
 * kindergartens do together there, and nothing else.
 */
export function shownTo(actor: Actor, line: Line): ShownLine | null {
  const { place, step } = line
  if (!can(actor, 'read a checklist', place)) return null
  if (place.kind === 'school' && !seesSchool(actor, place)) {
    const sides = ownSides(actor, place)
    if (!sides.some((side) => side === step.responsible || side === step.confirmedBy)) return null
  }
  if (step.sensitive && !readsSensitive(actor, line)) return takenCareOf(line)
  const open = withoutSpared(actor, withoutOnceSensitive(actor, line))
  return can(actor, 'read reasons and notes', place) ? open : withoutWords(open)
}

/** A step that is sensitive no more: what was answered while it was is still only for the side that did. */
function withoutOnceSensitive(actor: Actor, line: Line): Line {
  const { step, place, sensitiveMeanings } = line
  if (step.sensitive || sensitiveMeanings.length === 0) return line
  const sides = can(actor, 'read answers to sensitive steps', place) ? ownSides(actor, place) : []
  const isShown = ({ meaning, side }: Tick) => !sensitiveMeanings.includes(meaning) || sides.includes(side)
  return { ...line, earlier: line.earlier.filter(isShown), history: line.history.filter(isShown) }
}

/** That an answer needed no reason says how few children there are: whoever may not know sees no reason on such a step. */
function withoutSpared(actor: Actor, line: Line): Line {
  if (!line.step.sparedSmallPairs || can(actor, 'read small numbers of children', line.place)) return line
  return withoutReasons(line)
}

/** A sensitive step at a school is the school's own, also where a kindergarten of the school looks. */
function readsSensitive(actor: Actor, line: Line): boolean {
  if (!can(actor, 'read answers to sensitive steps', line.place)) return false
  return ownSides(actor, line.place).includes(line.step.responsible)
}

function seesSchool(actor: Actor, place: Extract<Place, { kind: 'school' }>): boolean {
  if (actor === 'visitor') return false
  const others = actor.seats.some(
    (seat) => seat.role === 'adviser' || seat.role === 'observer' || seat.unitIds.includes(place.school.id),
  )
  return others
}

function takenCareOf(line: Line): ShownLine {
  return {
    ...line,
    status: line.complete ? 'taken care of' : 'open',
    waitsFor: line.complete ? null : { side: line.step.responsible, since: null },
    own: null,
    other: null,
    earlier: [],
    history: [],
    last: null,
  }
}

function withoutWords(line: Line): ShownLine {
  return withTicks(line, (tick) => ({ ...tick, reason: null, note: null }))
}

function withoutReasons(line: Line): Line {
  return withTicks(line, (tick) => (tick.answer === 'not relevant' ? { ...tick, reason: null } : tick))
}

function withTicks(line: Line, shown: (tick: Tick) => Tick): Line {
  return {
    ...line,
    own: line.own && shown(line.own),
    other: line.other && shown(line.other),
    earlier: line.earlier.map(shown),
    history: line.history.map(shown),
  }
}

/** Below this, a number of children could point at one child. */
export const SMALL_NUMBER = 5

/** A number of children as one reader may see it. */
export type ChildrenShown = number | 'few' | 'not reported'

/** The number of children of a pair; only that there are few where it is too small for this reader to see. */
export function childrenShownTo(actor: Actor, place: Extract<Place, { kind: 'pair' }>): ChildrenShown {
  return numberShown(place.children, can(actor, 'read small numbers of children', place))
}

/** A number as somebody sees it who does, or does not, see small ones; none at all is small, too. */
export function numberShown(children: number | null, seesSmall: boolean): ChildrenShown {
  if (children === null) return 'not reported'
  return seesSmall || children >= SMALL_NUMBER ? children : 'few'
}

/** What free text must not hold: a national identity number, or what reads as the day somebody was born. */
export type TextAboutChild = 'eleven digits' | 'birth date'

const ELEVEN_DIGITS = /(?:\d[ .\u00a0-]?){10}\d/
/** With the time of a meeting after it, a day written in full comes to eleven digits. Five digits in a row are no time. */
const DAYS_IN_FULL = [
  /\b(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>20\d\d)\b(?![ .\u00a0-]?\d{5})/g,
  /\b(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)\b(?![ .\u00a0-]?\d{5})/g,
]

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'ma[iy]', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'de[sc]']
const MONTH = `(?:${MONTHS.join('|')})[a-z]*`
const BORN = [
  // A year alone names everybody who starts school together: "barn født i 2021".
  /\b(?:født|fødd|fødselsda\w+)\b(?! (?:i )?\d{4}\b(?![-/. ]?\d))[^.!?]{0,20}\d/i,
  new RegExp(`\\bf\\. ?\\d{1,2}\\.? ${MONTH}`, 'i'),
  // "Born" is also nynorsk for children: "born frå 3 barnehagar".
  new RegExp(
    `\\bborn (?:on\\b[^.!?]{0,20}\\d|in ${MONTH}\\b|${MONTH} \\d{1,2}\\b|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH})`,
    'i',
  ),
]
const DATES = [
  /\b(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})\b/g,
  // Not the hours of a meeting, "12.05-13.00" …
  /(?<!\d[.:])\b(?<day>\d{1,2})[./-] ?(?<month>\d{1,2})[./-] ?(?<year>\d{4}|\d{2})\b(?![.:]\d)/g,
  // … nor a telephone number, "22 05 05 00".
  /(?<!\d )\b(?<day>\d{1,2}) (?<month>\d{1,2}) (?<year>\d{4}|\d{2})\b(?! \d\d\b)/g,
  /\b(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})\b/g,
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.? ?(?:of )?(?<name>${MONTH})\\.?,? (?<year>\\d{4})\\b`, 'gi'),
  new RegExp(`\\b(?<name>${MONTH})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})\\b`, 'gi'),
]
/** What is written about this year's work happened within two years; a date before that is somebody's birthday. */
const WORK_DAYS = 730

/**
 * What in a short text points at a single child, or null. A day further back than the work of a cycle, in any usual
 * way of writing it, counts as a birth date; the day of a meeting does not.
 */
export function aboutChild(text: string, today: LocalDate): TextAboutChild | null {
  if (ELEVEN_DIGITS.test(withoutDays(text, today))) return 'eleven digits'
  if (BORN.some((pattern) => pattern.test(text))) return 'birth date'
  const written = DATES.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => dayWritten(match.groups ?? {}, today)),
  )
  return written.some((date) => date !== null && !isOfTheWork(date, today)) ? 'birth date' : null
}

/** Only a day of the work is taken out: digits that look like another, "0.0.2000", may begin a longer number. */
function withoutDays(text: string, today: LocalDate): string {
  const unlessOfTheWork = (written: string, ...found: unknown[]) => {
    const date = dayWritten(found.at(-1) as Parts, today)
    return date !== null && isOfTheWork(date, today) ? '/' : written
  }
  return DAYS_IN_FULL.reduce((left, pattern) => left.replace(pattern, unlessOfTheWork), text)
}

function isOfTheWork(date: LocalDate, today: LocalDate): boolean {
  return date >= plusDays(today, -WORK_DAYS)
}

type Parts = Record<string, string | undefined>

function dayWritten(parts: Parts, today: LocalDate): LocalDate | null {
  const { day = '', month = '', year = '', name } = parts
  const number = name ? monthNumber(name) : Number(month)
  const full = year.length === 4 ? Number(year) : centuryOf(Number(year), today)
  return parseDay(`${full}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => new RegExp(`^${month}`, 'i').test(name)) + 1
}

/** A year of two digits is the latest one that is not past the next year. */
function centuryOf(year: number, today: LocalDate): number {
  const latest = Number(today.slice(0, 4)) + 1
  const inThisCentury = Math.floor(latest / 100) * 100 + year
  return inThisCentury > latest ? inThisCentury - 100 : inThisCentury
}
