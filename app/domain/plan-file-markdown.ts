import { TRANSLATIONS } from './translations.ts'
import type { Text } from './language.ts'
import { escapedLine, quoted } from './plan-file-escapes.ts'
import { ELEMENT_HEADING, FACTS, GUIDANCE_IN, PARTS, type Fact, type FactOwner } from './plan-file-facts.ts'
import { FORMAT, planTree, type PlanTree, type RoutineInFile, type StepInFile } from './plan-file.ts'
import type { Area, PlanVersion } from './plan.ts'

/**
 * A published version as Markdown that a person can read and edit, in fixed Norwegian words; `municipality` is whose
 * plan it is. `readPlanMarkdown` reads the same content from it.
 */
export function planMarkdown(version: PlanVersion, municipality: string): string {
  const tree = planTree(version, municipality)
  const blocks = [
    [`<!-- ${FORMAT} ${tree.formatVersion} -->`],
    [heading(1, tree.title.nb)],
    facts('head', { ...tree.from, title: tree.title }),
    ...part('purposes', tree.purposes.length, () => [tree.purposes.flatMap(purpose)]),
    ...part('routines', tree.routines.length, () => tree.routines.flatMap(routine)),
    ...part('framework', tree.framework.length, () => tree.framework.flatMap(area)),
    ...part('legalBasis', tree.legalBasis.length, () => tree.legalBasis.flatMap(basis)),
  ]
  const written = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${written.join('\n\n')}\n`
}

function heading(level: number, words: string): string {
  return `${'#'.repeat(level)} ${escapedLine(words)}`.trimEnd()
}

function part(name: keyof typeof PARTS, count: number, blocks: () => string[][]): string[][] {
  return count === 0 ? [] : [[`# ${PARTS[name]}`], ...blocks()]
}

function purpose(text: Text): string[] {
  return [`- ${escapedLine(text.nb)}`, ...facts('purpose', { purpose: text }).map((line) => `  ${line}`)]
}

function routine({ id, title, purpose, steps }: RoutineInFile): string[][] {
  return [[heading(2, title.nb), identity(id)], facts('routine', { title, purpose }), ...steps.flatMap(step)]
}

function step({ guidance, ...step }: StepInFile): string[][] {
  return [
    [heading(3, step.title.nb), identity(step.id, step.meaning)],
    facts('step', step),
    ...(guidance ? [quoted(guidance.nb)] : []),
    ...TRANSLATIONS.flatMap((language) => {
      const words = guidance?.[language]
      return words && language !== 'nb' ? [[GUIDANCE_IN[language]], quoted(words)] : []
    }),
  ]
}

function area({ id, title, elements }: Area): string[][] {
  return [
    [heading(2, title.nb), identity(id)],
    facts('area', { title }),
    ...elements.flatMap(({ id, meaning, ...sides }) => [
      [`### ${ELEMENT_HEADING}`, identity(id, meaning)],
      facts('element', sides),
    ]),
  ]
}

function basis({ code, ...basis }: PlanTree['legalBasis'][number]): string[][] {
  return [[heading(2, code)], facts('basis', basis)]
}

/** Not seen where the Markdown is shown, and kept where it is edited. */
function identity(id: string, meaning?: number): string {
  return meaning === undefined ? `<!-- id: ${id} -->` : `<!-- id: ${id}, betydning: ${meaning} -->`
}

function facts(owner: FactOwner, values: object): string[] {
  return FACTS[owner].flatMap((fact) => {
    const value = valueOf(fact, values as Readonly<Record<string, unknown>>)
    const all = fact.many ? (value as unknown[]) : [value]
    return all.flatMap((each) => {
      const words = fact.words.write(each)
      return words === null ? [] : [`- ${fact.name}: ${words}`.trimEnd()]
    })
  })
}

function valueOf({ key, language }: Fact, values: Readonly<Record<string, unknown>>): unknown {
  const value = values[key]
  return language ? (value as Text | null)?.[language] : value
}
