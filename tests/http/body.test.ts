import type { AddressInfo, Server } from 'node:net'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { boundedBody, MEBIBYTE } from '#app/http/body.server.ts'
import { startClock } from '#app/http/clock.server.ts'
import { largestFor } from '#app/http/upload-limit.server.ts'
import { BLUEBELL, PEOPLE } from '#db/seed/fjordvik.ts'
import { edgeOf, cookieOf } from '#tests/routes/visiting.ts'
import { world, type World } from '#tests/world.ts'
import { ask } from './served.ts'

let here: World
let server: Server
let port: string

beforeEach(async () => {
  here = await world()
  const { settings, log } = edgeOf(here)
  const app = express()
  const house = { db: here.db, clock: startClock(here.now), settings, log }
  app.use(boundedBody((_, outgoing) => outgoing.status(413).send('too large'), largestFor(house)))
  app.use((incoming, outgoing) => {
    outgoing.send(String(Buffer.isBuffer(incoming.body) ? incoming.body.length : 'nothing'))
  })
  await new Promise<void>((resolve) => (server = app.listen(0, '127.0.0.1', resolve)))
  port = String((server.address() as AddressInfo).port)
})

afterEach(() => server.close())

const adviser = async () => ({ Cookie: await cookieOf(here, PEOPLE.adviser.id) })
const send = (path: string, size: number, headers: Record<string, string> = {}) =>
  ask(port, { path, method: 'POST', headers, body: 'x'.repeat(size) })
const stream = (path: string, pieces: number, headers: Record<string, string> = {}) =>
  ask(port, { path, method: 'POST', headers, body: Array.from({ length: pieces }, () => 'x'.repeat(MEBIBYTE)) })

describe('a body', () => {
  it('is one mebibyte at most, whoever sends it', async () => {
    for (const headers of [{}, await adviser()]) {
      expect(await send('/sign-in', MEBIBYTE, headers)).toMatchObject({ status: 200, body: String(MEBIBYTE) })
      expect((await send('/sign-in', MEBIBYTE + 1, headers)).status).toBe(413)
      expect((await stream('/sign-in', 2, headers)).status).toBe(413)
    }
  })

  it('is larger where an adviser sends files of units, and bounded there, too', async () => {
    const headers = await adviser()
    expect(await send('/units/import', 20 * MEBIBYTE, headers)).toMatchObject({ body: String(20 * MEBIBYTE) })
    expect(await stream('/units/import?read=2', 3, headers)).toMatchObject({ body: String(3 * MEBIBYTE) })
    expect((await send('/units/import', 26 * MEBIBYTE, headers)).status).toBe(413)
    expect((await stream('/units/import', 27, headers)).status).toBe(413)
  })

  it('is small there from anybody else', async () => {
    const director = { Cookie: await cookieOf(here, PEOPLE.bluebellDirector.id) }
    expect(PEOPLE.bluebellDirector.seats[0]?.unitIds).toContain(BLUEBELL)
    for (const headers of [{}, { Cookie: 'session=made-up' }, director]) {
      expect((await send('/units/import', 2 * MEBIBYTE, headers)).status).toBe(413)
      expect((await stream('/units/import', 2, headers)).status).toBe(413)
    }
    for (const path of ['/units/import/', '/units/import/x', '/units/imports', '/Units/import']) {
      expect((await send(path, 2 * MEBIBYTE, await adviser())).status).toBe(413)
    }
  })

  it('is not waited for where there is none', async () => {
    expect(await ask(port, { path: '/units/import' })).toMatchObject({ status: 200, body: 'nothing' })
  })
})
