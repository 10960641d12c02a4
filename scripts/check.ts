import { say } from './say.ts'
import { runAll } from './steps.ts'

/** `npm run check`: all but the browser journeys, before each commit. */
runAll([
  ['format', 'prettier', '--check', '.'],
  ['lint', 'eslint', '.'],
  ['types', 'tsc', '--noEmit'],
  ['tests', 'vitest', 'run'],
])
say('All is well.')
