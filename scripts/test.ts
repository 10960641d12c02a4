import './node-version.ts'
import { build } from './build.ts'
import { findOrInstallChromium } from './chromium.ts'
import { giveUp, say } from './say.ts'
import { runAll } from './steps.ts'

/** `npm test`: everything, with the browser journeys on the built application. */
const chromium = findOrInstallChromium()
if (!chromium) {
  giveUp(
    'The browser journeys need Chromium: install it with "sudo apt-get install chromium", or name one in CHROMIUM.',
  )
}
build()
runAll([['check', 'node', 'scripts/check.ts']])
runAll([['browser journeys', 'playwright', 'test']], { CHROMIUM: chromium })
say('Everything has passed.')
