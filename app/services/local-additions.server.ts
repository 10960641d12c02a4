import type { LocalAddition } from '#app/domain/framework-mark.ts'
import { problemsInAddition, problemsInWords } from '#app/domain/local-addition.ts'
import { ownSides } from '#app/domain/permissions.ts'
import { found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { insertAddition } from '#db/queries/framework-marks.ts'
import type { SignedIn } from './context.server.ts'
import { openToMark, type FrameworkAt, type UnitFramework } from './framework-marks.server.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** Adds something of its own to what a unit works with. Refuses *not found*, and *not allowed* for whoever may only read. */
export async function writeAddition(
  context: SignedIn,
  where: FrameworkAt,
  { words, areaId }: Pick<LocalAddition, 'words' | 'areaId'>,
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `add to framework ${where.year} ${where.placeId}`, form, async (db) => {
    const at = await openToMark(context, where, db)
    const problems = problemsInAddition({ words, areaId }, at.cycle.version.framework, context.today)
    if (problems.length === 0) await save(context, db, at, { id: newId(), unitId: at.unit.id, areaId, words })
    return problems
  })
}

/**
 * Changes the words of an addition, or takes it out where they are null; its marks stay. `seen` is what it said when the form was
 * made. Refuses as writing does, and *not found* for an addition that is none of the unit's.
 */
export async function changeAddition(
  context: SignedIn,
  where: FrameworkAt,
  { id, words, seen }: { id: string; words: string | null; seen: string },
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `change addition ${where.year} ${id}`, form, async (db) => {
    const at = await openToMark(context, where, db)
    const { addition } = found(at.additions.find((each) => each.addition.id === id))
    if (addition.words !== seen)
      return [{ field: 'words', message: 'additionChanged', values: { words: addition.words } }]
    const problems = words === null ? [] : problemsInWords(words, context.today)
    if (problems.length === 0 && words !== seen) await save(context, db, at, { ...addition, words })
    return problems
  })
}

async function save(
  { actor, now }: SignedIn,
  db: Db,
  { cycle, place, unit }: UnitFramework,
  addition: Omit<LocalAddition, 'words'> & { words: string | null },
): Promise<void> {
  const forUnit = !ownSides(actor, place).includes(unit.kind)
  await insertAddition(db, { ...addition, at: now, personId: actor.id, forUnit })
  const kind = addition.words === null ? 'addition taken out' : 'addition written'
  const content = { cycle: cycle.year, unit: unit.id, addition: addition.id }
  await remember(db, { kind, at: now, personId: actor.id, content })
}
