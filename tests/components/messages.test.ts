import { describe, expect, test } from 'vitest'
import { together } from '#app/http/words.ts'
import en from '#app/messages/en.json'
import everyoneEn from '#app/messages/everyone-en.json'
import everyoneNb from '#app/messages/everyone-nb.json'
import everyoneNn from '#app/messages/everyone-nn.json'
import nb from '#app/messages/nb.json'
import nn from '#app/messages/nn.json'
import renewalEn from '#app/messages/renewal-en.json'
import renewalNb from '#app/messages/renewal-nb.json'
import renewalNn from '#app/messages/renewal-nn.json'

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

test('no key stands in two catalogs: for the daily work, for renewing the plan, for bringing everyone in', () => {
  const keys = [nb, renewalNb, everyoneNb].flatMap((catalog) => [...texts(catalog).keys()])
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('catalogs are put together key by key, also where they share a heading', () => {
  expect([...texts(together(nb, renewalNb, everyoneNb)).keys()].sort()).toEqual(
    [nb, renewalNb, everyoneNb].flatMap((catalog) => [...texts(catalog).keys()]).sort(),
  )
  const shared = together({ unit: { name: 'Navn' } }, { unit: { owner: 'Eier' } }, { word: 'Ord' })
  expect(shared).toEqual({ unit: { name: 'Navn', owner: 'Eier' }, word: 'Ord' })
})

describe.each([
  ['nynorsk', nb, nn],
  ['nynorsk for renewing the plan', renewalNb, renewalNn],
  ['nynorsk for bringing everyone in', everyoneNb, everyoneNn],
  ['English', nb, en],
  ['English for renewing the plan', renewalNb, renewalEn],
  ['English for bringing everyone in', everyoneNb, everyoneEn],
])('%s', (_language, nb, catalog) => {
  const model = texts(nb)
  const other = texts(catalog)

  test('has the keys that bokmål has', () => {
    expect([...other.keys()].sort()).toEqual([...model.keys()].sort())
  })

  test.each([...model.keys()])('%s has words, with the same placeholders', (key) => {
    expect(other.get(key)?.trim()).not.toBe('')
    expect(placeholders(other.get(key) ?? '')).toEqual(placeholders(model.get(key) ?? ''))
  })
})
