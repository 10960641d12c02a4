import { beforeEach, describe, expect, it } from 'vitest'
import type { PresentationAnswers } from '#app/domain/presentation.ts'
import type { Refusal } from '#app/domain/refusal.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { cycleOf } from '#app/services/cycles.server.ts'
import { reportGroups } from '#app/services/group-report.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { whatToKnow } from '#app/services/notices.server.ts'
import { answerBack, askBack, sayPresentationRead, writePresentation } from '#app/services/presenting.server.ts'
import { readPresentation, type OwnPresentations, type PairPresentation } from '#app/services/presentations.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, NES_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world()
})

const director = (at = fjordvik) => at.as('director', BLUEBELL)
const principal = (at = fjordvik) => at.as('principal', FJORDVIK_SCHOOL)
const PAIR = { year: 2027, pairId: PAIRS.bluebellFjordvik }
const ALL: PresentationAnswers = { together: 'De leker godt sammen.', proud: 'Teaterstykket.' }

async function write(answers: PresentationAnswers, pairId: string | null = null, context = director()) {
  const own = (await readPresentation(director(), 2027, BLUEBELL, pairId)) as OwnPresentations
  const seen = own.presentations.findLast((each) => each.pairId === pairId)?.id ?? null
  return writePresentation(context, { year: 2027, kindergartenId: BLUEBELL, pairId }, { answers, seen }, newId())
}

const atPair = async (context: SignedIn = principal(), pairId: string = PAIRS.bluebellFjordvik) =>
  (await readPresentation(context, 2027, pairId, null)) as PairPresentation
const currentId = async () => (await atPair()).standing.current?.id ?? ''
const events = async (about: string) =>
  (await listEvents(fjordvik.db)).filter(({ kind }) => kind.includes(about)).map(({ kind, content }) => [kind, content])
const refusal = (code: string) => expect.objectContaining({ code }) as Refusal

describe('a presentation', () => {
  it('is written for all schools and read by each, with an event that holds no words', async () => {
    expect(await write(ALL)).toEqual({ saved: true, first: true })
    const { standing, may } = await atPair()
    expect(standing).toMatchObject({
      current: { answers: ALL, pairId: null, by: PEOPLE.bluebellDirector.name, at: fjordvik.now },
      read: null,
      waitsFor: { side: 'school', since: fjordvik.now },
    })
    expect(may).toEqual({ write: false, read: true, ask: true, answer: false })
    expect((await atPair(fjordvik.as('principal', NES_SCHOOL), PAIRS.bluebellNes)).standing.current).toMatchObject({
      answers: ALL,
    })
    const content = { cycle: 2027, kindergarten: BLUEBELL, pair: null, presentation: await currentId() }
    expect(await events('presentation')).toEqual([['presentation written', content]])
  })

  it('for one school comes before the one for all, until it is emptied', async () => {
    await write(ALL)
    await write({ together: 'Bare til Nes.' }, PAIRS.bluebellNes)
    const nes = async () => (await atPair(fjordvik.as('principal', NES_SCHOOL), PAIRS.bluebellNes)).standing.current
    expect(await nes()).toMatchObject({ answers: { together: 'Bare til Nes.' } })
    expect((await atPair()).standing.current).toMatchObject({ answers: ALL })
    expect(await write({}, PAIRS.bluebellNes)).toMatchObject({ saved: true })
    expect(await nes()).toMatchObject({ answers: ALL })
  })

  it('keeps its versions, and the same words again are none', async () => {
    await write(ALL)
    expect(await write(ALL)).toMatchObject({ saved: true })
    await write({ together: 'De leker ute.' })
    const own = (await readPresentation(director(), 2027, BLUEBELL, null)) as OwnPresentations
    expect(own.presentations.map(({ answers }) => answers)).toEqual([ALL, { together: 'De leker ute.' }])
  })

  it.each<[string, PresentationAnswers, object]>([
    ['nothing', {}, { field: 'together', message: 'presentationMissing' }],
    ['initials', { proud: 'A.B. er stolt' }, { field: 'proud', message: 'initials', values: { words: 'A.B.' } }],
    [
      'a diagnosis',
      { build: 'Vi kan ADHD' },
      { field: 'build', message: 'diagnosisOrCase', values: { words: 'ADHD' } },
    ],
    ['too much of one', { proud: 'a '.repeat(25_000) }, { field: 'proud', message: 'textTooLong' }],
    [
      'too much in all',
      { together: 'a'.repeat(600), worked: 'a'.repeat(600), build: 'a'.repeat(600), proud: 'a'.repeat(300) },
      { field: 'together', message: 'presentationTooLong', values: { longest: 2000, over: 100 } },
    ],
  ])('with %s is not saved', async (_, answers, problem) => {
    expect(await write(answers)).toMatchObject({ saved: false, problems: [problem] })
    expect(await events('presentation')).toEqual([])
  })

  it('does not overwrite what somebody else wrote meanwhile', async () => {
    const late = { answers: { together: 'Sent ute.' }, seen: null }
    await write(ALL, null, fjordvik.asPerson(PEOPLE.bluebellDeputy))
    const where = { year: 2027, kindergartenId: BLUEBELL, pairId: null }
    expect(await writePresentation(director(), where, late, newId())).toMatchObject({
      problems: [{ message: 'presentationMeanwhile', values: { name: PEOPLE.bluebellDeputy.name } }],
    })
  })

  it('is not written by those who read it, when the cycle is over, or for a group that has ended', async () => {
    const where = { year: 2027, kindergartenId: BLUEBELL, pairId: null }
    const said = { answers: ALL, seen: null }
    await expect(writePresentation(fjordvik.as('adviser'), where, said, newId())).rejects.toEqual(
      refusal('not allowed'),
    )
    await expect(writePresentation(principal(), where, said, newId())).rejects.toEqual(refusal('not found'))
    await expect(writePresentation(fjordvik.as('observer'), where, said, newId())).rejects.toEqual(refusal('not found'))
    const late = director(fjordvik.at('2027-12-01'))
    expect(await writePresentation(late, where, said, newId())).toMatchObject({
      problems: [{ message: 'presentationClosed' }],
    })
    const ended = { field: 'children', pairId: PAIRS.bluebellNes, children: 0, seen: 2 }
    const groups = { groups: [ended], elsewhere: [], added: [], reason: null }
    await reportGroups(director(), { year: 2027, kindergartenId: BLUEBELL }, groups, newId())
    await expect(write(ALL, PAIRS.bluebellNes)).rejects.toEqual(refusal('not found'))
  })
})

describe('a school', () => {
  beforeEach(async () => {
    await write(ALL)
  })

  it('says that it has read, and a new version asks again and shows what is new', async () => {
    const id = await currentId()
    await sayPresentationRead(principal(), PAIR, id, newId())
    await sayPresentationRead(principal(), PAIR, id, newId())
    expect((await atPair()).standing).toMatchObject({ read: { by: PEOPLE.fjordvikPrincipal.name }, waitsFor: null })
    expect(await events('presentation read')).toHaveLength(1)
    await write({ ...ALL, proud: 'Hytta.' })
    const { standing } = await atPair()
    expect(standing).toMatchObject({ read: null, readBefore: { answers: ALL }, waitsFor: { side: 'school' } })
    await sayPresentationRead(principal(), PAIR, id, newId())
    expect((await atPair()).standing.read).toBeNull()
  })

  it('asks once; whoever asks has read; the kindergarten answers once', async () => {
    const seen = await currentId()
    const ask = (words: string) => askBack(principal(), PAIR, { words, seen }, newId())
    expect(await ask('')).toMatchObject({ problems: [{ field: 'words', message: 'remarkMissing' }] })
    expect(await ask('Hva med en gutt som løper?')).toMatchObject({ problems: [{ message: 'oneChild' }] })
    expect(await ask('a'.repeat(301))).toMatchObject({ problems: [{ message: 'textTooLong' }] })
    expect(await ask('Hvilke sanger kan de?')).toEqual({ saved: true, first: true })
    expect((await atPair()).standing).toMatchObject({
      read: { by: PEOPLE.fjordvikPrincipal.name },
      question: { words: 'Hvilke sanger kan de?' },
      waitsFor: { side: 'kindergarten', since: fjordvik.now },
    })
    expect(await ask('Og hvilke bøker?')).toMatchObject({ problems: [{ message: 'askedAlready' }] })
    expect(await answerBack(director(), PAIR, 'Født 12.05.2021', newId())).toMatchObject({
      problems: [{ message: 'birthDate' }],
    })
    expect(await answerBack(director(), PAIR, 'Bjørnen sover.', newId())).toEqual({ saved: true, first: true })
    expect(await answerBack(director(), PAIR, 'Og flere.', newId())).toMatchObject({
      problems: [{ message: 'answeredBackAlready' }],
    })
    expect((await atPair()).standing).toMatchObject({ reply: { words: 'Bjørnen sover.' }, waitsFor: null })
    expect((await events('presentation')).map(([kind]) => kind)).toEqual([
      'presentation written',
      'presentation read',
      'presentation asked about',
      'presentation question answered',
    ])
  })

  it('is answered by a new version, too, and then by no words', async () => {
    await askBack(principal(), PAIR, { words: 'Hvilke sanger kan de?', seen: await currentId() }, newId())
    await write({ ...ALL, worked: 'Bjørnen sover.' })
    expect((await atPair()).standing).toMatchObject({ settled: true, reply: null, waitsFor: { side: 'school' } })
    expect(await answerBack(director(), PAIR, 'Se den nye.', newId())).toMatchObject({
      problems: [{ message: 'settledByVersion' }],
    })
  })

  it('asks about what it saw, not about what came meanwhile', async () => {
    const seen = await currentId()
    await write({ together: 'Ny.' })
    expect(await askBack(principal(), PAIR, { words: 'Hva?', seen }, newId())).toMatchObject({
      problems: [{ message: 'presentedMeanwhile' }],
    })
  })

  it('is not asked for by others: each side has its own part', async () => {
    const seen = await currentId()
    const asking = { words: 'Hva?', seen }
    await expect(askBack(director(), PAIR, asking, newId())).rejects.toEqual(refusal('not allowed'))
    await expect(askBack(fjordvik.as('adviser'), PAIR, asking, newId())).rejects.toEqual(refusal('not allowed'))
    await expect(sayPresentationRead(director(), PAIR, seen, newId())).rejects.toEqual(refusal('not allowed'))
    await expect(answerBack(principal(), PAIR, 'Svar', newId())).rejects.toEqual(refusal('not allowed'))
    await expect(answerBack(director(), PAIR, 'Svar', newId())).rejects.toEqual(refusal('not found'))
    const nes = fjordvik.as('principal', NES_SCHOOL)
    await expect(askBack(nes, PAIR, asking, newId())).rejects.toEqual(refusal('not found'))
  })
})

describe('home', () => {
  const known = async (context: SignedIn) => {
    const cycle = await cycleOf(fjordvik.db, 2027)
    const { asked, toRead } = await whatToKnow(context, [{ cycle, places: [] }])
    return { asked: asked.map(({ pairId }) => pairId), toRead: toRead.map(({ pairId }) => pairId) }
  }

  it('shows a school what it has not read, and a kindergarten what it is asked', async () => {
    expect(await known(principal())).toEqual({ asked: [], toRead: [] })
    await write(ALL)
    expect(await known(principal())).toEqual({ asked: [], toRead: [PAIRS.bluebellFjordvik] })
    expect(await known(director())).toEqual({ asked: [], toRead: [] })
    await askBack(principal(), PAIR, { words: 'Hvilke sanger?', seen: await currentId() }, newId())
    expect(await known(principal())).toEqual({ asked: [], toRead: [] })
    expect(await known(director())).toEqual({ asked: [PAIRS.bluebellFjordvik], toRead: [] })
    await write({ together: 'Ny.' })
    expect(await known(director())).toEqual({ asked: [], toRead: [] })
    expect(await known(principal())).toEqual({ asked: [], toRead: [PAIRS.bluebellFjordvik] })
  })

  it('agrees with the presentation that counts when one for a school is taken back', async () => {
    await write(ALL)
    await write({ together: 'Bare til Fjordvik.' }, PAIRS.bluebellFjordvik)
    await sayPresentationRead(principal(), PAIR, await currentId(), newId())
    expect((await known(principal())).toRead).toEqual([])
    await write({}, PAIRS.bluebellFjordvik)
    expect((await known(principal())).toRead).toEqual([PAIRS.bluebellFjordvik])
  })
})
