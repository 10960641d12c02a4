import './node-version.ts'
import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dayInOslo } from '#app/domain/calendar.ts'
import { startClock, type Clock } from '#app/http/clock.server.ts'
import { demoSettings, SettingsProblem } from '#app/http/settings.server.ts'
import type { Db } from '#db/connection.ts'
import { lockDatabase } from '#db/lock.ts'
import { findLastEventAt } from '#db/queries/events.ts'
import { findMunicipality } from '#db/queries/municipality.ts'
import { continueLillehammer, demoDay, seedLillehammer } from '#db/seed/lillehammer.ts'
import { buildIfNeeded, builtPages } from './build.ts'
import { run } from './run.ts'
import { giveUp, say } from './say.ts'
import { viteSource } from './vite-source.ts'

// `npm run demo`: Lillehammer with invented answers, on this machine. `npm run dev` is the same with reload.

const OPTIONS = {
  port: { type: 'string', default: '3000' },
  data: { type: 'string', default: 'data' },
  host: { type: 'string', default: '127.0.0.1' },
  fresh: { type: 'boolean', default: false },
  reload: { type: 'boolean', default: false },
} as const

const { port, host, data, fresh, reload } = optionsOf(process.argv.slice(2))
const databaseFile = resolve(data, 'lillehammer.sqlite')
if (!reload) buildIfNeeded()
process.env.NODE_ENV ??= reload ? 'development' : 'production'

const { house } = await run(settings, { source: reload ? viteSource : builtPages, prepare })
say(
  `Overgang shows Lillehammer at ${house.settings.origin} (in the demo it is ${dayInOslo(house.clock())}). Ctrl+C stops it.`,
)

function optionsOf(args: string[]) {
  try {
    const { values } = parseArgs({ args, options: OPTIONS })
    if (!/^\d{1,5}$/.test(values.port)) giveUp('--port takes a number, such as --port 3001.')
    return { ...values, port: Number(values.port) }
  } catch {
    return giveUp('npm run demo takes --port NUMBER, --data FOLDER, --host ADDRESS and --fresh, after a lone --.')
  }
}

function settings() {
  const today = dayInOslo(startClock(null)())
  const on = demoDay(today)
  const clock = on === today ? {} : { CLOCK: on }
  const told = demoSettings({ port, host, databaseFile }, { ...clock, ...process.env })
  if (fresh && existsSync(databaseFile)) {
    const lock = lockDatabase(databaseFile)
    for (const end of ['', '-wal', '-shm']) rmSync(databaseFile + end, { force: true })
    lock.release()
  }
  return told
}

/** Tells the demo's story up to today. A clock set to a day begins anew each time; what happened since stays before it. */
async function prepare(db: Db, clock: Clock): Promise<Clock> {
  const last = await findLastEventAt(db)
  const onSameDay = last !== null && last > clock() && dayInOslo(last) === dayInOslo(clock())
  const goingOn = onSameDay ? startClock(last) : clock
  const tell = (await findMunicipality(db)) ? continueLillehammer : seedLillehammer
  await tell(db, goingOn()).catch((thrown: Error) => {
    throw new SettingsProblem(thrown.message)
  })
  return goingOn
}
