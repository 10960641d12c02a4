import { useTranslation } from 'react-i18next'
import { Details } from './details.tsx'
import { FrameworkAction } from './framework-action.tsx'
import { MarkHistory, RowMark } from './framework-mark.tsx'
import type { FrameworkRowView, MarkSending } from './framework-view.ts'
import { OtherSideSum, OtherSideUnits } from './other-side.tsx'
import { Worded } from './worded.tsx'

interface RowProps {
  row: FrameworkRowView
  sending: MarkSending
  /** Where on the page it stands: one element can stand in its month and in its area. */
  at: 'month' | 'area'
  /** The form that ticked boxes belong to; null where nothing is chosen here. */
  chooses: string | null
  /** Whether its box is ticked at first. */
  isChosen?: boolean
  otherSide: 'kindergarten' | 'school'
}

/** One element, or one thing of the unit's own: what it says, how it is marked, and the one tap. */
export function FrameworkRow({ row, sending, at, chooses, isChosen, otherSide }: RowProps) {
  const { t } = useTranslation()
  const { id, href, title, own, other, others, history, tap, undo } = row
  const of = <span className="ds-sr-only">: {title.words}</span>
  return (
    <li className={`framework-row ${row.mark ? 'framework-marked' : ''}`}>
      <div className="framework-main">
        {chooses === null ? (
          <p className="framework-title">
            <a href={href}>
              <Worded wording={title} />
            </a>
          </p>
        ) : (
          <div className="framework-title ds-field">
            <input
              className="ds-input"
              type="checkbox"
              id={`chosen-${id}`}
              name="chosen"
              value={row.chosen}
              form={chooses}
              defaultChecked={isChosen}
            />
            <label className="ds-label" htmlFor={`chosen-${id}`}>
              <Worded wording={title} />
            </label>
          </div>
        )}
        {own && <p className="quiet">{t('framework.ownAddition')}</p>}
        <RowMark row={row}>
          {chooses !== null && (
            <a href={href} className="framework-open">
              {t('framework.open')}
              {of}
            </a>
          )}
        </RowMark>
        {at === 'area' && others && <OtherSideSum view={others} />}
        {at === 'area' && (other ?? history[0]) && (
          <Details
            quiet
            summary={
              <>
                {t('framework.more')}
                {of}
              </>
            }
          >
            {other && (
              <p>
                {t(`framework.other.${otherSide}`)}
                <Worded wording={other} />
              </p>
            )}
            {others && <OtherSideUnits view={others} />}
            {history.length > 0 && <MarkHistory history={history} />}
          </Details>
        )}
      </div>
      {(tap ?? undo) && <FrameworkAction row={row} sending={sending} at={at} />}
    </li>
  )
}
