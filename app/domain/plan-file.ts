import type { LocalDate } from './calendar.ts'
import type { DueRule } from './due-date.ts'
import type { Text } from './language.ts'
import type { LegalBasis, PlanContent, PlanVersion, WrittenRoutine, WrittenStep } from './plan.ts'

/** What a file says of itself, so that another program and a later version know what they have before them. */
export const FORMAT = 'overgang-plan'
export const FORMAT_VERSION = 1

/** Where a plan in a file comes from, as far as the file says. */
export interface PlanSource {
  municipality: string | null
  version: number | null
  adoptedOn: LocalDate | null
}

/** What keeps a file from being read: at which line, or at which path of a JSON file, and why. */
export interface FileProblem {
  path: string
  line: number | null
  message: FileTrouble
  values: Record<string, string | number>
}

export type FileTrouble =
  | 'notJson'
  | 'notAPlan'
  | 'newerFormat'
  | 'titleMissing'
  | 'notText'
  | 'wrongShape'
  | 'notAmong'
  | 'tooLong'
  | 'noSuchDay'
  | 'badIdentity'
  | 'identityTwice'
  | 'codeMissing'
  | 'codeTwice'
  | 'basisMissing'
  | 'tooManySteps'
  | 'unknownFact'
  | 'factMissing'
  | 'factTwice'
  | 'unknownPart'
  | 'headingMisplaced'
  | 'strayText'

/** A plan read from a file, or everything that has to be mended in it first. */
export type PlanRead =
  { ok: true; content: PlanContent; source: PlanSource } | { ok: false; problems: readonly FileProblem[] }

/** A step as it stands in a file: it names its legal basis by code. */
export type StepInFile = Omit<WrittenStep, 'legalBasis'> & { legalBasis: readonly string[] }
export type RoutineInFile = Omit<WrittenRoutine, 'steps'> & { steps: readonly StepInFile[] }

/** A plan in the shape it has in a file. */
export interface PlanTree {
  format: typeof FORMAT
  formatVersion: number
  from: PlanSource
  title: Text
  purposes: readonly Text[]
  routines: readonly RoutineInFile[]
  framework: PlanContent['framework']
  legalBasis: readonly LegalBasis[]
}

/** A published version in the shape it has in a file; `municipality` is whose plan it is. */
export function planTree(version: PlanVersion, municipality: string): PlanTree {
  const { title, purposes, routines, framework, legalBasis, number, publication } = version
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    from: { municipality: municipality || null, version: number, adoptedOn: publication?.adoptedOn ?? null },
    title,
    purposes,
    routines: routines.map((routine) => ({ ...routine, steps: routine.steps.map(stepInFile) })),
    framework,
    legalBasis,
  }
}

function stepInFile({ legalBasis, ...step }: WrittenStep): StepInFile {
  return { ...step, legalBasis: legalBasis.map(({ code }) => code) }
}

/** A published version as JSON. `readPlanJson` reads the same content from it. */
export function planFile(version: PlanVersion, municipality: string): string {
  return `${JSON.stringify(planTree(version, municipality), null, 2)}\n`
}

/** A due rule that stands in a plan, whatever else the object it came in held. */
export function bareDue(due: DueRule): DueRule {
  if (due.kind === 'days from first school day') return { kind: due.kind, days: due.days }
  return { kind: due.kind, month: due.month, day: due.day }
}
