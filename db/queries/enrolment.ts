import type { Instant } from '#app/domain/calendar.ts'
import type { ExplanationSaid, GoingElsewhere } from '#app/domain/reconciliation.ts'
import type { Db } from '#db/connection.ts'

/** What kindergartens last said of children who go to no school here; 0 where there are none any more. */
export async function listGoingElsewhere(db: Db, year: number): Promise<GoingElsewhere[]> {
  const rows = await db
    .selectFrom('children_elsewhere as said')
    .select(['said.kindergarten_id', 'said.destination', 'said.children'])
    .where('said.cycle_year', '=', year)
    .where('said.sequence', '=', ({ selectFrom, ref }) =>
      selectFrom('children_elsewhere as last')
        .select(({ fn }) => fn.max('last.sequence').as('sequence'))
        .where('last.cycle_year', '=', year)
        .where('last.kindergarten_id', '=', ref('said.kindergarten_id'))
        .where('last.destination', '=', ref('said.destination')),
    )
    .execute()
  return rows.map(({ kindergarten_id, destination, children }) => {
    return { kindergartenId: kindergarten_id, destination, children }
  })
}

/** How many children are enrolled at a school, as it was last said, by whom and when. */
export interface Enrolled {
  schoolId: string
  children: number
  at: Instant
  by: string
}

/** What was last said of each school that something was said of. */
export async function listEnrolled(db: Db, year: number): Promise<Enrolled[]> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .select(['enrolment.school_id', 'enrolment.children', 'enrolment.at', 'person.name'])
    .where('enrolment.sequence', 'in', ({ selectFrom }) =>
      selectFrom('enrolment as last')
        .select(({ fn }) => fn.max('last.sequence').as('sequence'))
        .where('last.cycle_year', '=', year)
        .groupBy('last.school_id'),
    )
    .execute()
  return rows.map(({ school_id, children, at, name }) => ({ schoolId: school_id, children, at, by: name }))
}

export async function insertEnrolment(
  db: Db,
  { year, schoolId, children, at, personId }: Omit<Enrolled, 'by'> & { year: number; personId: string },
): Promise<void> {
  await db
    .insertInto('enrolment')
    .values({ cycle_year: year, school_id: schoolId, children, at, person_id: personId })
    .execute()
}

/** An explanation of a gap as it was said once. `followedUpBy` is a unit's id, null for the municipality. */
export interface Explanation extends ExplanationSaid {
  words: string
  followedUpBy: string | null
  at: Instant
  by: string
}

/** All that was ever said of the gaps of a cycle, or of one school's, oldest first. */
export async function listExplanations(db: Db, year: number, schoolId?: string): Promise<Explanation[]> {
  const said = db
    .selectFrom('gap_explanation')
    .innerJoin('person', 'person.id', 'gap_explanation.person_id')
    .select(['gap_explanation.id', 'sequence', 'school_id', 'children', 'words', 'followed_up_by', 'at', 'name'])
    .where('cycle_year', '=', year)
    .orderBy('sequence')
  const rows = await (schoolId === undefined ? said : said.where('school_id', '=', schoolId)).execute()
  return rows.map(({ school_id, followed_up_by, name, ...row }) => {
    return { ...row, schoolId: school_id, followedUpBy: followed_up_by, by: name }
  })
}

export async function insertExplanation(
  db: Db,
  said: Omit<Explanation, 'by' | 'sequence'> & { year: number; personId: string },
): Promise<void> {
  await db
    .insertInto('gap_explanation')
    .values({
      id: said.id,
      cycle_year: said.year,
      school_id: said.schoolId,
      children: said.children,
      words: said.words,
      followed_up_by: said.followedUpBy,
      at: said.at,
      person_id: said.personId,
    })
    .execute()
}
