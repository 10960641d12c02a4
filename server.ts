import './scripts/node-version.ts'
import { readSettings } from './app/http/settings.server.ts'
import { builtPages } from './scripts/build.ts'
import { run } from './scripts/run.ts'

/** A municipality's own server, as `npm start` starts it. */
await run(() => readSettings(process.env), { source: builtPages })
