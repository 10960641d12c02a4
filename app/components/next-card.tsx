import { useTranslation } from 'react-i18next'
import { dayInWords } from './day.tsx'
import { RowAction } from './row-action.tsx'
import { stateWords } from './state-words.ts'
import type { RowView } from './step-row.tsx'
import { useLanguage } from './use-language.ts'
import { Worded } from './worded.tsx'

/** The one thing to do first, with its button. Quiet where nothing is due yet, and once it is answered. */
export function NextCard({ row, calm, form, back }: { row: RowView; calm: boolean; form: string; back: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section className={`next-card next-card-${calm || !row.tick ? 'quiet' : 'loud'}`} aria-labelledby="next">
      <div>
        <p className="eyebrow">{t(calm ? 'home.later' : 'home.next')}</p>
        <h2 id="next">
          <a href={row.href}>
            <Worded wording={row.title} />
          </a>
        </h2>
        <p className="next-when">
          {row.place ?? t('side.heading.municipality')} · {stateWords(row.state, t, language)}
          {row.moved && ` · ${t('dueDays.movedFrom', { day: dayInWords(row.moved.from, language) })}`}
        </p>
      </div>
      <div>
        <RowAction row={row} form={form} back={back} />
      </div>
    </section>
  )
}
