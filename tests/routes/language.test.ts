import { describe, expect, it } from 'vitest'
import { languageOf } from '#app/http/language.server.ts'
import { loader } from '#app/routes/language.tsx'
import { world } from '#tests/world.ts'
import { edgeOf, getting, responseOf } from './visiting.ts'

describe('the reader’s language', () => {
  it.each([
    [{}, 'nb'],
    [{ 'Accept-Language': 'nn' }, 'nn'],
    [{ 'Accept-Language': 'no' }, 'nb'],
    [{ 'Accept-Language': 'nb-NO,nb;q=0.9,en;q=0.8' }, 'nb'],
    [{ 'Accept-Language': 'en-GB,en;q=0.9,nn;q=0.95' }, 'en'],
    [{ 'Accept-Language': 'de, sv;q=0.9, en;q=0.1' }, 'en'],
    [{ 'Accept-Language': 'en;q=0, nn;q=0.2' }, 'nn'],
    [{ 'Accept-Language': ';;q=x,,' }, 'nb'],
    [{ 'Accept-Language': 'en', Cookie: 'language=nn' }, 'nn'],
    [{ 'Accept-Language': 'en', Cookie: 'a=b; language=klingon' }, 'en'],
  ])('%j is %s', (headers, language) => {
    expect(languageOf(getting('/', headers as Record<string, string>))).toBe(language)
  })
})

describe('choosing a language', () => {
  it.each([
    ['/language?to=nn&back=%2Fplan%3Fa%3Db', 303, '/plan?a=b'],
    ['/language?to=en', 303, '/'],
    ['/language?to=en&back=https://evil.example', 303, '/'],
    ['/language?to=de&back=%2Fplan', 404, null],
    ['/language', 404, null],
  ])('%s', async (path, status, location) => {
    const response = await responseOf(loader, { request: getting(path), edge: edgeOf(await world()) })
    expect([response.status, response.headers.get('Location')]).toEqual([status, location])
    expect(response.headers.get('Set-Cookie') !== null).toBe(status === 303)
  })

  it('is kept for a year', async () => {
    const response = await responseOf(loader, { request: getting('/language?to=nn'), edge: edgeOf(await world()) })
    expect(response.headers.get('Set-Cookie')).toBe('language=nn; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000')
  })
})
