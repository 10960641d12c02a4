import dates from './dates-nn.json' with { type: 'json' }
import everyone from './everyone-nn.json' with { type: 'json' }
import framework from './framework-nn.json' with { type: 'json' }
import incoming from './incoming-nn.json' with { type: 'json' }
import { catalog as daily } from './nn.ts'
import renewal from './renewal-nn.json' with { type: 'json' }
import wheel from './wheel-nn.json' with { type: 'json' }

/** Every catalog of the language, each for a subject: what the server knows. */
export const catalogs = [daily, renewal, everyone, framework, incoming, wheel, dates]
export { locale } from './nn.ts'
