import { instant } from '#app/domain/calendar.ts'
import type { Settings } from '#app/http/settings.server.ts'
import { builtPages } from '#scripts/build.ts'
import { serve } from '#scripts/serve.ts'
import { usage, type Question } from './messages.ts'

/** What a municipality's own server would be told; only the clock is set, so that each run sees the same day. */
export function settingsFor(databaseFile: string, port: number, moment: string): Settings {
  return {
    demo: false,
    origin: `http://localhost:${port}`,
    host: '127.0.0.1',
    port,
    databaseFile,
    mail: null,
    registers: null,
    proxies: 0,
    logLevel: 'info',
    clock: instant(moment),
  }
}

if (import.meta.main) {
  const [file = '', port = '', moment = ''] = process.argv.slice(2)
  const serving = await serve(settingsFor(file, Number(port), moment), { source: builtPages })
  process.on('message', ({ ask }: Question) => {
    if (ask === 'usage') process.send?.(usage())
    if (ask === 'stop') void serving.stop().then(() => process.exit(0))
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.('ready')
}
