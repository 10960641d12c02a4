import { beginningFrom, plannedFrom, type Beginning } from '#app/domain/framework-beginning.ts'
import type { Acknowledged } from '#app/domain/framework-assignment.ts'
import {
  additionLinesOf,
  elementLinesOf,
  type AdditionLine,
  type ElementLine,
  type FrameworkMark,
} from '#app/domain/framework-mark.ts'
import {
  chosenNow,
  lineChosen,
  problemInChosen,
  problemsInMarking,
  saidOf,
  type Chosen,
  type FrameworkLine,
  type Marking,
} from '#app/domain/framework-marking.ts'
import type { OtherSide } from '#app/domain/other-side.ts'
import { authorize, can, ownSides } from '#app/domain/permissions.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { insertMarks, listAdditions, listMarks, type NewMark } from '#db/queries/framework-marks.ts'
import type { SignedIn } from './context.server.ts'
import { acknowledgedIn, openFramework, type AssignedPlace } from './framework-assignment.server.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { readOtherSide } from './other-side.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** The framework at a unit, with what the unit said of it. */
export interface UnitFramework extends AssignedPlace {
  elements: readonly ElementLine[]
  additions: readonly AdditionLine[]
}

/** The same as one reader sees it. */
export interface FrameworkShown extends UnitFramework {
  acknowledged: Acknowledged
  /** What could be taken over from the cycle before. */
  beginning: readonly Beginning[]
  /** What the other side of the unit's pairs has marked of each element, by its id. */
  others: ReadonlyMap<string, OtherSide>
  /** Whether the reader marks here: for the own unit, or as the adviser for it; null for whoever may only read. */
  marks: 'own' | 'for the unit' | null
}

/** Which unit's framework, in which cycle. */
export interface FrameworkAt {
  year: number
  placeId: string
}

async function linesAt(context: SignedIn, { year, placeId }: FrameworkAt, db: Db): Promise<UnitFramework> {
  const assigned = await openFramework(context, year, placeId, db)
  const marks = await listMarks(db, year, [assigned.unit.id])
  return {
    ...assigned,
    ...linesFrom(assigned, marks.get(assigned.unit.id) ?? [], await listAdditions(db, [assigned.unit.id])),
  }
}

function linesFrom(
  { cycle }: AssignedPlace,
  marks: readonly FrameworkMark[],
  additions: Awaited<ReturnType<typeof listAdditions>>,
) {
  return { elements: elementLinesOf(cycle.version, marks), additions: additionLinesOf(additions, marks) }
}

/**
 * The framework at a unit, as the actor may see it: what was written in reasons and on how it is worked with only by those who
 * read reasons and notes. Refuses *not found*.
 */
export async function readFramework(context: SignedIn, where: FrameworkAt): Promise<FrameworkShown> {
  const { actor, db } = context
  const at = await linesAt(context, where, db)
  const { cycle, place, unit } = at
  const reads = can(actor, 'read reasons and notes', place)
  const own = ownSides(actor, place).includes(unit.kind)
  const marks = can(actor, 'mark the framework', place) ? (own ? 'own' : 'for the unit') : null
  return {
    ...at,
    elements: reads ? at.elements : at.elements.map(withoutWords),
    additions: reads ? at.additions : at.additions.map(withoutWords),
    acknowledged: found((await acknowledgedIn(db, cycle, [unit])).get(unit.id)),
    beginning: marks ? await beginningAt(at, db) : [],
    others: await readOtherSide(context, at, db),
    marks,
  }
}

function withoutWords<L extends FrameworkLine>(line: L): L {
  const bare = <M extends FrameworkMark>(mark: M): M => ({ ...mark, how: null, reason: null })
  const earlier = 'earlier' in line ? { earlier: line.earlier.map(bare) } : {}
  return { ...line, ...earlier, mark: line.mark && bare(line.mark), history: line.history.map(bare) }
}

async function beginningAt(at: UnitFramework, db: Db): Promise<Beginning[]> {
  const before = (await listMarks(db, at.cycle.year - 1, [at.unit.id])).get(at.unit.id) ?? []
  const additions = at.additions.map(({ addition }) => addition)
  const lines = linesFrom(at, before, additions)
  return beginningFrom([...lines.elements, ...lines.additions], [...at.elements, ...at.additions])
}

/**
 * Marks what was chosen, all or nothing. What the person saw travels along: an element that was marked or reworded in between is a
 * problem. The same form again changes nothing. Refuses *not found*, and *not allowed* for whoever may only read.
 */
export async function markFramework(
  context: SignedIn,
  where: FrameworkAt,
  marking: Marking,
  chosen: readonly Chosen[],
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `mark framework ${where.year} ${where.placeId}`, form, async (db) => {
    const at = await openToMark(context, where, db)
    if (chosen.length === 0) return [{ field: 'chosen', message: 'noElementChosen' }]
    const problems = problemsInMarking(marking, at.unit.kind, where.year, context.today)
    const lines = chosen.map((each) => found(lineChosen([...at.elements, ...at.additions], each)))
    const inLines = lines.flatMap((line, index) => problemInChosen(line, found(chosen[index]), marking.mark) ?? [])
    if (problems.length + inLines.length > 0) return distinct([...inLines, ...problems])
    await save(
      context,
      db,
      at,
      [...new Set(lines)].map((line) => ({ line, said: saidOf(marking, line) })),
    )
    return []
  })
}

/** Takes over what was chosen of last year's plan as planned. What was marked in between stays as it is. Refuses as marking does. */
export async function beginFromLastYear(
  context: SignedIn,
  where: FrameworkAt,
  chosen: readonly Chosen[],
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `begin framework ${where.year} ${where.placeId}`, form, async (db) => {
    const at = await openToMark(context, where, db)
    if (chosen.length === 0) return [{ field: 'chosen', message: 'noElementChosen' }]
    const beginning = await beginningAt(at, db)
    const taken = beginning.filter(({ line }) => {
      const now = chosenNow(line)
      return chosen.some(({ what, id }) => what === now.what && id === now.id)
    })
    await save(
      context,
      db,
      at,
      taken.map((each) => ({ line: each.line, said: plannedFrom(each) })),
    )
    return []
  })
}

/** A unit's framework that the actor may mark. Refuses *not found*, and *not allowed* for whoever may only read. */
export async function openToMark(context: SignedIn, where: FrameworkAt, db: Db): Promise<UnitFramework> {
  const at = await linesAt(context, where, db)
  authorize(context.actor, 'mark the framework', at.place)
  return at
}

function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.field} ${problem.message}`, problem])).values()]
}

type Said = ReturnType<typeof saidOf>

async function save(
  context: SignedIn,
  db: Db,
  at: UnitFramework,
  all: readonly { line: FrameworkLine; said: Said }[],
): Promise<void> {
  if (all.length === 0) return
  const { actor, now } = context
  const { cycle, place, unit } = at
  const common = {
    year: cycle.year,
    unitId: unit.id,
    version: found(cycle.version.number),
    at: now,
    personId: actor.id,
    forUnit: !ownSides(actor, place).includes(unit.kind),
  }
  const marks = all.map(({ line, said }): NewMark => {
    const { what, id, meaning } = chosenNow(line)
    const marked =
      what === 'element'
        ? ({ elementId: id, additionId: null } as const)
        : ({ elementId: null, additionId: id } as const)
    return {
      ...common,
      ...marked,
      id: newId(),
      meaning,
      mark: said.mark,
      months: said.months,
      how: said.how,
      reason: said.reason,
    }
  })
  await insertMarks(db, marks)
  const content = {
    cycle: cycle.year,
    unit: unit.id,
    mark: all[0]?.said.mark ?? '',
    marks: marks.map(({ id }) => id).join(' '),
  }
  await remember(db, { kind: 'framework marked', at: now, personId: actor.id, content })
}

/** The line of an element or addition among those of a unit. Refuses *not found*. */
export function lineAt(
  at: Pick<UnitFramework, 'elements' | 'additions'>,
  what: Chosen['what'],
  id: string,
): FrameworkLine {
  const line = lineChosen([...at.elements, ...at.additions], { what, id, meaning: 0, seen: null })
  if (!line) throw new Refusal('not found')
  return line
}
