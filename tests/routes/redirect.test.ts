import { describe, expect, it } from 'vitest'
import { redirectTo, safePath } from '#app/http/redirect.server.ts'

describe('a path that a reader may be sent to', () => {
  it.each(['/', '/plan', '/cycles/2027?school=x&late=yes', '/plan#routine', '/a%2F%2Fb', '/%5Cevil.example'])(
    '%s',
    (path) => {
      expect(safePath(path, '/fallback')).toBe(path)
    },
  )
})

describe('what leads away is not followed', () => {
  it.each([
    null,
    undefined,
    '',
    'plan',
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\tevil',
    '/\n/evil.example',
    '\t//evil.example',
    '/ /evil.example',
    ' /plan',
    'javascript:alert(1)',
    'data:text/html,x',
    '/..//evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e%2e//evil.example',
    '/plan\r\nSet-Cookie: a=b',
    '/\u0000',
    'http:/evil.example',
    '?to=x',
    '#x',
  ])('%j', (path) => {
    expect(safePath(path, '/fallback')).toBe('/fallback')
  })
})

it('sends on with GET, and never away', () => {
  const response = redirectTo('//evil.example', { 'Set-Cookie': 'a=b' })
  expect([response.status, response.headers.get('Location'), response.headers.get('Set-Cookie')]).toEqual([
    303,
    '/',
    'a=b',
  ])
})
