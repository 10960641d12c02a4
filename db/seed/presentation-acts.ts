import type { Happening } from '#app/domain/event.ts'
import type { PresentationAnswers } from '#app/domain/presentation.ts'
import type { Db } from '#db/connection.ts'
import {
  insertPresentation,
  insertPresentationQuestion,
  insertPresentationReading,
  insertPresentationReply,
} from '#db/queries/presentations.ts'
import type { ActOf } from './acts.ts'

/** A presentation at one pair. */
interface AtPair {
  year: number
  pairId: string
  presentationId: string
}

/** How groups are presented: written by the kindergarten, read by the school, asked about and answered. */
export type PresentationActDetails =
  | {
      kind: 'presentation written'
      written: {
        id: string
        year: number
        kindergartenId: string
        pairId: string | null
        answers: PresentationAnswers
      }
    }
  | { kind: 'presentation read'; read: AtPair }
  | { kind: 'presentation asked about'; asked: AtPair & { words: string } }
  | { kind: 'presentation question answered'; answered: AtPair & { words: string } }

type Kind = PresentationActDetails['kind']
export type PresentationAct = ActOf<Kind>

const PRESENTATION_ACTS: Readonly<Record<Kind, true>> = {
  'presentation written': true,
  'presentation read': true,
  'presentation asked about': true,
  'presentation question answered': true,
}

export function isPresentationAct(act: { kind: string }): act is PresentationAct {
  return act.kind in PRESENTATION_ACTS
}

/** Adds the rows of these acts, one after the other. */
export async function performPresentationActs(db: Db, acts: readonly PresentationAct[]): Promise<void> {
  for (const act of acts) {
    const by = { at: act.at, personId: act.personId ?? '' }
    switch (act.kind) {
      case 'presentation written':
        await insertPresentation(db, { ...act.written, ...by })
        break
      case 'presentation read':
        await insertPresentationReading(db, { ...act.read, ...by })
        break
      case 'presentation asked about':
        await insertPresentationQuestion(db, { ...act.asked, ...by })
        break
      case 'presentation question answered':
        await insertPresentationReply(db, { ...act.answered, ...by })
    }
  }
}

/** What the event of such an act says. */
export function contentOfPresentation(act: PresentationAct): Happening['content'] {
  if (act.kind === 'presentation written') {
    const { id, year, kindergartenId, pairId } = act.written
    return { cycle: year, kindergarten: kindergartenId, pair: pairId, presentation: id }
  }
  const { year, pairId, presentationId } = atPair(act)
  return { cycle: year, pair: pairId, presentation: presentationId }
}

function atPair(act: Exclude<PresentationAct, { kind: 'presentation written' }>): AtPair {
  if (act.kind === 'presentation read') return act.read
  return act.kind === 'presentation asked about' ? act.asked : act.answered
}
