import { z } from 'zod'
import { childrenTyped, ELSEWHERE } from '#app/domain/child-group.ts'
import { several } from '#app/http/form.server.ts'
import type { Received } from '#app/services/group-receipt.server.ts'
import type { Report } from '#app/services/group-report.server.ts'

/** What the fields of these forms are called. A number comes with the one that stood there when the form was made. */
export const groupField = (pairId: string) => `children.${pairId}`
export const elsewhereField = (at: number) => `elsewhere.${at}`
export const seenField = (field: string) => `seen.${field}`
export const reasonField = (pairId: string) => `reason.${pairId}`
export const addedFields = (at: number) => ({ school: `school.${at}`, number: `added.${at}` })
/** How many groups at new schools can be added in one go. */
export const ROWS_TO_ADD = 2

const hidden = z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete')
const words = z
  .string()
  .trim()
  .transform((text) => text || null)
  .default(null)

type Fields = Readonly<Record<string, unknown>>

/** Reads numbers from fields that have a name of their own on each page, and keeps the problems. */
function reader(fields: Fields, addIssue: (issue: { code: 'custom'; message: string; path: string[] }) => void) {
  const textOf = (field: string) => {
    const text = fields[field]
    return typeof text === 'string' ? text : ''
  }
  const problem = (field: string, message: string) => addIssue({ code: 'custom', message, path: [field] })
  const number = (field: string, typed = textOf(field)) => {
    const children = childrenTyped(typed)
    if (children !== 'not a number') return children
    problem(field, 'childrenNotANumber')
    return null
  }
  const written = (field: string) => {
    const seen = childrenTyped(textOf(seenField(field)))
    return { field, children: number(field), seen: seen === 'not a number' ? null : seen }
  }
  const pairIds = Object.keys(fields).flatMap((field) => /^children\.(.+)$/.exec(field)?.[1] ?? [])
  return { textOf, problem, number, written, pairIds }
}

/** What a kindergarten says of all its children at once. */
export const ReportForm = z
  .looseObject({ form: hidden, reason: words })
  .transform(({ form, reason, ...fields }, { addIssue }): { form: string; report: Report } => {
    const read = reader(fields, addIssue)
    const groups = read.pairIds.map((pairId) => ({ pairId, ...read.written(groupField(pairId)) }))
    const elsewhere = ELSEWHERE.map((destination, at) => ({ destination, ...read.written(elsewhereField(at)) }))
    const added = Array.from({ length: ROWS_TO_ADD }, (_, at) => addedIn(read, at)).flat()
    return { form, report: { groups, elsewhere, added, reason } }
  })

function addedIn(read: ReturnType<typeof reader>, at: number): Report['added'] {
  const { school, number: numberField } = addedFields(at)
  const schoolId = read.textOf(school)
  const typed = read.textOf(numberField).trim()
  const children = read.number(numberField, typed)
  if (schoolId && typed === '') read.problem(numberField, 'childrenMissing')
  if (!schoolId && typed !== '') read.problem(school, 'schoolMissing')
  return schoolId && children !== null ? [{ field: school, numberField, schoolId, children }] : []
}

/** What a school says: that numbers of kindergartens are right, each as `pair:theirs:ours before`, or another of one. */
export const ReceiptForm = z
  .looseObject({ form: hidden, agreed: several(z.string().max(200)) })
  .transform(({ form, agreed, ...fields }, { addIssue }): { form: string; said: Received[] } => {
    const read = reader(fields, addIssue)
    const others = read.pairIds.map((pairId): Received => {
      const written = read.written(groupField(pairId))
      if (read.textOf(written.field).trim() === '') read.problem(written.field, 'childrenMissing')
      const reason = read.textOf(reasonField(pairId)).trim() || null
      return { pairId, ...written, reason, reasonField: reasonField(pairId) }
    })
    return { form, said: [...agreed.map((value) => confirmed(value, read.problem)), ...others] }
  })

function confirmed(value: string, problem: (field: string, message: string) => void): Received {
  const [pairId = '', theirs = '', ours = ''] = value.split(':')
  const children = childrenTyped(theirs)
  const seen = childrenTyped(ours)
  const field = `agreed.${pairId}`
  if (typeof children !== 'number' || seen === 'not a number') {
    problem('form', 'formIncomplete')
    return { pairId, field, children: null, seen: null, reason: null, reasonField: field }
  }
  return { pairId, field, children, seen, confirmed: children, reason: null, reasonField: field }
}
