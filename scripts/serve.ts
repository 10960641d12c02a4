import { mkdirSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { dirname } from 'node:path'
import { pino } from 'pino'
import { openDatabase, type Db } from '#db/connection.ts'
import { lockDatabase } from '#db/lock.ts'
import { application } from '#app/http/application.server.ts'
import { startClock, type Clock } from '#app/http/clock.server.ts'
import type { House } from '#app/http/edge.server.ts'
import type { Source } from '#app/http/source.server.ts'
import { startPostman } from '#app/services/postman.server.ts'
import type { Settings } from '#app/http/settings.server.ts'

/** A municipality being served, and what ends that. */
export interface Serving {
  house: House
  stop: () => Promise<void>
}

const LOOK_EVERY = 150
const MOST_LOOKS = 30
const PATIENCE = 10_000

/** What a way of starting brings along. */
export interface Ways {
  source: (server: Server) => Promise<Source>
  /** Runs on the open file before the first request, as to fill a demo; answers the clock to go on with. */
  prepare?: (db: Db, clock: Clock) => Promise<Clock>
}

/**
 * Serves a municipality's file. Throws AlreadyServed where another process serves it, and the network's error where the
 * port is taken.
 */
export async function serve(settings: Settings, { source, prepare }: Ways): Promise<Serving> {
  const { db, close } = openForServing(settings.databaseFile)
  const server = createServer()
  const openRequests = countRequests(server)
  try {
    const clock = startClock(settings.clock)
    const house: House = {
      db,
      settings,
      clock: (await prepare?.(db, clock)) ?? clock,
      log: startLog(settings.logLevel),
    }
    server.on('request', application(house, await source(server)))
    await listen(server, settings)
    return { house, stop: stopping(house, () => finish(server, openRequests), close) }
  } catch (thrown) {
    await close()
    throw thrown
  }
}

function stopping(house: House, finishRequests: () => Promise<void>, close: () => Promise<void>): () => Promise<void> {
  const { mail } = house.settings
  const postman = mail && startPostman(house, mail)
  return async () => {
    await finishRequests()
    await postman?.stop()
    await close()
  }
}

/** Opens a municipality's file for this process alone. */
function openForServing(file: string): { db: Db; close: () => Promise<void> } {
  mkdirSync(dirname(file), { recursive: true })
  const lock = lockDatabase(file)
  const { db, close } = openDatabase(file)
  return { db, close: () => close().then(lock.release) }
}

function startLog(level: string) {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' })
}

function listen(server: Server, { port, host }: Settings): Promise<void> {
  server.requestTimeout = 60_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Counts the requests that are being answered. */
function countRequests(server: Server): () => number {
  let open = 0
  server.on('request', (_incoming, outgoing: ServerResponse) => {
    open += 1
    outgoing.once('close', () => (open -= 1))
  })
  return () => open
}

/**
 * Ends without breaking a request. At first everybody is still answered, and told that the connection closes; once it has
 * been quiet for two looks nobody new is let in. Closing at once would reset connections whose request was not read yet.
 */
async function finish(server: Server, openRequests: () => number): Promise<void> {
  server.prependListener(
    'request',
    (_incoming, outgoing: ServerResponse) => void outgoing.setHeader('Connection', 'close'),
  )
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE)
  for (let quiet = 0, looks = 0; quiet < 2 && looks < MOST_LOOKS; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
    quiet = openRequests() === 0 ? quiet + 1 : 0
  }
  await new Promise((resolve) => server.close(resolve))
  clearTimeout(impatient)
}
