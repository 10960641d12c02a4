import type { LocalDate } from '#app/domain/calendar.ts'
import type { AgreedDateKind } from '#app/domain/agreed-date.ts'
import type { ChildrenShown } from '#app/domain/discretion.ts'
import type { AreasWorkedWith, StepsLeft } from '#app/domain/incoming.ts'
import type { AgreementShown, TotalShown } from '#app/domain/masking.ts'
import type { GuidingQuestion } from '#app/domain/presentation.ts'
import type { Role } from '#app/domain/permissions.ts'
import type { State } from '#app/domain/state.ts'
import type { Wording } from '#app/domain/language.ts'
import type { StandingView } from './presentation-view.ts'

/** A child group on its way to a school, in the shape it is shown in. */
export interface IncomingGroupView {
  pairId: string
  name: string
  href: string
  reported: ChildrenShown
  received: ChildrenShown
  agreement: AgreementShown
  /** How long the bar is, of 100; null where there is no number to draw. */
  bar: number | null
  areas: AreasWorkedWith
  left: readonly StepsLeft[]
  contact: { role: Role; name: string; email: string | null } | null
  vacant: boolean
  presentation: { href: string; written: boolean; standing: StandingView }
  /** The beginnings of what the kindergarten wrote of the group. */
  noted: readonly { question: GuidingQuestion; words: string }[]
}

/** What prepares a school for the groups that come to it. */
export interface IncomingView {
  year: number
  school: string
  total: TotalShown
  groups: readonly IncomingGroupView[]
  ended: number
  dates: readonly {
    id: string
    kind: AgreedDateKind
    title: string | null
    on: LocalDate
    /** From when to when, in words; null lasts the day. */
    time: string | null
    venue: string | null
    whoComes: string | null
    /** The kindergartens it is for; none is for all. */
    kindergartens: readonly string[]
  }[]
  preparations: readonly { id: string; href: string; title: Wording; state: State }[]
  links: Record<'checklist' | 'groups' | 'dates' | 'framework', string>
}
