import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays } from '#app/domain/calendar.ts'
import { linesOf, type Line } from '#app/domain/checklist.ts'
import { aboutChild, childrenShownTo, shownTo, SMALL_NUMBER } from '#app/domain/discretion.ts'
import { can, ownSides, type Actor } from '#app/domain/permissions.ts'
import { THE_MUNICIPALITY, type Place, type Side } from '#app/domain/place.ts'
import { progressOf } from '#app/domain/progress.ts'
import { anyActor, anyLine, anyPair, anyPlace, anyStepAt } from './anything.ts'
import {
  atKindergarten,
  atSchool,
  BLUEBELL,
  CLOUDBERRY,
  cycleOf,
  FJORDVIK_SCHOOL,
  HILL_SCHOOL,
  lineOf,
  pairOf,
  routineOf,
  seated,
  stepAs,
  told,
  TWINFLOWER,
} from './field.ts'

const DIRECTOR = seated(['director', BLUEBELL])
const PRINCIPAL = seated(['principal', FJORDVIK_SCHOOL])
const ADVISER = seated(['adviser'])
const OBSERVER = seated(['observer'])
const OWNER = seated(['owner', BLUEBELL])

/** Every way to see a line: hidden, only *taken care of* or open, without words, or whole. */
function sightOf(actor: Actor, line: Line): 'nothing' | 'taken care of' | 'no words' | 'all' {
  const shown = shownTo(actor, line)
  if (!shown) return 'nothing'
  if (shown.status === 'taken care of') return 'taken care of'
  return shown.own?.reason ? 'all' : 'no words'
}

describe('a line, done with reason and note', () => {
  const inPair = lineOf(stepAs({ confirmedBy: 'school' }), pairOf(BLUEBELL, FJORDVIK_SCHOOL), told('kindergarten done'))
  const together = lineOf(
    stepAs({ scope: 'school', responsible: 'kindergarten' }),
    atSchool(FJORDVIK_SCHOOL, BLUEBELL),
    told('kindergarten done'),
  )
  const ofSchool = lineOf(
    stepAs({ scope: 'school', responsible: 'school' }),
    atSchool(FJORDVIK_SCHOOL, BLUEBELL),
    told('school done'),
  )
  const sensitive = lineOf(
    stepAs({ scope: 'kindergarten', sensitive: true }),
    atKindergarten(BLUEBELL),
    told('kindergarten done'),
  )
  const sensitiveOfSchool = lineOf(
    stepAs({ scope: 'school', responsible: 'school', sensitive: true }),
    atSchool(FJORDVIK_SCHOOL, BLUEBELL),
    told('school done'),
  )
  const ofMunicipality = lineOf(
    stepAs({ scope: 'municipality', responsible: 'municipality', sensitive: true }),
    THE_MUNICIPALITY,
    told('municipality done'),
  )

  it.each<[string, Line, Record<string, ReturnType<typeof sightOf>>]>([
    ['in a pair', inPair, { director: 'all', principal: 'all', adviser: 'all', observer: 'no words', owner: 'all' }],
    [
      'of the kindergartens together',
      together,
      { director: 'all', principal: 'all', adviser: 'all', observer: 'no words', owner: 'nothing' },
    ],
    [
      'of a school',
      ofSchool,
      { director: 'nothing', principal: 'all', adviser: 'all', observer: 'no words', owner: 'nothing' },
    ],
    [
      'of a kindergarten, sensitive',
      sensitive,
      {
        director: 'all',
        principal: 'nothing',
        adviser: 'taken care of',
        observer: 'taken care of',
        owner: 'taken care of',
      },
    ],
    [
      'of a school, sensitive',
      sensitiveOfSchool,
      { director: 'nothing', principal: 'all', adviser: 'taken care of', observer: 'taken care of', owner: 'nothing' },
    ],
    [
      'of the municipality, sensitive',
      ofMunicipality,
      { director: 'nothing', principal: 'nothing', adviser: 'all', observer: 'taken care of', owner: 'nothing' },
    ],
  ])('%s', (_, line, expected) => {
    expect({
      director: sightOf(DIRECTOR, line),
      principal: sightOf(PRINCIPAL, line),
      adviser: sightOf(ADVISER, line),
      observer: sightOf(OBSERVER, line),
      owner: sightOf(OWNER, line),
    }).toEqual(expected)
    expect(shownTo('visitor', line)).toBeNull()
    expect(shownTo(seated(['director', CLOUDBERRY]), line)).toBeNull()
  })

  it('in a sensitive step that the kindergartens do together is not the school’s to read', () => {
    const step = stepAs({ scope: 'school', responsible: 'kindergarten', sensitive: true })
    const line = lineOf(step, atSchool(FJORDVIK_SCHOOL, BLUEBELL), told('kindergarten done'))
    expect([DIRECTOR, PRINCIPAL, ADVISER].map((actor) => sightOf(actor, line))).toEqual([
      'all',
      'taken care of',
      'taken care of',
    ])
  })

  it('given while the step was sensitive stays what it was when the step no longer is', () => {
    const step = stepAs({ scope: 'kindergarten', meaning: 2 })
    const story = told('kindergarten not relevant (meaning 1); kindergarten done (meaning 2)')
    const line = lineOf(step, atKindergarten(BLUEBELL), story, undefined, [{ stepId: step.id, meaning: 1 }])
    const meaningsSeen = [DIRECTOR, ADVISER, OBSERVER, OWNER].map((actor) => {
      const { own, earlier = [], history = [] } = shownTo(actor, line) ?? {}
      return [own, ...earlier, ...history].map((tick) => tick?.meaning)
    })
    expect(meaningsSeen).toEqual([
      [2, 1, 1, 2],
      [2, 2],
      [2, 2],
      [2, 2],
    ])
    expect(shownTo(ADVISER, line)?.last).toBe(line.history.at(-1)?.id)
  })

  it('given while the step was sensitive is not for the side that answers it now', () => {
    const step = stepAs({ scope: 'school', responsible: 'kindergarten', meaning: 2 })
    const place = atSchool(FJORDVIK_SCHOOL, BLUEBELL)
    const line = lineOf(step, place, told('school done (meaning 1)'), undefined, [{ stepId: step.id, meaning: 1 }])
    expect([DIRECTOR, PRINCIPAL].map((actor) => shownTo(actor, line)?.history.length)).toEqual([0, 1])
  })

  it('of a sensitive step that waits for another side says to others no more than an untouched one', () => {
    const step = stepAs({ scope: 'school', responsible: 'kindergarten', confirmedBy: 'school', sensitive: true })
    const [waiting, untouched] = ['kindergarten done', ''].map((story) =>
      lineOf(step, atSchool(FJORDVIK_SCHOOL, BLUEBELL), told(story)),
    )
    expect(shownTo(OBSERVER, waiting!)).toEqual(shownTo(OBSERVER, untouched!))
  })

  it('is shown as it is to its own units', () => {
    expect(shownTo(DIRECTOR, inPair)).toEqual(inPair)
    expect(shownTo(PRINCIPAL, inPair)).toEqual(inPair)
  })

  it('keeps for an observer all but the words', () => {
    const line = lineOf(stepAs({ confirmedBy: 'school', meaning: 2 }), pairOf(BLUEBELL, FJORDVIK_SCHOOL), [
      ...told('kindergarten not done; kindergarten done (meaning 2); school disputed (meaning 2)'),
    ])
    const silent = line.history.map((tick) => ({ ...tick, reason: null, note: null }))
    expect(shownTo(OBSERVER, line)).toEqual({
      ...line,
      earlier: [silent[0]],
      own: silent[1],
      other: silent[2],
      history: silent,
    })
  })
})

describe('a kindergarten at a school it sends children to', () => {
  const place = atSchool(FJORDVIK_SCHOOL, BLUEBELL, TWINFLOWER)
  const steps = (
    [
      ['alone', 'school', null],
      ['together', 'kindergarten', null],
      ['the school does, kindergartens confirm', 'school', 'kindergarten'],
      ['kindergartens do, the school confirms', 'kindergarten', 'school'],
    ] satisfies [string, Side, Side | null][]
  ).map(([id, responsible, confirmedBy]) => stepAs({ id, scope: 'school', responsible, confirmedBy }))
  const lines = linesOf(cycleOf(routineOf('cooperation', ...steps)), place, [], day('2027-01-01'))
  const seenBy = (actor: Actor) => lines.filter((line) => shownTo(actor, line)).map(({ step }) => step.id)

  it('sees what kindergartens answer for there, and nothing else', () => {
    const together = steps.slice(1).map(({ id }) => id)
    expect(seenBy(DIRECTOR)).toEqual(together)
    expect(seenBy(seated(['director', TWINFLOWER]))).toEqual(together)
    expect(seenBy(seated(['director', CLOUDBERRY]))).toEqual([])
    expect(seenBy(seated(['director', BLUEBELL], ['principal', HILL_SCHOOL]))).toEqual(together)
  })

  it.each<[string, Actor]>([
    ['the principal', PRINCIPAL],
    ['the adviser', ADVISER],
    ['an observer', OBSERVER],
    ['the owner of the school', seated(['owner', FJORDVIK_SCHOOL])],
    ['a director who is also the school’s deputy', seated(['director', BLUEBELL], ['deputy', FJORDVIK_SCHOOL])],
    ['a director who is also an observer', seated(['director', BLUEBELL], ['observer'])],
  ])('%s sees all of it', (_, actor) => {
    expect(seenBy(actor)).toEqual(steps.map(({ id }) => id))
  })
})

describe('law', () => {
  it('nobody sees a line at a place whose checklist they may not read', () => {
    fc.assert(
      fc.property(anyActor, anyLine, (actor, line) => {
        if (!can(actor, 'read a checklist', line.place)) expect(shownTo(actor, line)).toBeNull()
      }),
    )
  })

  it('an observer never sees a reason or a note, in any line', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const text = JSON.stringify(shownTo(OBSERVER, line))
        expect(text).not.toContain('Møtet ble flyttet')
        expect(text).not.toContain('Vi møttes på skolen')
      }),
    )
  })

  it('whoever does not answer for a sensitive step cannot tell whether it was done or concerned nobody', () => {
    const anySensitive = anyPlace
      .filter(({ kind }) => kind !== 'pair')
      .chain((place) => fc.tuple(fc.constant(place), anyStepAt(place)))
      .map(([place, step]): [Place, typeof step] => [
        place,
        { ...step, sensitive: true, confirmedBy: null, meaning: 1 },
      ])
    fc.assert(
      fc.property(anyActor, anySensitive, fc.boolean(), (actor, [place, step], begun) => {
        fc.pre(!ownSides(actor, place).includes(step.responsible))
        const before = begun ? `${step.responsible} started; ` : ''
        const [done, concernedNobody] = ['done', 'not relevant'].map((answer) =>
          lineOf(step, place, told(`${before}${step.responsible} ${answer}`), day('2027-03-16')),
        )
        const untouched = lineOf(step, place, [], day('2027-03-16'))
        const started = lineOf(step, place, told(`${step.responsible} started`), day('2027-03-16'))
        expect(shownTo(actor, done!)).toEqual(shownTo(actor, concernedNobody!))
        expect(shownTo(actor, started)).toEqual(shownTo(actor, untouched))
        expect(progressOf([done!])).toEqual(progressOf([concernedNobody!]))
      }),
      { numRuns: 500 },
    )
  })

  it('what is shown of a line counts as the line does', () => {
    fc.assert(
      fc.property(anyActor, anyLine, (actor, line) => {
        const shown = shownTo(actor, line)
        if (shown) expect(progressOf([shown])).toEqual(progressOf([line]))
      }),
    )
  })
})

describe('the number of children of a pair', () => {
  const few = pairOf(BLUEBELL, FJORDVIK_SCHOOL, 4)
  it.each<[string, Actor, number | 'few']>([
    ['its director', DIRECTOR, 4],
    ['its director’s deputy', seated(['deputy', BLUEBELL]), 4],
    ['its principal', PRINCIPAL, 4],
    ['the adviser', ADVISER, 4],
    ['an observer', OBSERVER, 'few'],
    ['its owner', OWNER, 'few'],
    ['another director', seated(['director', CLOUDBERRY]), 'few'],
    ['a visitor', 'visitor', 'few'],
  ])('below five, to %s', (_, actor, children) => {
    expect(childrenShownTo(actor, few)).toBe(children)
    expect(childrenShownTo(actor, pairOf(BLUEBELL, FJORDVIK_SCHOOL, SMALL_NUMBER))).toBe(5)
  })

  it('not reported, is a number that nobody has seen', () => {
    expect(childrenShownTo(ADVISER, { ...few, children: null })).toBe('not reported')
    expect(childrenShownTo('visitor', { ...few, children: null })).toBe('not reported')
  })

  it('law: a number is shown as it is or not at all, and whoever does not belong there sees none below five', () => {
    fc.assert(
      fc.property(anyActor, anyPair, (actor, pair) => {
        const shown = childrenShownTo(actor, pair)
        const belongs = ownSides(actor, pair).length > 0 || can(actor, 'tick a step', pair)
        if (pair.children === null) expect(shown).toBe('not reported')
        else expect(shown).toBe(belongs || pair.children >= 5 ? pair.children : 'few')
      }),
    )
  })
})

describe('a text', () => {
  const today = day('2026-10-01')

  it.each([
    '12032112345',
    '120321 12345',
    '120321-12345',
    '12 03 21 123 45',
    '12.03.21.12345',
    '12.03.2112345',
    '120321\u00a012345',
    '1 2 0 3 2 1 1 2 3 4 5',
    'Gjelder barnet (12032112345), ta kontakt.',
    'Møte 15.10.2026 om 12032112345',
    '0.0.2000 00000',
    '000.1.1.2000-00',
    'Gjelder 15.10.2026 12345',
  ])('with eleven digits is about a child: %s', (text) => {
    expect(aboutChild(text, today)).toBe('eleven digits')
  })

  it.each([
    '12.03.2021',
    '12.3.21',
    '12. 3. 2021',
    '12.03.2021 kl. 10.00',
    '12/03/2021',
    '12/3-21',
    '12-03-2021',
    '12 03 2021',
    '120321',
    '12032021',
    '2021-03-12',
    '2024-09-30',
    '3.5.98',
    '12. mars 2021',
    '12.mars 2021',
    '12 Mars 2021',
    '12. sept. 2021',
    '12. desember 2020',
    '12 March 2021',
    '12th of May 2021',
    'March 12, 2021',
    'Gutten (12.03.21) begynner',
    'Hun er født 3. mai',
    'født den 3/5',
    'fødd 3. mai',
    'fødselsdato: 3. mai',
    'f. 3. mai',
    'Født i mai 2021',
    'born on 3 May',
    'born 3 May',
    'born in May 2021',
    'born April 3',
    'flytta hit, fødd hausten 2020',
    'Møte 15.10.2026 om henne fra 12.03.2021',
  ])('with a birth date is about a child: %s', (text) => {
    expect(aboutChild(text, today)).toBe('birth date')
  })

  it.each([
    '',
    'Møtet er 15.10.2026',
    '15.10.2026 10.00–11.30',
    'Møte 15.10.2026 kl. 10.00',
    '15.10.2026-16.10.2026',
    '2026-10-15 10.00',
    'Gjennomført 08.03.26',
    'Utsatt til 1. august 2027',
    'Utsatt til 1.8.27',
    '2024-10-01',
    'møte 3. mai kl. 10',
    'møte 12. mars 2025, året før',
    'Ring 61 05 05 00',
    'Ring 22 05 05 00',
    'Tlf. 22050500',
    'org.nr. 974 567 890',
    'uke 10',
    'uke 10, 11 og 12',
    'kl. 09.05-10.00',
    '2 av 16',
    'Sak 2026/1234',
    'skoleåret 2026/2027',
    '5-6-åringene, 1.-2. trinn',
    'Lokalet var stengt',
    'Barn født i 2021 begynner på skolen',
    'Alle fødd 2021 var med, 12 i alt',
    'born frå 3 barnehagar var med',
    'Møte om alle born 3. mai',
    'children born in 2021',
    '31.02.2021',
  ])('about the work passes: %s', (text) => {
    expect(aboutChild(text, today)).toBeNull()
  })

  it('law: a day within two years back passes, one further back does not, however it is written', () => {
    const months = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ')
    const ways = [
      (year: string, month: string, on: string) => `${year}-${month}-${on}`,
      (year: string, month: string, on: string) => `${on}.${month}.${year}`,
      (year: string, month: string, on: string) => `${Number(on)}.${Number(month)}.${year.slice(2)}`,
      (year: string, month: string, on: string) => `${on}${month}${year.slice(2)}`,
      (year: string, month: string, on: string) => `${Number(on)}. ${months[Number(month) - 1]} ${year}`,
    ]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.constantFrom(...ways), (daysAgo, way) => {
        const [year = '', month = '', on = ''] = plusDays(today, -daysAgo).split('-')
        const text = `Gjelder ${way(year, month, on)}, se avtalen`
        expect(aboutChild(text, today)).toBe(daysAgo > 730 ? 'birth date' : null)
      }),
      { numRuns: 500 },
    )
  })

  it('law: eleven digits are found whatever stands between and around them', () => {
    const anyDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 11 })
    const anyGaps = fc.array(fc.constantFrom('', ' ', '.', '-'), { minLength: 10, maxLength: 10 })
    // A day of this year's work, with the time of a meeting after it, is what the examples above let through.
    const dayOfWork = /\d{1,2}\.\d{1,2}\.20(?:2[4-9]|[3-9]\d)|20(?:2[4-9]|[3-9]\d)-\d\d-\d\d/
    fc.assert(
      fc.property(anyDigits, anyGaps, (digits, gaps) => {
        const written = digits.map((digit, index) => `${digit}${gaps[index] ?? ''}`).join('')
        fc.pre(!dayOfWork.test(written))
        expect(aboutChild(`Gjelder ${written}, se avtalen`, today)).not.toBeNull()
      }),
      { numRuns: 1000 },
    )
  })
})
