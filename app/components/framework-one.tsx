import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button } from './button.tsx'
import { CycleName } from './cycle-name.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { Marked } from './framework-action.tsx'
import { FrameworkFields } from './framework-fields.tsx'
import { MarkHistory, RowMark } from './framework-mark.tsx'
import type { LineView } from './framework-view.ts'
import { OtherSideSum, OtherSideUnits } from './other-side.tsx'
import { NotSaved } from './not-saved.tsx'
import { useReturned, type Returned } from './returned.ts'
import { StatusLine } from './status-line.tsx'
import { TextArea } from './text-area.tsx'
import { TickFields } from './tick-fields.tsx'
import { Worded } from './worded.tsx'

/** One element, or one thing of the unit's own, with all that can be said of it. */
export function FrameworkOne({ line, children }: { line: LineView; children?: ReactNode }) {
  const { t } = useTranslation()
  const returned = useReturned()
  const { year, heading, place, framework, area, otherSide, row, marks } = line
  const said = useSavedWords(returned.receipt, row.title.words) ?? line.saved
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place, words: heading },
          { to: framework, words: t('framework.title') },
        ]}
        here={row.title}
      />
      <ErrorSummary problems={returned.words} />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={line.version} /> · {heading}
          {area && (
            <>
              {' · '}
              <Worded wording={area} />
            </>
          )}
        </p>
        <h1>
          <Worded wording={row.title} />
        </h1>
        {row.own && <p className="lead">{t('framework.ownAddition')}</p>}
        {row.other && (
          <p className="lead">
            {t(`framework.other.${otherSide}`)}
            <Worded wording={row.other} />
          </p>
        )}
      </header>
      <StatusLine key={said} first={said}>
        <NotSaved receipt={returned.receipt} />
        <section aria-labelledby="stands" id="chosen" tabIndex={-1}>
          <h2 id="stands">{t('framework.one.stands')}</h2>
          <RowMark row={row} />
          {marks && row.mark && <TakeBack line={line} />}
        </section>
        {marks && <OneForm key={line.form} line={line} returned={returned} />}
        {children}
        {row.others && (
          <section aria-labelledby="others">
            <h2 id="others">{t(`otherSide.heading.${otherSide}`)}</h2>
            <OtherSideSum view={row.others} />
            <OtherSideUnits view={row.others} />
          </section>
        )}
        <section aria-labelledby="history">
          <h2 id="history">{t('framework.history')}</h2>
          {row.history.length === 0 ? <p>{t('framework.noHistory')}</p> : <MarkHistory history={row.history} />}
        </section>
        <p className="more">
          <a href={framework}>{t('framework.one.back')}</a>
        </p>
      </StatusLine>
    </>
  )
}

function useSavedWords(receipt: Receipt | undefined, title: string): string | null {
  const { t } = useTranslation()
  if (!receipt?.saved || !('mark' in receipt)) return null
  const { mark } = receipt as Receipt<Marked> & Marked
  return t('framework.saved.one', { mark: t(`framework.mark.${mark}`), title })
}

function TakeBack({ line: { row, form } }: { line: LineView }) {
  const { t } = useTranslation()
  return (
    <Form method="post">
      <TickFields fields={{ form, back: row.href, chosen: row.chosen, mark: 'withdrawn' }} />
      <button type="submit" className="undo">
        {t('framework.undo')}
      </button>
    </Form>
  )
}

/** All that can be said of one line: how far, when, how, or why not. */
function OneForm({ line, returned }: { line: LineView; returned: Returned }) {
  const { t } = useTranslation()
  const { row, form, marks, choices, months, first } = line
  const { typed, wordsOf } = returned
  return (
    <section className="answer-form" aria-labelledby="marking">
      <h2 id="marking">{t(marks === 'own' ? 'framework.one.heading' : 'framework.one.headingFor')}</h2>
      <Form method="post">
        <TickFields fields={{ form, back: row.href, chosen: row.chosen }} />
        <FrameworkFields
          marks={choices}
          months={months}
          first={first}
          typed={typed}
          wordsOf={wordsOf}
          how={
            <TextArea
              name="how"
              label={t('framework.one.how')}
              need="optional"
              hint={t('framework.one.howHint')}
              rows={2}
              maxLength={LONGEST_TEXT}
              defaultValue={typed.how ?? first.how ?? undefined}
              problem={wordsOf('how')}
            />
          }
        />
        <Button>{t('framework.one.save')}</Button>
      </Form>
    </section>
  )
}
