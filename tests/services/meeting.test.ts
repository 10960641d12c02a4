import { describe, expect, it } from 'vitest'
import { readMeeting, tickMeeting, type MeetingSaying } from '#app/services/meeting.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, PAIRS } from '#db/seed/fjordvik.ts'
import { world } from '#tests/world.ts'
import { answerNow, lineNow } from './saying.ts'

const meeting = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.springMeeting }
const said = (more: Partial<MeetingSaying> = {}): MeetingSaying => ({
  side: 'school',
  doneOn: null,
  note: null,
  meaning: 1,
  chosen: [PAIRS.bluebellFjordvik, PAIRS.lingonberryFjordvik].map((placeId) => ({ placeId, seen: null })),
  ...more,
})

describe('one meeting, many pairs', () => {
  it('offers all pairs of the unit that answers, the one it was opened from first', async () => {
    const fjordvik = await world()
    const { pairs, side, answer } = await readMeeting(fjordvik.as('principal', FJORDVIK_SCHOOL), meeting, null)
    expect({ side, answer }).toEqual({ side: 'school', answer: 'done' })
    expect(pairs[0]?.place.id).toBe(PAIRS.bluebellFjordvik)
    expect(pairs.map(({ place }) => place.id).sort()).toEqual(
      [PAIRS.bluebellFjordvik, PAIRS.lingonberryFjordvik, PAIRS.sunbeamFjordvik].sort(),
    )
  })

  it('ticks the chosen pairs and leaves the others', async () => {
    const fjordvik = await world()
    const principal = fjordvik.as('principal', FJORDVIK_SCHOOL)
    expect(await tickMeeting(principal, meeting, said(), newId())).toEqual({ saved: true, first: true })
    const statuses = await Promise.all(
      [PAIRS.bluebellFjordvik, PAIRS.lingonberryFjordvik, PAIRS.sunbeamFjordvik].map(
        async (placeId) => (await lineNow(principal, { ...meeting, placeId })).status,
      ),
    )
    expect(statuses).toEqual(['done', 'done', 'open'])
  })

  it('lets the other side confirm for its pairs, only where something waits', async () => {
    const fjordvik = await world()
    await answerNow(fjordvik.as('principal', FJORDVIK_SCHOOL), meeting, 'school', 'done')
    const { side, answer, pairs } = await readMeeting(fjordvik.as('director', BLUEBELL), meeting, null)
    expect({ side, answer }).toEqual({ side: 'kindergarten', answer: 'confirmed' })
    expect(pairs.map(({ place, open }) => [place.id, open])).toEqual([
      [PAIRS.bluebellFjordvik, true],
      [PAIRS.bluebellNes, false],
    ])
  })

  it('ticks none where one was answered meanwhile, and says which', async () => {
    const fjordvik = await world()
    const principal = fjordvik.as('principal', FJORDVIK_SCHOOL)
    await answerNow(principal, { ...meeting, placeId: PAIRS.lingonberryFjordvik }, 'school', 'done')
    expect(await tickMeeting(principal, meeting, said(), newId())).toEqual({
      saved: false,
      problems: [{ field: 'pairs', message: 'pairAnsweredMeanwhile', values: { pair: 'Tyttebær barnehage' } }],
    })
    expect((await lineNow(principal, meeting)).status).toBe('open')
  })

  it('says once what is wrong for all', async () => {
    const fjordvik = await world()
    const outcome = await tickMeeting(
      fjordvik.as('principal', FJORDVIK_SCHOOL),
      meeting,
      said({ note: '12032112345' }),
      newId(),
    )
    expect(outcome).toEqual({ saved: false, problems: [{ field: 'note', message: 'elevenDigits' }] })
  })

  it('asks for at least one pair', async () => {
    const fjordvik = await world()
    const outcome = await tickMeeting(fjordvik.as('principal', FJORDVIK_SCHOOL), meeting, said({ chosen: [] }), newId())
    expect(outcome).toMatchObject({ saved: false, problems: [{ field: 'pairs', message: 'noPairChosen' }] })
  })

  it('reaches no pair of another unit', async () => {
    const fjordvik = await world()
    const foreign = said({ chosen: [{ placeId: PAIRS.bluebellNes, seen: null }] })
    const act = tickMeeting(fjordvik.as('principal', FJORDVIK_SCHOOL), meeting, foreign, newId())
    await expect(act).rejects.toMatchObject({ code: 'not found' })
    await expect(readMeeting(fjordvik.as('director', LINGONBERRY), meeting, null)).rejects.toMatchObject({
      code: 'not found',
    })
    await expect(readMeeting(fjordvik.as('observer'), meeting, null)).rejects.toMatchObject({ code: 'not allowed' })
  })
})
