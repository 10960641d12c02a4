import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/**
 * THE LAYERS (docs/architecture.md §3): for the files of each layer, all that they may import. An own file is always `./name.ts`
 * or its full `#…` name; whatever is not on the list fails. The first name of a package stands for all below it.
 */
const REACT = ['react', 'react-i18next', 'i18next', 'react-hook-form']
const DOMAIN = '#app/domain/'
const LAYERS = {
  'app/domain': [packages('date-fns', '@date-fns/tz')],
  'app/services': [
    DOMAIN,
    '#app/services/',
    '#db/queries/',
    '#db/connection.ts',
    'node:',
    packages('nodemailer', 'pino', 'papaparse'),
  ],
  'db/queries': [DOMAIN, '#db/queries/', '#db/schema.ts', '#db/connection.ts', packages('kysely')],
  'app/http': [
    ...[DOMAIN, '#app/http/', '#app/services/', '#app/messages/', '#db/connection.ts', 'node:', '@remix-run/'],
    packages(
      'express',
      'express-rate-limit',
      'helmet',
      'compression',
      'pino',
      'markdown-it',
      'ical-generator',
      '@date-fns/tz',
    ),
    packages('react', 'react-i18next', 'i18next'),
  ],
  'app/routes': [
    ...[DOMAIN, '#app/routes/', '#app/http/', '#app/services/', '#app/components/', '#app/styles/', '@remix-run/'],
    packages(...REACT, 'zod'),
  ],
  'app/components': [
    ...[DOMAIN, '#app/components/', '#app/messages/', '#app/styles/'],
    packages(...REACT, 'date-fns', '@remix-run/react', '@navikt/aksel-icons'),
  ],
  'app/messages': [DOMAIN, '#app/messages/', packages('i18next', 'date-fns')],
  'db/seed': [DOMAIN, '#app/services/', '#db/', 'node:', packages('kysely', 'date-fns')],
}
/**
 * Only pages and files that never leave the server have these: zod breaks a strict content policy in the browser, and
 * texts are compared, the flow of children and the year wheel laid out, and a picture made into a file, where they are.
 */
const ALSO_ON_THE_SERVER = {
  'app/http': [packages('zod')],
  'app/routes': [packages('diff', 'd3-sankey', 'd3-shape', 'react-dom')],
}

const EVERYWHERE = [
  {
    regex: '(^|/)\\.\\.(/|$)',
    message: 'Import a sibling as "./name.ts" and everything else as "#app/…", "#db/…" or "#tests/…".',
  },
  { regex: '(^|/)index\\.[jt]sx?$', message: 'No barrels: import the file that has it.' },
  { regex: '^(?:\\./|#)(?!.*\\.(?:tsx?|json|css)(?:\\?\\w+)?$)', message: 'Name the whole file, with .ts or .tsx.' },
]
const NO_REMIX = {
  regex: '^@remix-run/',
  message:
    'Only pages, components, app/http, the root and the entries may import Remix: a later move touches few files.',
}
const NO_SQL_IN_ROOT = {
  regex: '^(?:#db/|kysely$|better-sqlite3$)',
  message: 'The root and the entries ask services, never the database.',
}

function errors(...rules) {
  return Object.fromEntries(rules.map((rule) => [rule, 'error']))
}

function packages(...names) {
  return `(?:${names.join('|')})(?:$|/)`
}

function inWords(allowed) {
  return allowed
    .map((each) => each.replace(/^\(\?:(.*)\)\(\?:\$\|\/\)$/, (_, names) => names.replaceAll('|', ', ')))
    .join(', ')
}

function mayNotImport(...patterns) {
  return { 'no-restricted-imports': ['error', { patterns: [...EVERYWHERE, ...patterns] }] }
}

/** The files of a layer with the rule that they import nothing but this. */
function mayImport(layer, files, allowed) {
  const message = `${layer} may import only its siblings and ${inWords(allowed)}.`
  const regex = `^(?!${['\\./', ...allowed].map((each) => each.replaceAll('.ts', '\\.ts$')).join('|')})`
  return { files, rules: mayNotImport({ regex, message }) }
}

const NO_BARREL = { selector: 'ExportAllDeclaration', message: 'No barrels: export where it is written.' }
const NO_LATE_IMPORT = { selector: 'ImportExpression', message: 'Import at the top, where the layers are checked.' }
const NO_STYLE = {
  selector: 'JSXAttribute[name.name="style"]',
  message: 'The content policy drops it: write a class in app/styles.',
}
const NO_RAW_HTML = {
  selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  message: 'Only app/components/markdown.tsx shows HTML, and that comes from our own renderer.',
}
const NO_CLOCK = [
  {
    selector: 'NewExpression[callee.name=/^(TZ)?Date$/][arguments.length=0]',
    message: 'Time is an argument: take `today` or `now`.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time is an argument: take `today` or `now`.' },
  {
    selector: 'CallExpression[callee.object.name=/^(TZ)?Date$/][callee.property.name="now"]',
    message: 'Time is an argument: take `today` or `now`.',
  },
]

function without(...syntax) {
  return { 'no-restricted-syntax': ['error', NO_BARREL, ...syntax] }
}

export default defineConfig(
  globalIgnores([
    'build/',
    'data/',
    'db/data/',
    'public/',
    '.cache/',
    'playwright-report/',
    'test-results/',
    'bench/results/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      ...errors('eqeqeq', 'prefer-const', 'no-var', 'no-debugger', 'no-empty', 'no-fallthrough', 'no-useless-escape'),
      ...errors('no-cond-assign', 'no-constant-condition', 'no-dupe-else-if', 'no-self-assign', 'no-self-compare'),
      ...errors('no-control-regex', 'no-misleading-character-class', 'no-regex-spaces', 'no-irregular-whitespace'),
      ...errors('no-unsafe-finally', 'no-unsafe-optional-chaining', 'no-async-promise-executor', 'no-useless-catch'),
      ...without(),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    files: ['app/messages/**', 'db/seed/**', 'tests/**', 'bench/**'],
    rules: { 'max-lines': 'off' },
  },
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },

  { files: ['app/**', 'db/**'], rules: { 'no-console': ['error', { allow: ['warn', 'error'] }] } },
  { files: ['app/**/*.{ts,tsx}'], rules: without(NO_STYLE, NO_RAW_HTML) },
  {
    files: ['app/{http,routes,components,messages}/**/*.{ts,tsx}'],
    rules: without(NO_STYLE, NO_RAW_HTML, NO_LATE_IMPORT),
  },
  { files: ['app/components/markdown.tsx'], rules: without(NO_STYLE, NO_LATE_IMPORT) },
  { files: ['app/{domain,services}/**/*.ts'], rules: without(...NO_CLOCK, NO_LATE_IMPORT) },
  { files: ['db/queries/**/*.ts'], rules: without(NO_LATE_IMPORT) },
  {
    files: ['**/index.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'Program', message: 'No barrels.' }] },
  },

  { files: ['app/routes.ts', 'tests/**'], rules: mayNotImport() },
  { files: ['server.ts', 'scripts/**', 'bench/**'], rules: mayNotImport(NO_REMIX) },
  { files: ['app/root.tsx', 'app/entry.*.tsx'], rules: mayNotImport(NO_SQL_IN_ROOT) },
  mayImport('db', ['db/*.ts'], [DOMAIN, '#db/', 'node:', packages('kysely', 'better-sqlite3')]),
  ...Object.entries(LAYERS).map(([layer, allowed]) => mayImport(layer, [`${layer}/**/*.{ts,tsx}`], allowed)),
  ...Object.entries(ALSO_ON_THE_SERVER).map(([layer, also]) =>
    mayImport(layer, [`${layer}/**/*.server.ts`], [...LAYERS[layer], ...also]),
  ),

  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // A region that scrolls must be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region'] }],
    },
  },
)
