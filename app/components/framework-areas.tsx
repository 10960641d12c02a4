import { useTranslation } from 'react-i18next'
import type { Mark } from '#app/domain/framework-mark.ts'
import { Button } from './button.tsx'
import { FrameworkFields } from './framework-fields.tsx'
import { useMarking } from './framework-month.tsx'
import { FrameworkRow } from './framework-row.tsx'
import type { AreaView, MarkSending, MonthView } from './framework-view.ts'
import { problemWords } from './problem-words.ts'
import type { Returned } from './returned.ts'
import { receiptWords } from './row-action.tsx'
import type { Choice } from './select-field.tsx'
import { TickFields } from './tick-fields.tsx'
import { Worded } from './worded.tsx'

/** The form that the boxes of the areas belong to, wherever they stand. */
const MANY = 'many'

interface AreasProps {
  areas: readonly AreaView[]
  sending: MarkSending
  /** What can be said; empty for whoever only reads. */
  marks: readonly Mark[]
  /** What was chosen in a form that came back. */
  chosen: readonly string[]
  otherSide: 'kindergarten' | 'school'
}

/** All areas with all that is in them. */
export function FrameworkAreas({ areas, sending, marks, chosen, otherSide }: AreasProps) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="areas" className="framework-areas">
      <h2 id="areas">{t('framework.areas')}</h2>
      {areas.map((area) => (
        <Area
          key={area.id}
          area={area}
          sending={sending}
          chooses={marks.length > 0 ? MANY : null}
          chosen={chosen}
          otherSide={otherSide}
        />
      ))}
    </section>
  )
}

interface AreaProps extends Pick<AreasProps, 'sending' | 'chosen' | 'otherSide'> {
  area: AreaView
  chooses: string | null
}

/** One area, folded: how much of it is marked stands beside its name. */
function Area({ area: { id, title, add, rows }, sending, chooses, chosen, otherSide }: AreaProps) {
  const { t } = useTranslation()
  const marked = rows.filter(({ mark }) => mark !== null).length
  return (
    <details
      className="ds-details framework-area"
      id={`in-${id}`}
      open={rows.some((row) => chosen.includes(row.chosen))}
    >
      <summary>
        <h3>
          <Worded wording={title} />
        </h3>
        <span className="quiet"> {t('framework.markedOf', { marked, count: rows.length })}</span>
      </summary>
      <div className="details-body">
        <ul className="framework-list">
          {rows.map((row) => (
            <FrameworkRow
              key={row.id}
              row={row}
              sending={sending}
              at="area"
              chooses={chooses}
              isChosen={chosen.includes(row.chosen)}
              otherSide={otherSide}
            />
          ))}
        </ul>
        {add && (
          <p className="more">
            <a href={add}>
              {t('framework.add')}
              <span className="ds-sr-only">: {title.words}</span>
            </a>
          </p>
        )}
      </div>
    </details>
  )
}

interface ManyProps {
  month: MonthView
  months: readonly Choice[]
  marks: readonly Mark[]
  sending: MarkSending
  /** What became of it where the browser sent it by itself. */
  returned: Returned
}

/** Several elements at once: what was ticked in the areas is marked with one choice. */
export function ManyMarks({ month: { month }, months, marks, sending, returned }: ManyProps) {
  const { t } = useTranslation()
  const { fetcher, box, receipt } = useMarking()
  const fresh = receipt && !receipt.saved && 'problems' in receipt ? receipt : null
  const wordsOf = (field: string) => {
    const problem = fresh?.problems.find((each) => each.field === field)
    return problem ? problemWords(t, problem) : fresh ? undefined : returned.wordsOf(field)
  }
  const { action, form, back } = sending
  return (
    <section aria-labelledby="many-heading" className="answer-form framework-many">
      <h2 id="many-heading">{t('framework.many.heading')}</h2>
      <p id="chosen" tabIndex={-1}>
        {t('framework.many.lead')}
      </p>
      <fetcher.Form method="post" action={action} id={MANY} ref={box}>
        <TickFields fields={{ form, back }} />
        <FrameworkFields
          marks={marks}
          months={months}
          first={{ mark: null, from: month, to: month, reason: null }}
          typed={returned.typed}
          wordsOf={wordsOf}
        />
        {receipt && !receipt.saved && (
          <p className="step-problem" role="alert">
            {receiptWords(t, receipt)}
          </p>
        )}
        <Button variant="secondary" aria-busy={fetcher.state !== 'idle'}>
          {t('framework.many.save')}
        </Button>
      </fetcher.Form>
    </section>
  )
}
