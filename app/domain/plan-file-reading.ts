import { SCOPE } from './plan-file-words.ts'
import { readLines, type Lines, type Spot } from './plan-file-lines.ts'
import { readTree } from './plan-file-tree.ts'
import { FORMAT, type FileProblem, type PlanRead } from './plan-file.ts'

/**
 * Reads a plan from JSON. Anything can be given: what is wrong comes back with the path to it, and nothing is thrown.
 * What has no identity gets one from `newId`.
 */
export function readPlanJson(text: string, newId: () => string): PlanRead {
  const tree = parsed(text)
  if ('stopsAt' in tree) return no([{ path: '', line: tree.stopsAt, message: 'notJson', values: {} }])
  const { content, source, problems } = readTree(tree.value, newId)
  if (problems.length > 0) return no(problems.map((problem) => ({ ...problem, line: null })))
  return { ok: true, content, source }
}

function parsed(text: string): { value: unknown } | { stopsAt: number | null } {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) as unknown }
  } catch (thrown) {
    const position = thrown instanceof SyntaxError ? /at position (\d+)/.exec(thrown.message)?.[1] : undefined
    return { stopsAt: position === undefined ? null : text.slice(0, Number(position)).split('\n').length }
  }
}

/**
 * Reads a plan from Markdown as `planMarkdown` writes it, or as somebody wrote it by hand. What has no identity gets one
 * from `newId`. What is wrong comes back with its line, and nothing is thrown.
 */
export function readPlanMarkdown(text: string, newId: () => string): PlanRead {
  const lines = readLines(text)
  if (lines.head.values.title === undefined) return no([{ path: '', line: 1, message: 'notAPlan', values: {} }])
  const steps = lines.parts.routines.flatMap(({ below }) => below)
  const missing = steps.filter(({ path }) => !lines.lineOf.has(`${path}.scope`))
  const said: FileProblem[] = [
    ...lines.problems,
    ...missing.map(({ path }) => {
      const values = { name: 'Hvor', allowed: SCOPE.allowed }
      return { path: `${path}.scope`, line: lineOf(lines, path), message: 'factMissing' as const, values }
    }),
  ]
  const { content, source, problems } = readTree(treeOf(lines), newId)
  const known = new Set(said.map(({ path }) => path))
  const more = problems
    .filter(({ path }) => !known.has(path))
    .map((problem): FileProblem => ({ ...problem, line: lineOf(lines, problem.path) }))
  const all = [...said, ...more].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return all.length > 0 ? no(all) : { ok: true, content, source }
}

/** Reads a plan from a file of either kind, recognised by its beginning. */
export function readPlanFile(text: string, newId: () => string): PlanRead {
  return /^[\s\ufeff]*[{[]/.test(text) ? readPlanJson(text, newId) : readPlanMarkdown(text, newId)
}

function no(problems: readonly FileProblem[]): PlanRead {
  return { ok: false, problems }
}

/** The line a path was said on, or that of the nearest thing around it. */
function lineOf({ lineOf }: Lines, path: string): number {
  for (let near = path; near !== ''; near = near.replace(/(?:^|\.)[^.]*$/, '')) {
    const line = lineOf.get(near)
    if (line !== undefined) return line
  }
  return 1
}

function treeOf({ formatVersion, head, parts }: Lines): unknown {
  const { title, ...from } = head.values
  return {
    format: FORMAT,
    formatVersion,
    from,
    title,
    purposes: parts.purposes.map(({ values }) => values.purpose),
    routines: parts.routines.map((routine) => ({
      ...routine.values,
      steps: routine.below.map((step) => ({ ...step.values, guidance: guidanceOf(step) })),
    })),
    framework: parts.framework.map((area) => ({
      ...area.values,
      elements: area.below.map(({ values }) => values),
    })),
    legalBasis: parts.legalBasis.map(({ values }) => values),
  }
}

function guidanceOf({ guidance }: Spot): unknown {
  return Object.keys(guidance).length > 0 ? { nb: '', ...guidance } : null
}
