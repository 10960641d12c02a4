import dates from './dates-nb.json' with { type: 'json' }
import everyone from './everyone-nb.json' with { type: 'json' }
import framework from './framework-nb.json' with { type: 'json' }
import incoming from './incoming-nb.json' with { type: 'json' }
import { catalog as daily } from './nb.ts'
import renewal from './renewal-nb.json' with { type: 'json' }
import wheel from './wheel-nb.json' with { type: 'json' }

/** Every catalog of the language, each for a subject: what the server knows. */
export const catalogs = [daily, renewal, everyone, framework, incoming, wheel, dates]
export { locale } from './nb.ts'
