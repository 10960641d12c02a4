import type { Instant } from './calendar.ts'

/** What happened, in the past tense. Every change to the database is one of these, in the same transaction. */
export const EVENT_KINDS = [
  'draft begun',
  'draft edited',
  'draft discarded',
  'hearing opened',
  'hearing closed',
  'comment made',
  'comment answered',
  'version published',
  'cycle opened',
  'due day moved',
  'version adopted',
  'adoption undone',
  'news read',
  'pair formed',
  'participation answered',
  'step ticked',
  'tick withdrawn',
  'unit added',
  'unit changed',
  'units imported',
  'import undone',
  'number said',
  'group moved',
  'children elsewhere said',
  'enrolment said',
  'gap explained',
  'reminder sent',
  'person invited',
  'offer sent again',
  'seat accepted',
  'seat declined',
  'seat limited',
  'seat ended',
  'handover note written',
  'person deactivated',
  'person let in again',
  'person made anonymous',
  'time to anonymity set',
  'framework acknowledged',
  'framework marked',
  'addition written',
  'addition taken out',
  'presentation written',
  'presentation read',
  'presentation asked about',
  'presentation question answered',
  'date agreed',
  'date moved',
  'date cancelled',
  'calendar link made',
  'calendar link ended',
  'session ended',
  'signed in',
  'signed out',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** Something that happened. `content` names what it happened to; never free text, never a code. */
export interface Happening {
  kind: EventKind
  at: Instant
  personId: string | null
  content: Readonly<Record<string, string | number | null>>
}

/** An event in the chain: its hash covers the one before it and everything it says. */
export interface ChainedEvent extends Happening {
  previousHash: string
  hash: string
}

/** What the first event of a chain points back to. */
export const CHAIN_START = 'start'

/** The text that an event's hash is made from: the same event always gives the same text. */
export function sealedText(previousHash: string, happening: Happening): string {
  const content = Object.entries(happening.content).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([previousHash, happening.kind, happening.at, happening.personId, content])
}

/**
 * The index of the first event that does not follow from the one before it, or null where the chain is whole.
 * `hash` is SHA-256 in hex.
 */
export function firstBreak(events: readonly ChainedEvent[], hash: (text: string) => string): number | null {
  const broken = events.findIndex((event, index) => {
    const previous = events[index - 1]?.hash ?? CHAIN_START
    return event.previousHash !== previous || event.hash !== hash(sealedText(previous, event))
  })
  return broken === -1 ? null : broken
}
