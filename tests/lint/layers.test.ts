import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import tseslint from 'typescript-eslint'

/** The rules that need types are left out: the files here are made up. */
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] })

async function complaintsAbout(file: string, text: string, rule: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file })
  const fatal = result?.messages.filter((message) => message.fatal) ?? []
  expect(fatal).toEqual([])
  return (result?.messages ?? []).filter((message) => message.ruleId === rule).map(({ message }) => message)
}

function complaintsAboutImport(file: string, from: string): Promise<string[]> {
  return complaintsAbout(file, `import { it } from '${from}'\nexport const that = it\n`, 'no-restricted-imports')
}

/** Per layer: a file of it, what it may import, and what it may not. */
const LAYERS: [file: string, allowed: string[], forbidden: string[]][] = [
  [
    'app/domain/made-up.ts',
    ['./tick.ts', 'date-fns', '@date-fns/tz'],
    [
      '#app/domain/tick.ts',
      '#app/services/steps.server.ts',
      '#db/queries/ticks.ts',
      'node:fs',
      'react',
      'kysely',
      'zod',
      'date-fns-tz',
    ],
  ],
  [
    'app/services/made-up.server.ts',
    [
      './steps.server.ts',
      '#app/domain/tick.ts',
      '#db/queries/ticks.ts',
      '#db/connection.ts',
      'node:crypto',
      'nodemailer',
      'pino',
    ],
    [
      '#app/http/guard.server.ts',
      '#app/routes/home.tsx',
      '#db/schema.ts',
      'kysely',
      'express',
      'react',
      'zod',
      '@remix-run/node',
    ],
  ],
  [
    'db/queries/made-up.ts',
    ['./ticks.ts', '#app/domain/tick.ts', '#db/schema.ts', '#db/connection.ts', 'kysely'],
    ['#app/services/steps.server.ts', '#app/http/guard.server.ts', 'better-sqlite3', 'node:fs', '@remix-run/node'],
  ],
  [
    'app/http/made-up.server.ts',
    [
      './guard.server.ts',
      '#app/services/steps.server.ts',
      '#app/domain/tick.ts',
      '#app/messages/nb.json',
      '#db/connection.ts',
      '@remix-run/node',
      'zod',
    ],
    ['#db/queries/ticks.ts', '#db/schema.ts', 'kysely', '#app/routes/home.tsx', '#app/components/day.tsx'],
  ],
  ['app/http/made-up.ts', ['react', './words.ts'], ['zod', '#db/queries/ticks.ts']],
  [
    'app/routes/places/made-up.tsx',
    [
      './paths.ts',
      '#app/http/guard.server.ts',
      '#app/services/steps.server.ts',
      '#app/components/day.tsx',
      '#app/domain/tick.ts',
      'react',
      'react-hook-form',
      '@remix-run/react',
      '@remix-run/node',
      'zod',
    ],
    ['#db/connection.ts', '#db/queries/ticks.ts', 'kysely', 'better-sqlite3', 'node:fs', 'express'],
  ],
  [
    'app/components/made-up.tsx',
    [
      './day.tsx',
      '#app/domain/tick.ts',
      '#app/messages/nb.json',
      'react',
      'react-i18next',
      '@remix-run/react',
      '@navikt/aksel-icons',
      'react-hook-form',
    ],
    [
      '#app/services/steps.server.ts',
      '#app/http/guard.server.ts',
      '#db/connection.ts',
      '#app/routes/home.tsx',
      '@remix-run/node',
      'zod',
      'kysely',
    ],
  ],
  [
    'app/messages/made-up.ts',
    ['./nb.json', '#app/domain/language.ts'],
    ['#app/components/day.tsx', '@remix-run/react', 'react'],
  ],
  [
    'app/root.tsx',
    ['#app/http/guard.server.ts', '@remix-run/react', './services/plan.server.ts'],
    ['#db/connection.ts', 'kysely'],
  ],
  ['app/entry.server.tsx', ['@remix-run/node', 'react-dom/server'], ['#db/queries/ticks.ts', 'better-sqlite3']],
  [
    'db/made-up.ts',
    ['./schema.ts', 'kysely', 'better-sqlite3', '#app/domain/tick.ts'],
    ['#app/services/steps.server.ts', '@remix-run/node'],
  ],
  [
    'db/seed/made-up.ts',
    ['#app/services/steps.server.ts', '#db/connection.ts'],
    ['#app/http/guard.server.ts', '@remix-run/node'],
  ],
  ['scripts/made-up.ts', ['#db/connection.ts', 'node:fs'], ['@remix-run/node']],
  ['server.ts', ['#app/http/remix.server.ts', 'express'], ['@remix-run/express']],
]

describe.each(LAYERS)('%s', (file, allowed, forbidden) => {
  it.each(allowed)('may import %s', async (from) => {
    expect(await complaintsAboutImport(file, from)).toEqual([])
  })

  it.each(forbidden)('may not import %s', async (from) => {
    expect(await complaintsAboutImport(file, from)).not.toEqual([])
  })

  it.each([
    ['a file further up', '../tick.ts'],
    ['a file further up, in a roundabout way', './places/../tick.ts'],
    ['a barrel', './index.ts'],
    ['a file without its ending', './tick'],
    ['a file under the name it will have', './tick.js'],
  ])('may not import %s', async (_, from) => {
    expect(await complaintsAboutImport(file, from)).not.toEqual([])
  })
})

it('the message names what is allowed', async () => {
  expect(await complaintsAboutImport('app/domain/made-up.ts', 'react')).toEqual([
    "'react' import is restricted from being used by a pattern. app/domain may import only its siblings and date-fns, @date-fns/tz.",
  ])
})

it('types, exports and imports on the way are held to the layers, too', async () => {
  const file = 'app/domain/made-up.ts'
  const about = (text: string, rule = 'no-restricted-imports') => complaintsAbout(file, text, rule)
  expect(await about("import type { Db } from '#db/connection.ts'\nexport type Own = Db\n")).toHaveLength(1)
  expect(await about("export { it } from '#db/connection.ts'\n")).toHaveLength(1)
  expect(await about("export const it = await import('#db/connection.ts')\n", 'no-restricted-syntax')).toHaveLength(1)
  const typed = "export type Own = import('#db/connection.ts').Db\n"
  expect(await about(typed, '@typescript-eslint/consistent-type-imports')).toHaveLength(1)
})

describe('what else is an error', () => {
  const page = (attribute: string) => `export default function Page() {\n  return <div ${attribute} />\n}\n`
  const clock = 'export const now = new Date()\n'
  const html = page('dangerouslySetInnerHTML={{ __html: "" }}')
  const lines = (count: number) => 'export {}\n'.padEnd(10 + count - 1, '\n')
  const log = "console.log('done')\n"

  it.each<[string, rule: string, broken: [file: string, text: string][], kept: [file: string, text: string][]]>([
    [
      'reading the clock in rules and use cases',
      'no-restricted-syntax',
      [
        ['app/domain/made-up.ts', clock],
        ['app/domain/made-up.ts', 'export const now = Date.now()\n'],
        ['app/domain/made-up.ts', 'export const now = Date()\n'],
        ['app/services/made-up.server.ts', clock],
        ['app/services/made-up.server.ts', 'export const now = Date.now()\n'],
      ],
      [
        ['app/domain/made-up.ts', 'export const then = new Date(0)\n'],
        ['app/http/made-up.server.ts', clock],
      ],
    ],
    [
      'a style attribute',
      'no-restricted-syntax',
      [
        ['app/components/made-up.tsx', page('style={{ color: "red" }}')],
        ['app/components/markdown.tsx', page('style={{ color: "red" }}')],
        ['app/routes/made-up.tsx', page('style={{ color: "red" }}')],
        ['app/root.tsx', page('style={{ color: "red" }}')],
      ],
      [['app/components/made-up.tsx', page('className="red"')]],
    ],
    [
      'raw HTML',
      'no-restricted-syntax',
      [
        ['app/components/made-up.tsx', html],
        ['app/routes/made-up.tsx', html],
        ['app/root.tsx', html],
      ],
      [['app/components/markdown.tsx', html]],
    ],
    [
      'a barrel',
      'no-restricted-syntax',
      [
        ['app/domain/index.ts', "export { day } from './calendar.ts'\n"],
        ['app/components/all.ts', "export * from './day.tsx'\n"],
      ],
      [['app/components/all.ts', 'export const all = 1\n']],
    ],
    [
      'console.log in the app',
      'no-console',
      [
        ['app/http/made-up.server.ts', log],
        ['db/seed/made-up.ts', log],
      ],
      [
        ['scripts/made-up.ts', log],
        ['bench/made-up.ts', log],
        ['server.ts', log],
        ['app/http/made-up.server.ts', "console.error('failed')\n"],
      ],
    ],
    [
      'more than 250 lines',
      'max-lines',
      [
        ['app/domain/made-up.ts', lines(251)],
        ['app/routes/made-up.tsx', lines(251)],
        ['db/queries/made-up.ts', lines(251)],
      ],
      [
        ['app/domain/made-up.ts', lines(250)],
        ['app/messages/made-up.ts', lines(251)],
        ['db/seed/made-up.ts', lines(251)],
        ['tests/domain/made-up.test.ts', lines(251)],
        ['bench/made-up.ts', lines(251)],
      ],
    ],
    [
      'any',
      '@typescript-eslint/no-explicit-any',
      [
        ['app/domain/made-up.ts', 'export const it: any = 1\n'],
        ['tests/domain/made-up.test.ts', 'export const it: any = 1\n'],
      ],
      [['app/domain/made-up.ts', 'export const it: unknown = 1\n']],
    ],
    [
      'silencing the types',
      '@typescript-eslint/ban-ts-comment',
      [
        ['app/domain/made-up.ts', '// @ts-expect-error: it is fine\nexport const it: number = ""\n'],
        ['app/domain/made-up.ts', '// @ts-ignore\nexport const it: number = ""\n'],
      ],
      [['app/domain/made-up.ts', '// expected\nexport const it: number = 1\n']],
    ],
  ])('%s', async (_, rule, broken, kept) => {
    for (const [file, text] of broken) expect(await complaintsAbout(file, text, rule), file).toHaveLength(1)
    for (const [file, text] of kept) expect(await complaintsAbout(file, text, rule), file).toEqual([])
  })
})
