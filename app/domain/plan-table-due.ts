import { lastDayOfMonth, setISODay, setISOWeek } from 'date-fns'
import type { DueRule } from './due-date.ts'
import { MONTH, monthOf, numberOf } from './plan-table-words.ts'

/** When something is due, and whether the words say so or it is a guess that somebody has to look at. */
export interface DueRead {
  due: DueRule
  sure: 'exact' | 'guess'
}

interface Asked {
  /** The cell in small letters, with one kind of dash and of space. */
  words: string
  /** The school-start year that weeks and years are counted in. */
  year: number
  /** Whether the words speak of school start or after it, which puts autumn after it too. */
  afterStart: boolean
}

const LONGEST = 200

/**
 * The due rule that the words of a cell say, or null. August to December is the year before school start unless the words
 * speak of school start; a span is due at its end, a month on its last day. `year` is that of the next school start.
 */
export function readDue(cell: string, year: number): DueRead | null {
  const words = cell
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/(?:kl(?:okka|okken)?\.? *\d{1,2}(?:[.:]\d{2})?)(?: *- *\d{1,2}(?:[.:]\d{2})?)?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = words.replace(/\([^)]*\)?/g, ' ').trim()
  const asked = { year, afterStart: isAfterStart(words) }
  for (const { readers, whole } of TURNS) {
    for (const reader of readers) {
      const read = reader({ ...asked, words: whole || bare === '' ? words : bare })
      if (read) return read
    }
  }
  return null
}

const START = '(?:skole|skule)start(?:en)?|(?:første|fyrste|1\\.) (?:skole|skule)dag(?:en)?|(?:skole|skule)starten'
const BEFORE_START = new RegExp(`(?:(?:før|året|haust(?:en)?|høst(?:en)?) (?:${START})|siste (?:barnehage)?år)`, 'u')

function isAfterStart(words: string): boolean {
  if (BEFORE_START.test(words)) return false
  const says =
    /etter (?:at .*)?(?:skole|skule|start|oppstart)|på (?:skolen|skulen)|(?:første|fyrste|1\.) (?:skole|skule)år|(?:^|[^\d])1\. ?(?:trinn|trinnet|klasse)|første ?klasse|fyrste ?klasse/
  return new RegExp(START, 'u').test(words) || says.test(words)
}

type Reader = (asked: Asked) => DueRead | null

/** From the plainest to the vaguest, first without what stands in brackets; the first that understands answers. */
const TURNS: readonly { readers: readonly Reader[]; whole: boolean }[] = [
  { readers: [fromSchoolStart, dayAndMonth, numericDay, week], whole: false },
  { readers: [fromSchoolStart, dayAndMonth, dayInBrackets, week], whole: true },
  { readers: [atSchoolStart, partOfMonth, month], whole: false },
  { readers: [atSchoolStart, partOfMonth, month, beforeHoliday, season], whole: true },
]

const NUMBER = '(\\d{1,3}|\\p{L}+)'

/** "To uker før skolestart", "14 dager etter første skoledag", "første skoleuke". */
function fromSchoolStart({ words }: Asked): DueRead | null {
  const said = new RegExp(`${NUMBER} (dag|uke|veke|månad|måned)\\p{L}* (før|etter) (?:${START})`, 'u').exec(words)
  const number = said && numberOf(said[1] ?? '')
  if (said && number) {
    const unit = said[2] === 'dag' ? 1 : said[2] === 'uke' || said[2] === 'veke' ? 7 : 30
    const days = number * unit * (said[3] === 'før' ? -1 : 1)
    if (Math.abs(days) > MOST_DAYS) return null
    return { due: { kind: 'days from first school day', days }, sure: unit === 30 ? 'guess' : 'exact' }
  }
  const week = /(?:første|fyrste) (?:skole|skule)?(?:uke|veke)\p{L}*(?: på (?:skolen|skulen))?/u.exec(words)
  return week && /skole|skule/.test(week[0]) ? fromFirstDay(4, 'exact') : null
}

const MOST_DAYS = 400

function fromFirstDay(days: number, sure: DueRead['sure']): DueRead {
  return { due: { kind: 'days from first school day', days }, sure }
}

/** "Innen 1. mai", "15. okt. 2026", "1.–15. mars", "1. mars – 15. april". */
function dayAndMonth(asked: Asked): DueRead | null {
  const found = [...asked.words.matchAll(new RegExp(`(?<!\\d)(\\d{1,2})\\.? ?(${MONTH})(?: ?(\\d{4}))?`, 'gu'))]
  const days = found.flatMap((said) => yearly(asked, Number(said[1]), monthOf(said[2] ?? ''), said[3]) ?? [])
  return theLast(asked, days)
}

/** "15.10", "15.10.", "01.03.2026", "2026-03-01"; "15/10" where nothing else is said. */
function numericDay(asked: Asked): DueRead | null {
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(asked.words)
  if (iso) return yearly(asked, Number(iso[3]), Number(iso[2]), iso[1])
  const slash = /^\D{0,20}(\d{1,2})\/(\d{1,2})(?:[-/](\d{2}|\d{4}))?\.?$/.exec(asked.words)
  if (slash) return yearly(asked, Number(slash[1]), Number(slash[2]), slash[3])
  const found = asked.words.matchAll(/(?<![\d.])(\d{1,2})\. ?(\d{1,2})(?![\d])(?:\. ?(\d{4}|\d{2})(?!\d))?/g)
  return theLast(
    asked,
    [...found].flatMap((said) => yearly(asked, Number(said[1]), Number(said[2]), said[3]) ?? []),
  )
}

/** "Desember (innen 15.12.)": brackets hold times of day, too, so that a word has to say that it is a due day. */
function dayInBrackets(asked: Asked): DueRead | null {
  const said = /\((?:innen|innan|senest|seinast|frist)[: ]*(\d[^)]*)\)/.exec(asked.words)
  return said && numericDay({ ...asked, words: said[1] ?? '' })
}

/** Of several days the last; that is plain where they are the ends of a span. */
function theLast({ words }: Asked, days: readonly DueRead[]): DueRead | null {
  const last = days.at(-1)
  if (!last) return null
  const plain = days.length === 1 ? !/(?:^| )etter \d/.test(words) : /\d[^,]*(?:-| til )[^,]*\d/.test(words)
  return plain ? last : { ...last, sure: 'guess' }
}

/** A day every year, or null where the month has none such. */
function yearly(asked: Asked, day: number, month: number | null, said?: string): DueRead | null {
  if (month === null || month < 1 || month > 12 || day < 1 || day > lastDay(month, true)) return null
  if (month < 8) return { due: { kind: 'school start year', month, day }, sure: 'exact' }
  const inStartYear = said !== undefined && Number(said) % 100 === asked.year % 100
  const kind = asked.afterStart || inStartYear ? 'school start year' : 'year before school start'
  const settled = asked.afterStart || (said ? !inStartYear : month > 8) || SAYS_YEAR_BEFORE.test(asked.words)
  return { due: { kind, month, day }, sure: settled ? 'exact' : 'guess' }
}

/** Words that say that autumn is the one before school start. */
export const SAYS_YEAR_BEFORE = /året før|siste (?:barnehage)?år/
const ANY_LEAP_YEAR = 2028

function lastDay(month: number, leap = false): number {
  return lastDayOfMonth(new Date(ANY_LEAP_YEAR + (leap ? 0 : 1), month - 1, 1)).getDate()
}

/** "Uke 10", "veke 10–12", "torsdag i veke 23": the Friday of the last week, or the weekday that is named. */
function week(asked: Asked): DueRead | null {
  const said =
    /(?<!\p{L})(?:uk[ea]r?|vek[ea]r?|u\.) ?(\d{1,2})(?!\d)(?: ?(?:-|\/|,|og|til|t\.?o\.?m\.?) ?(?:uke|veke)? ?(\d{1,2})(?!\d))?/u.exec(
      asked.words,
    )
  const number = Number(said?.[2] ?? said?.[1] ?? 0)
  if (number < 1 || number > 53) return null
  const weekday = WEEKDAYS.findIndex((day) => day.test(asked.words))
  const at = (year: number) => setISODay(setISOWeek(new Date(year, 0, 4), number), weekday < 0 ? FRIDAY : weekday + 1)
  const day = number <= LAST_SPRING_WEEK || asked.afterStart ? at(asked.year) : at(asked.year - 1)
  return yearly(asked, day.getDate(), day.getMonth() + 1)
}

const FRIDAY = 5
const LAST_SPRING_WEEK = 31
const WEEKDAYS = [/måndag|mandag/, /tirsdag|tysdag/, /onsdag/, /torsdag/, /fredag/, /laurdag|lørdag/, /sundag|søndag/]

/** "Første skoledag", "ved skolestart"; where a month is named as well, that says more, unless it is August. */
function atSchoolStart({ words }: Asked): DueRead | null {
  const start = new RegExp(`(før |etter |året |høsten |hausten )?(?:${START})`, 'u').exec(words)
  if (!start) return null
  const [, way] = start
  const months = [...words.matchAll(new RegExp(`(?<!\\p{L})${MONTH}`, 'gu'))].map(([name]) => monthOf(name))
  if (months.some((month) => month !== 8) || (months.length > 0 && way && way !== 'før ')) return null
  if (!way) return fromFirstDay(0, 'exact')
  if (way === 'før ') return /året|høst|haust|vår/.test(words) ? null : fromFirstDay(-1, 'guess')
  return way === 'etter ' && !/høst|haust/.test(words) ? fromFirstDay(14, 'guess') : null
}

const PARTS: readonly [words: RegExp, day: number | 'last', sure: DueRead['sure']][] = [
  [/medio|midten av|midt i|midtveges i/, 15, 'exact'],
  [/ultimo|slutten av|sist i|utgangen av|utgongen av|seint? i|siste del av|andre halvdel/, 'last', 'exact'],
  [/primo|starten av|begynnelsen av|byrjinga av|tidlig i|tidleg i|først i/, 10, 'guess'],
  [/første halvdel|fyrste halvdel/, 15, 'exact'],
  [/(?:første|fyrste) (?:uk|vek)/, 7, 'guess'],
  [/m(?:åneds|ånads)skifte/, 1, 'guess'],
  [new RegExp(`(?:^| )før ${MONTH}`, 'u'), 1, 'guess'],
]

/** "Medio april", "primo januar", "tidlig i januar", "ultimo mai". */
function partOfMonth(asked: Asked): DueRead | null {
  const part = PARTS.find(([words]) => words.test(asked.words))
  const whole = part && month(asked)
  if (!whole || whole.due.kind === 'days from first school day') return null
  const [, day, sure] = part
  const due = day === 'last' ? whole.due : { ...whole.due, day }
  return { due, sure: sure === 'guess' ? 'guess' : whole.sure }
}

/** "Mars", "mars/april", "i løpet av mai og juni": the last day of the last month. */
function month(asked: Asked): DueRead | null {
  const last = [...asked.words.matchAll(new RegExp(`(?<!\\p{L})${MONTH}`, 'gu'))].at(-1)
  const number = last && monthOf(last[0])
  if (!number) return null
  const read = yearly(asked, lastDay(number), number)
  return read && NO_SUCH_DAY.test(asked.words) ? { ...read, sure: 'guess' } : read
}

/** A day that the month does not have, or none at all. */
const NO_SUCH_DAY = new RegExp(`\\d\\.? ?${MONTH}`, 'u')

/** "Før jul", "før sommerferien"; Easter moves, so that only somebody who knows can say. */
function beforeHoliday(asked: Asked): DueRead | null {
  if (/(?:før|innen) (?:jul|juleferie)\p{L}*/u.test(asked.words)) return guessed(asked, 12, 15)
  if (/(?:før|innen) (?:sommer|sumar)\p{L}*/u.test(asked.words)) return guessed(asked, 6, 15)
  return null
}

const SEASONS: readonly [words: RegExp, month: number, day: number][] = [
  [/(?<!\p{L})tid(?:lig|leg) (?:på |om |i )?(?:høst|haust)/u, 9, 30],
  [/(?<!\p{L})(?:høst|haust)\p{L}*/u, 11, 30],
  [/(?<!\p{L})tid(?:lig|leg) (?:på |om |i )?vår/u, 3, 31],
  [/(?<!\p{L})vår(?:en|ens|halvår\p{L}*|semester\p{L}*|a)?(?!\p{L})/u, 5, 31],
  [/(?<!\p{L})vinter(?:en|s)?(?!\p{L})/u, 2, 28],
  [/(?<!\p{L})(?:sommer|sumar)(?:en|s)?(?!\p{L})/u, 6, 30],
]

/** A season has no day: the one that is guessed leaves most of it to work in. */
function season(asked: Asked): DueRead | null {
  const found = SEASONS.find(([words]) => words.test(asked.words))
  return found ? guessed(asked, found[1], found[2]) : null
}

function guessed(asked: Asked, month: number, day: number): DueRead | null {
  const read = yearly(asked, day, month)
  return read && { ...read, sure: 'guess' }
}
