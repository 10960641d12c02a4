import { json } from '@remix-run/node'
import { anyone } from '#app/http/guard.server.ts'
import { schemaVersion } from '#app/services/municipality.server.ts'

export const loader = anyone(async ({ context }) => json({ ok: true, schema: await schemaVersion(context.db) }))
