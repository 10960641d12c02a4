import { randomBytes } from 'node:crypto'

/** A random id of 128 bits for a row that has a URL: 22 letters, never a sequence. */
export function newId(): string {
  return randomBytes(16).toString('base64url')
}
