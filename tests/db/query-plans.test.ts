import { beforeEach, expect, test, vi } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { THE_MUNICIPALITY } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'
import { countTicksUnder, listAdoptions, listNewsRead } from '#db/queries/adoptions.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { countComments } from '#db/queries/draft-comments.ts'
import { findAccount, listEventsOf, listOpenSessions } from '#db/queries/account.ts'
import { listElsewhere, listGroups, listGroupUnits } from '#db/queries/child-groups.ts'
import { listEnrolled, listExplanations, listGoingElsewhere } from '#db/queries/enrolment.ts'
import { listHandoverNotes, listLastNumbers, listParticipationOf } from '#db/queries/handover.ts'
import { listAnswerers, listAnswers, listLastReminders } from '#db/queries/participation.ts'
import { findPerson } from '#db/queries/people.ts'
import { listAdviserSeats, listSeats, listSeatsAt, listSeatsEverAt, listSeatsOf } from '#db/queries/seats.ts'
import { listPlacesOfUnit, listUnitChanges } from '#db/queries/units.ts'
import { findDraft } from '#db/queries/drafts.ts'
import { findLastEventAt, findLastHash } from '#db/queries/events.ts'
import { findHearing, findHeardVersion, findLastDayOfOpenHearing, listComments } from '#db/queries/hearings.ts'
import { listAcknowledgements } from '#db/queries/framework-acknowledgements.ts'
import { listAdditions, listMarks } from '#db/queries/framework-marks.ts'
import { readNotices } from '#db/queries/notices.ts'
import { listPairs } from '#db/queries/opening.ts'
import { findPlace, listPairsOf, listPlaces } from '#db/queries/places.ts'
import { listPresentations, listPresentationTalks } from '#db/queries/presentations.ts'
import { listTicks, listTicksOf } from '#db/queries/ticks.ts'
import { countUnanswered } from '#db/queries/unanswered.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

/** What SQLite says it would do for every statement that `ask` runs. */
async function plansOf({ sqlite }: World, ask: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(sqlite, 'prepare')
  await ask()
  const statements = prepare.mock.calls.map(([sql]) => sql)
  prepare.mockRestore()
  expect(statements).not.toEqual([])
  return statements.flatMap((sql) => {
    const values = Array.from(sql.matchAll(/\?/g), () => null)
    const rows = sqlite.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
    return rows.map(({ detail }) => detail)
  })
}

/**
 * A search reads a few rows; a scan reads them all, and these grow every year. A search by nothing but the year reads
 * those of the whole municipality.
 */
const TOO_MUCH = /^SCAN (tick|pair|event|participation)\b|^SEARCH (tick|pair) .*\(cycle_year=\?\)/

let here: World
beforeEach(async () => {
  here = await world()
})

test.each([
  ['a pair', PAIRS.bluebellFjordvik],
  ['a kindergarten', BLUEBELL],
  ['a school', FJORDVIK_SCHOOL],
])('%s and its ticks are found without reading everybody’s', async (_, id) => {
  const plans = await plansOf(here, async () => {
    const place = await findPlace(here.db, 2027, id)
    if (place) await listTicksOf(here.db, 2027, place)
  })
  expect(plans.filter((detail) => TOO_MUCH.test(detail))).toEqual([])
  expect(plans.filter((detail) => detail.startsWith('SEARCH tick'))).toHaveLength(1)
})

test.each(['kindergarten', 'school'] as const)(
  'the pairs of a %s are found without reading everybody’s',
  async (kind) => {
    const place = await findPlace(here.db, 2027, kind === 'school' ? FJORDVIK_SCHOOL : BLUEBELL)
    if (place?.kind !== 'school' && place?.kind !== 'kindergarten') throw new Error('No such unit')
    const unit = place.kind === 'school' ? place.school : place.kindergarten
    const plans = await plansOf(here, () => listPairsOf(here.db, 2027, unit))
    expect(plans.filter((detail) => TOO_MUCH.test(detail))).toEqual([])
  },
)

test('the numbers of a unit’s child groups are found without reading everybody’s', async () => {
  const plans = await plansOf(here, async () => {
    await listGroups(here.db, 2027, { unitIds: [BLUEBELL, FJORDVIK_SCHOOL] })
    await listGroups(here.db, 2027, { pairId: PAIRS.bluebellFjordvik })
    await listElsewhere(here.db, 2027, BLUEBELL)
  })
  expect(plans.filter((detail) => TOO_MUCH.test(detail))).toEqual([])
  expect(plans.filter((detail) => /^SCAN (own|other|children_elsewhere)\b/.test(detail))).toEqual([])
})

test('so are those of the municipality, and the end of the chain', async () => {
  const plans = await plansOf(here, async () => {
    await listTicksOf(here.db, 2027, THE_MUNICIPALITY)
    await findLastHash(here.db)
    await findLastEventAt(here.db)
  })
  expect(plans.filter((detail) => TOO_MUCH.test(detail) && !detail.startsWith('SCAN event'))).toEqual([])
  // The last event is read backwards along the key, and the first row ends it: no sorting.
  expect(plans.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
})

test.each([
  ['a kindergarten', [BLUEBELL]],
  ['a school', [FJORDVIK_SCHOOL]],
  ['two seats', [BLUEBELL, FJORDVIK_SCHOOL]],
])('the places of %s, with their ticks, are found without reading every pair and tick', async (_, unitIds) => {
  const plans = await plansOf(here, async () => {
    const places = (await listPlaces(here.db, [2026, 2027], { unitIds })).get(2027) ?? []
    await listTicks(here.db, [2026, 2027], [...places, THE_MUNICIPALITY])
  })
  expect(plans.filter((detail) => TOO_MUCH.test(detail))).toEqual([])
})

/** A page that is opened now and then may read what belongs to one cycle or one version, never all there ever was. */
const GROWING = [
  ...['tick', 'pair', 'event', 'participation', 'adoption', 'news_read', 'due_day_move', 'comment', 'comment_answer'],
  ...['group_number', 'children_elsewhere', 'enrolment', 'gap_explanation', 'reminder', 'unit_change', 'handover_note'],
  ...['framework_acknowledgement', 'framework_mark', 'local_addition'],
  ...['session', 'own', 'other', 'said', 'last', 'answered', 'reported', 'received'],
  ...['presentation', 'presentation_reading', 'presentation_question', 'presentation_reply', 'reading', 'question'],
  ...['reply', 'later'],
]
/** Of seats, those that nobody has ended may all be read: they have an index of their own, and do not grow. */
const ALL_OF_IT = new RegExp(`^SCAN (${GROWING.join('|')})\\b|^SCAN seat$`)

const TODAY = day('2027-03-10')

test.each<[string, (db: Db) => Promise<unknown>]>([
  ['the adoptions of a cycle', (db) => listAdoptions(db, 2027)],
  ['how many ticks were given under a version', (db) => countTicksUnder(db, 2027, 1)],
  ['what a unit has read', (db) => listNewsRead(db, 2027, [BLUEBELL])],
  [
    'what there is to know',
    (db) => readNotices(db, { years: [2026, 2027], unitIds: [BLUEBELL], today: TODAY, seats: true }),
  ],
  [
    'what was presented of groups, and said of that',
    async (db) => {
      await listPresentations(db, 2027, [BLUEBELL])
      await listPresentationTalks(db, [PAIRS.bluebellFjordvik, PAIRS.bluebellNes])
    },
  ],
  ['the cycles with their moved due days', (db) => listCycles(db)],
  ['the pairs of the cycle before', (db) => listPairs(db, 2026)],
  ['the draft', (db) => findDraft(db)],
  ['a hearing', (db) => findHearing(db, 'a version')],
  ['the version that was heard last', (db) => findHeardVersion(db)],
  ['the last day of an open hearing', (db) => findLastDayOfOpenHearing(db, TODAY)],
  ['the comments on a version', (db) => listComments(db, 'a version')],
  ['how many comments there are', (db) => countComments(db, 'a version')],
  ['how many nobody has answered', (db) => countUnanswered(db, 'a version')],
  ['all child groups of a cycle', (db) => listGroups(db, 2027, 'all')],
  ['the units of a cycle', (db) => listGroupUnits(db, 2027)],
  ['who goes to no school here', (db) => listGoingElsewhere(db, 2027)],
  ['how many are enrolled', (db) => listEnrolled(db, 2027)],
  ['what was said of the gaps', (db) => listExplanations(db, 2027)],
  ['what was said of one school’s', (db) => listExplanations(db, 2027, FJORDVIK_SCHOOL)],
  ['the last numbers of a pair', (db) => listLastNumbers(db, [PAIRS.bluebellFjordvik])],
  ['what a unit has answered', (db) => listParticipationOf(db, BLUEBELL, [2026, 2027])],
  ['what all have answered', (db) => listAnswers(db, 2027)],
  ['who can answer', (db) => listAnswerers(db, [BLUEBELL], TODAY)],
  ['who was reminded', (db) => listLastReminders(db, 2027)],
  ['the notes to the next leader', (db) => listHandoverNotes(db, BLUEBELL)],
  ['an account', (db) => findAccount(db, PEOPLE.adviser.id, TODAY)],
  ['the sessions of somebody', (db) => listOpenSessions(db, PEOPLE.adviser.id)],
  ['what somebody did', (db) => listEventsOf(db, PEOPLE.adviser.id, { before: 9, limit: 50 })],
  ['the seats', (db) => listSeats(db)],
  ['the seats at a unit', (db) => listSeatsAt(db, [BLUEBELL])],
  ['the seats that ever were at a unit', (db) => listSeatsEverAt(db, BLUEBELL)],
  ['the seats somebody ever had', (db) => listSeatsOf(db, PEOPLE.adviser.id)],
  ['the advisers', (db) => listAdviserSeats(db)],
  ['a person, with when they last signed in', (db) => findPerson(db, PEOPLE.adviser.id)],
  ['the history of a unit', (db) => listUnitChanges(db, BLUEBELL)],
  ['what a unit marked of the framework', (db) => listMarks(db, 2027, [BLUEBELL])],
  ['what all marked of the framework', (db) => listMarks(db, 2027, 'everywhere')],
  ['the additions of a unit', (db) => listAdditions(db, [BLUEBELL])],
  ['who has read the framework', (db) => listAcknowledgements(db, 2027, 'everywhere')],
  ['what a unit has read of it', (db) => listAcknowledgements(db, 2027, [BLUEBELL])],
  ['the places of a unit', (db) => listPlacesOfUnit(db, { id: BLUEBELL, kind: 'kindergarten' })],
])('%s: found without reading all there ever was', async (_, ask) => {
  const plans = await plansOf(here, () => ask(here.db))
  expect(plans.filter((detail) => ALL_OF_IT.test(detail))).toEqual([])
})
