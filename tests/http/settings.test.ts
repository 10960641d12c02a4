import { describe, expect, it } from 'vitest'
import { readClock, startClock } from '#app/http/clock.server.ts'
import { demoSettings, readSettings } from '#app/http/settings.server.ts'

const RIGHT = {
  NODE_ENV: 'production',
  APP_ORIGIN: 'https://overgang.fjordvik.example',
  DATABASE_FILE: '/data/fjordvik.sqlite',
  SMTP_URL: 'smtps://mail.fjordvik.example',
  MAIL_FROM: 'overgang@fjordvik.example',
}

describe('a production server', () => {
  it('starts with what it needs', () => {
    expect(readSettings({ ...RIGHT, PORT: '8080', PROXIES: '1' })).toMatchObject({
      demo: false,
      port: 8080,
      proxies: 1,
      clock: null,
    })
  })

  it.each(['NODE_ENV', 'APP_ORIGIN', 'DATABASE_FILE', 'SMTP_URL', 'MAIL_FROM'])(
    'names %s when it is missing',
    (name) => {
      expect(() => readSettings({ ...RIGHT, [name]: undefined })).toThrow(new RegExp(`^${name} .+\\.$`))
    },
  )

  it.each([
    ['APP_ORIGIN', 'http://overgang.fjordvik.example'],
    ['APP_ORIGIN', 'https://overgang.fjordvik.example/'],
    ['APP_ORIGIN', 'overgang'],
    ['NODE_ENV', 'development'],
    ['SMTP_URL', 'mail.fjordvik.example'],
    ['PORT', 'x'],
    ['PORT', '70000'],
    ['PROXIES', '-1'],
    ['CLOCK', '2027-03-10'],
    ['DEMO', '1'],
    ['LOG_LEVEL', 'loud'],
    ['REGISTERS', 'yes'],
    ['REGISTERS', 'https://nbr.fjordvik.example'],
    ['REGISTERS', 'http://nbr.fjordvik.example https://nsr.fjordvik.example'],
    ['REGISTERS', 'https://a.example https://b.example https://c.example'],
  ])('does not start with %s=%s', (name, value) => {
    expect(() => readSettings({ ...RIGHT, [name]: value })).toThrow(new RegExp(`^${name} .+\\.$`))
  })
})

describe('the national registers', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['off', null],
    ['on', { kindergartens: 'https://data-nbr.udir.no', schools: 'https://data-nsr.udir.no' }],
    [
      'https://nbr.fjordvik.example http://localhost:4000',
      { kindergartens: 'https://nbr.fjordvik.example', schools: 'http://localhost:4000' },
    ],
  ])('are asked where REGISTERS=%s says', (REGISTERS, registers) => {
    expect(readSettings({ ...RIGHT, REGISTERS }).registers).toEqual(registers)
  })

  it('are never asked by a demo', () => {
    expect(demoSettings({ port: 3000, host: 'x', databaseFile: 'x' }, { REGISTERS: 'on' }).registers).toBeNull()
  })
})

describe('the clock of a demo', () => {
  const at = { port: 3000, host: '127.0.0.1', databaseFile: 'x' }

  it.each([
    ['2027-03-10', '2027-03-10T09:00:00.000Z'],
    ['2027-07-10', '2027-07-10T08:00:00.000Z'],
    ['2027-03-10T23:30:00+01:00', '2027-03-10T22:30:00.000Z'],
  ])('starts where CLOCK=%s says', (CLOCK, moment) => {
    expect(demoSettings(at, { CLOCK })).toMatchObject({ demo: true, clock: moment })
  })

  it.each(['2027-02-30', 'tomorrow', '2027-03-10T10:00', '10.3.2027'])('is not set by %s', (CLOCK) => {
    expect(() => demoSettings(at, { CLOCK })).toThrow(/^CLOCK must be/)
  })

  it('goes on with real time', () => {
    const clock = startClock(readClock('2027-03-10'))
    expect(clock()).toMatch(/^2027-03-10T09:00:00\.\d{3}Z$/)
    expect(startClock(null)().slice(0, 16)).toBe(new Date().toISOString().slice(0, 16))
  })
})
