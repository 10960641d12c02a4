import type { Instant } from '#app/domain/calendar.ts'
import type { Role } from '#app/domain/permissions.ts'
import { fitsUnit, sitsAt } from '#app/domain/seats.ts'
import type { Db } from '#db/connection.ts'
import { findMunicipality, insertMunicipality } from '#db/queries/municipality.ts'
import { findOwnerNamed, listUnitsNamed } from '#db/queries/people.ts'
import {
  calledAs,
  municipalityPlace,
  ownerPlace,
  putOffer,
  unitPlace,
  type SeatPlace,
  type WriteOffer,
} from './offering.server.ts'

/** Who is invited to which seat from the command line, by the names people know. */
export interface Invitation {
  role: Role
  /** In lower case. */
  email: string
  /** The unit of a director, principal or deputy, or the owner of an owner; otherwise null. */
  where: string | null
  /** Number and name, needed with the very first invitation. */
  municipality: { number: string; name: string } | null
}

/** What an invitation came to: the seat as a person in it is called, or what stands in the way. */
export type Invited =
  { invited: true; name: string } | { invited: false; because: 'no municipality' | 'no such place' | 'already invited' }

/** Offers somebody a seat, on nobody's behalf: this is how the first adviser gets in. */
export async function invite(
  db: Db,
  { role, email, where, municipality }: Invitation,
  now: Instant,
  letter: WriteOffer,
): Promise<Invited> {
  return db.transaction().execute(async (db): Promise<Invited> => {
    const known = await findMunicipality(db)
    const name = known?.name ?? municipality?.name
    if (name === undefined) return { invited: false, because: 'no municipality' }
    const place = await placeNamed(db, role, where, name)
    if (place === null) return { invited: false, because: 'no such place' }
    if (!known && municipality) await insertMunicipality(db, municipality)
    const offering = { by: null, now, municipality: name, letter, letsIn: true }
    const problems = await putOffer(db, { role, email, place }, offering)
    if (problems.length > 0) return { invited: false, because: 'already invited' }
    return { invited: true, name: calledAs(role, place.name) }
  })
}

async function placeNamed(db: Db, role: Role, where: string | null, municipality: string): Promise<SeatPlace | null> {
  if (sitsAt(role) === 'municipality') return municipalityPlace(municipality)
  if (sitsAt(role) === 'owner') {
    const owner = await findOwnerNamed(db, where ?? '')
    return owner && ownerPlace(owner)
  }
  const units = (await listUnitsNamed(db, where ?? '')).filter(({ kind }) => fitsUnit(role, kind))
  const [unit, another] = units
  return unit && !another ? unitPlace(unit) : null
}
