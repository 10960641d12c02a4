import { z } from 'zod'
import type { Instant } from '#app/domain/calendar.ts'
import { OFFICIAL_REGISTERS, type RegisterAddresses } from '#app/services/unit-import-registers.server.ts'
import { readClock } from './clock.server.ts'

/** What the process was told, checked once. */
export interface Settings {
  /** Signing in by choosing a person. Never in production. */
  demo: boolean
  /** Where people open the tool, as the browser writes it: scheme, host and port. */
  origin: string
  host: string | undefined
  port: number
  databaseFile: string
  mail: { server: string; from: string } | null
  /** How many proxies stand in front and add the address of whoever asked. */
  proxies: number
  logLevel: string
  /** Where the national registers answer, or null where files are all there is. */
  registers: RegisterAddresses | null
  clock: Instant | null
}

type Environment = Readonly<Record<string, string | undefined>>

/** Something in the environment is missing or wrong. The message is one sentence that names it. */
export class SettingsProblem extends Error {}

const Production = z.object({
  NODE_ENV: z.literal('production', 'must be "production": start with npm start'),
  APP_ORIGIN: z
    .string('is missing: say where people open the tool, such as https://overgang.lillehammer.kommune.no')
    .refine(isOrigin, 'must be https:// and a host, without a path (http only for localhost)'),
  DATABASE_FILE: z
    .string('is missing: say where the municipality’s file is, such as /data/lillehammer.sqlite')
    .min(1, 'is empty'),
  SMTP_URL: z
    .string('is missing: say how mail is sent, such as smtps://user:password@mail.example.no')
    .regex(/^smtps?:\/\/.+/, 'must begin with smtp:// or smtps://'),
  MAIL_FROM: z
    .string('is missing: say whom mail comes from, such as overgang@lillehammer.kommune.no')
    .includes('@', 'must be an address'),
  HOST: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65535, 'must be a port number').default(3000),
  PROXIES: z.coerce.number('must be a number').int().min(0, 'must be a number').default(0),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  REGISTERS: z
    .string()
    .transform((text, { addIssue }) => {
      const read = readRegisters(text)
      if (read === 'wrong')
        addIssue({ code: 'custom', message: 'must be on, off, or two addresses with a space between' })
      return read === 'wrong' ? null : read
    })
    .default(null),
  CLOCK: z.never('is for demos and tests: production follows the real time').optional(),
  DEMO: z.never('is set, and production never signs in by choosing a person').optional(),
})

/** The settings of a municipality's own server. Throws a SettingsProblem that names the first variable that is wrong. */
export function readSettings(environment: Environment): Settings {
  const read = Production.safeParse(environment)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new SettingsProblem(`${String(issue?.path[0])} ${issue?.message ?? 'is wrong'}.`)
  }
  const { APP_ORIGIN, DATABASE_FILE, SMTP_URL, MAIL_FROM, HOST, PORT, PROXIES, LOG_LEVEL, REGISTERS } = read.data
  return {
    demo: false,
    origin: APP_ORIGIN,
    host: HOST,
    port: PORT,
    databaseFile: DATABASE_FILE,
    mail: { server: SMTP_URL, from: MAIL_FROM },
    proxies: PROXIES,
    logLevel: LOG_LEVEL,
    registers: REGISTERS,
    clock: null,
  }
}

/** The settings of a demo on this machine; only `CLOCK` and `LOG_LEVEL` are read from the environment. */
export function demoSettings(
  chosen: { port: number; host: string; databaseFile: string },
  environment: Environment,
): Settings {
  const clock = environment.CLOCK ? readClock(environment.CLOCK) : null
  if (environment.CLOCK && !clock) {
    throw new SettingsProblem('CLOCK must be a day (2027-03-10) or a moment with its time zone (2027-03-10T10:00:00Z).')
  }
  return {
    demo: true,
    origin: `http://localhost:${chosen.port}`,
    ...chosen,
    mail: null,
    proxies: 0,
    logLevel: environment.LOG_LEVEL ?? 'error',
    registers: null,
    clock,
  }
}

/** `on` for the registers of Utdanningsdirektoratet; or the addresses of others that answer as they do. */
function readRegisters(text: string): RegisterAddresses | null | 'wrong' {
  if (text === 'on') return OFFICIAL_REGISTERS
  if (text === 'off' || text === '') return null
  const [kindergartens, schools, ...more] = text.split(/\s+/)
  if (kindergartens === undefined || schools === undefined || more.length > 0) return 'wrong'
  return isOrigin(kindergartens) && isOrigin(schools) ? { kindergartens, schools } : 'wrong'
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  if (url?.origin !== text) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost')
}
