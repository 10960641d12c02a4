import { json } from '@remix-run/node'
import { z } from 'zod'
import type { Problem } from '#app/domain/problem.ts'
import { sha256 } from '#app/services/history.server.ts'
import { wordsInFile } from './upload.server.ts'

/** What was typed, by field, so that nothing has to be typed again. */
type Typed = Record<string, string>

export interface Invalid {
  ok: false
  problems: Problem[]
  typed: Typed
}

export type Input<T> = { ok: true; value: T; typed: Typed } | Invalid

/**
 * The form in a request, as its schema wants it. Messages in the schema are catalog keys under `problem`; several values
 * of one name (checkboxes) arrive as a list, see `several`. The schema's `form` is the same only for the same fields.
 */
export async function readForm<S extends z.ZodType>(request: Request, schema: S): Promise<Input<z.output<S>>> {
  return readFields(await readBody(request), schema)
}

/** The same, of a form whose body was read, and perhaps its files taken out. */
export async function readFields<S extends z.ZodType>(form: FormData, schema: S): Promise<Input<z.output<S>>> {
  const fields = await fieldsOf(form)
  const read = schema.safeParse({ ...fields, ...submissionOf(fields) }, { error: unnamedProblem })
  const typed = Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => typeof form.get(name) === 'string')
      .map(([name, value]) => [name, [value].flat().join(',')]),
  )
  if (read.success) return { ok: true, value: read.data, typed }
  return { ok: false, problems: onePerField(read.error.issues.map(problemOf)), typed }
}

/** A field that may be there several times, or not at all. */
export function several<S extends z.ZodType>(each: S) {
  return z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(each))
}

/** A field left empty counts as not there. */
export function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  )
}

/** A problem that only a use case can find, beside what was typed. */
export function problemWith(field: string, message: string, typed: Typed = {}): Invalid {
  return { ok: false, problems: [{ field, message }], typed }
}

/** What an action returns when the input is to be mended: the page again, with 422. */
export function invalid({ problems, typed }: Invalid) {
  return json({ problems, typed }, { status: 422 })
}

type Fields = Record<string, string | string[]>

/** Somebody who goes back to a page and writes on sends the same copy of its form with other words: that is no repeat. */
function submissionOf(fields: Fields): { form?: string } {
  if (typeof fields.form !== 'string' || fields.form === '') return {}
  const sent = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
  return { form: sha256(JSON.stringify(sent)) }
}

/** Each field with its words; a file that was chosen counts as the words in it. */
async function fieldsOf(form: FormData): Promise<Fields> {
  const names = [...new Set(form.keys())].filter((name) => name !== '__proto__')
  const fields = await Promise.all(
    names.map(async (name): Promise<[string, string[]]> => {
      const values = form.getAll(name).map(async (value) => (typeof value === 'string' ? value : wordsInFile(value)))
      // No keyboard types it, and SQLite counts no further.
      return [name, (await Promise.all(values)).map((words) => words.replaceAll('\0', ''))]
    }),
  )
  return Object.fromEntries(fields.map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]))
}

/** A body that is no form counts as an empty one: then each field that is needed says so. */
export async function readBody(request: Request): Promise<FormData> {
  return request.formData().catch((thrown: unknown) => {
    if (thrown instanceof TypeError) return new FormData()
    throw thrown
  })
}

/** For what a schema gave no message of its own: nothing there, or not to be understood. */
function unnamedProblem(issue: { code?: string; input?: unknown }): string {
  return issue.input === undefined || issue.input === '' ? 'missing' : 'notUnderstood'
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const field = issue.path.map(String).join('.')
  const values = valuesOf(issue)
  return { field, message: issue.message, ...(values && { values }) }
}

function valuesOf(issue: z.core.$ZodIssue): Problem['values'] {
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) }
  if (issue.code === 'too_big') return { maximum: Number(issue.maximum) }
  return issue.code === 'custom' ? (issue.params as Problem['values']) : undefined
}

function onePerField(problems: Problem[]): Problem[] {
  return problems.filter(({ field }, index) => problems.findIndex((other) => other.field === field) === index)
}
