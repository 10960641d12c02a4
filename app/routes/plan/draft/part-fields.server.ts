import { draftForm, meant, newPartId as id, optionalText, text } from './draft-form.server.ts'

const routine = { title: text, purpose: optionalText }
const area = { title: text }
const element = { kindergarten: text, school: text, meant }

export const RoutineForm = draftForm(routine)
export const NewRoutineForm = draftForm({ id, ...routine })
export const AreaForm = draftForm(area)
export const NewAreaForm = draftForm({ id, ...area })
export const ElementForm = draftForm(element)
export const NewElementForm = draftForm({ id, ...element })
