import { json } from '@remix-run/node'
import { useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { FrameworkOne } from '#app/components/framework-one.tsx'
import { saving, unlessOffline } from '#app/components/saving.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { readFramework } from '#app/services/framework-marks.server.ts'
import { frameworkAt, marksSent } from './framework-form.server.ts'
import { linePage } from './framework-line.server.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  const shown = await readFramework(context, frameworkAt(params))
  return json(linePage(shown, { what: 'element', id: partOf(params, 'element') }, context, request, language))
})

export const action = signedIn(marksSent)

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
export const shouldRevalidate = unlessOffline

export default function FrameworkElementPage() {
  return <FrameworkOne line={useLoaderData<typeof loader>()} />
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
