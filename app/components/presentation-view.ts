import type { Instant } from '#app/domain/calendar.ts'
import type { GuidingQuestion } from '#app/domain/presentation.ts'

/** A presentation as it is read. */
export interface PresentationView {
  id: string
  /** Whom it is for, in words. */
  to: string
  at: Instant
  by: string
  answers: readonly { question: GuidingQuestion; words: string; changed: boolean }[]
}

/** How a presentation stands at one school. */
export interface StandingView {
  read: { at: Instant; by: string } | null
  waits: { side: 'school' | 'kindergarten'; since: Instant } | null
  question: { words: string; at: Instant } | null
  reply: { words: string; at: Instant } | null
  /** Whether another version followed the question, and nobody answered it in words. */
  followed: boolean
}

/** A school among those that read, on the kindergarten's page. */
export interface ReadingSchool extends StandingView {
  pairId: string
  name: string
  reads: 'readsShared' | 'readsOwn' | 'readsNone'
  href: string
  /** Where one for this school is written; null where nothing can be. */
  own: string | null
}
