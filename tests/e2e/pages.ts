import { checklistOf, CLASSES, FORMS, NUMBERS, stepAt } from './lillehammer.ts'

export const ADVISER = 'Rådgiver, oppvekst, Lillehammer kommune'
export const OBSERVER = 'Observatør, Lillehammer kommune'

/** Every page, as somebody sees it who has reason to; in the spring, and only where nobody ticks. */
export const PAGES: readonly { name: string; as: string | null; path: string }[] = [
  { name: 'sign-in', as: null, path: '/sign-in/demo' },
  { name: 'the plan', as: null, path: '/plan' },
  { name: 'the versions', as: null, path: '/plan/versions' },
  { name: 'the versions and the draft', as: ADVISER, path: '/plan/versions' },
  { name: 'a version', as: null, path: '/plan/versions/1' },
  { name: 'nothing to compare', as: null, path: '/plan/compare' },
  { name: 'a comparison', as: ADVISER, path: '/plan/compare?from=1&to=draft' },
  { name: 'home with much to do', as: 'Rektor, Lillehammer Steinerskole', path: '/' },
  { name: 'home with a difference', as: 'Styrer, Norbana barnehage', path: '/' },
  { name: 'home with nothing that hurries', as: 'Styrer, Røyslimoen barnehage', path: '/' },
  { name: 'home of an adviser', as: ADVISER, path: '/' },
  { name: 'home of an observer', as: OBSERVER, path: '/' },
  { name: 'home of an owner', as: 'Eier, Engesvea FUS og Fagstadlia FUS', path: '/' },
  {
    name: 'a checklist of a pair',
    as: 'Styrer, Norbana barnehage',
    path: checklistOf('Norbana barnehage – Hammartun skole'),
  },
  { name: 'a checklist of a kindergarten', as: 'Styrer, Norbana barnehage', path: checklistOf('Norbana barnehage') },
  {
    name: 'a checklist of a school',
    as: 'Rektor, Lillehammer Steinerskole',
    path: checklistOf('Lillehammer Steinerskole'),
  },
  { name: 'a checklist of both sides', as: ADVISER, path: checklistOf('Norbana barnehage – Hammartun skole') },
  { name: 'a step', as: 'Styrer, Norbana barnehage', path: stepAt('Norbana barnehage – Røyslimoen skole', FORMS) },
  {
    name: 'a step with a difference',
    as: 'Styrer, Norbana barnehage',
    path: stepAt('Norbana barnehage – Hammartun skole', NUMBERS),
  },
  { name: 'a step of both sides', as: ADVISER, path: stepAt('Norbana barnehage – Hammartun skole', FORMS) },
  { name: 'a sensitive step', as: 'Styrer, Norbana barnehage', path: stepAt('Norbana barnehage', 'h08') },
  {
    name: 'a meeting',
    as: 'Rektor, Aurvoll skole',
    path: `${stepAt('Læringsverkstedet Lillehammer idrettsbarnehage – Aurvoll skole', CLASSES)}/meeting`,
  },
  {
    name: 'taking an answer back',
    as: 'Styrer, Norbana barnehage',
    path: `${stepAt('Norbana barnehage', 'h03')}/withdrawal`,
  },
  { name: 'the matrix', as: ADVISER, path: '/cycles/2027' },
  {
    name: 'the matrix of routines',
    as: ADVISER,
    path: '/cycles/2027?by=kindergarten&columns=routines&sort=behind&late=1',
  },
  { name: 'the matrix of schools', as: OBSERVER, path: '/cycles/2027?places=schools' },
  { name: 'the matrix of the municipality', as: ADVISER, path: '/cycles/2027?places=municipality' },
  { name: 'a matrix that nothing fits', as: ADVISER, path: '/cycles/2027?school=none' },
  { name: 'what is missing', as: 'Styrer, Norbana barnehage', path: '/nowhere' },
]
