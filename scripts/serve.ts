import { mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
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
    return { house, stop: stopping(house, server, close) }
  } catch (thrown) {
    await close()
    throw thrown
  }
}

function stopping(house: House, server: Server, close: () => Promise<void>): () => Promise<void> {
  const { mail } = house.settings
  const postman = mail && startPostman(house, mail)
  return async () => {
    await finish(server)
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

/** No new requests; the ones that came are answered, within reason. */
function finish(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE)
    server.close(() => {
      clearTimeout(impatient)
      resolve()
    })
    server.closeIdleConnections()
  })
}
