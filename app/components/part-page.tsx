import { Link } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Part } from '#app/domain/draft.ts'
import type { Wording } from '#app/domain/language.ts'
import { DraftHead } from './draft-head.tsx'
import { DraftMark } from './draft-mark.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { IsTakenOut } from './is-taken-out.tsx'
import type { TakenOutView } from './outline-view.ts'
import { PartForm, type TextsOfPart } from './part-form.tsx'
import type { Sending, Told } from './part-list.tsx'
import { useReturned } from './returned.ts'
import { StatusLine } from './status-line.tsx'
import { TakenOutParts } from './taken-out-parts.tsx'
import { Worded } from './worded.tsx'

interface PartPageProps extends Sending {
  what: 'routine' | 'area'
  title: Wording
  basedOn: number | null
  mark: ComponentProps<typeof DraftMark>
  told: Told
  /** What to put back where the part is not in the draft. */
  out: { what: Part; id: string; title: string } | null
  takenOut: readonly TakenOutView[]
  fields: readonly TextsOfPart[]
  seen: string
  /** Changes when the form was saved. */
  saved: string | null
  /** The parts in it, see `PartsWithin`. */
  children: ReactNode
}

/** A part of the draft that has parts of its own: those first, then its texts. */
export function PartPage(page: PartPageProps) {
  const { t } = useTranslation()
  const returned = useReturned()
  const { what, title, basedOn, mark, told, out, takenOut, fields, form, back, seen, saved, children } = page
  const sending = { form, back }
  return (
    <>
      <ErrorSummary problems={returned.words} />
      <DraftHead here={title} eyebrow={t(`draft.part.${what}`)} basedOn={basedOn}>
        <h1>
          <Worded wording={title} /> <DraftMark {...mark} />
        </h1>
      </DraftHead>
      {out && <IsTakenOut {...out} {...sending} />}
      <StatusLine key={`told ${told.words}`} first={told.words}>
        {children}
        <TakenOutParts takenOut={takenOut} {...sending} />
      </StatusLine>
      <section aria-labelledby="texts">
        <h2 id="texts">{t(`draft.texts.${what}`)}</h2>
        <PartForm
          key={`form ${saved}`}
          fields={fields}
          form={form}
          seen={seen}
          returned={returned}
          save={t('draft.save')}
        />
      </section>
    </>
  )
}

interface PartsWithinProps {
  id: string
  title: string
  /** Said where there are none. */
  none: string | null
  add: { to: string; words: string }
  /** The list of them. */
  children: ReactNode
}

/** The parts of a part under their heading, with the way to add one. */
export function PartsWithin({ id, title, none, add, children }: PartsWithinProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {none && <p>{none}</p>}
      {children}
      <p>
        <Link className="more" to={add.to}>
          {add.words}
        </Link>
      </p>
    </section>
  )
}
