import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '#app/domain/problem.ts'
import { Button } from './button.tsx'
import { Details } from './details.tsx'
import type { Marked } from './framework-action.tsx'
import { FrameworkRow } from './framework-row.tsx'
import type { AreaView, FrameworkRowView, MarkSending, MonthView } from './framework-view.ts'
import { Icon } from './icon.tsx'
import { atTheBeginning } from './month.ts'
import { receiptWords } from './row-action.tsx'
import { useSay } from './status-line.tsx'
import { TickFields } from './tick-fields.tsx'
import { Worded } from './worded.tsx'

interface MonthProps {
  month: MonthView
  now: readonly FrameworkRowView[]
  /** What nobody has marked, by area. */
  unplanned: readonly Pick<AreaView, 'id' | 'title' | 'rows'>[]
  sending: MarkSending
  marks: boolean
  otherSide: 'kindergarten' | 'school'
}

/** What is worked with in a month, and what could be: the question that brings people here. */
export function FrameworkMonth({ month, now, unplanned, sending, marks, otherSide }: MonthProps) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="month" className="framework-month">
      <h2 id="month">{t('framework.month.heading', { month: atTheBeginning(month.words) })}</h2>
      <nav aria-label={t('framework.month.navigation')} className="framework-months">
        {month.before && (
          <a href={`${month.before.href}#month`} rel="prev">
            ← {month.before.words}
          </a>
        )}
        {month.after && (
          <a href={`${month.after.href}#month`} rel="next">
            {month.after.words} →
          </a>
        )}
      </nav>
      {now.length === 0 ? (
        <p>{t('framework.month.nothing', { month: month.short })}</p>
      ) : (
        <ul className="framework-list">
          {now.map((row) => (
            <FrameworkRow key={row.id} row={row} sending={sending} at="month" chooses={null} otherSide={otherSide} />
          ))}
        </ul>
      )}
      <Unplanned month={month} unplanned={unplanned} sending={sending} marks={marks} open={now.length === 0} />
    </section>
  )
}

/** Everything that is not planned yet, to plan it in this month with one tap. */
function Unplanned({
  month,
  unplanned,
  sending,
  marks,
  open,
}: Pick<MonthProps, 'month' | 'unplanned' | 'sending' | 'marks'> & { open: boolean }) {
  const { t } = useTranslation()
  const count = unplanned.reduce((sum, { rows }) => sum + rows.length, 0)
  const { fetcher, box, receipt } = useMarking()
  if (count === 0) return <p className="quiet">{t('framework.month.allPlanned')}</p>
  if (!marks) return <p className="quiet">{t('framework.month.unplanned', { count })}</p>
  const mark = month.past ? 'worked with' : 'planned'
  const { action, form, back } = sending
  return (
    <Details summary={t('framework.month.unplanned', { count })} open={open}>
      <fetcher.Form method="post" action={action} ref={box} className="framework-planning">
        <TickFields fields={{ form, back, mark, from: month.month, to: month.month }} />
        <p>{t(month.past ? 'framework.month.choosePast' : 'framework.month.choose', { month: month.short })}</p>
        {unplanned.map(({ id, title, rows }) => (
          <fieldset key={id} className="ds-fieldset">
            <legend className="ds-label">
              <Worded wording={title} />
            </legend>
            {rows.map((row) => (
              <div key={row.id} className="ds-field">
                <input className="ds-input" type="checkbox" id={`plan-${row.id}`} name="chosen" value={row.chosen} />
                <label className="ds-label" htmlFor={`plan-${row.id}`}>
                  <Worded wording={row.title} />
                </label>
              </div>
            ))}
          </fieldset>
        ))}
        {receipt && !receipt.saved && <p className="step-problem">{receiptWords(t, receipt)}</p>}
        <Button aria-busy={fetcher.state !== 'idle'}>
          <Icon name="check" />{' '}
          {t(month.past ? 'framework.month.past' : 'framework.month.plan', { month: month.words })}
        </Button>
      </fetcher.Form>
    </Details>
  )
}

/** A form that marks several: once it is saved its boxes are empty again, and the page says what was saved. */
export function useMarking() {
  const { t } = useTranslation()
  const fetcher = useFetcher<Receipt<Marked>>()
  const receipt = fetcher.state === 'idle' ? fetcher.data : undefined
  const box = useRef<HTMLFormElement>(null)
  const say = useSay()
  const savedWords = ({ mark, count }: Marked) =>
    t('framework.saved.many', { count, mark: t(`framework.mark.${mark}`) })
  useEffect(() => {
    if (!receipt) return
    if (receipt.saved) box.current?.reset()
    say(receipt.saved ? savedWords(receipt) : t('framework.notSavedMany'))
    // Said once per receipt; the words change with the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [receipt])
  return { fetcher, box, receipt }
}
