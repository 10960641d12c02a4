import type { Request as Incoming, RequestHandler, Response as Outgoing } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'

const QUARTER = 15 * 60 * 1000
/** A whole municipality may sit behind one address, and sign in after the same meeting. */
const PER_ADDRESS = 300
const PER_ACCOUNT = 6

/** Bounds how often somebody may try to sign in: per address of the network, and codes asked for per account. */
export function signInLimits(tooMany: (incoming: Incoming, outgoing: Outgoing) => void): RequestHandler[] {
  const common = {
    windowMs: QUARTER,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    validate: { xForwardedForHeader: false },
    handler: tooMany,
  } as const
  return [
    rateLimit({ ...common, limit: PER_ADDRESS, keyGenerator: (incoming) => ipKeyGenerator(incoming.ip ?? '') }),
    rateLimit({
      ...common,
      limit: PER_ACCOUNT,
      skip: async (incoming) => (await accountIn(incoming)) === null,
      keyGenerator: async (incoming) => (await accountIn(incoming)) ?? '',
    }),
  ]
}

/** The address typed into a form, however the form is encoded, or null. */
async function accountIn({ body, headers }: Incoming): Promise<string | null> {
  if (!Buffer.isBuffer(body)) return null
  const type = headers['content-type'] ?? ''
  const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => null)
  const email = form?.get('email')
  return typeof email === 'string' ? email.trim().toLowerCase() || null : null
}
