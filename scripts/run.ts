import { SettingsProblem, type Settings } from '#app/http/settings.server.ts'
import { AlreadyServed } from '#db/lock.ts'
import { giveUp } from './say.ts'
import { serve, type Serving, type Ways } from './serve.ts'

/** Serves until somebody says stop; what cannot start says why in one sentence. Answers the settings it runs with. */
export async function run(readSettings: () => Settings, ways: Ways): Promise<Serving> {
  try {
    const serving = await serve(readSettings(), ways)
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(serving))
    return serving
  } catch (thrown) {
    return giveUp(reasonOf(thrown))
  }
}

async function stop(serving: Serving): Promise<void> {
  await serving.stop()
  process.exit(0)
}

function reasonOf(thrown: unknown): string {
  if (thrown instanceof SettingsProblem) return thrown.message
  if (thrown instanceof AlreadyServed)
    return `${thrown.message} is served by another process already: stop that one first.`
  if (!(thrown instanceof Error)) throw thrown
  if ('code' in thrown && thrown.code === 'EADDRINUSE' && 'port' in thrown) {
    return `Port ${String(thrown.port)} is taken: choose another one with --port or PORT.`
  }
  if ('code' in thrown && thrown.code === 'EACCES' && 'port' in thrown) {
    return `Port ${String(thrown.port)} is not for everybody: choose one above 1024 with --port or PORT.`
  }
  throw thrown
}
