import type { FileReadView } from '#app/components/file-read.tsx'
import { NOT_SAID } from '#app/domain/meaning.ts'
import { changesIn } from '#app/domain/draft-marks.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import type { FileProblem, PlanSource } from '#app/domain/plan-file.ts'
import type { Problem } from '#app/domain/problem.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { comparePath } from '#app/routes/plan/paths.ts'
import type { OpenDraft } from '#app/services/draft.server.ts'

/** Where one sees what was read, with what the file said of where it is from. */
export function readPath({ municipality, version }: PlanSource): string {
  const search = new URLSearchParams({ read: '1' })
  if (municipality) search.set('municipality', municipality)
  if (version) search.set('version', String(version))
  return `/plan/draft/file?${search.toString()}`
}

/** What a draft holds that was just read from a file; null where nobody asks. */
export function readFileView(request: Request, draft: OpenDraft, language: Language): FileReadView | null {
  const search = new URL(request.url).searchParams
  if (!search.has('read')) return null
  const { routines, framework, legalBasis, title } = draft.content
  const editions = [...routines.flatMap(({ steps }) => steps), ...framework.flatMap(({ elements }) => elements)]
  const number = draft.basedOn?.number ?? null
  const version = Number(search.get('version'))
  return {
    title: inLanguage(title, language),
    source: {
      municipality: search.get('municipality')?.slice(0, 60) ?? null,
      version: Number.isSafeInteger(version) && version > 0 ? version : null,
    },
    counts: {
      routines: routines.length,
      steps: routines.reduce((sum, { steps }) => sum + steps.length, 0),
      areas: framework.length,
      elements: framework.reduce((sum, { elements }) => sum + elements.length, 0),
      bases: legalBasis.length,
    },
    against: number === null ? null : { number, changes: changesIn(draft) ?? 0, path: comparePath(number, 'draft') },
    asks: editions.filter(({ meaning }) => meaning === NOT_SAID).length,
  }
}

const SHOWN = 20

/** What is wrong with a file, each with its line or path; the rest of very many is only counted. */
export function fileProblems(
  problems: readonly (Problem | FileProblem)[],
  field: 'file' | 'pasted',
  language: Language,
): Problem[] {
  const { t } = wordsIn(language)
  const shown = problems.slice(0, SHOWN).map((problem): Problem => {
    if ('field' in problem) return { ...problem, field }
    const { path, line, message, values } = problem
    const where = line !== null ? t('planFile.line', { line }) : path && t('planFile.path', { path })
    return { field, message: `file.${message}`, values: { ...values, where } }
  })
  const more = problems.length - shown.length
  return more > 0 ? [...shown, { field, message: 'file.more', values: { count: more } }] : shown
}
