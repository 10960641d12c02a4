import type { Instant } from '#app/domain/calendar.ts'
import type { Role } from '#app/domain/permissions.ts'
import type { Db } from '#db/connection.ts'
import { findMunicipality, insertMunicipality } from '#db/queries/municipality.ts'
import { insertMail, type Mail } from '#db/queries/outbox.ts'
import {
  findOwnerNamed,
  findPersonByEmail,
  holdsSeat,
  insertPerson,
  insertSeat,
  listUnitsNamed,
} from '#db/queries/people.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'

/** Who is invited to which seat, by the names people know. */
export interface Invitation {
  role: Role
  /** In lower case. */
  email: string
  /** The unit of a director, principal or deputy, or the owner of an owner; otherwise null. */
  where: string | null
  /** Number and name, needed with the very first invitation. */
  municipality: { number: string; name: string } | null
}

/** What an invitation came to: the name the person has in the tool, or what stands in the way. */
export type Invited =
  { invited: true; name: string } | { invited: false; because: 'no municipality' | 'no such place' | 'already invited' }

/** People are called by role and place, never by a name of their own. */
const CALLED: Readonly<Record<Role, string>> = {
  adviser: 'Rådgiver',
  observer: 'Observatør',
  director: 'Styrer',
  principal: 'Rektor',
  deputy: 'Stedfortreder',
  owner: 'Eier',
}

/** Invites somebody to a seat: the person where the address is new, the seat, and a mail that says how to sign in. */
export async function invite(
  db: Db,
  invitation: Invitation,
  now: Instant,
  letter: (name: string, municipality: string) => Omit<Mail, 'recipient'>,
): Promise<Invited> {
  return db.transaction().execute(async (db): Promise<Invited> => {
    const municipality = await settledMunicipality(db, invitation)
    if (municipality === null) return { invited: false, because: 'no municipality' }
    const place = await placeOf(db, invitation, municipality)
    if (place === null) return { invited: false, because: 'no such place' }
    const { unitId, ownerId } = place
    const { role, email } = invitation
    const known = await findPersonByEmail(db, email)
    const person = known ?? { id: newId(), name: `${CALLED[role]}, ${place.name}` }
    if (await holdsSeat(db, { personId: person.id, role, unitId, ownerId })) {
      return { invited: false, because: 'already invited' }
    }
    if (!known) await insertPerson(db, { ...person, email, at: now })
    await insertSeat(db, { id: newId(), personId: person.id, role, unitId, ownerId, at: now })
    await remember(db, { kind: 'person invited', at: now, personId: null, content: { person: person.id, role } })
    await insertMail(db, { ...letter(person.name, municipality), recipient: email }, now)
    return { invited: true, name: person.name }
  })
}

async function settledMunicipality(db: Db, { municipality }: Invitation): Promise<string | null> {
  const known = await findMunicipality(db)
  if (known) return known.name
  if (municipality) await insertMunicipality(db, municipality)
  return municipality?.name ?? null
}

interface SeatPlace {
  name: string
  unitId: string | null
  ownerId: string | null
}

async function placeOf(db: Db, { role, where }: Invitation, municipality: string): Promise<SeatPlace | null> {
  if (role === 'adviser' || role === 'observer') return { name: `${municipality} kommune`, unitId: null, ownerId: null }
  if (role === 'owner') {
    const owner = await findOwnerNamed(db, where ?? '')
    return owner && { name: owner.name, unitId: null, ownerId: owner.id }
  }
  const units = await listUnitsNamed(db, where ?? '')
  const kind = { director: 'kindergarten', principal: 'school', deputy: null }[role]
  const [unit, another] = units.filter((each) => kind === null || each.kind === kind)
  return unit && !another ? { name: unit.name, unitId: unit.id, ownerId: null } : null
}
