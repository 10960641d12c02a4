import { day, plusDays, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import { stepsAskedAt, type Cycle } from '#app/domain/checklist.ts'
import { THE_MUNICIPALITY, unitsOn, type PairPlace, type Place, type Side, type Unit } from '#app/domain/place.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import type { Tick } from '#app/domain/tick.ts'
import type { Db } from '#db/connection.ts'
import { performIn, type Act } from '#db/seed/acts.ts'
import { examplePlan } from '#db/seed/example-plan.ts'
import { idOf, rollOf, wholeOf } from '#db/seed/identity.ts'
import { momentAtWork, workingDayFrom } from '#db/seed/working-days.ts'
import { unitNames } from './unit-names.ts'

/** How large a made municipality is. */
export interface Size {
  number: string
  name: string
  kindergartens: number
  schools: number
  pairs: number
}

export const OSLO: Size = { number: '0301', name: 'Oslo', kindergartens: 750, schools: 140, pairs: 2500 }

const PUBLISHED = day('2025-06-02')

/**
 * Fills an empty database with a municipality of that size as it stands at `now`: last year's cycle nearly finished, this
 * year's under way. Everything is rolled on names, so that each run makes the same one. One transaction, the usual tables.
 */
export async function makeMunicipality(db: Db, size: Size, now: Instant): Promise<void> {
  const town = townOf(size)
  const acts = [
    ...beginnings(town),
    ...town.cycles.flatMap((cycle) => [...opening(town, cycle), ...ticks(town, cycle)]),
  ]
  await db.transaction().execute(async (db) => {
    await db.insertInto('municipality').values({ number: size.number, name: size.name }).execute()
    await insertUnits(db, town)
    await performIn(
      db,
      acts.filter(({ at }) => at <= now).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    )
  })
}

interface Town {
  world: string
  plan: PlanVersion
  cycles: readonly Cycle[]
  units: readonly Unit[]
  /** Which kindergarten sends children to which school: the same in both cycles. */
  between: readonly { kindergarten: Unit; school: Unit }[]
}

function townOf({ name, kindergartens, schools, pairs }: Size): Town {
  const plan = examplePlan({
    world: name,
    number: 1,
    checkedOn: day('2025-05-12'),
    publication: {
      publishedOn: PUBLISHED,
      validFromCycle: 2026,
      adoptedBy: 'Bystyret',
      caseNumber: 'Bench 25/1',
      adoptedOn: day('2025-05-22'),
      changeNote: 'Første felles plan for overgangen fra barnehage til skole og SFO.',
    },
  })
  const units = [...unitsOf(name, 'kindergarten', kindergartens), ...unitsOf(name, 'school', schools)]
  return {
    world: name,
    plan,
    cycles: [
      { year: 2026, firstSchoolDay: day('2026-08-17'), version: plan, moves: [], sensitiveMeanings: [] },
      { year: 2027, firstSchoolDay: day('2027-08-16'), version: plan, moves: [], sensitiveMeanings: [] },
    ],
    units,
    between: neighbours(units.slice(0, kindergartens), units.slice(kindergartens), pairs),
  }
}

function unitsOf(world: string, kind: Unit['kind'], count: number): Unit[] {
  return unitNames(kind, count).map((name) => {
    const isPrivate = kind === 'kindergarten' ? rollOf(name, 'owner') < 0.52 : rollOf(name, 'owner') < 0.12
    const ownership = isPrivate ? 'private' : 'municipal'
    const answer = rollOf(name, 'participation') < 0.85 ? 'takes part' : 'does not take part'
    const participation = isPrivate && rollOf(name, 'answered') < 0.9 ? ({ answer } as const) : null
    return {
      id: idOf(world, 'unit', name),
      kind,
      name,
      ownership,
      externalMunicipality: null,
      closedOn: null,
      participation,
    }
  })
}

/** Each kindergarten sends children to schools that lie beside each other: to the nearest first. */
function neighbours(kindergartens: readonly Unit[], schools: readonly Unit[], pairs: number): Town['between'] {
  const around = Array.from({ length: pairs }, (_, index) => {
    const [at, farther] = [index % kindergartens.length, Math.floor(index / kindergartens.length)]
    const nearest = Math.floor((at / kindergartens.length) * schools.length)
    return { kindergarten: kindergartens[at], school: schools[(nearest + farther) % schools.length] }
  })
  return around.flatMap(({ kindergarten, school }) => (kindergarten && school ? [{ kindergarten, school }] : []))
}

async function insertUnits(db: Db, { world, units }: Town): Promise<void> {
  const ownerOf = (unit: Unit) => idOf(world, 'owner', unit.ownership === 'municipal' ? world : unit.name)
  const owners = new Map(
    units.map((unit) => {
      const name = unit.ownership === 'municipal' ? `${world} kommune` : `Eier av ${unit.name}`
      return [ownerOf(unit), { id: ownerOf(unit), name, ownership: unit.ownership }]
    }),
  )
  await db
    .insertInto('owner')
    .values([...owners.values()])
    .execute()
  const rows = units.map((unit) => ({
    id: unit.id,
    kind: unit.kind,
    name: unit.name,
    org_number: null,
    owner_id: ownerOf(unit),
    external_municipality: null,
  }))
  await db.insertInto('unit').values(rows).execute()
}

const personId = (world: string, name: string) => idOf(world, 'person', name)

function beginnings({ world, plan, units }: Town): Act[] {
  const at = momentAtWork(PUBLISHED, 0.1)
  const invite = (name: string, role: 'adviser' | 'director' | 'principal', unit: Unit | null): Act => {
    const person = { id: personId(world, unit?.name ?? name), name, email: null }
    const seats = [{ id: idOf(world, 'seat', name), role, unitId: unit?.id ?? null, ownerId: null }]
    return { at, personId: null, kind: 'person invited', person, seats }
  }
  return [
    invite('Rådgiver, oppvekst', 'adviser', null),
    ...units.map((unit) => {
      const [title, role] =
        unit.kind === 'school' ? (['Rektor', 'principal'] as const) : (['Styrer', 'director'] as const)
      return invite(`${title}, ${unit.name}`, role, unit)
    }),
    { at: momentAtWork(PUBLISHED, 0.5), personId: null, kind: 'version published', version: plan },
  ]
}

function opening(town: Town, { year, firstSchoolDay }: Cycle): Act[] {
  const on = workingDayFrom(day(`${year - 1}-08-11`))
  const at = momentAtWork(on, 0.2)
  const adviser = personId(town.world, 'Rådgiver, oppvekst')
  return [
    { at, personId: adviser, kind: 'cycle opened', year, versionId: town.plan.id, firstSchoolDay },
    ...pairsOf(town, year).map(({ id, kindergarten, school, children }): Act => {
      const pair = { id, year, kindergartenId: kindergarten.id, schoolId: school.id, children }
      return { at: momentAtWork(on, 0.6), personId: adviser, kind: 'pair formed', pair }
    }),
    ...town.units.flatMap(({ id, name, participation }): Act[] => {
      const answered = { kind: 'participation answered', year, unitId: id, reason: null, as: 'owner' } as const
      if (!participation) return []
      return [{ ...answered, at: momentAtWork(on, 0.9), personId: personId(town.world, name), answer: participation }]
    }),
  ]
}

function pairsOf({ world, between }: Town, year: number): PairPlace[] {
  return between.map(({ kindergarten, school }) => {
    const key = `${year}/${kindergarten.name}/${school.name}`
    return { kind: 'pair', id: idOf(world, 'pair', key), kindergarten, school, children: wholeOf(1, 14, key) }
  })
}

// What is ticked ---------------------------------------------------------------------------------------------------

interface Said {
  on: LocalDate
  side: Side
  answer: Tick['answer']
  reason?: string
  note?: string
}

function ticks(town: Town, cycle: Cycle): Act[] {
  const { world, units } = town
  const pairs = pairsOf(town, cycle.year)
  const around = Map.groupBy(pairs, ({ school }) => school.id)
  const own = units.map((unit): Place => {
    if (unit.kind === 'kindergarten') return { kind: 'kindergarten', id: unit.id, kindergarten: unit }
    const kindergartens = (around.get(unit.id) ?? []).map(({ kindergarten }) => kindergarten)
    return { kind: 'school', id: unit.id, school: unit, kindergartens }
  })
  return [THE_MUNICIPALITY, ...own, ...pairs].flatMap((place) =>
    stepsAskedAt(cycle, place.kind).flatMap(({ step, due }) => {
      const line = `${cycle.year}/${place.id}/${step.id}`
      return saidOf(line, due, place, step).map(({ on, side, answer, reason, note }, index): Act => {
        const at = momentAtWork(workingDayFrom(on), rollOf(line, index, 'at'))
        const by = personId(world, unitsOn(place, side)[0]?.name ?? 'Rådgiver, oppvekst')
        const tick = {
          id: idOf(world, 'tick', `${line}/${index}`),
          year: cycle.year,
          place: { kind: place.kind, id: place.id },
          stepId: step.id,
          side,
          answer,
          doneOn: answer === 'done' ? on : null,
          reason: step.sensitive ? null : (reason ?? null),
          note: step.sensitive ? null : (note ?? null),
          meaning: step.meaning,
          version: 1,
          withdraws: null,
          forUnit: false,
        }
        return { at, personId: by, kind: 'step ticked', tick }
      })
    }),
  )
}

type Asked = ReturnType<typeof stepsAskedAt>[number]['step']

/** Seven of ten answer in time, two late, and one forgets every second line; invited units often do not answer. */
function saidOf(line: string, due: LocalDate, place: Place, step: Asked): Said[] {
  const unit = unitsOn(place, step.responsible)[0]
  const habit = rollOf('habit', unit?.name ?? '')
  if (rollOf('answers', line) > (habit < 0.7 ? 0.98 : habit < 0.9 ? 0.93 : 0.5)) return []
  if (unit?.ownership === 'private' && unit.participation?.answer !== 'takes part' && rollOf('invited', line) > 0.4) {
    return []
  }
  const on = plusDays(due, habit < 0.7 ? wholeOf(-25, 4, line) : wholeOf(-8, 35, line))
  const side = step.responsible
  const how = rollOf('how', line)
  if (how < 0.02) return [{ on, side, answer: 'not relevant', reason: 'Gjelder ingen hos oss i år.' }]
  if (how < 0.03 && !step.sensitive)
    return [{ on, side, answer: 'not done', reason: 'Møtet ble avlyst på grunn av sykdom.' }]
  const started: Said[] = how > 0.85 ? [{ on: plusDays(on, -10), side, answer: 'started' }] : []
  const done: Said = { on, side, answer: 'done', note: how < 0.12 ? 'Gjennomført sammen med skolen.' : undefined }
  return [...started, done, ...confirmation(line, on, step)]
}

function confirmation(line: string, on: LocalDate, { confirmedBy }: Asked): Said[] {
  const roll = rollOf('confirmed', line)
  if (!confirmedBy || roll > 0.85) return []
  const after = plusDays(on, wholeOf(1, 20, line, 'confirmed'))
  if (roll > 0.84) return [{ on: after, side: confirmedBy, answer: 'disputed', reason: 'Vi har ikke fått noe ennå.' }]
  return [{ on: after, side: confirmedBy, answer: 'confirmed' }]
}
