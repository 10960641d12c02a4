import { enGB as locale } from 'date-fns/locale/en-GB'
import catalog from './en.json' with { type: 'json' }

export { catalog, locale }
