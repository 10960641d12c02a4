import type { Request as Incoming } from 'express'
import { can } from '#app/domain/permissions.ts'
import { findSignedIn } from '#app/services/sessions.server.ts'
import { MEBIBYTE } from './body.server.ts'
import type { House } from './edge.server.ts'
import { tokenIn } from './session.server.ts'

/** The one page that takes the files of the registers: those of the whole country are of about this size. */
export const UPLOADS = '/units/import'
const LARGEST_FILES = 25 * MEBIBYTE

/** How large the body of a request may be: of a form, or of the files that somebody who may read them in has sent. */
export function largestFor({ db, clock, settings }: House): (incoming: Incoming) => Promise<number> {
  return async ({ path, headers }) => {
    const token = path === UPLOADS ? tokenIn(headers.cookie, settings.origin) : null
    const session = token === null ? null : await findSignedIn(db, token, clock())
    return session && can(session.person, 'change units') ? LARGEST_FILES : MEBIBYTE
  }
}
