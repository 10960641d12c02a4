import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { request as send, type IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from '#scripts/build.ts'
import { openDatabase } from '#db/connection.ts'
import { seedFjordvik } from '#db/seed/fjordvik.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}
