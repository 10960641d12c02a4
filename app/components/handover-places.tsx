import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ChildrenShown } from '#app/domain/discretion.ts'
import { childrenWords } from './children-words.ts'
import type { CycleView, PlaceRow } from './handover-view.ts'
import { ProgressWords } from './progress-words.tsx'

/** The places of a unit in a cycle: how far each has come, and how many children each side of a pair has said. */
export function HandoverPlaces({ cycle: { year, places, children } }: { cycle: CycleView }) {
  const { t } = useTranslation()
  if (places.length === 0) return null
  return (
    <>
      <h3 id={`places-${year}`}>{t('handover.places')}</h3>
      {children && <p>{childrenInAll(children, t)}</p>}
      <ul className="due-list" aria-labelledby={`places-${year}`}>
        {places.map((place) => (
          <li key={place.name} className="due-row handover-place">
            <p className="due-title">{place.href === null ? place.name : <a href={place.href}>{place.name}</a>}</p>
            <p>
              <ProgressWords progress={place.progress} />
            </p>
            {place.children && <Said said={place.children} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function childrenInAll({ sum, notReported }: NonNullable<CycleView['children']>, t: TFunction): string {
  const inAll = t('handover.childrenInAll', { count: sum })
  return notReported === 0 ? inAll : `${inAll} ${t('handover.notReported', { count: notReported })}`
}

function Said({ said: { kindergarten, school, differ } }: { said: NonNullable<PlaceRow['children']> }) {
  const { t } = useTranslation()
  return (
    <p className="due-place handover-children">
      <span>{sideSays(t('side.heading.kindergarten'), kindergarten, t)}</span>
      <span>{sideSays(t('side.heading.school'), school, t)}</span>
      {differ && (
        <span className="state ds-tag" data-color="warning">
          {t('handover.differ')}
        </span>
      )}
    </p>
  )
}

function sideSays(side: string, number: ChildrenShown, t: TFunction): string {
  if (number === 'not reported') return t('handover.saysNothing', { side })
  return t('handover.says', { side, children: childrenWords(number, t) })
}
