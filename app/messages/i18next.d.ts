import 'i18next'
import type dates from './dates-nb.json'
import type everyone from './everyone-nb.json'
import type framework from './framework-nb.json'
import type incoming from './incoming-nb.json'
import type nb from './nb.json'
import type renewal from './renewal-nb.json'
import type wheel from './wheel-nb.json'

/** Keys are typed from bokmål, the model of the other catalogs. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: {
      translation: typeof nb &
        typeof renewal &
        typeof everyone &
        typeof framework &
        typeof incoming &
        typeof wheel &
        typeof dates
    }
    returnNull: false
  }
}
