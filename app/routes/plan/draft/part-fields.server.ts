import { z } from 'zod'
import { draftForm, meant, optionalText, text } from './draft-form.server.ts'

/** A part that is not there yet has been given its identity, so that sent twice it is one. */
const id = z.string({ error: 'formIncomplete' }).regex(/^[\w-]{22}$/, 'formIncomplete')

const routine = { title: text, purpose: optionalText }
const area = { title: text }
const element = { kindergarten: text, school: text, meant }

export const RoutineForm = draftForm(routine)
export const NewRoutineForm = draftForm({ id, ...routine })
export const AreaForm = draftForm(area)
export const NewAreaForm = draftForm({ id, ...area })
export const ElementForm = draftForm(element)
export const NewElementForm = draftForm({ id, ...element })
