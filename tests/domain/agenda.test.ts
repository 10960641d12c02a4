import { describe, expect, it } from 'vitest'
import { agendaOf } from '#app/domain/agenda.ts'
import { day } from '#app/domain/calendar.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, lineOf, pairOf, saidAt, seated, stepAs, told, TWINFLOWER } from './field.ts'

const TODAY = day('2027-03-10')
const pair = pairOf(BLUEBELL, FJORDVIK_SCHOOL)
const director = seated(['director', BLUEBELL])
const principal = seated(['principal', FJORDVIK_SCHOOL])

/** A line of the pair, due that day in 2027, done by the kindergarten and confirmed by the school. */
function due(month: number, dayOfMonth: number, story = '', place = pair) {
  const id = `${month}-${dayOfMonth}`
  const step = stepAs({ id, confirmedBy: 'school', due: { kind: 'school start year', month, day: dayOfMonth } })
  return lineOf(step, place, told(story, id), TODAY)
}

const idsOf = (lines: readonly { step: { id: string } }[]) => lines.map(({ step }) => step.id)

describe('what a person has to do', () => {
  it('is over the due day first, then due soon; the rest comes later, in due order', () => {
    const agenda = agendaOf(director, [due(6, 1), due(4, 9), due(3, 1), due(4, 10), due(2, 1)])
    expect(idsOf(agenda.now)).toEqual(['2-1', '3-1', '4-9'])
    expect(idsOf(agenda.later)).toEqual(['4-10', '6-1'])
  })

  it('puts what the other side waits for between them, whatever its due day', () => {
    const lines = [due(4, 1, 'kindergarten done'), due(6, 1, 'kindergarten done'), due(3, 1, 'kindergarten done')]
    const agenda = agendaOf(principal, lines)
    expect(idsOf(agenda.now)).toEqual(['3-1', '4-1', '6-1'])
    expect(agenda.waiting).toEqual([])
  })

  it('leaves out what is answered', () => {
    const answered = ['kindergarten done; school confirmed', 'kindergarten not relevant', 'kindergarten not done']
    const lines = answered.map((story, index) => due(2, index + 1, story))
    for (const actor of [director, principal]) {
      expect(agendaOf(actor, lines)).toEqual({ now: [], later: [], waiting: [] })
    }
  })

  it('comes back to the responsible side when the other disagrees', () => {
    const line = due(6, 1, 'kindergarten done; school disputed')
    expect(idsOf(agendaOf(director, [line]).now)).toEqual(['6-1'])
    expect(idsOf(agendaOf(principal, [line]).waiting)).toEqual(['6-1'])
  })

  it('names an invitation last, and never when it is past or far ahead', () => {
    const invited = pairOf(TWINFLOWER, FJORDVIK_SCHOOL)
    const both = seated(['director', BLUEBELL], ['director', TWINFLOWER])
    const lines = [due(3, 12, '', invited), due(3, 1, '', invited), due(6, 2, '', invited), due(4, 1)]
    const agenda = agendaOf(both, lines)
    expect(agenda.now.map(({ obligation, step }) => [step.id, obligation])).toEqual([
      ['4-1', 'plan'],
      ['3-12', 'invitation'],
    ])
    expect(agenda.later).toEqual([])
  })
})

describe('what a person waits for', () => {
  it('is the other side that has not confirmed, or is over its due day; the longest wait first', () => {
    const waiting = due(4, 20, 'kindergarten done')
    const agenda = agendaOf(director, [waiting])
    expect(agenda).toMatchObject({ now: [], later: [], waiting: [{ waitsFor: { side: 'school', since: saidAt(1) } }] })
    expect(idsOf(agendaOf(principal, [due(3, 1), due(4, 9), due(2, 1)]).waiting)).toEqual(['2-1', '3-1'])
  })

  it('is nothing of one’s own, for somebody on both sides', () => {
    const both = seated(['deputy', BLUEBELL], ['deputy', FJORDVIK_SCHOOL])
    const agenda = agendaOf(both, [due(3, 1), due(4, 1, 'kindergarten done')])
    expect(idsOf(agenda.now)).toEqual(['3-1', '4-1'])
    expect(agenda.waiting).toEqual([])
  })
})
