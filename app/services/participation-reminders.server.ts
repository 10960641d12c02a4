import type { Cycle } from '#app/domain/checklist.ts'
import { unitsAmong, unitsAsked, whyNotReminded } from '#app/domain/participation.ts'
import { authorize, can } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { insertMail, type Mail } from '#db/queries/outbox.ts'
import { insertReminder } from '#db/queries/participation.ts'
import { listPlaces } from '#db/queries/places.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'
import { remember } from './history.server.ts'
import { lackingIn, type LackingAnswer } from './participation-lacking.server.ts'
import { unitIn } from './participation.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** The letter to one person about all the units that it can answer for. */
export type WriteReminder = (units: readonly Unit[]) => Omit<Mail, 'recipient'>

/** A reminder about one unit before it is sent: to which addresses, or why it is not. */
export interface Reminding {
  cycle: Cycle
  unit: Unit
  recipients: readonly string[]
  whyNot: Problem | null
}

/** Who would be reminded to answer for a unit. Refuses *not found*, also for whoever may not remind. */
export async function readReminding(context: SignedIn, year: number, unitId: string): Promise<Reminding> {
  const { actor, db } = context
  authorize(actor, 'remind owners')
  const cycle = await cycleOf(db, year)
  const unit = await unitIn(db, year, unitId)
  const { lacking, whyNot } = await lackingAt(context, db, year, unit)
  return { cycle, unit, recipients: lacking.flatMap(addressesOf), whyNot }
}

async function lackingAt(
  context: SignedIn,
  db: Db,
  year: number,
  unit: Unit,
): Promise<{ lacking: LackingAnswer[]; whyNot: Problem | null }> {
  const lacking = await lackingIn(context, db, year, unitsAsked([unit], year, context.today))
  const [one] = lacking
  return { lacking, whyNot: one ? one.whyNot : whyNotReminded(unit, year, null, context.today) }
}

function addressesOf({ answerers }: LackingAnswer): string[] {
  return [...new Set(answerers.flatMap(({ email }) => email ?? []))]
}

/**
 * Reminds the owner and the leader of a unit to answer, at most once a day. Problems come back and nothing is sent.
 * Refuses *not found*.
 */
export async function remindUnit(
  context: SignedIn,
  { year, unitId }: { year: number; unitId: string },
  form: string,
  letter: WriteReminder,
): Promise<Outcome> {
  authorize(context.actor, 'remind owners')
  return saveOnce(context, `reminder ${year} ${unitId}`, form, async (db) => {
    await cycleOf(db, year)
    const unit = await unitIn(db, year, unitId)
    const { lacking, whyNot } = await lackingAt(context, db, year, unit)
    if (whyNot) return [whyNot]
    await send(context, db, year, lacking, letter)
    return []
  })
}

/**
 * Reminds everybody who can be today; one person gets one letter about all its units. Problems come back and nothing is
 * sent. Refuses *not found*, and *not allowed* for whoever may only read.
 */
export async function remindAll(
  context: SignedIn,
  year: number,
  form: string,
  letter: WriteReminder,
): Promise<Outcome> {
  const { actor, today } = context
  authorize(actor, 'read participation')
  if (!can(actor, 'remind owners')) throw new Refusal('not allowed')
  return saveOnce(context, `reminders ${year}`, form, async (db) => {
    await cycleOf(db, year)
    const places = found((await listPlaces(db, [year], 'everywhere')).get(year))
    const lacking = await lackingIn(context, db, year, unitsAsked(unitsAmong(places), year, today))
    const reached = lacking.filter(({ whyNot }) => whyNot === null)
    if (reached.length === 0) return [{ field: 'reminder', message: 'nobodyLeftToRemind' }]
    await send(context, db, year, reached, letter)
    return []
  })
}

async function send(
  { actor, now }: SignedIn,
  db: Db,
  year: number,
  lacking: readonly LackingAnswer[],
  letter: WriteReminder,
): Promise<void> {
  const unitsOf = new Map<string, Unit[]>()
  for (const each of lacking) {
    const { unit } = each
    for (const email of addressesOf(each)) unitsOf.set(email, [...(unitsOf.get(email) ?? []), unit])
    await insertReminder(db, { year, unitId: unit.id, personId: actor.id, at: now })
    const content = { cycle: year, unit: unit.id }
    await remember(db, { kind: 'reminder sent', at: now, personId: actor.id, content })
  }
  for (const [recipient, units] of unitsOf) await insertMail(db, { ...letter(units), recipient }, now)
}
