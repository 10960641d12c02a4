import { day, type LocalDate } from '#app/domain/calendar.ts'
import { edited } from '#app/domain/draft-edits.ts'
import { findElement, findStep, type Draft, type Edit, type EditedStep } from '#app/domain/draft.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import { finished } from '#app/domain/readiness.ts'
import type { Act } from './acts.ts'
import { routineId, stepId } from './example-plan.ts'
import { idOf } from './identity.ts'
import { ADVISER, leaderOf, PLAN, unitNamed } from './lillehammer-cast.ts'
import { momentAtWork } from './working-days.ts'

const WORLD = 'lillehammer'
const id = (kind: string, key: string) => idOf(WORLD, kind, key)

/** The draft that becomes version 2. */
export const NEXT_VERSION = id('version', '2')
const HEARING = id('hearing', '2027')
/** A step that only the new version has. */
export const LETTER = id('step', 'letter to the group')

/** A step of the plan in force as its form would send it, changed. */
function changed(key: string, change: Partial<EditedStep>): EditedStep {
  const found = findStep(PLAN, stepId(WORLD, key))
  if (!found) throw new RangeError(`The example plan has no step ${key}`)
  const { meaning: _, ...step } = found.step
  return { ...step, ...change }
}

const cooperation = routineId(WORLD, 'cooperation')

/** What the adviser writes, on which day. */
const EDITS: readonly [LocalDate, Edit][] = [
  [
    day('2026-11-10'),
    {
      kind: 'step',
      routineId: cooperation,
      step: changed('v07', {
        guidance: {
          nb: 'Hør barnehagens syn på vennskap og grupper før klassene settes sammen.\n\n- Møtet handler om **gruppa**.\n- Det som sies om enkeltbarn, krever foreldrenes tillatelse.',
          nn: 'Høyr synet til barnehagen på venskap og grupper før klassane blir sette saman.\n\n- Møtet handlar om **gruppa**.\n- Det som blir sagt om einskildbarn, krev løyve frå foreldra.',
        },
      }),
      meant: 'wording',
    },
  ],
  [
    day('2026-11-11'),
    {
      kind: 'step',
      routineId: cooperation,
      step: changed('h06', {
        title: {
          nb: 'Melde antall skolestartere per skole, også de som ikke har valgt',
          nn: 'Melde talet på skulestartarar per skule, også dei som ikkje har valt',
          en: 'Report the number of school starters per school, also those who have not chosen',
        },
      }),
      meant: 'meaning',
    },
  ],
  [
    day('2026-11-12'),
    {
      kind: 'step',
      routineId: cooperation,
      step: {
        ...changed('v11', {}),
        id: LETTER,
        title: { nb: 'Skolen sender et brev til femårsgruppa', nn: 'Skulen sender eit brev til femårsgruppa' },
        guidance: { nb: 'Et kort brev fra førsteklassen til gruppa, med bilde av skolegården.' },
        due: { kind: 'school start year', month: 2, day: 15 },
      },
      meant: null,
    },
  ],
  [
    day('2026-11-13'),
    {
      kind: 'step',
      routineId: routineId(WORLD, 'information-transfer'),
      step: changed('v15', { due: { kind: 'school start year', month: 4, day: 15 } }),
      meant: null,
    },
  ],
  [day('2026-11-13'), { kind: 'take out', what: 'step', id: stepId(WORLD, 'v22') }],
  [
    day('2026-11-16'),
    { kind: 'step', routineId: routineId(WORLD, 'enrolment'), step: changed('v11', {}), meant: null },
  ],
  [day('2026-11-17'), { kind: 'order', what: 'routine', id: cooperation, by: -1 }],
  [day('2027-01-12'), elementOfFriendship()],
]

function elementOfFriendship(): Edit {
  const found = findElement(PLAN, id('element', 'trygghet-1'))
  if (!found) throw new RangeError('The example plan has no such element')
  const { meaning: _, ...element } = found.element
  return {
    kind: 'element',
    areaId: found.area.id,
    element: {
      ...element,
      kindergarten: {
        nb: 'Barnet har en trygg relasjon til en voksen og til minst ett annet barn',
        nn: 'Barnet har ein trygg relasjon til ein vaksen og til minst eitt anna barn',
        en: 'The child has a secure bond with an adult and with at least one other child',
      },
    },
    meant: 'wording',
  }
}

function draftBefore(): Draft {
  const steps = PLAN.routines.flatMap((routine) => routine.steps)
  const elements = PLAN.framework.flatMap((area) => area.elements)
  return {
    id: NEXT_VERSION,
    content: contentOf(PLAN),
    takenOut: [],
    basedOn: { number: PLAN.number, content: PLAN },
    highestMeaning: Object.fromEntries([...steps, ...elements].map(({ id, meaning }) => [id, meaning])),
  }
}

function contentOf({ title, purposes, routines, framework, legalBasis }: PlanVersion) {
  return { title, purposes, routines, framework, legalBasis }
}

const PUBLISHED_ON = day('2027-04-22')

/** What the draft has become when it is published. */
export const RENEWED: PlanVersion = {
  ...renewedContent(),
  id: NEXT_VERSION,
  number: 2,
  publication: {
    publishedOn: PUBLISHED_ON,
    validFromCycle: 2028,
    adoptedBy: 'Kommunestyret',
    caseNumber: 'Demo 27/4',
    adoptedOn: day('2027-04-15'),
    changeNote:
      'Barnehagene melder også skolestartere som ikke har valgt skole. Skolen sender brev til femårsgruppa, og overføringsskjemaene sendes to uker tidligere.',
  },
}

function renewedContent() {
  const { content } = EDITS.reduce((draft, [, edit]) => edited(draft, edit), draftBefore())
  const complete = finished(content)
  if (!complete) throw new RangeError('The renewed plan lacks something')
  return complete
}

const COMMENTS: readonly { key: string; on: LocalDate; by: string; step: string | null; words: string }[] = [
  {
    key: 'numbers',
    on: day('2027-02-18'),
    by: 'Engesvea FUS barnehage',
    step: stepId(WORLD, 'h06'),
    words: 'Bra at de som ikke har valgt, kommer med. Kan vi få meldt dem samlet, uten å velge skole først?',
  },
  {
    key: 'forms',
    on: day('2027-02-23'),
    by: 'Vingar skole',
    step: stepId(WORLD, 'v15'),
    words: 'Femtende april passer godt. Da rekker vi å lese skjemaene før klassene settes sammen.',
  },
  {
    key: 'letter',
    on: day('2027-03-02'),
    by: 'Norbana barnehage',
    step: LETTER,
    words: 'Brevet bør komme før vinterferien, så gruppa kan svare før første besøk.',
  },
  {
    key: 'whole',
    on: day('2027-03-04'),
    by: 'Hammartun skole',
    step: null,
    words: 'Planen er blitt tydeligere. Vi savner et fast tidspunkt for møtet om språkmiljøet i gruppene.',
  },
]

/** How the plan is renewed: written in November, heard in February and March, published in April. */
export function renewal(): Act[] {
  const by = { personId: ADVISER.id }
  const at = (on: LocalDate, share: number) => momentAtWork(on, share)
  return [
    {
      ...by,
      at: at(day('2026-11-09'), 0.3),
      kind: 'draft begun',
      draft: { id: NEXT_VERSION, basedOn: PLAN.id, content: contentOf(PLAN) },
    },
    ...EDITS.map(([on, edit], index): Act => {
      return { ...by, at: at(on, 0.4 + index / 100), kind: 'draft edited', draftId: NEXT_VERSION, edit }
    }),
    {
      ...by,
      at: at(day('2027-02-12'), 0.6),
      kind: 'hearing opened',
      hearing: { id: HEARING, versionId: NEXT_VERSION, from: day('2027-02-15'), to: day('2027-03-31') },
    },
    ...COMMENTS.map(({ key, on, by, step, words }): Act => ({
      at: at(on, 0.5),
      personId: leaderOf(unitNamed(by).id).id,
      kind: 'comment made',
      comment: { id: id('comment', key), hearingId: HEARING, stepId: step, words },
    })),
    {
      ...by,
      at: at(day('2027-02-25'), 0.3),
      kind: 'comment answered',
      answer: {
        commentId: id('comment', 'numbers'),
        words: 'Ja. Vi lager et eget felt for «ikke valgt» når tallene meldes.',
        closes: true,
      },
    },
    { ...by, at: at(PUBLISHED_ON, 0.2), kind: 'version published', version: RENEWED },
  ]
}
