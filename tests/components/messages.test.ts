import { describe, expect, test } from 'vitest'
import { together } from '#app/http/words.ts'
import { catalogs as en } from '#app/messages/all-en.ts'
import { catalogs as nb } from '#app/messages/all-nb.ts'
import { catalogs as nn } from '#app/messages/all-nn.ts'

type Catalog = { readonly [key: string]: string | Catalog }

/** Every key with its text, keys written as `frame.skip`. */
function texts(catalog: Catalog, above = ''): Map<string, string> {
  return new Map(
    Object.entries(catalog).flatMap(([key, value]) =>
      typeof value === 'string' ? [[above + key, value] as const] : [...texts(value, `${above}${key}.`)],
    ),
  )
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort()

const keysOf = (catalogs: readonly Catalog[]) => catalogs.flatMap((catalog) => [...texts(catalog).keys()])

test('no key stands in two catalogs: each is for a subject of its own', () => {
  const keys = keysOf(nb)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('catalogs are put together key by key, also where they share a heading', () => {
  expect([...texts(together(...nb)).keys()].sort()).toEqual(keysOf(nb).sort())
  const shared = together({ unit: { name: 'Navn' } }, { unit: { owner: 'Eier' } }, { word: 'Ord' })
  expect(shared).toEqual({ unit: { name: 'Navn', owner: 'Eier' }, word: 'Ord' })
})

test.each([
  ['nynorsk', nn],
  ['English', en],
])('%s has the same keys, catalog by catalog', (_language, catalogs) => {
  const perCatalog = (all: readonly Catalog[]) => all.map((catalog) => [...texts(catalog).keys()].sort())
  expect(perCatalog(catalogs)).toEqual(perCatalog(nb))
})

describe.each([
  ['nynorsk', nn],
  ['English', en],
])('%s', (_language, catalogs) => {
  const model = texts(together(...nb))
  const other = texts(together(...catalogs))

  test.each([...model.keys()])('%s has words, with the same placeholders', (key) => {
    expect(other.get(key)?.trim()).not.toBe('')
    expect(placeholders(other.get(key) ?? '')).toEqual(placeholders(model.get(key) ?? ''))
  })
})
