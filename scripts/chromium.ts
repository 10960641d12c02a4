import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Where a Chromium is: the one in CHROMIUM, Debian's, or the one that Playwright keeps; null when there is none. */
export function findChromium(): string | null {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', chromium.executablePath()]
  return known.find((path) => path && existsSync(path)) ?? null
}

/** Finds Chromium, or gets it with Playwright's own command or Debian's package manager; null when neither can. */
export function findOrInstallChromium(): string | null {
  return (
    findChromium() ??
    (succeeds('npx', ['playwright', 'install', 'chromium']) ? runnable() : null) ??
    (asRoot() && succeeds('apt-get', ['update']) && succeeds('apt-get', ['install', '-y', 'chromium'])
      ? findChromium()
      : null)
  )
}

/** Playwright's own needs libraries of the system that may not be there. */
function runnable(): string | null {
  const path = findChromium()
  return path && succeeds(path, ['--version']) ? path : null
}

function asRoot(): boolean {
  return process.getuid?.() === 0
}

function succeeds(program: string, given: string[]): boolean {
  return spawnSync(program, given, { stdio: ['ignore', 'ignore', 'ignore'] }).status === 0
}
