import type { PlaceKind, Side } from './place.ts'
import type { CarriedOutBy } from './plan.ts'

/** Who a cell names: who carries the step out, which side answers, and where it is asked. What is not said is null. */
export interface WhoRead {
  carriedOutBy: CarriedOutBy | null
  responsible: Side | null
  scope: PlaceKind | null
  /** Whether this is all that the words say: nobody else is named, and nothing was left unread. */
  whole: boolean
}

interface Named {
  side: Side | null
  by: CarriedOutBy
  /** A role says more than its side: "skolen v/kontaktlærer". */
  role: boolean
}

/** What people are called, in both written languages, singular and plural. The first that fits a word counts. */
const NAMES: readonly [words: string, named: Named][] = [
  ['foreldre\\p{L}*|foresatte\\p{L}*|føresette\\p{L}*|heim(?:en|mane)?|hjem(?:met|mene)?', named(null, 'parents')],
  ['(?:barnehage|bhg)?-?styr(?:er|ar)(?:e|ar|en|ne|ene|ane)*', named('kindergarten', 'kindergarten director')],
  ['(?:daglig|dagleg) (?:leder|leiar)(?:en)?', named('kindergarten', 'kindergarten director')],
  [
    'ped(?:agogisk(?:e)?|\\.)?[ -]?(?:leder|leiar|ledar)(?:e|ar|en|ne|ene|ane)*|(?:barnehage|førskole|førskule)lær(?:er|ar)\\p{L}*|pedagog(?:en|er|ar|ene|ane)?',
    named('kindergarten', 'pedagogical leader'),
  ],
  [
    '(?:barnehage|skole|skule|oppvekst|kommunal|fag)(?:sjef|eier|eigar|myndighet|mynde)\\p{L}*|oppvekst\\p{L}*|kommun(?:e|en|ane|ene)|rådgiver\\p{L}*|rådgjevar\\p{L}*|(?:barnehage|skole|skule)kontor\\p{L}*',
    named('municipality', 'municipality'),
  ],
  [
    'sfo(?:[ -]?(?:leder|leiar)\\p{L}*)?|(?:leder|leiar) (?:for |av |på |i )?sfo|aks',
    named('school', 'after-school leader'),
  ],
  [
    '(?:kontakt|klasse)?lær(?:er|ar)(?:e|ar|en|ne|ene|ane)*|klassestyr(?:er|ar)\\p{L}*|teamle(?:der|iar)\\p{L}*',
    named('school', 'class teacher'),
  ],
  [
    'rektor(?:er|ar|en|ene|ane)?|(?:skole|skule)(?:leder|leiar|ledelse|leiing)\\p{L}*|inspektør\\p{L}*',
    named('school', 'principal'),
  ],
  [
    '(?:barnehage|bhg)(?:n|r|ne|ane|ene|ns|personale|personalet)?',
    named('kindergarten', 'kindergarten director', false),
  ],
  ['(?:barne)?(?:skole|skule|skol|skul)(?:n|r|en|ne|ar|ane|ene)?', named('school', 'principal', false)],
]

function named(side: Side | null, by: CarriedOutBy, role = true): Named {
  return { side, by, role }
}

const ANYBODY = new RegExp(`(?<![\\p{L}])(?:${NAMES.map(([words]) => `(${words})`).join('|')})(?![\\p{L}])`, 'giu')
/** Words that bind names together and say nothing more. */
const BINDS =
  /(?<!\p{L})(?:og|eller|samt|med|i samarbeid|saman|sammen|ved|v\/|i|på|av|for|har ansvar(?:et)?|ansvar(?:lig|leg)?|begge|alle|den|enkelte)(?!\p{L})|[\s/,;:&+.()–-]+|v\//giu
const LONGEST = 200

/** Who is named in the words of a cell, or null where nobody is that the plan knows. The first side named answers. */
export function readWho(words: string): WhoRead | null {
  const text = words.slice(0, LONGEST).toLowerCase()
  const found = [...text.matchAll(ANYBODY)].flatMap((match) => {
    const name = NAMES[match.slice(1).findIndex((group) => group !== undefined)]
    return name && !HALF.test(text.slice(match.index + match[0].length)) ? [name[1]] : []
  })
  const [first] = found
  if (!first) return null
  const responsible = found.find(({ side }) => side !== null)?.side ?? null
  const roles = found.filter(({ role }) => role)
  const role = roles.find(({ side }) => side === first.side)
  const unnamed = found.filter(({ side, role }) => !role && !roles.some((other) => other.side === side))
  const rest = text.replace(ANYBODY, '').replace(BINDS, '')
  return {
    carriedOutBy: (role ?? first).by,
    responsible,
    scope: scopeOf(found, responsible),
    whole:
      words.length <= LONGEST &&
      rest === '' &&
      responsible !== null &&
      new Set([...roles, ...unnamed].map(({ by }) => by)).size === 1,
  }
}

/** "Barnehage- og skoleeier", "skole-hjem-samarbeid": the first half of a longer word names nobody. */
const HALF = /^-(?: og \p{L}*(?:eier|eigar|sjef|myndighet)|hjem|heim)/u

/** Kindergarten and school together are a pair. */
function scopeOf(found: readonly Named[], responsible: Side | null): PlaceKind | null {
  const sides = new Set(found.map(({ side }) => side))
  if (responsible === 'municipality') return 'municipality'
  return sides.has('kindergarten') && sides.has('school') ? 'pair' : responsible
}
