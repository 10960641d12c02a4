/** SQLite could not do it: the disk is full, the file is read-only, or somebody else holds it. */
export function isStorageTrouble(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  return /^SQLITE_(FULL|BUSY|LOCKED|READONLY|IOERR|CANTOPEN)/.test(code)
}
