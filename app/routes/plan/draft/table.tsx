import { json } from '@remix-run/node'
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react'
import { TablePage, type TableAnswer } from '#app/components/table-page.tsx'
import { found } from '#app/domain/refusal.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { readPasting } from '#app/services/plan-table.server.ts'
import { PastingForm, problemsInRoutine } from './table-form.server.ts'
import { pastedView, problemsInPasted, problemsInView, targetView } from './table-view.server.ts'

export const loader = signedIn(async ({ context, language }) => json(targetView(await readPasting(context), language)))

export const action = signedIn(async ({ context, request }) => {
  const { year } = found(await readPasting(context))
  const input = await readForm(request, PastingForm)
  const { typed } = input
  if (!input.ok) return json<TableAnswer>({ table: null, problems: input.problems, typed }, { status: 422 })
  const unread = [...problemsInPasted(input.value), ...problemsInRoutine(input.value)]
  const table = unread.length > 0 ? null : pastedView(input.value, year)
  const problems = table ? problemsInView(table) : unread
  if (problems.length > 0) return json<TableAnswer>({ table: null, problems, typed }, { status: 422 })
  return json<TableAnswer>({ table, problems, typed })
})

export default function TableRoute() {
  return <TablePage {...useLoaderData<typeof loader>()} answer={useActionData<TableAnswer>()} />
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
