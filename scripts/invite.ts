import './node-version.ts'
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ROLES, type Role } from '#app/domain/permissions.ts'
import { startClock } from '#app/http/clock.server.ts'
import { offerLetter } from '#app/routes/people/offer-letter.server.ts'
import { invite, type Invitation, type Invited } from '#app/services/invitation.server.ts'
import { openDatabase } from '#db/connection.ts'
import { giveUp, say } from './say.ts'

// `npm run invite`: offers the first adviser a seat. Anybody else can be invited on the page for it.
// A seat from here has no days, so that there are none to put into words.

const HOW = 'npm run invite -- --role adviser --email name@kommune.no'
const { DATABASE_FILE: file, APP_ORIGIN: origin } = process.env

const invitation = asked(process.argv.slice(2))
if (!file || !origin) giveUp('Set DATABASE_FILE and APP_ORIGIN as for the server, in the environment or in .env.')
const isNew = !existsSync(file)
if (isNew && !invitation.municipality) giveUp(missingMunicipality(`There is no ${file} yet`))

const { db, close } = openDatabase(file)
const outcome = await invite(db, invitation, startClock(null)(), offerLetter(origin, String))
await close()
if (!outcome.invited) giveUp(reasonFor(outcome.because))
say(`${invitation.email} is offered: ${outcome.name}. The mail goes out as soon as the server runs.`)

function asked(args: string[]): Invitation {
  const given = parsed(args)
  const role = ROLES.find((each) => each === given.role)
  if (!role) giveUp(`--role is one of ${ROLES.join(', ')}: ${HOW}`)
  const email = z.email().safeParse(given.email?.trim().toLowerCase())
  if (!email.success) giveUp(`--email takes an address: ${HOW}`)
  const named = given.municipality ?? process.env.MUNICIPALITY
  const municipality = /^(\d{4}) (\S.*)$/.exec(named ?? '')
  if (named && !municipality) giveUp('A municipality is a number and a name: MUNICIPALITY="3405 Lillehammer" in .env.')
  const [, number = '', name = ''] = municipality ?? []
  return { role, email: email.data, where: whereOf(role, given), municipality: municipality ? { number, name } : null }
}

interface Given {
  role?: string
  email?: string
  unit?: string
  owner?: string
  municipality?: string
}

function parsed(args: string[]): Given {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args, options: { role: text, email: text, unit: text, owner: text, municipality: text } }).values
  } catch (thrown) {
    return giveUp(`${thrown instanceof Error ? thrown.message : 'That is not understood'}. Usually: ${HOW}`)
  }
}

function whereOf(role: Role, { unit, owner }: Given): string | null {
  if (role === 'adviser' || role === 'observer') return null
  const where = role === 'owner' ? owner : unit
  return where ?? giveUp(`A ${role} sits somewhere: add ${role === 'owner' ? '--owner' : '--unit'} "its full name".`)
}

function reasonFor(because: Extract<Invited, { invited: false }>['because']): string {
  if (because === 'no municipality') return missingMunicipality('The file does not say whose it is')
  if (because === 'already invited') return `${invitation.email} is invited as ${invitation.role} there already.`
  return `There is no place called "${invitation.where ?? ''}" for a ${invitation.role}: write its name as the tool shows it.`
}

function missingMunicipality(why: string): string {
  return `${why}: say which municipality it is, with MUNICIPALITY="3405 Lillehammer" in .env or --municipality.`
}
