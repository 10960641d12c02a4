import { typedPurposes } from '#app/components/texts-in-fields.ts'
import type { Text } from '#app/domain/language.ts'
import type { Problem } from '#app/domain/problem.ts'
import { draftForm, text, texts } from './draft-form.server.ts'

/** What a plan is called, and what it is for. */
export const HeadForm = draftForm({ title: text, purposes: texts })

type Typed = Readonly<Record<string, string>>

/** Problems with purposes are found in those that are written: here they are told of the fields they stand in. */
export function problemsAtFields(problems: readonly Problem[], typed: Typed): Problem[] {
  const written = typedPurposes(typed).flatMap((text, at) => (isWritten(text) ? [at] : []))
  return problems.map((problem) => {
    const [list, at, language] = problem.field.split('.')
    if (list !== 'purposes') return problem
    return { ...problem, field: [list, written[Number(at)] ?? at, language].join('.') }
  })
}

function isWritten({ nb, nn, en }: Text): boolean {
  return [nb, nn, en].some((words) => words?.trim())
}
