import { day } from '#app/domain/calendar.ts'
import type { Act } from './acts.ts'
import { idOf, rollOf, wholeOf } from './identity.ts'
import { leaderOf, pairsOf, unitNamed, type CastPair } from './lillehammer-cast.ts'
import { ASKED_BACK, PRESENTED, type Presented } from './lillehammer-presented.ts'
import { momentAtWork, plusWorkingDays, workingDayFrom } from './working-days.ts'

const YEAR = 2027

const idOfPresented = ({ on, kindergarten, school = 'alle' }: Presented) =>
  idOf('lillehammer', 'presentation', `${YEAR} ${kindergarten} ${school} ${on}`)

/** Schools that are slow to read, and the one that waits until Easter. */
const SLOW: Readonly<Record<string, number>> = { 'Hammartun skole': 8, 'Røyslimoen skole': 12, 'Vingar skole': 30 }

/** A good half of the kindergartens present their groups in the winter; the schools read, and one of them asks back. */
export function presentations(): Act[] {
  return PRESENTED.flatMap((presented) => [written(presented), ...readAndAsked(presented)])
}

function written(presented: Presented): Act {
  const { on, kindergarten, school, answers } = presented
  const unit = unitNamed(kindergarten)
  const to = pairsOf(YEAR).find((pair) => pair.kindergarten.id === unit.id && pair.school.name === school)
  return {
    at: momentAtWork(day(on), rollOf('presented at', kindergarten, on)),
    personId: leaderOf(unit.id).id,
    kind: 'presentation written',
    written: {
      id: idOfPresented(presented),
      year: YEAR,
      kindergartenId: unit.id,
      pairId: to?.id ?? null,
      answers,
    },
  }
}

/** Whether a presentation is the one that the school of a pair reads. */
function isReadAt(presented: Presented, pair: CastPair): boolean {
  if (presented.kindergarten !== pair.kindergarten.name) return false
  if (presented.school) return presented.school === pair.school.name
  return !PRESENTED.some((each) => each.kindergarten === presented.kindergarten && each.school === pair.school.name)
}

function readAndAsked(presented: Presented): Act[] {
  return pairsOf(YEAR)
    .filter((pair) => isReadAt(presented, pair))
    .flatMap((pair) => {
      const asked = askedBack(presented, pair)
      const before = asked[0]?.at
      const within = SLOW[pair.school.name] ?? wholeOf(2, 6, 'presentation read', pair.id)
      const on = plusWorkingDays(workingDayFrom(day(presented.on)), within)
      const at = momentAtWork(on, rollOf('presentation read at', pair.id, presented.on))
      const personId = leaderOf(pair.school.id).id
      const read = { year: YEAR, pairId: pair.id, presentationId: idOfPresented(presented) }
      return [{ at: before && before < at ? before : at, personId, kind: 'presentation read', read } as const, ...asked]
    })
}

/** What is asked about the first presentation of a kindergarten. */
function askedBack(presented: Presented, pair: CastPair): Act[] {
  const first = PRESENTED.find(({ kindergarten }) => kindergarten === presented.kindergarten)
  const asked = ASKED_BACK.find(
    ({ kindergarten, school }) => kindergarten === pair.kindergarten.name && school === pair.school.name,
  )
  if (!asked || first !== presented) return []
  const about = { year: YEAR, pairId: pair.id, presentationId: idOfPresented(presented) }
  return [
    {
      at: momentAtWork(day(asked.on), 0.4),
      personId: leaderOf(pair.school.id).id,
      kind: 'presentation asked about',
      asked: { ...about, words: asked.words },
    },
    {
      at: momentAtWork(day(asked.answeredOn), 0.3),
      personId: leaderOf(pair.kindergarten.id).id,
      kind: 'presentation question answered',
      answered: { ...about, words: asked.answer },
    },
  ]
}
