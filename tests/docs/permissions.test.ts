import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PERMISSIONS, ROLES, type Reach, type Role } from '#app/domain/permissions.ts'

const FILE = new URL('../../docs/permissions.md', import.meta.url)

/** The table as a document: a row for each right, a column for each role. */
function permissionsPage(): string {
  const columns = ['visitor', ...ROLES] as const
  const rows = Object.entries(PERMISSIONS).map(([action, row]: [string, Partial<Record<Role | 'visitor', Reach>>]) =>
    [action, ...columns.map((role) => row[role] ?? '–')].join(' | '),
  )
  return [
    '# Permissions',
    '',
    'Written from the table in `app/domain/permissions.ts` by `tests/docs/permissions.test.ts`; what it does not say is forbidden.',
    '*Own places* are the municipality for an adviser; for the others the places of their units, their pairs, and what',
    'kindergartens do together at a school they send children to. *Own units* leaves the last out.',
    'What one may not see answers exactly as what does not exist.',
    '',
    `| right | ${columns.join(' | ')} |`,
    `| --- ${columns.map(() => '| --- ').join('')}|`,
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n')
}

it('docs/permissions.md says what the table says; run with UPDATE_DOCS=1 after a change', () => {
  if (process.env.UPDATE_DOCS) writeFileSync(FILE, permissionsPage())
  expect(readFileSync(FILE, 'utf8')).toBe(permissionsPage())
})
