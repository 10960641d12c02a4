import { useTranslation } from 'react-i18next'
import type { PresentationAnswers } from '#app/domain/presentation.ts'
import { Empty } from './empty.tsx'
import { PresentationText, PresentationVersions } from './presentation-text.tsx'
import type { PresentationView, ReadingSchool } from './presentation-view.ts'
import { PresentationForm, ReadingSchools } from './presentation-writing.tsx'
import type { Returned } from './returned.ts'

/** A kindergarten's presentations, in the shape they are shown in. */
export interface OwnPresentationView {
  writes: boolean
  chosen: { pairId: string; school: string } | null
  current: PresentationView | null
  answers: PresentationAnswers
  isShared: boolean
  hasOwn: boolean
  seen: string
  writing: boolean
  versions: readonly PresentationView[]
  schools: readonly ReadingSchool[]
  links: { forAll: string; write: string }
}

interface PresentationOwnProps {
  own: OwnPresentationView
  form: string
  returned: Pick<Returned, 'typed' | 'wordsOf' | 'problems'>
}

/** What a kindergarten has written, who reads it, and where it writes. */
export function PresentationOwn({ own, form, returned }: PresentationOwnProps) {
  const { t } = useTranslation()
  const { writes, chosen, current, writing, seen, answers, versions, schools, links } = own
  const isWriting = writing || (writes && returned.problems.length > 0)
  const heading = chosen ? t('presentation.forSchool', chosen) : t('presentation.forAll')
  return (
    <>
      {schools.length > 0 && !isWriting && (
        <section aria-labelledby="readers">
          <h2 id="readers">{t('presentation.readers')}</h2>
          <ReadingSchools schools={schools} />
        </section>
      )}
      {schools.length === 0 && <p>{t('presentation.noSchools')}</p>}
      <section aria-labelledby="presented">
        <h2 id="presented">{heading}</h2>
        {chosen && (
          <p className="more">
            <a href={links.forAll}>{t('presentation.forAll')}</a>
          </p>
        )}
        {isWriting && <WritingHints own={own} />}
        {isWriting && <PresentationForm {...{ form, seen, answers, returned }} />}
        {!isWriting && current && <PresentationText presentation={current} />}
        {!isWriting && !current && (
          <Empty title={t('presentation.none')} why={t(writes ? 'presentation.noneWhyOwn' : 'presentation.closed')} />
        )}
        {!isWriting && writes && (
          <p className="more">
            <a href={links.write}>{t('presentation.change')}</a>{' '}
            <span className="quiet">{t('presentation.changeHint')}</span>
          </p>
        )}
      </section>
      <PresentationVersions versions={versions} />
    </>
  )
}

/** Of one for a school: what it is made of, and how the one for all counts again. */
function WritingHints({ own: { chosen, isShared, hasOwn } }: { own: OwnPresentationView }) {
  const { t } = useTranslation()
  if (!chosen) return null
  return (
    <>
      {isShared && <p>{t('presentation.startsFromShared', chosen)}</p>}
      {hasOwn && <p>{t('presentation.emptyToShare', chosen)}</p>}
    </>
  )
}
