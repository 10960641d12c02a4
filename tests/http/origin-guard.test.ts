import { describe, expect, it } from 'vitest'
import { verdictOn } from '#app/http/origin-guard.server.ts'

const OWN = 'https://overgang.fjordvik.example'
const ORIGINS = [
  undefined,
  OWN,
  'null',
  '',
  'https://evil.example',
  'http://overgang.fjordvik.example',
  'https://overgang.fjordvik.example:444',
  'https://overgang.fjordvik.example.evil.example',
  'https://evil.example/https://overgang.fjordvik.example',
  'https://OVERGANG.fjordvik.example',
  `${OWN}/`,
  `${OWN}, https://evil.example`,
  `https://evil.example, ${OWN}`,
]
const SITES = [
  undefined,
  'same-origin',
  'same-site',
  'cross-site',
  'none',
  '',
  'Same-Origin',
  'same-origin, cross-site',
]

const forged = ORIGINS.flatMap((origin) => SITES.map((site) => ({ origin, site }))).filter(({ origin, site }) => {
  const ours = origin === OWN && (site === undefined || site === 'same-origin')
  return !ours && !(origin === undefined && site === 'same-origin')
})

describe('a change', () => {
  it.each([
    { origin: OWN, site: undefined },
    { origin: OWN, site: 'same-origin' },
    { origin: undefined, site: 'same-origin' },
  ])('passes with $origin and $site', ({ origin, site }) => {
    expect(verdictOn('POST', { origin, 'sec-fetch-site': site }, OWN)).toBe('passes')
  })

  it.each(forged)('is refused with $origin and $site', ({ origin, site }) => {
    expect(verdictOn('POST', { origin, 'sec-fetch-site': site }, OWN)).toBe(403)
  })
})

it.each(['GET', 'HEAD'])('%s passes from anywhere', (method) => {
  expect(verdictOn(method, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, OWN)).toBe('passes')
})

it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'post', 'X'])(
  '%s is not known',
  (method) => {
    expect(verdictOn(method, { origin: OWN }, OWN)).toBe(405)
  },
)
