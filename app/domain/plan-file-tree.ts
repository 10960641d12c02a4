import { parseDay } from './calendar.ts'
import { isDue, LONGEST_GUIDANCE, LONGEST_PURPOSE, LONGEST_TITLE, MOST_STEPS } from './draft-problems.ts'
import type { DueRule } from './due-date.ts'
import { PLACE_KINDS, SIDES } from './place.ts'
import { CARRIED_OUT_BY, type Area, type Element, type LegalBasis, type PlanContent } from './plan.ts'
import type { WrittenRoutine, WrittenStep } from './plan.ts'
import { bareDue, FORMAT, FORMAT_VERSION, type FileTrouble, type PlanSource } from './plan-file.ts'
import { fieldsOf, listOf, short, textAt, textOrNone, type Fields, type Say } from './plan-file-values.ts'

/** Something wrong in a tree, by the path to it. */
export interface TreeProblem {
  path: string
  message: FileTrouble
  values: Record<string, string | number>
}

/**
 * The plan that a tree holds, with everything that has to be mended before it can be used. `tree` is whatever a file
 * gave: nothing in it is trusted. What has no identity gets one from `newId`.
 */
export function readTree(
  tree: unknown,
  newId: () => string,
): { content: PlanContent; source: PlanSource; problems: TreeProblem[] } {
  const problems: TreeProblem[] = []
  const say: Say = (path, message, values = {}) => void problems.push({ path, message, values })
  const plan = fieldsOf(tree)
  const content = plan && isOurs(plan, say) ? contentOf(plan, newId, say) : EMPTY
  if (!plan) say('', 'notAPlan')
  return { content, source: sourceOf(fieldsOf(plan?.from)), problems }
}

const EMPTY: PlanContent = { title: { nb: '' }, purposes: [], routines: [], framework: [], legalBasis: [] }

function isOurs({ format, formatVersion }: Fields, say: Say): boolean {
  if (format !== FORMAT || typeof formatVersion !== 'number') say('format', 'notAPlan')
  else if (formatVersion > FORMAT_VERSION) say('formatVersion', 'newerFormat', { version: formatVersion })
  else return true
  return false
}

function sourceOf(from: Fields | null): PlanSource {
  const { municipality, version, adoptedOn } = from ?? {}
  return {
    municipality: typeof municipality === 'string' ? short(municipality) : null,
    version: Number.isSafeInteger(version) ? (version as number) : null,
    adoptedOn: typeof adoptedOn === 'string' ? parseDay(adoptedOn) : null,
  }
}

function contentOf(plan: Fields, newId: () => string, say: Say): PlanContent {
  const identities = new Set<string>()
  const identity = (value: unknown, path: string) => identityAt(value ?? newId(), path, identities, say)
  const title = textAt(plan.title, 'title', LONGEST_TITLE, say)
  if (title.nb === '') say('title', 'titleMissing')
  const legalBasis = basesOf(plan.legalBasis, say)
  const routines = listOf(plan.routines, 'routines', say).map((value, at): WrittenRoutine => {
    const path = `routines[${at}]`
    const { id, title, purpose, steps } = fieldsOf(value, path, say) ?? {}
    return {
      id: identity(id, path),
      title: textAt(title, `${path}.title`, LONGEST_TITLE, say),
      purpose: textOrNone(purpose, `${path}.purpose`, LONGEST_PURPOSE, say),
      steps: listOf(steps, `${path}.steps`, say).map((step, at) => {
        const here = `${path}.steps[${at}]`
        const fields = fieldsOf(step, here, say) ?? {}
        return { ...stepAt(fields, here, legalBasis, say), id: identity(fields.id, here) }
      }),
    }
  })
  const count = routines.reduce((sum, { steps }) => sum + steps.length, 0)
  if (count > MOST_STEPS) say('routines', 'tooManySteps', { most: MOST_STEPS })
  return {
    title,
    purposes: listOf(plan.purposes, 'purposes', say).map((text, at) =>
      textAt(text, `purposes[${at}]`, LONGEST_PURPOSE, say),
    ),
    routines,
    framework: areasOf(plan.framework, identity, say),
    legalBasis,
  }
}

type Identify = (value: unknown, path: string) => string

function areasOf(value: unknown, identity: Identify, say: Say): Area[] {
  return listOf(value, 'framework', say).map((area, at) => {
    const path = `framework[${at}]`
    const { id, title, elements } = fieldsOf(area, path, say) ?? {}
    return {
      id: identity(id, path),
      title: textAt(title, `${path}.title`, LONGEST_TITLE, say),
      elements: listOf(elements, `${path}.elements`, say).map((element, at): Element => {
        const here = `${path}.elements[${at}]`
        const fields = fieldsOf(element, here, say) ?? {}
        return {
          id: identity(fields.id, here),
          kindergarten: textAt(fields.kindergarten, `${here}.kindergarten`, LONGEST_PURPOSE, say),
          school: textAt(fields.school, `${here}.school`, LONGEST_PURPOSE, say),
          meaning: meaningAt(fields.meaning, `${here}.meaning`, say),
        }
      }),
    }
  })
}

function stepAt(step: Fields, path: string, bases: readonly LegalBasis[], say: Say): Omit<WrittenStep, 'id'> {
  return {
    title: textAt(step.title, `${path}.title`, LONGEST_TITLE, say),
    guidance: textOrNone(step.guidance, `${path}.guidance`, LONGEST_GUIDANCE, say),
    carriedOutBy: oneOf(CARRIED_OUT_BY, step.carriedOutBy ?? null, `${path}.carriedOutBy`, say),
    scope: oneOf(PLACE_KINDS, step.scope, `${path}.scope`, say) ?? 'municipality',
    responsible: oneOf(SIDES, step.responsible ?? null, `${path}.responsible`, say),
    confirmedBy: oneOf(SIDES, step.confirmedBy ?? null, `${path}.confirmedBy`, say),
    due: dueAt(step.due ?? null, `${path}.due`, say),
    binding: oneOf(['plan', 'law'] as const, step.binding ?? 'plan', `${path}.binding`, say) ?? 'plan',
    sensitive: flagAt(step.sensitive, `${path}.sensitive`, say),
    aboutSingleChildren: flagAt(step.aboutSingleChildren, `${path}.aboutSingleChildren`, say),
    sparedSmallPairs: flagAt(step.sparedSmallPairs, `${path}.sparedSmallPairs`, say),
    meaning: meaningAt(step.meaning, `${path}.meaning`, say),
    legalBasis: [...new Set(listOf(step.legalBasis, `${path}.legalBasis`, say))].flatMap((code, at) => {
      const known = bases.filter((basis) => basis.code === code)
      if (known.length === 0) say(`${path}.legalBasis[${at}]`, 'basisMissing', { given: short(code) })
      return known.slice(0, 1)
    }),
  }
}

function basesOf(value: unknown, say: Say): LegalBasis[] {
  const codes = new Set<string>()
  return listOf(value, 'legalBasis', say).map((basis, at) => {
    const path = `legalBasis[${at}]`
    const { code, title, checkedOn } = fieldsOf(basis, path, say) ?? {}
    const known = typeof code === 'string' ? code : ''
    if (known === '') say(path, 'codeMissing')
    else if (codes.has(known)) say(path, 'codeTwice', { given: short(known) })
    else if (known.length > LONGEST_TITLE) say(path, 'tooLong', { longest: LONGEST_TITLE })
    codes.add(known)
    const day = typeof checkedOn === 'string' ? parseDay(checkedOn) : null
    if (!day && (checkedOn ?? null) !== null) say(`${path}.checkedOn`, 'noSuchDay', { given: short(checkedOn) })
    return { code: known, title: textAt(title, `${path}.title`, LONGEST_TITLE, say), checkedOn: day }
  })
}

function identityAt(value: unknown, path: string, taken: Set<string>, say: Say): string {
  // A name that every object has would be found where nothing is.
  if (typeof value !== 'string' || !/^[\w-]{1,64}$/.test(value) || value in {}) {
    say(`${path}.id`, 'badIdentity', { given: short(value) })
    return ''
  }
  if (taken.has(value)) say(`${path}.id`, 'identityTwice', { given: value })
  taken.add(value)
  return value
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, path: string, say: Say): T | null {
  const known = allowed.find((each) => each === value)
  if (known === undefined && value !== null) {
    say(path, 'notAmong', { given: short(value), allowed: allowed.join(' · ') })
  }
  return known ?? null
}

function flagAt(value: unknown, path: string, say: Say): boolean {
  if (value !== undefined && typeof value !== 'boolean') {
    say(path, 'notAmong', { given: short(value), allowed: 'true · false' })
  }
  return value === true
}

const HIGHEST_MEANING = 1_000_000

function meaningAt(value: unknown, path: string, say: Say): number {
  if (value === undefined) return 1
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= HIGHEST_MEANING) return Number(value)
  say(path, 'notAmong', { given: short(value), allowed: `1–${HIGHEST_MEANING}` })
  return 1
}

function dueAt(value: unknown, path: string, say: Say): DueRule | null {
  if (value === null) return null
  const due = fieldsOf(value)
  const { kind, month, day, days } = due ?? {}
  const whole =
    kind === 'days from first school day'
      ? Number.isInteger(days)
      : (kind === 'year before school start' || kind === 'school start year') &&
        Number.isInteger(month) &&
        Number.isInteger(day)
  if (due && whole && isDue(value as DueRule)) return bareDue(value as DueRule)
  say(path, 'noSuchDay', { given: short(value) })
  return null
}
