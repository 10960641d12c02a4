import type { TFunction } from 'i18next'
import type { OwnerType } from '#app/domain/participation.ts'
import { FRAMEWORK } from '#app/domain/obligation.ts'
import type { Participation } from '#app/domain/place.ts'

const ANSWERS = {
  'takes part': 'takesPart',
  partly: 'partly',
  'does not take part': 'doesNotTakePart',
} as const satisfies Record<Participation['answer'], string>

export type AnswerKey = (typeof ANSWERS)[Participation['answer']] | 'notAnswered'

/** What the words for an answer, or for none, are kept under. */
export function answerKey(participation: Pick<Participation, 'answer'> | null): AnswerKey {
  return participation === null ? 'notAnswered' : ANSWERS[participation.answer]
}

/** A unit's answer in a few words: "Med i hele planen", "Delvis med, i 2 rutiner og rammeverket". */
export function participationWords(participation: Participation | null, t: TFunction): string {
  if (participation?.answer !== 'partly') return t(`participation.answer.${answerKey(participation)}`)
  const count = participation.routineIds.filter((id) => id !== FRAMEWORK).length
  if (count === participation.routineIds.length) return t('participation.partlyIn', { count })
  return count === 0 ? t('framework.participation.onlyFramework') : t('framework.participation.partlyIn', { count })
}

export const OWNER_TYPE_KEYS = {
  'private kindergartens': 'privateKindergartens',
  'private schools': 'privateSchools',
  'units of neighbours': 'neighbours',
} as const satisfies Record<OwnerType, string>
