/** The value of a cookie, or null. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  const pair = (header ?? '').split(/; */).find((each) => each.startsWith(`${name}=`))
  return pair ? pair.slice(name.length + 1) : null
}

/** A `Set-Cookie` line. Without `seconds` the cookie ends with the browser; with 0 it ends at once. */
export function writeCookie(
  name: string,
  value: string,
  { origin, seconds }: { origin: string; seconds?: number },
): string {
  const age = seconds === undefined ? [] : [`Max-Age=${seconds}`]
  const secure = isSecure(origin) ? ['Secure'] : []
  return [`${name}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Lax', ...secure, ...age].join('; ')
}

/** A name that the browser ties to this very host; on plain http://localhost browsers refuse the prefix. */
export function hostCookie(name: string, origin: string): string {
  return isSecure(origin) ? `__Host-${name}` : name
}

function isSecure(origin: string): boolean {
  return origin.startsWith('https:')
}
