import { day } from '#app/domain/calendar.ts'
import type { LegalBasis, PlanVersion, Step } from '#app/domain/plan.ts'
import { idOf } from './identity.ts'

const id = (kind: string, key: string) => idOf('fjordvik', kind, key)

export const VERSION = id('version', '1')

/** The ten steps of Fjordvik's plan, each named for what is done. */
export const STEPS = {
  /** The municipality, once. Due 31 August the year before. */
  agreeDates: id('step', 'agree dates'),
  /** Each kindergarten. Due 15 September the year before. */
  formGroup: id('step', 'form group'),
  /** Each school. Due on the first school day. */
  firstDay: id('step', 'first day'),
  /** Each pair: the kindergarten reports, the school confirms. Due 15 October the year before. */
  reportNumbers: id('step', 'report numbers'),
  /** Each pair, by law: the school invites, the kindergarten confirms. Due 30 November the year before. */
  springMeeting: id('step', 'spring meeting'),
  /** Each pair: the school visits, nobody confirms. Due 15 April. */
  visit: id('step', 'visit'),
  /** Each school, answered by its kindergartens. Due 30 April. */
  gathering: id('step', 'gathering'),
  /** Each pair: the kindergarten sends, the school confirms. Due 1 May. */
  sendForms: id('step', 'send forms'),
  /** Each kindergarten, sensitive. Due 1 February. */
  clarifyNeeds: id('step', 'clarify needs'),
  /** Each school, by law, sensitive. Due 15 June. */
  decideSupport: id('step', 'decide support'),
} as const

export const ROUTINES = {
  frame: id('routine', 'frame'),
  cooperation: id('routine', 'cooperation'),
  support: id('routine', 'support'),
} as const

export const AREAS = { belonging: id('area', 'belonging'), play: id('area', 'play') } as const
export const ELEMENTS = {
  friend: id('element', 'friend'),
  ownPlace: id('element', 'own place'),
  freePlay: id('element', 'free play'),
} as const

const cooperationLaw: LegalBasis = {
  code: 'BL2a',
  title: { nb: 'barnehageloven § 2 a, samarbeid med skolen om overgangen' },
  checkedOn: day('2025-05-12'),
}
const supportLaw: LegalBasis = {
  code: 'O11-6',
  title: {
    nb: 'opplæringslova (2023) § 11-6, individuelt tilrettelagt opplæring',
    nn: 'opplæringslova (2023) § 11-6, individuelt tilrettelagd opplæring',
  },
  checkedOn: null,
}

/** What most steps are; each says what differs. */
const plain = {
  guidance: null,
  confirmedBy: null,
  binding: 'plan',
  sensitive: false,
  aboutSingleChildren: false,
  sparedSmallPairs: false,
  meaning: 1,
  legalBasis: [],
} as const satisfies Partial<Step>

const frame: Step[] = [
  {
    ...plain,
    id: STEPS.agreeDates,
    title: {
      nb: 'Fastsette datoene i årshjulet',
      nn: 'Fastsetje datoane i årshjulet',
      en: 'Set the dates of the year',
    },
    carriedOutBy: 'municipality',
    scope: 'municipality',
    responsible: 'municipality',
    due: { kind: 'year before school start', month: 8, day: 31 },
  },
  {
    ...plain,
    id: STEPS.formGroup,
    title: { nb: 'Etablere femårsgruppa', en: 'Form the five-year group' },
    guidance: { nb: 'Avtal hvem som leder gruppa, og hvilken dag den møtes.' },
    carriedOutBy: 'kindergarten director',
    scope: 'kindergarten',
    responsible: 'kindergarten',
    due: { kind: 'year before school start', month: 9, day: 15 },
  },
  {
    ...plain,
    id: STEPS.firstDay,
    title: { nb: 'Første skoledag', nn: 'Første skuledag', en: 'First school day' },
    carriedOutBy: 'principal',
    scope: 'school',
    responsible: 'school',
    due: { kind: 'days from first school day', days: 0 },
  },
]

const cooperation: Step[] = [
  {
    ...plain,
    id: STEPS.reportNumbers,
    title: {
      nb: 'Melde antall skolestartere',
      nn: 'Melde talet på skulestartarar',
      en: 'Report the number of children',
    },
    carriedOutBy: 'kindergarten director',
    scope: 'pair',
    responsible: 'kindergarten',
    confirmedBy: 'school',
    due: { kind: 'year before school start', month: 10, day: 15 },
  },
  {
    ...plain,
    id: STEPS.springMeeting,
    title: { nb: 'Samarbeidsmøte om våren', nn: 'Samarbeidsmøte om våren' },
    carriedOutBy: 'principal',
    scope: 'pair',
    responsible: 'school',
    confirmedBy: 'kindergarten',
    due: { kind: 'year before school start', month: 11, day: 30 },
    binding: 'law',
    legalBasis: [cooperationLaw],
  },
  {
    ...plain,
    id: STEPS.visit,
    title: { nb: 'Skolen besøker barnehagen', en: 'The school visits the kindergarten' },
    carriedOutBy: 'class teacher',
    scope: 'pair',
    responsible: 'school',
    due: { kind: 'school start year', month: 4, day: 15 },
  },
  {
    ...plain,
    id: STEPS.gathering,
    title: { nb: 'Treff for skolestartere på tvers av barnehager' },
    carriedOutBy: 'kindergarten director',
    scope: 'school',
    responsible: 'kindergarten',
    due: { kind: 'school start year', month: 4, day: 30 },
  },
  {
    ...plain,
    id: STEPS.sendForms,
    title: { nb: 'Sende overføringsskjema til skolen', nn: 'Sende overføringsskjema til skulen', en: 'Send the forms' },
    guidance: { nb: 'Skjemaene sendes utenom dette verktøyet.', nn: 'Skjemaa blir sende utanom dette verktøyet.' },
    carriedOutBy: 'pedagogical leader',
    scope: 'pair',
    responsible: 'kindergarten',
    confirmedBy: 'school',
    due: { kind: 'school start year', month: 5, day: 1 },
    legalBasis: [cooperationLaw],
  },
]

const support: Step[] = [
  {
    ...plain,
    id: STEPS.clarifyNeeds,
    title: { nb: 'Avklare behov for tilrettelegging', en: 'Clarify needs for support' },
    carriedOutBy: 'kindergarten director',
    scope: 'kindergarten',
    responsible: 'kindergarten',
    due: { kind: 'school start year', month: 2, day: 1 },
    sensitive: true,
    aboutSingleChildren: true,
  },
  {
    ...plain,
    id: STEPS.decideSupport,
    title: { nb: 'Vedtak om tilrettelegging er klart', nn: 'Vedtak om tilrettelegging er klart' },
    carriedOutBy: 'principal',
    scope: 'school',
    responsible: 'school',
    due: { kind: 'school start year', month: 6, day: 15 },
    binding: 'law',
    sensitive: true,
    aboutSingleChildren: true,
    legalBasis: [supportLaw],
  },
]

/** Fjordvik's plan as published: three routines with ten steps, two framework areas, partly translated. */
export const FJORDVIK_PLAN: PlanVersion = {
  id: VERSION,
  number: 1,
  title: {
    nb: 'Plan for overgangen i Fjordvik',
    nn: 'Plan for overgangen i Fjordvik',
    en: 'Transition plan of Fjordvik',
  },
  purposes: [{ nb: 'Barna skal møte sammenheng.', nn: 'Barna skal møte samanheng.' }],
  routines: [
    { id: ROUTINES.frame, title: { nb: 'Rammer', nn: 'Rammer', en: 'Frame' }, purpose: null, steps: frame },
    {
      id: ROUTINES.cooperation,
      title: { nb: 'Samarbeid', en: 'Cooperation' },
      purpose: { nb: 'Barnehage og skole kjenner hverandre.' },
      steps: cooperation,
    },
    { id: ROUTINES.support, title: { nb: 'Ekstra støtte', nn: 'Ekstra støtte' }, purpose: null, steps: support },
  ],
  framework: [
    {
      id: AREAS.belonging,
      title: { nb: 'Tilhørighet', nn: 'Tilhøyrsle', en: 'Belonging' },
      elements: [
        {
          id: ELEMENTS.friend,
          kindergarten: {
            nb: 'Barnet har en venn i gruppa',
            nn: 'Barnet har ein ven i gruppa',
            en: 'Each child has a friend',
          },
          school: { nb: 'Læreren vet hvem barnet kjenner', en: 'The teacher knows whom the child knows' },
          meaning: 1,
        },
        {
          id: ELEMENTS.ownPlace,
          kindergarten: { nb: 'Gruppa har sin egen plass' },
          school: { nb: 'Klassen har faste rutiner', nn: 'Klassen har faste rutinar' },
          meaning: 1,
        },
      ],
    },
    {
      id: AREAS.play,
      title: { nb: 'Lek' },
      elements: [
        {
          id: ELEMENTS.freePlay,
          kindergarten: { nb: 'Det er tid til lek hver dag', nn: 'Det er tid til leik kvar dag' },
          school: { nb: 'Skoledagen har tid til lek', nn: 'Skuledagen har tid til leik' },
          meaning: 1,
        },
      ],
    },
  ],
  legalBasis: [cooperationLaw, supportLaw],
  publication: {
    publishedOn: day('2025-06-16'),
    validFromCycle: 2026,
    adoptedBy: 'Kommunestyret',
    caseNumber: 'Demo 25/1',
    adoptedOn: day('2025-05-27'),
    changeNote: 'Første versjon.',
  },
}
