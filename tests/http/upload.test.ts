import { describe, expect, it } from 'vitest'
import { filesIn, wordsInFile } from '#app/http/upload.server.ts'

const TEXT = 'Navn;Type\nÅretta barnehage;Barnehage\nSørbyen skule;Skule\n'
const utf8 = new TextEncoder().encode(TEXT)
const MARK = [0xef, 0xbb, 0xbf]

/** The letters of a text that are all within Latin 1, one byte each. */
function older(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

/** Two bytes a letter. */
function wide(text: string, { low, mark }: { low: 0 | 1; mark: boolean }): Uint8Array<ArrayBuffer> {
  const codes = [...(mark ? '\ufeff' : ''), ...text].map((letter) => letter.charCodeAt(0))
  return Uint8Array.from(codes.flatMap((code) => (low === 0 ? [code & 255, code >> 8] : [code >> 8, code & 255])))
}

describe('the words in a file', () => {
  it.each([
    ['UTF-8', utf8],
    ['UTF-8 with its mark', Uint8Array.from([...MARK, ...utf8])],
    ['Windows-1252', older(TEXT)],
    ['Windows-1252 after the mark of UTF-8', Uint8Array.from([...MARK, ...older(TEXT)])],
    ['UTF-8 and Windows-1252 line by line', Uint8Array.from([...utf8.slice(0, 10), ...older(TEXT).slice(10)])],
    ['UTF-16', wide(TEXT, { low: 0, mark: true })],
    ['UTF-16 the other way round', wide(TEXT, { low: 1, mark: true })],
    ['UTF-16 without its mark', wide(TEXT, { low: 0, mark: false })],
    ['UTF-16 the other way round without its mark', wide(TEXT, { low: 1, mark: false })],
  ])('are the same in %s', async (_, bytes) => {
    expect(await wordsInFile(new Blob([bytes]))).toBe(TEXT)
  })

  it('of a file that is no text are no error', async () => {
    expect(await wordsInFile(new Blob([Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x9d, 0x00, 0xff])]))).toMatch(/^%PDF/)
    expect(await wordsInFile(new Blob([]))).toBe('')
  })
})

it('the files of a form come with their names; a field left empty has none', async () => {
  const form = new FormData()
  form.append('file', new Blob([]), '')
  expect(await filesIn(form, 'file')).toEqual([])
  form.append('file', new Blob(['Navn\0;Type']), 'a.csv')
  form.append('file', new Blob([]), 'empty.csv')
  form.append('file', 'not a file')
  expect(await filesIn(form, 'file')).toEqual([
    { name: 'a.csv', words: 'Navn;Type' },
    { name: 'empty.csv', words: '' },
  ])
})
