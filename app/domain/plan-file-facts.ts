import { escapedLine, unescapedLine } from './plan-file-escapes.ts'
import type { Language } from './language.ts'
import * as words from './plan-file-words.ts'
import type { InWords } from './plan-file-words.ts'

/** The parts of a plan in Markdown that have facts below their heading. */
export type FactOwner = 'head' | 'purpose' | 'routine' | 'step' | 'area' | 'element' | 'basis'

/** One line below a heading: its fixed name, which value it holds (of a text, in which language), and how that is put. */
export interface Fact {
  name: string
  key: string
  language?: Language
  words: InWords<unknown>
  /** May stand several times, once for each value of a list. */
  many?: boolean
}

const LINE: InWords<string | null | undefined> = {
  write: (text) => (text === null || text === undefined ? null : escapedLine(text)),
  read: unescapedLine,
  allowed: '',
}

function fact<T>(name: string, key: string, words: InWords<T>, many = false): Fact {
  return { name, key, words: words as InWords<unknown>, many }
}

/** A text with its translations, each on its own line: `Formål`, `Formål på nynorsk`, `Formål på engelsk`. */
function text(name: string, key: string): Fact[] {
  return [{ ...fact(name, key, LINE), language: 'nb' }, ...translations(`${name} på `, key)]
}

/** Only the translations: the text itself is the heading. */
function translations(before: string, key: string): Fact[] {
  const named = (language: string) => (before ? before + language : language[0]?.toUpperCase() + language.slice(1))
  return [
    { ...fact(named('nynorsk'), key, LINE), language: 'nn' },
    { ...fact(named('engelsk'), key, LINE), language: 'en' },
  ]
}

/** What can stand below each heading, in the order in which it is written. */
export const FACTS: Readonly<Record<FactOwner, readonly Fact[]>> = {
  head: [
    ...translations('', 'title'),
    fact('Kommune', 'municipality', LINE),
    fact('Versjon', 'version', words.A_NUMBER),
    fact('Vedtatt', 'adoptedOn', words.A_DAY),
  ],
  purpose: translations('', 'purpose'),
  routine: [...translations('', 'title'), ...text('Formål', 'purpose')],
  step: [
    ...translations('', 'title'),
    fact('Frist', 'due', words.DUE),
    fact('Hvor', 'scope', words.SCOPE),
    fact('Svarer', 'responsible', words.SIDE),
    fact('Bekrefter', 'confirmedBy', words.SIDE),
    fact('Utføres av', 'carriedOutBy', words.CARRIED_OUT),
    fact('Bygger på', 'binding', words.BINDING),
    fact('Hjemmel', 'legalBasis', LINE, true),
    fact('Følsomt', 'sensitive', words.FLAG),
    fact('Gjelder enkeltbarn', 'aboutSingleChildren', words.FLAG),
    fact('Kan utelates for små par', 'sparedSmallPairs', words.FLAG),
  ],
  area: translations('', 'title'),
  element: [...text('Barnehagen', 'kindergarten'), ...text('Skolen', 'school')],
  basis: [...text('Navn', 'title'), fact('Kontrollert', 'checkedOn', words.CHECKED_ON)],
}

/** The headings of the parts of a plan, all on the level of its title. */
export const PARTS = { purposes: 'Formål', routines: 'Rutiner', framework: 'Rammeverk', legalBasis: 'Hjemler' } as const
export type Part = keyof typeof PARTS

/** What stands above a quoted block of guidance that is not in bokmål. */
export const GUIDANCE_IN = { nn: 'Veiledning på nynorsk:', en: 'Veiledning på engelsk:' } as const
/** What stands above an element, which has no title. */
export const ELEMENT_HEADING = 'Element'
