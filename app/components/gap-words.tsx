import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ReckoningView } from './enrolment-view.ts'
import { Icon } from './icon.tsx'

/** How a school's numbers stand, in words: what is open is loud, what is explained or adds up is quiet. */
export function GapWords({ reckoning }: { reckoning: ReckoningView }) {
  const { t } = useTranslation()
  const { state, known, received, notReported } = reckoning
  const isOpen = state === 'unexplained' || state === 'over-explained'
  return (
    <>
      <span className={`gap-words${isOpen ? ' gap-open' : ''}`}>
        {isOpen && <Icon name="disputed" />}
        {(state === 'adds up' || state === 'explained') && <Icon name="check" />}
        {gapSentence(reckoning, t)}
      </span>
      {notReported > 0 && <span className="gap-more">{t('enrolment.gap.notReported', { count: notReported })}</span>}
      {received !== known && <span className="gap-more">{t('enrolment.gap.received', { received })}</span>}
    </>
  )
}

/** "6 av 44 kommer fra ingen barnehage vi kjenner; 2 uten forklaring". Without a full stop. */
function gapSentence({ state, enrolled, gap, explained, unexplained }: ReckoningView, t: TFunction): string {
  if (state === 'no children') return t('enrolment.gap.noChildren')
  if (state === 'not enrolled' || gap === null || unexplained === null) return t('enrolment.gap.notEnrolled')
  const size = Math.abs(gap)
  const tooMany = t('enrolment.gap.tooMany', { count: Math.abs(unexplained) })
  if (gap === 0) return state === 'adds up' ? t('enrolment.gap.addsUp') : `${t('enrolment.gap.addsUp')}; ${tooMany}`
  const words = gap > 0 ? t('enrolment.gap.more', { count: size, enrolled }) : t('enrolment.gap.fewer', { count: size })
  if (state === 'explained') return `${words}; ${t('enrolment.gap.allExplained')}`
  if (state === 'over-explained') return `${words}; ${tooMany}`
  return explained === 0 ? words : `${words}; ${t('enrolment.gap.left', { count: Math.abs(unexplained) })}`
}
