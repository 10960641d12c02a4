import 'i18next'
import type everyone from './everyone-nb.json'
import type nb from './nb.json'
import type renewal from './renewal-nb.json'

/** Keys are typed from bokmål, the model of the other catalogs. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof nb & typeof renewal & typeof everyone }
    returnNull: false
  }
}
