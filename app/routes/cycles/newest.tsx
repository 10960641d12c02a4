import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { newestOverview } from '#app/services/overview.server.ts'

export const loader = signedIn(async ({ context }) => redirectTo(`/cycles/${(await newestOverview(context)) ?? 'new'}`))
