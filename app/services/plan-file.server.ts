import { authorize } from '#app/domain/permissions.ts'
import { planMarkdown } from '#app/domain/plan-file-markdown.ts'
import { readPlanFile } from '#app/domain/plan-file-reading.ts'
import { planFile, type FileProblem, type PlanSource } from '#app/domain/plan-file.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Context, SignedIn } from './context.server.ts'
import { beginDraft } from './draft.server.ts'
import { municipalityName } from './municipality.server.ts'
import { newId } from './new-id.server.ts'
import { findNumberedVersion } from './plan.server.ts'

export const FILE_FORMATS = ['json', 'markdown'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** A published version as a file, with whose it is. Everybody may have it. Refuses *not found*. */
export async function readVersionFile(
  { actor, db }: Context,
  number: number,
  format: FileFormat,
): Promise<{ municipality: string; text: string }> {
  authorize(actor, 'read the plan')
  const version = await findNumberedVersion(db, number)
  const municipality = await municipalityName(db)
  const text = format === 'json' ? planFile(version, municipality) : planMarkdown(version, municipality)
  return { municipality, text }
}

/** A draft was begun from a file, with what the file says of where it is from; or what must be mended first. */
export type FileOutcome =
  { saved: true; source: PlanSource } | { saved: false; problems: readonly (Problem | FileProblem)[] }

/** Begins a draft from what a file says, JSON or Markdown. Where there is a draft, a problem says so. Refuses *not found*. */
export async function beginFromFile(context: SignedIn, text: string, form: string): Promise<FileOutcome> {
  authorize(context.actor, 'edit the plan')
  const read = readPlanFile(text, newId)
  if (!read.ok) return { saved: false, problems: read.problems }
  const outcome = await beginDraft(context, { content: read.content }, form)
  return outcome.saved ? { saved: true, source: read.source } : outcome
}
