import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { invalid, optional, problemWith, readForm, several } from '#app/http/form.server.ts'
import { posting } from './visiting.ts'

const Form = z.object({
  name: z.string('nameMissing').trim().min(2, 'nameTooShort').max(10, 'nameTooLong'),
  age: optional(z.coerce.number('notANumber')),
  places: several(z.string()),
})

describe('reading a form', () => {
  it('gives the value that the schema makes, and what was typed', async () => {
    const input = await readForm(posting('/', { name: ' Ada ', age: ' ', places: 'a' }), Form)
    expect(input).toEqual({
      ok: true,
      value: { name: 'Ada', age: undefined, places: ['a'] },
      typed: { name: ' Ada ', age: ' ', places: 'a' },
    })
  })

  it('reads several values of one name as a list, and none as an empty one', async () => {
    const body = new URLSearchParams([['name', 'Ada'], ['places', 'a'], ['places', 'b']]) // prettier-ignore
    const request = new Request('http://localhost/', { method: 'POST', body })
    expect(await readForm(request, Form)).toMatchObject({ value: { places: ['a', 'b'] } })
    expect(await readForm(posting('/', { name: 'Ada' }), Form)).toMatchObject({ value: { places: [] } })
  })

  it('says what to mend, one problem per field, with the numbers the sentence needs', async () => {
    const input = await readForm(posting('/', { name: 'x', age: 'old' }), Form)
    expect(input).toEqual({
      ok: false,
      problems: [
        { field: 'name', message: 'nameTooShort', values: { minimum: 2 } },
        { field: 'age', message: 'notANumber' },
      ],
      typed: { name: 'x', age: 'old' },
    })
  })

  it('asks for what is missing, also where the body is no form', async () => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    })
    expect(await readForm(request, Form)).toMatchObject({ problems: [{ field: 'name', message: 'nameMissing' }] })
    const bare = await readForm(posting('/', {}), z.object({ name: z.string() }))
    expect(bare).toMatchObject({ problems: [{ field: 'name', message: 'missing' }] })
  })

  it('names a copy of a form by all that is in it, so that other words are another sending', async () => {
    const Copy = z.object({ form: z.string().min(1, 'formIncomplete'), words: z.string().optional() })
    const nameOf = async (fields: Record<string, string>) => {
      const input = await readForm(posting('/', fields), Copy)
      expect(input.typed).toEqual(fields)
      return input.ok ? input.value.form : input.problems[0]?.message
    }
    const name = await nameOf({ form: 'f', words: 'Ja' })
    expect(await nameOf({ words: 'Ja', form: 'f' })).toBe(name)
    const others: Record<string, string>[] = [
      { form: 'g', words: 'Ja' },
      { form: 'f', words: 'Nei' },
      { form: 'f' },
      { form: 'f', words: 'Ja', x: '' },
    ]
    expect(new Set([name, ...(await Promise.all(others.map(nameOf)))]).size).toBe(5)
    expect(await nameOf({ form: '', words: 'Ja' })).toBe('formIncomplete')
  })

  it('leaves out what no keyboard types and the database counts as an end', async () => {
    const input = await readForm(posting('/', { name: '\0', age: '7\0' }), Form)
    expect(input).toMatchObject({
      problems: [{ field: 'name', message: 'nameTooShort' }],
      typed: { name: '', age: '7' },
    })
    expect(await readForm(posting('/', { name: 'A\0da' }), Form)).toMatchObject({ value: { name: 'Ada' } })
  })

  it('lets no field of its own making through', async () => {
    const input = await readForm(posting('/', { name: 'Ada', __proto__: 'x', constructor: 'y', admin: 'yes' }), Form)
    expect(input).toMatchObject({ ok: true, value: { name: 'Ada' } })
    expect(Object.keys((input as { value: object }).value).sort()).toEqual(['name', 'places'])
  })

  it('never breaks, whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.string()), async (fields) => {
        const input = await readForm(posting('/', fields), Form)
        expect(typeof input.ok).toBe('boolean')
      }),
    )
  })
})

it('answers what is to be mended with 422', async () => {
  const response = invalid(problemWith('code', 'codeWrong', { code: '1' }))
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({ problems: [{ field: 'code', message: 'codeWrong' }], typed: { code: '1' } })
})
