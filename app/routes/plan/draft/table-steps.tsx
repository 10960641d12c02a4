import { json } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { TablePage, type TableAnswer } from '#app/components/table-page.tsx'
import { found } from '#app/domain/refusal.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { addPastedSteps, readPasting } from '#app/services/plan-table.server.ts'
import { problemsInRoutine, problemsInRows, rowsIn, RowsForm, stepIn, textIn } from './table-form.server.ts'
import { pastedView, problemsInPasted, targetView } from './table-view.server.ts'

/** Opened without a table, it is the page where one is pasted. */
export const loader = signedIn(async ({ context, language }) => json(targetView(await readPasting(context), language)))

export const action = signedIn(async ({ context, request }) => {
  const { year } = found(await readPasting(context))
  const input = await readForm(request, RowsForm)
  const { typed } = input
  if (!input.ok) return json<TableAnswer>({ table: null, problems: input.problems, typed }, { status: 422 })
  const { value } = input
  const rows = rowsIn(value)
  const tooMany = problemsInPasted(value)
  if (tooMany.length > 0) return json<TableAnswer>({ table: null, problems: tooMany, typed }, { status: 422 })
  const table = pastedView(value, year, rows)
  const problems = [...problemsInRoutine(value), ...problemsInRows(rows, table.rows.length)]
  if (problems.length > 0) return json<TableAnswer>({ table, problems, typed }, { status: 422 })
  const { routine, routineTitle, language, form } = value
  const into = routine === '' ? { title: textIn(routineTitle, language) } : { routineId: routine }
  const steps = rows.filter(({ include }) => include).map((row) => stepIn(row, language))
  const { outcome, routineId } = await addPastedSteps(context, into, steps, form)
  if (outcome.saved) return redirectTo(`/plan/draft/routines/${routineId}?added=${steps.length}`)
  const renamed = outcome.problems.map((problem) =>
    problem.field === 'routineId' ? { ...problem, field: 'routine' } : problem,
  )
  return json<TableAnswer>({ table, problems: renamed, typed }, { status: 422 })
})

export default function TableStepsRoute() {
  return <TablePage {...useLoaderData<typeof loader>()} answer={useActionData<TableAnswer>()} />
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
