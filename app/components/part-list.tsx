import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Part } from '#app/domain/draft.ts'
import type { Wording } from '#app/domain/language.ts'
import { OrderButtons } from './order-buttons.tsx'
import { PutBack, TakeOut } from './taking-out.tsx'
import { Worded } from './worded.tsx'

/** What a page of the draft has to say of the button that led to it. */
export interface Told {
  words: string | null
  /** What was just taken out, and the place it had. */
  out: { what: Part; id: string; title: Wording; at: number } | null
  /** What was just put back. */
  arrived: string | null
}

/** What every button beside a part sends along. */
export interface Sending {
  form: string
  back: string
}

interface PartListProps<T> extends Sending {
  what: Part
  parts: readonly T[]
  told: Told
  /** What a row shows. */
  children: (part: T) => ReactNode
  /** What else can be done with it. */
  more?: (part: T) => ReactNode
}

/** Parts of the draft in their order, each with its buttons. What was just taken out can be put back where it was. */
export function PartList<T extends { id: string; title: Wording }>({
  what,
  parts,
  told,
  children,
  more,
  ...sending
}: PartListProps<T>) {
  const gone = told.out?.what === what ? told.out : null
  const rows = parts.map((part, index) => {
    const button = { what, id: part.id, title: part.title.words, at: index + 1, ...sending }
    return (
      <li key={part.id} id={`${what}-${part.id}`} className="part">
        <div className="part-main">{children(part)}</div>
        <div className="part-acts">
          <OrderButtons {...button} of={parts.length} />
          {more?.(part)}
          <TakeOut {...button} arrived={told.arrived === part.id} />
        </div>
      </li>
    )
  })
  if (gone) rows.splice(gone.at - 1, 0, <JustTakenOut key={`out ${gone.id}`} {...gone} {...sending} />)
  if (rows.length === 0) return null
  return <ol className={`parts parts-${what}`}>{rows}</ol>
}

function JustTakenOut({ what, id, title, ...sending }: NonNullable<Told['out']> & Sending) {
  const { t } = useTranslation()
  return (
    <li id={`${what}-${id}`} className="part part-out">
      <p>
        <Worded wording={title} /> <span className="quiet">{t('draft.removal.isOut')}</span>
      </p>
      <PutBack what={what} id={id} title={title.words} {...sending} arrived />
    </li>
  )
}
