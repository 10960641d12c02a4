import dates from './dates-en.json' with { type: 'json' }
import everyone from './everyone-en.json' with { type: 'json' }
import framework from './framework-en.json' with { type: 'json' }
import incoming from './incoming-en.json' with { type: 'json' }
import { catalog as daily } from './en.ts'
import renewal from './renewal-en.json' with { type: 'json' }
import wheel from './wheel-en.json' with { type: 'json' }

/** Every catalog of the language, each for a subject: what the server knows. */
export const catalogs = [daily, renewal, everyone, framework, incoming, wheel, dates]
export { locale } from './en.ts'
