import { useTranslation } from 'react-i18next'
import type { TakenOutView } from './outline-view.ts'
import type { Sending } from './part-list.tsx'
import { PutBack } from './taking-out.tsx'
import { Worded } from './worded.tsx'

interface TakenOutProps extends Sending {
  takenOut: readonly TakenOutView[]
}

/** What was taken out of the draft, each to be put back as it was. */
export function TakenOutParts({ takenOut, form, back }: TakenOutProps) {
  const { t } = useTranslation()
  if (takenOut.length === 0) return null
  return (
    <section aria-labelledby="taken-out">
      <h2 id="taken-out">{t('draft.takenOut')}</h2>
      <p className="quiet">{t('draft.takenOutLead')}</p>
      <ul className="parts parts-out">
        {takenOut.map(({ what, id, title, from }) => (
          <li key={id} className="part">
            <p className="part-main">
              <Worded wording={title} />{' '}
              <span className="quiet">
                {t(`draft.part.${what}`)}
                {from && (
                  <>
                    {' · '}
                    <Worded wording={from} />
                  </>
                )}
              </span>
            </p>
            <PutBack what={what} id={id} title={title.words} form={form} back={back} />
          </li>
        ))}
      </ul>
    </section>
  )
}
