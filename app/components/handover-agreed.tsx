import { useTranslation } from 'react-i18next'
import { Day, dayInWords } from './day.tsx'
import type { CycleView, MovedView, NotesView, ParticipationView } from './handover-view.ts'
import { useLanguage } from './use-language.ts'
import { Worded } from './worded.tsx'

/** What is agreed in a cycle: whether the unit takes part, and the due days that were moved. */
export function HandoverAgreed({ cycle: { year, participation, moved } }: { cycle: CycleView }) {
  const { t } = useTranslation()
  if (participation === null && moved.length === 0) return null
  return (
    <>
      <h3 id={`agreed-${year}`}>{t('handover.agreed')}</h3>
      <ul className="handover-facts" aria-labelledby={`agreed-${year}`}>
        {participation && (
          <li>
            <TakesPart said={participation} />
          </li>
        )}
        {moved.map((each) => (
          <li key={each.key}>
            <MovedDay moved={each} />
          </li>
        ))}
      </ul>
    </>
  )
}

function TakesPart({ said: { answer, routines, reason, at, by } }: { said: ParticipationView }) {
  const { t } = useTranslation()
  return (
    <>
      {t(`handover.participation.${answer}`)}
      {routines.map((title, index) => (
        <span key={title.words}>
          {index === 0 ? ' ' : ', '}
          <Worded wording={title} />
        </span>
      ))}
      {routines.length > 0 && '.'} {reason}
      <span className="quiet">
        {' '}
        {by !== null && `${by}, `}
        <Day at={at} year />
      </span>
    </>
  )
}

function MovedDay({ moved: { title, from, to, by, reason, places } }: { moved: MovedView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const days = { from: dayInWords(from, language), to: dayInWords(to, language) }
  return (
    <>
      <Worded wording={title} />
      {': '}
      {t(`handover.moved.${by}`, days)}
      {places.length > 0 && ` (${places.join(', ')})`}. {reason}
    </>
  )
}

/** What the unit wrote with its answers in the cycle before: what helped, and why something was not done. */
export function HandoverNotes({
  before: { year, helped, reasons },
}: {
  before: { year: number; helped: readonly NotesView[]; reasons: readonly NotesView[] }
}) {
  const { t } = useTranslation()
  const nothing = helped.length + reasons.length === 0
  return (
    <section aria-labelledby="before">
      <h2 id="before">{t('handover.before', { year })}</h2>
      {nothing && <p>{t('handover.nothingBefore')}</p>}
      {helped.length > 0 && (
        <>
          <h3>{t('handover.helped')}</h3>
          <Notes notes={helped} />
        </>
      )}
      {reasons.length > 0 && (
        <>
          <h3>{t('handover.reasons')}</h3>
          <Notes notes={reasons} />
        </>
      )}
    </section>
  )
}

function Notes({ notes }: { notes: readonly NotesView[] }) {
  return (
    <dl className="handover-notes">
      {notes.map(({ id, title, notes }) => (
        <div key={id}>
          <dt>
            <Worded wording={title} />
          </dt>
          {notes.map(({ key, words, at, place }) => (
            <dd key={key}>
              {words}
              <span className="quiet">
                {' '}
                {place}, <Day at={at} year />
              </span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
