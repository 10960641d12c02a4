import { redirect } from '@remix-run/node'

/** Stands in for our own origin: a path that leads away from it leads away from us. */
const HERE = 'https://here.invalid'
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSAFE = /[\\\u0000-\u0020\u007f]/

/** `to` where it is a path on this site, otherwise `fallback`. Everything a reader can send goes through here. */
export function safePath(to: string | null | undefined, fallback: string): string {
  if (!to?.startsWith('/') || UNSAFE.test(to)) return fallback
  const url = URL.parse(to, HERE)
  if (url?.origin !== HERE || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}

/** Sends the reader on to a path on this site, with GET. */
export function redirectTo(path: string, headers?: HeadersInit): Response {
  return redirect(safePath(path, '/'), headers ? { status: 303, headers } : 303)
}
