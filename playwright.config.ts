import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.ts'
import { TOWNS } from './tests/e2e/towns.ts'

/** The browser journeys, on the built application: `npm run build` first; `npm test` does. */
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // Only a hang takes this long: a slow machine is no defect.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  globalTimeout: 45 * 60_000,
  reporter: [['list']],
  use: {
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
        ...['--disable-component-update', '--disable-sync', '--no-first-run'],
      ],
    },
  },
  webServer: Object.values(TOWNS).map(({ port, clock, folder, origin }) => ({
    command: `node_modules/.bin/node scripts/demo.ts --fresh --data ${folder} --port ${port}`,
    env: { CLOCK: clock },
    url: `${origin}/health`,
    stdout: 'pipe' as const,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
  })),
})
