import { anyone } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { noSessionCookie, tokenOf } from '#app/http/session.server.ts'
import { signOut } from '#app/services/sessions.server.ts'

export const loader = anyone(async () => {
  throw redirectTo('/')
})

export const action = anyone(async ({ context, request, edge }) => {
  const token = tokenOf(edge, request)
  if (token !== null) await signOut(context.db, token, context.now)
  throw redirectTo('/sign-in', { 'Set-Cookie': noSessionCookie(edge.settings.origin) })
})
