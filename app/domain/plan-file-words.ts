import { parseDay, type LocalDate } from './calendar.ts'
import type { DueRule } from './due-date.ts'
import type { PlaceKind, Side } from './place.ts'
import type { Binding, CarriedOutBy } from './plan.ts'

/** A value as it stands behind a fact's name. `write` gives null where the fact is left out, `read` undefined for what it does not know. */
export interface InWords<T> {
  write: (value: T) => string | null
  read: (words: string) => T | undefined
  /** What can stand there, for whoever wrote something else. */
  allowed: string
}

/** One of a few, in fixed words. */
function choice<T extends string>(words: Readonly<Record<T, string>>): InWords<T | null> {
  const all = Object.entries(words) as [T, string][]
  return {
    write: (value) => value && words[value],
    read: (given) => (given === '' ? null : all.find(([, each]) => each === given.toLowerCase())?.[0]),
    allowed: Object.values(words).join(' · '),
  }
}

export const SCOPE = choice<PlaceKind>({
  municipality: 'kommunen',
  kindergarten: 'hver barnehage',
  school: 'hver skole',
  pair: 'hvert par av barnehage og skole',
})

export const SIDE = choice<Side>({ municipality: 'kommunen', kindergarten: 'barnehagen', school: 'skolen' })

export const CARRIED_OUT = choice<CarriedOutBy>({
  municipality: 'kommunen',
  'kindergarten director': 'styrer',
  'pedagogical leader': 'pedagogisk leder',
  principal: 'rektor',
  'class teacher': 'kontaktlærer',
  'after-school leader': 'sfo-leder',
  parents: 'foreldre',
})

export const BINDING = choice<Binding>({ law: 'loven', plan: 'planen' })

export const FLAG: InWords<boolean> = {
  write: (on) => (on ? 'ja' : null),
  read: (words) => ({ ja: true, nei: false })[words.toLowerCase()],
  allowed: 'ja · nei',
}

export const CHECKED_ON: InWords<LocalDate | null> = {
  write: (day) => day ?? 'nei',
  read: (words) => (words.toLowerCase() === 'nei' ? null : (parseDay(words) ?? undefined)),
  allowed: '2027-03-10 · nei',
}

export const A_DAY: InWords<LocalDate | null> = {
  write: (day) => day,
  read: (words) => parseDay(words) ?? undefined,
  allowed: '2027-03-10',
}

export const A_NUMBER: InWords<number | null> = {
  write: (number) => (number === null ? null : String(number)),
  read: (words) => (/^\d{1,9}$/.test(words) ? Number(words) : undefined),
  allowed: '1, 2, 3 …',
}

const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ')
const YEARS = { 'year before school start': 'året før skolestart', 'school start year': 'i skolestartåret' } as const
const DAY_OF_YEAR = new RegExp(`^(\\d{1,2})\\. (${MONTHS.join('|')}) (${Object.values(YEARS).join('|')})$`, 'i')
const FROM_FIRST_DAY = /^(\d{1,3}) dag(?:er)? (før|etter) første skoledag$/i

export const DUE: InWords<DueRule | null> = {
  write: (due) => due && dueInWords(due),
  read: dueOf,
  allowed: '1. mai i skolestartåret · 15. oktober året før skolestart · første skoledag · 14 dager før første skoledag',
}

function dueInWords(due: DueRule): string {
  if (due.kind !== 'days from first school day') return `${due.day}. ${MONTHS[due.month - 1] ?? ''} ${YEARS[due.kind]}`
  if (due.days === 0) return 'første skoledag'
  const days = Math.abs(due.days)
  return `${days} ${days === 1 ? 'dag' : 'dager'} ${due.days < 0 ? 'før' : 'etter'} første skoledag`
}

function dueOf(words: string): DueRule | null | undefined {
  if (words === '') return null
  if (words.toLowerCase() === 'første skoledag') return { kind: 'days from first school day', days: 0 }
  const [, number, which] = FROM_FIRST_DAY.exec(words) ?? []
  if (number) {
    const days = which?.toLowerCase() === 'før' ? 0 - Number(number) : Number(number)
    return { kind: 'days from first school day', days }
  }
  const [, day, month = '', year = ''] = DAY_OF_YEAR.exec(words) ?? []
  if (!day) return undefined
  const kind = year.toLowerCase() === YEARS['school start year'] ? 'school start year' : 'year before school start'
  return { kind, month: MONTHS.indexOf(month.toLowerCase()) + 1, day: Number(day) }
}
