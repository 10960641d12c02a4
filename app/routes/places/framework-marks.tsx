import type { ClientActionFunctionArgs } from '@remix-run/react'
import { saving } from '#app/components/saving.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { marksSent } from './framework-form.server.ts'

/** Where marks are sent. Without script, a form that has to be mended comes back here: it is the same page. */
export { default, loader, meta, shouldRevalidate } from './framework.tsx'

export const action = signedIn(marksSent)

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
