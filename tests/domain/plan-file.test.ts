import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { planMarkdown } from '#app/domain/plan-file-markdown.ts'
import { readPlanFile, readPlanJson, readPlanMarkdown } from '#app/domain/plan-file-reading.ts'
import { planFile, type PlanRead } from '#app/domain/plan-file.ts'
import type { PlanContent } from '#app/domain/plan.ts'
import { FJORDVIK_PLAN, STEPS } from '#db/seed/fjordvik-plan.ts'
import { anyContent, anyWords, asVersion } from './any-plan.ts'

const numbered = () => {
  let number = 0
  return () => `new-${(number += 1)}`
}

function contentOf({ title, purposes, routines, framework, legalBasis }: PlanContent): PlanContent {
  return { title, purposes, routines, framework, legalBasis }
}

function contentIn(read: PlanRead): PlanContent {
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.content
}

function problemsIn(read: PlanRead) {
  return read.ok ? [] : read.problems
}

describe('laws', () => {
  test('reading a JSON file gives the plan that was written', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(contentIn(readPlanJson(planFile(asVersion(content), 'Fjordvik'), numbered()))).toEqual(content)
      }),
    )
  })

  test('reading a Markdown file gives the plan that was written', () => {
    fc.assert(
      fc.property(anyContent, anyWords, (content, municipality) => {
        const file = planMarkdown(asVersion(content), municipality)
        expect(contentIn(readPlanMarkdown(file, numbered()))).toEqual(content)
      }),
      { numRuns: 300 },
    )
  })

  test('a Markdown file survives other line ends, a byte order mark and an editor that trims lines', () => {
    const trimmed = (content: PlanContent) => {
      const ends = (words: string) => words.split('\n').map((line) => line.trimEnd())
      return content.routines.some(({ steps }) =>
        steps.some(({ guidance }) => Object.values(guidance ?? {}).some((words) => ends(words).join('\n') !== words)),
      )
    }
    fc.assert(
      fc.property(anyContent, (content) => {
        const lines = planMarkdown(asVersion(content), 'Fjordvik').split('\n')
        expect(contentIn(readPlanMarkdown(`\ufeff${lines.join('\r\n')}`, numbered()))).toEqual(content)
        fc.pre(!trimmed(content))
        const cut = lines.map((line) => line.trimEnd()).join('\n')
        expect(contentIn(readPlanMarkdown(cut, numbered()))).toEqual(content)
      }),
    )
  })

  test('whatever is given, nothing is thrown', () => {
    const scrap = fc.array(anyWords, { maxLength: 30 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(fc.oneof(scrap, fc.json(), fc.string()), (text) => {
        for (const read of [
          readPlanJson(text, numbered()),
          readPlanMarkdown(text, numbered()),
          readPlanFile(text, numbered()),
        ]) {
          expect(read.ok || read.problems.length > 0).toBe(true)
        }
      }),
    )
  })

  test('whatever stands where a value should, nothing is thrown', () => {
    const anything = fc.oneof(fc.anything(), fc.constantFrom('__proto__', 'constructor', -1, 1.5, [], {}))
    const file = JSON.parse(planFile(FJORDVIK_PLAN, 'Fjordvik')) as object
    const paths = pathsIn(file)
    fc.assert(
      fc.property(fc.constantFrom(...paths), anything, (path, value) => {
        const read = readPlanJson(JSON.stringify(replaced(file, path, value)), numbered())
        expect(read.ok || read.problems.length > 0).toBe(true)
      }),
    )
  })
})

type Key = string | number
function pathsIn(value: unknown, above: Key[] = []): Key[][] {
  if (typeof value !== 'object' || value === null) return [above]
  const keys: Key[] = Array.isArray(value) ? value.map((_, at) => at) : Object.keys(value)
  return [above, ...keys.flatMap((key) => pathsIn((value as Record<Key, unknown>)[key], [...above, key]))]
}

function replaced(value: unknown, [key, ...rest]: Key[], by: unknown): unknown {
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<Key, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

describe('Fjordvik’s plan', () => {
  const markdown = planMarkdown(FJORDVIK_PLAN, 'Fjordvik')

  it('is the same after a round trip, in both formats', () => {
    expect(contentIn(readPlanFile(planFile(FJORDVIK_PLAN, 'Fjordvik'), numbered()))).toEqual(contentOf(FJORDVIK_PLAN))
    expect(contentIn(readPlanFile(markdown, numbered()))).toEqual(contentOf(FJORDVIK_PLAN))
  })

  it('says where it is from', () => {
    const source = { municipality: 'Fjordvik', version: 1, adoptedOn: FJORDVIK_PLAN.publication?.adoptedOn }
    expect(readPlanFile(markdown, numbered())).toMatchObject({ ok: true, source })
    expect(readPlanFile(planFile(FJORDVIK_PLAN, 'Fjordvik'), numbered())).toMatchObject({ ok: true, source })
  })

  it('reads well', () => {
    const at = markdown.indexOf('### Sende overføringsskjema')
    expect(markdown.slice(at, markdown.indexOf('\n\n##', at))).toBe(
      [
        '### Sende overføringsskjema til skolen',
        `<!-- id: ${STEPS.sendForms}, betydning: 1 -->`,
        '',
        '- Nynorsk: Sende overføringsskjema til skulen',
        '- Engelsk: Send the forms',
        '- Frist: 1. mai i skolestartåret',
        '- Hvor: hvert par av barnehage og skole',
        '- Svarer: barnehagen',
        '- Bekrefter: skolen',
        '- Utføres av: pedagogisk leder',
        '- Bygger på: planen',
        '- Hjemmel: BL2a',
        '',
        '> Skjemaene sendes utenom dette verktøyet.',
        '',
        'Veiledning på nynorsk:',
        '',
        '> Skjemaa blir sende utanom dette verktøyet.',
      ].join('\n'),
    )
  })
})

describe('a plan written by hand', () => {
  const byHand = [
    '# Plan for Vika',
    '',
    '# formål',
    '* Trygge barn',
    '  * Nynorsk: Trygge born',
    '',
    '# Rutiner',
    '## Samarbeid',
    '### Møtes',
    '- hvor: Hver skole',
    '- Frist: 14 dager før første skoledag',
    '> Første avsnitt',
    '',
    '> Andre avsnitt',
    '',
    '---',
    '# Rammeverk',
    '## Lek',
    '### Element 1',
    '- Barnehagen: Leker',
    '- Skolen: Leker videre',
  ]
  const read = (lines: readonly string[]) => readPlanMarkdown(lines.join('\n'), numbered())

  it('needs little, and gets its identities', () => {
    expect(contentIn(read(byHand))).toMatchObject({
      title: { nb: 'Plan for Vika' },
      purposes: [{ nb: 'Trygge barn', nn: 'Trygge born' }],
      routines: [
        {
          id: 'new-1',
          steps: [
            {
              id: 'new-2',
              scope: 'school',
              responsible: null,
              due: { kind: 'days from first school day', days: -14 },
              guidance: { nb: 'Første avsnitt\n\nAndre avsnitt' },
              binding: 'plan',
              meaning: 1,
            },
          ],
        },
      ],
      framework: [{ id: 'new-3', elements: [{ id: 'new-4', school: { nb: 'Leker videre' } }] }],
    })
  })

  const without = (line: string) => byHand.filter((each) => each !== line)
  const instead = (line: string, ...by: string[]) => byHand.flatMap((each) => (each === line ? by : [each]))
  const id = '<!-- id: the-same -->'
  it.each<[string, string[], { line: number; message: string; values?: object }]>([
    ['no title', ['Hei'], { line: 1, message: 'notAPlan' }],
    ['a newer format', ['<!-- overgang-plan 2 -->', ...byHand], { line: 1, message: 'newerFormat' }],
    ['a part nobody knows', instead('# formål', '# Mål'), { line: 3, message: 'unknownPart' }],
    [
      'a fact nobody knows',
      instead('- hvor: Hver skole', '- Hvor: hver skole', '- Frst: x'),
      { line: 11, message: 'unknownFact', values: { given: 'Frst' } },
    ],
    [
      'a fact twice',
      instead('- hvor: Hver skole', '- Hvor: hver skole', '- Hvor: hver skole'),
      { line: 11, message: 'factTwice' },
    ],
    [
      'a word nobody knows',
      instead('- hvor: Hver skole', '- Hvor: på månen'),
      { line: 10, message: 'notAmong', values: { given: 'på månen' } },
    ],
    ['no place', without('- hvor: Hver skole'), { line: 9, message: 'factMissing' }],
    [
      'a day there is not',
      instead('- Frist: 14 dager før første skoledag', '- Frist: 31. juni i skolestartåret'),
      { line: 11, message: 'noSuchDay' },
    ],
    ['a text that belongs nowhere', instead('### Møtes', '### Møtes', 'Hei'), { line: 10, message: 'strayText' }],
    ['a step outside a routine', without('## Samarbeid'), { line: 8, message: 'headingMisplaced' }],
    [
      'an identity twice',
      instead('### Møtes', '### A', id, '- Hvor: kommunen', '### B', id),
      { line: 13, message: 'identityTwice' },
    ],
    [
      'an identity that cannot be one',
      instead('### Møtes', '### A', '<!-- id: a b -->'),
      { line: 10, message: 'badIdentity' },
    ],
    [
      'an identity every object has',
      instead('### Møtes', '### A', '<!-- id: constructor -->'),
      { line: 10, message: 'badIdentity' },
    ],
    [
      'a law that is not listed',
      instead('- hvor: Hver skole', '- Hvor: kommunen', '- Hjemmel: BL1'),
      { line: 11, message: 'basisMissing' },
    ],
    [
      'a title too long',
      instead('### Møtes', `### ${'x'.repeat(201)}`),
      { line: 9, message: 'tooLong', values: { longest: 200 } },
    ],
    ['a side that is missing', without('- Skolen: Leker videre'), { line: 19, message: 'notText' }],
  ])('%s is said with its line', (_, lines, problem) => {
    const [first] = problemsIn(read(lines))
    expect(first).toMatchObject(problem)
  })
})

describe('a JSON file', () => {
  const file = JSON.parse(planFile(FJORDVIK_PLAN, 'Fjordvik')) as object
  it.each<[string, Key[], unknown, { path: string; message: string }]>([
    ['another format', ['format'], 'x', { path: 'format', message: 'notAPlan' }],
    ['a newer format', ['formatVersion'], 2, { path: 'formatVersion', message: 'newerFormat' }],
    ['no title', ['title', 'nb'], '', { path: 'title', message: 'titleMissing' }],
    [
      'a side nobody knows',
      ['routines', 0, 'steps', 1, 'responsible'],
      'x',
      { path: 'routines[0].steps[1].responsible', message: 'notAmong' },
    ],
    ['a text that is none', ['routines', 0, 'title'], 'x', { path: 'routines[0].title', message: 'notText' }],
    ['a list that is none', ['routines', 0, 'steps'], 'x', { path: 'routines[0].steps', message: 'wrongShape' }],
    ['no identity that could be one', ['routines', 0, 'id'], 7, { path: 'routines[0].id', message: 'badIdentity' }],
    [
      'half a day',
      ['routines', 0, 'steps', 0, 'due', 'day'],
      1.5,
      { path: 'routines[0].steps[0].due', message: 'noSuchDay' },
    ],
    ['no code', ['legalBasis', 1, 'code'], '', { path: 'legalBasis[1]', message: 'codeMissing' }],
    ['a code twice', ['legalBasis', 1, 'code'], 'BL2a', { path: 'legalBasis[1]', message: 'codeTwice' }],
    [
      'a meaning of nothing',
      ['routines', 0, 'steps', 0, 'meaning'],
      0,
      { path: 'routines[0].steps[0].meaning', message: 'notAmong' },
    ],
  ])('with %s is refused, with the path', (_, path, value, problem) => {
    const [first] = problemsIn(readPlanJson(JSON.stringify(replaced(file, path, value)), numbered()))
    expect(first).toMatchObject(problem)
  })

  it('needs no identities', () => {
    const read = readPlanJson(JSON.stringify(replaced(file, ['routines', 0, 'id'], undefined)), numbered())
    expect(contentIn(read).routines[0]?.id).toBe('new-1')
  })

  it('that breaks off says where', () => {
    expect(readPlanFile('{\n  "format": "overgang-plan",\n  "x"\n}', numbered())).toMatchObject({
      problems: [{ line: 4, message: 'notJson' }],
    })
  })

  it('holds at most a thousand steps', () => {
    const step = (at: number) => ({ id: `s${at}`, title: { nb: '' }, scope: 'municipality' })
    const steps = (count: number) => Array.from({ length: count }, (_, at) => step(at))
    const plan = (count: number) =>
      readPlanJson(
        JSON.stringify({ ...file, routines: [{ id: 'r', title: { nb: '' }, steps: steps(count) }] }),
        numbered(),
      )
    expect(plan(1000).ok).toBe(true)
    expect(problemsIn(plan(1001))).toMatchObject([{ message: 'tooManySteps', values: { most: 1000 } }])
  })
})
