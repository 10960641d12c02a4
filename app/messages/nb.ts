import { nb as locale } from 'date-fns/locale/nb'
import catalog from './nb.json' with { type: 'json' }

export { catalog, locale }
