import { nn as locale } from 'date-fns/locale/nn'
import catalog from './nn.json' with { type: 'json' }

export { catalog, locale }
