import type { Answer } from '#app/domain/tick.ts'

/** How a unit goes about its ticks. */
export type Habit = 'prompt' | 'steady' | 'late' | 'forgets to confirm' | 'rarely'

/** Working days and shares that make up a habit: [from, to]. Before the due day is positive, after it negative. */
export interface Manner {
  /** Days from when the thing is done to its due day. */
  ahead: readonly [number, number]
  /** Working days until it is ticked. */
  ticksWithin: readonly [number, number]
  /** Working days until what the other side did is confirmed. */
  confirmsWithin: readonly [number, number]
  /** The share of lines that are never answered in the newest cycle. */
  forgets: number
}

export const MANNERS: Readonly<Record<Habit, Manner>> = {
  prompt: { ahead: [5, 20], ticksWithin: [0, 2], confirmsWithin: [1, 5], forgets: 0 },
  steady: { ahead: [1, 14], ticksWithin: [0, 4], confirmsWithin: [2, 9], forgets: 0.02 },
  late: { ahead: [-18, 4], ticksWithin: [1, 8], confirmsWithin: [6, 20], forgets: 0.05 },
  'forgets to confirm': { ahead: [1, 12], ticksWithin: [0, 5], confirmsWithin: [25, 60], forgets: 0.02 },
  rarely: { ahead: [0, 6], ticksWithin: [0, 0], confirmsWithin: [0, 0], forgets: 0.1 },
}

/** Units that are not steady. */
const HABITS: Readonly<Record<string, Habit>> = {
  'Røyslimoen barnehage': 'prompt',
  'Vingrom barnehage': 'prompt',
  'Jørstadmoen barnehage': 'prompt',
  'Engesvea FUS barnehage': 'prompt',
  'Hammermo FUS barnehage': 'prompt',
  'Ro barnehage': 'prompt',
  'Øversveen barnehage': 'late',
  'Lundgaardsløkka barnehage': 'late',
  'Smestad studentbarnehage': 'late',
  'Hestehoven barnehage': 'late',
  'Sykehusbarnehagen i Lillehammer': 'forgets to confirm',
  'Steinrøysa barnehage': 'forgets to confirm',
  'Suttestad barnehage': 'forgets to confirm',
  'Buvollen barnehage': 'rarely',
  'Saksheim naturbarnehage': 'rarely',
  'Nordre Ål skole': 'prompt',
  'Røyslimoen skole': 'prompt',
  'Vingrom skole': 'prompt',
  'Hammartun skole': 'forgets to confirm',
  'Vingar skole': 'late',
  'Lillehammer Steinerskole': 'late',
  'Friskolen (navn ikke kjent)': 'rarely',
}

export function habitOf(unitName: string): Habit {
  return HABITS[unitName] ?? 'steady'
}

/** The days on which the units that hardly tick sit down and do it. */
export const CATCHING_UP: Readonly<Record<number, readonly string[]>> = {
  2026: ['2025-12-10', '2026-06-17', '2026-10-07'],
  2027: ['2027-06-16', '2027-10-06'],
}

/** The share of what they are only invited to that units do all the same. */
const INTEREST: Readonly<Record<string, number>> = {
  'Nybu barnehage': 0.6,
  'Ringelihorn Steinerbarnehage': 0.35,
  'Askeladden barnehage': 0.3,
  'Birkebeineren friluftsbarnehage': 0.3,
  'Smestad studentbarnehage': 0.4,
  'Hestehoven barnehage': 0.05,
}

export function interestOf(unitName: string): number {
  return INTEREST[unitName] ?? 0.2
}

/** What may be noted on a step that was done; never about a child. */
export const NOTES: Readonly<Record<string, readonly string[]>> = {
  h03: ['Gruppa møtes tirsdager og torsdager.', 'To pedagogiske ledere deler ansvaret.'],
  h05: ['Møtet ble slått sammen med nabobarnehagens.', 'Godt oppmøte.', 'SFO var med og fortalte.'],
  h06: ['Tallene kan endre seg fram til jul.', 'Meldt i årets skjema.'],
  h10: ['Møtet ble holdt på Teams.', 'Møtet ble slått sammen med nabobarnehagens.', 'Datoene for våren er sendt ut.'],
  v01: ['Holdt i gymsalen sammen med SFO.', 'Godt oppmøte.'],
  v02: ['Flyttet en uke på grunn av planleggingsdag.', 'Sammen med to andre barnehager.'],
  v07: ['Tatt i samme møte for alle barnehagene.'],
  v08: ['To grupper, formiddag og ettermiddag.'],
  v09: ['Kontaktlærer og SFO-leder kom sammen.', 'Kombinert med samlingsstund ute.'],
  v10: ['Treffet ble holdt i skogen bak skolen.'],
  v11: ['Fadderne lagde løype i skolegården.'],
  v18: ['Samtalene ble tatt på én dag.'],
  v20: ['Kontaktlærerne presenterte seg.'],
  s05: ['Tatt i høstens første samarbeidsmøte.', 'Holdt på Teams.'],
}

/** A line that went another way than the usual. `place` is a unit's name, or kindergarten and school with an arrow. */
export interface Episode {
  year: number
  place: string
  step: string
  turns: readonly Turn[]
}

/** One thing said on such a line. The adviser answers for the side where `byAdviser` is set. */
export interface Turn {
  on: string
  side: 'kindergarten' | 'school'
  answer: Answer | 'withdrawn'
  doneOn?: string
  reason?: string
  note?: string
  byAdviser?: true
}

export const EPISODES: readonly Episode[] = [
  {
    year: 2027,
    place: 'Norbana barnehage → Hammartun skole',
    step: 'h06',
    turns: [
      { on: '2026-10-12', side: 'kindergarten', answer: 'done', doneOn: '2026-10-12' },
      {
        on: '2026-10-21',
        side: 'school',
        answer: 'disputed',
        reason: 'Antallet stemmer ikke med skolens egen liste. Vi har bedt om en ny opptelling.',
      },
      {
        on: '2027-04-13',
        side: 'kindergarten',
        answer: 'done',
        doneOn: '2027-04-12',
        note: 'Rettet etter ny opptelling.',
      },
      { on: '2027-04-15', side: 'school', answer: 'confirmed' },
    ],
  },
  {
    year: 2026,
    place: 'Lillehammer barnehage → Røyslimoen skole',
    step: 'h06',
    turns: [
      { on: '2025-10-09', side: 'kindergarten', answer: 'done', doneOn: '2025-10-09' },
      { on: '2025-10-20', side: 'school', answer: 'disputed', reason: 'Antallet stemmer ikke med innskrivingen.' },
      {
        on: '2025-11-03',
        side: 'kindergarten',
        answer: 'done',
        doneOn: '2025-11-03',
        note: 'Rettet sammen med skolen.',
      },
      { on: '2025-11-05', side: 'school', answer: 'confirmed' },
    ],
  },
  {
    year: 2027,
    place: 'Skårsetlia naturbarnehage → Nordre Ål skole',
    step: 'h06',
    turns: [
      {
        on: '2026-10-15',
        side: 'kindergarten',
        answer: 'done',
        doneOn: '2026-10-15',
        note: 'Meldt på telefon til rådgiveren.',
        byAdviser: true,
      },
      { on: '2026-10-20', side: 'school', answer: 'confirmed' },
    ],
  },
  {
    year: 2026,
    place: 'Buvollen barnehage',
    step: 'h03',
    turns: [
      {
        on: '2025-09-22',
        side: 'kindergarten',
        answer: 'done',
        doneOn: '2025-09-15',
        note: 'Ført av rådgiveren etter telefonsamtale.',
        byAdviser: true,
      },
    ],
  },
  {
    year: 2027,
    place: 'Vingrom barnehage',
    step: 'h05',
    turns: [
      { on: '2026-09-17', side: 'kindergarten', answer: 'done', doneOn: '2026-09-17' },
      { on: '2026-09-18', side: 'kindergarten', answer: 'withdrawn' },
      {
        on: '2026-09-25',
        side: 'kindergarten',
        answer: 'done',
        doneOn: '2026-09-24',
        note: 'Møtet ble flyttet en uke, sammen med SFO.',
      },
    ],
  },
  {
    year: 2027,
    place: 'Jørstadmoen barnehage → Jørstadmoen skole',
    step: 'v09',
    turns: [
      {
        on: '2027-02-24',
        side: 'school',
        answer: 'not relevant',
        reason: 'Barnehagen og skolen deler uteområde og møtes hver uke.',
      },
    ],
  },
  {
    year: 2026,
    place: 'Jørstadmoen barnehage → Jørstadmoen skole',
    step: 'v09',
    turns: [
      {
        on: '2026-03-11',
        side: 'school',
        answer: 'not relevant',
        reason: 'Barnehagen og skolen deler uteområde og møtes hver uke.',
      },
    ],
  },
  {
    year: 2027,
    place: 'Læringsverkstedet Lillehammer idrettsbarnehage → Aurvoll skole',
    step: 'v02',
    turns: [
      {
        on: '2027-01-20',
        side: 'school',
        answer: 'not relevant',
        reason: 'Førskoledagene følger Øyers egen plan.',
      },
    ],
  },
  {
    year: 2027,
    place: 'Hagehaugen barnehage → Vingar skole',
    step: 'v02',
    turns: [
      {
        on: '2027-02-03',
        side: 'school',
        answer: 'not done',
        reason: 'Skolen var stengt etter en vannlekkasje, og vi fant ingen ny dag.',
      },
    ],
  },
  {
    year: 2026,
    place: 'Nybu barnehage → Hammartun skole',
    step: 'v09',
    turns: [
      {
        on: '2026-04-17',
        side: 'school',
        answer: 'not done',
        reason: 'Besøket ble avlyst på grunn av streik, og det lot seg ikke flytte.',
      },
    ],
  },
  {
    year: 2027,
    place: 'Vingar skole',
    step: 'v16',
    turns: [
      { on: '2027-04-21', side: 'school', answer: 'not relevant', reason: 'Alle i opptaksområdet har barnehageplass.' },
    ],
  },
  {
    year: 2026,
    place: 'Vingrom skole',
    step: 'v16',
    turns: [
      { on: '2026-05-08', side: 'school', answer: 'not relevant', reason: 'Alle i opptaksområdet har barnehageplass.' },
    ],
  },
  ...[2026, 2027].map((year): Episode => ({
    year,
    place: 'Lillehammer Steinerskole',
    step: 'v05',
    turns: [
      {
        on: `${year}-02-17`,
        side: 'school',
        answer: 'not relevant',
        reason: 'Skolen har sin egen søknadsordning for SFO.',
      },
    ],
  })),
  {
    year: 2027,
    place: 'Saksheim naturbarnehage → Vingar skole',
    step: 'h06',
    turns: [
      { on: '2026-10-14', side: 'kindergarten', answer: 'done', doneOn: '2026-10-14' },
      { on: '2026-11-03', side: 'school', answer: 'confirmed' },
    ],
  },
  {
    year: 2027,
    place: 'Saksheim naturbarnehage',
    step: 'h03',
    turns: [{ on: '2026-09-16', side: 'kindergarten', answer: 'done', doneOn: '2026-09-14' }],
  },
  // What is still open in the last week of November 2026.
  {
    year: 2026,
    place: 'Buvollen barnehage → Hammartun skole',
    step: 's05',
    turns: [],
  },
  {
    year: 2026,
    place: 'Suttestad barnehage → Vingar skole',
    step: 's05',
    turns: [
      { on: '2026-11-05', side: 'school', answer: 'done', doneOn: '2026-11-03' },
      { on: '2026-11-25', side: 'kindergarten', answer: 'confirmed' },
    ],
  },
  {
    year: 2026,
    place: 'Saksheim naturbarnehage → Vingar skole',
    step: 's05',
    turns: [{ on: '2026-11-05', side: 'school', answer: 'done', doneOn: '2026-11-03' }],
  },
  {
    year: 2026,
    place: 'Steinrøysa barnehage → Hammartun skole',
    step: 's05',
    turns: [
      { on: '2026-10-28', side: 'school', answer: 'done', doneOn: '2026-10-27' },
      { on: '2026-11-24', side: 'kindergarten', answer: 'confirmed' },
    ],
  },
  {
    year: 2026,
    place: 'Buvollen barnehage',
    step: 's03',
    turns: [{ on: '2026-11-23', side: 'kindergarten', answer: 'done', doneOn: '2026-11-23' }],
  },
  {
    year: 2026,
    place: 'Lillehammer Steinerskole',
    step: 's04',
    turns: [
      { on: '2026-09-22', side: 'school', answer: 'started' },
      { on: '2026-11-26', side: 'school', answer: 'done', doneOn: '2026-11-24' },
    ],
  },
]
