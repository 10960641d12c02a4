import type { TFunction } from 'i18next'
import type { Language } from '#app/domain/language.ts'
import type { State, StateKind } from '#app/domain/state.ts'
import { dayInWords } from './day.tsx'

/** A state in words, as a sentence without its full stop. */
export function stateWords(state: State, t: TFunction, language: Language): string {
  switch (state.kind) {
    case 'upcoming':
      return withStart(state, t('state.upcoming', { day: dayInWords(state.due, language) }), t)
    case 'due soon':
      return withStart(state, t('state.dueSoon', { day: dayInWords(state.due, language) }), t)
    case 'overdue':
      return withStart(state, t('state.overdue', { day: dayInWords(state.due, language) }), t)
    case 'invited':
      return withStart(state, t('state.invited'), t)
    case 'waiting': {
      const side = t(`side.${state.side}`)
      if (!state.since) return t('state.waiting', { side })
      return t('state.waitingSince', { side, day: dayInWords(state.since, language) })
    }
    case 'complete':
      return t('state.complete')
    case 'taken care of':
      return t('state.takenCareOf')
    case 'disputed':
      return t('state.disputed')
    case 'not relevant':
      return t('state.notRelevant')
    case 'not done':
      return t('state.notDone')
  }
}

function withStart({ started }: { started: boolean }, words: string, t: TFunction): string {
  return started ? t('state.started', { words }) : words
}

/** As few words as a cell of the matrix has room for. Colour and an exclamation mark strengthen them. */
export function fewStateWords(state: State, t: TFunction, language: Language): string {
  switch (state.kind) {
    case 'overdue':
      return `! ${dayInWords(state.due, language, { short: true })}`
    case 'due soon':
    case 'upcoming':
      return dayInWords(state.due, language, { short: true })
    case 'waiting':
      return t('state.short.waiting')
    case 'disputed':
      return t('state.short.disputed')
    case 'not done':
      return t('state.short.notDone')
    default:
      return stateWords(state, t, language)
  }
}

/** The class that dresses a row or a cell for its state: `step-due-soon`, `cell-overdue`. */
export function stateClass(dresses: 'step' | 'cell' | 'state', kind: StateKind): string {
  return `${dresses}-${kind.replaceAll(' ', '-')}`
}
