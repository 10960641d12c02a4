import { z } from 'zod'
import { MEANT } from '#app/domain/meaning.ts'
import type { Text } from '#app/domain/language.ts'

const INCOMPLETE = { error: 'formIncomplete' }

/** What somebody typed, without what the browser adds to it. */
export const typedWords = z.string(INCOMPLETE).transform((typed) => typed.replace(/\r\n?/g, '\n').trim())

/** A text in three languages, from the fields `name.nb`, `name.nn` and `name.en`; what is not translated is left out. */
export const text = z
  .object({ nb: typedWords, nn: typedWords, en: typedWords }, INCOMPLETE)
  .transform(({ nb, nn, en }): Text => ({ nb, ...(nn && { nn }), ...(en && { en }) }))

/** The same, null where nothing is written in any language. */
export const optionalText = text.transform((text) => (text.nb || text.nn || text.en ? text : null))

/** A list of texts, from `name.0.nb`, `name.0.nn` … on: those that are written, in order. */
export const texts = z
  .record(z.string(), optionalText)
  .default({})
  .transform((byNumber) => Object.values(byNumber).filter((text) => text !== null))

const hidden = z.string(INCOMPLETE).min(1, 'formIncomplete').max(100, 'formIncomplete')

/** A part that is not there yet has been given its identity, so that sent twice it is one. */
export const newPartId = z.string(INCOMPLETE).regex(/^[\w-]{22}$/, 'formIncomplete')

/** What the editor says of a change; null where it was not asked. */
export const meant = z.enum(MEANT).nullable().catch(null)

/**
 * A form that edits the draft: its fields, with which copy of the form it is and the fingerprint of what it was made
 * from. `title.nb` is `nb` in `title`, for schemas such as `text`.
 */
export function draftForm<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess(inParts, z.object({ form: hidden, seen: hidden, ...shape }))
}

/** `{'title.nb': …, 'title.nn': …}` as `{title: {nb: …, nn: …}}`. */
export function inParts(fields: unknown): unknown {
  if (typeof fields !== 'object' || fields === null) return fields
  const whole = container()
  for (const [name, value] of Object.entries(fields)) {
    const parts = name.split('.')
    const last = parts.pop() ?? ''
    let place = whole
    for (const part of parts) {
      const known = place[part]
      place = typeof known === 'object' && !Array.isArray(known) ? known : (place[part] = container())
    }
    place[last] = value
  }
  return whole
}

type Container = { [name: string]: Container | string | string[] }

/** Without a prototype, a field can have any name. */
function container(): Container {
  return Object.create(null) as Container
}
