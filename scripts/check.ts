import { say } from './say.ts'
import { runAll, runBeside } from './steps.ts'

/** `npm run check`: all but the browser journeys, before each commit. Lint has as much to do as the others together. */
await runBeside(
  [['lint', 'eslint', '.']],
  [
    ['format', 'prettier', '--check', '.'],
    ['types', 'tsc', '--noEmit'],
  ],
)
runAll([['tests', 'vitest', 'run']])
say('All is well.')
