import type { Instant } from '#app/domain/calendar.ts'
import type { FrameworkMark, LocalAddition, Marked } from '#app/domain/framework-mark.ts'
import type { Db } from '#db/connection.ts'

/** Marks by the id of the unit that made them. */
export type MarksByUnit = ReadonlyMap<string, readonly FrameworkMark[]>

/** The marks of some units in a cycle, by unit, oldest first. */
export async function listMarks(db: Db, year: number, units: 'everywhere' | readonly string[]): Promise<MarksByUnit> {
  const all = marksWithNames(db).where('cycle_year', '=', year)
  const rows = await (units === 'everywhere' ? all : all.where('unit_id', 'in', units)).execute()
  return Map.groupBy(rows.map(markOf), ({ unitId }) => unitId)
}

function marksWithNames(db: Db) {
  return db
    .selectFrom('framework_mark')
    .innerJoin('person', 'person.id', 'framework_mark.person_id')
    .select([
      'framework_mark.id',
      'framework_mark.unit_id',
      'framework_mark.element_id',
      'framework_mark.addition_id',
      'framework_mark.mark',
      'framework_mark.from_month',
      'framework_mark.to_month',
      'framework_mark.how',
      'framework_mark.reason',
      'framework_mark.meaning',
      'framework_mark.version_number',
      'framework_mark.at',
      'framework_mark.person_id',
      'framework_mark.for_unit',
      'person.name as person_name',
    ])
    .orderBy('framework_mark.sequence')
}

type MarkRow = Awaited<ReturnType<ReturnType<typeof marksWithNames>['execute']>>[number]

function markOf(row: MarkRow): FrameworkMark {
  return {
    ...markedOf(row),
    id: row.id,
    unitId: row.unit_id,
    mark: row.mark,
    months: row.from_month && row.to_month ? { from: row.from_month, to: row.to_month } : null,
    how: row.how,
    reason: row.reason,
    meaning: row.meaning,
    version: row.version_number,
    at: row.at,
    by: { personId: row.person_id, name: row.person_name, forUnit: row.for_unit === 1 },
  }
}

/** The schema sees to it that one of them is there. */
function markedOf({ element_id, addition_id }: Pick<MarkRow, 'element_id' | 'addition_id'>): Marked {
  if (element_id !== null) return { elementId: element_id, additionId: null }
  return { elementId: null, additionId: addition_id ?? '' }
}

/** What is needed to add a mark. */
export type NewMark = Marked &
  Pick<FrameworkMark, 'id' | 'unitId' | 'mark' | 'months' | 'how' | 'reason' | 'meaning' | 'version' | 'at'> & {
    year: number
    personId: string
    forUnit: boolean
  }

/** Adds marks. */
export async function insertMarks(db: Db, marks: readonly NewMark[]): Promise<void> {
  const rows = marks.map((mark) => ({
    id: mark.id,
    cycle_year: mark.year,
    unit_id: mark.unitId,
    element_id: mark.elementId,
    addition_id: mark.additionId,
    mark: mark.mark,
    from_month: mark.months?.from ?? null,
    to_month: mark.months?.to ?? null,
    how: mark.how,
    reason: mark.reason,
    meaning: mark.meaning,
    version_number: mark.version,
    at: mark.at,
    person_id: mark.personId,
    for_unit: mark.forUnit ? (1 as const) : (0 as const),
  }))
  if (rows.length > 0) await db.insertInto('framework_mark').values(rows).execute()
}

/** The additions of some units that were not taken out, in the order they were written. */
export async function listAdditions(db: Db, unitIds: readonly string[]): Promise<LocalAddition[]> {
  const rows = await db
    .selectFrom('local_addition')
    .select(['id', 'unit_id', 'area_id', 'words'])
    .where('unit_id', 'in', unitIds)
    .orderBy('sequence')
    .execute()
  const last = new Map(rows.map((row) => [row.id, row]))
  return [...last.values()].flatMap(({ id, unit_id, area_id, words }) =>
    words === null ? [] : [{ id, unitId: unit_id, areaId: area_id, words }],
  )
}

/** An addition as it is written, or with `words` null taken out. */
export interface NewAddition {
  id: string
  unitId: string
  areaId: string
  words: string | null
  at: Instant
  personId: string
  forUnit: boolean
}

/** Adds what a unit says of an addition of its own. */
export async function insertAddition(db: Db, addition: NewAddition): Promise<void> {
  await db
    .insertInto('local_addition')
    .values({
      id: addition.id,
      unit_id: addition.unitId,
      area_id: addition.areaId,
      words: addition.words,
      at: addition.at,
      person_id: addition.personId,
      for_unit: addition.forUnit ? 1 : 0,
    })
    .execute()
}
