import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ChildrenShown } from '#app/domain/discretion.ts'
import type { AgreementShown } from '#app/domain/masking.ts'
import { Icon } from './icon.tsx'

const KEYS = {
  'not reported': 'notReported',
  'waits for the school': 'waits',
  agreed: 'agreed',
  differs: 'differs',
  'not shown': 'notShown',
} as const

const ICONS = { agreed: 'check', differs: 'disputed', 'waits for the school': 'waiting' } as const

interface GroupAgreementProps {
  agreement: AgreementShown
  reported: ChildrenShown
  received: ChildrenShown
  /** Who reads: the difference is told as theirs. */
  reader?: 'kindergarten' | 'school' | 'both'
  /** Only the state, where the numbers stand beside it. */
  short?: boolean
}

/** How the numbers of the two sides stand to one another, in words. */
export function GroupAgreement({ agreement, reported, received, reader = 'both', short = false }: GroupAgreementProps) {
  const { t } = useTranslation()
  const icon = agreement in ICONS ? ICONS[agreement as keyof typeof ICONS] : null
  return (
    <span className={`group-agreement group-${agreement.replaceAll(' ', '-')}`}>
      {icon && <Icon name={icon} />}
      {agreement === 'differs' && !short
        ? t(`groups.differs.${reader}`, { reported: countWords(reported, t), received: countWords(received, t) })
        : t(
            `groups.agreement.${reader === 'school' && agreement === 'waits for the school' ? 'waitsForYou' : KEYS[agreement]}`,
          )}
      {agreement === 'not reported' && !short && received !== 'not reported' && (
        <> {t('groups.schoolSays', { children: countWords(received, t) })}</>
      )}
    </span>
  )
}

/** A number of children without the word: "8", "ingen", "færre enn fem". */
export function countWords(children: ChildrenShown, t: TFunction): string {
  if (children === 'few') return t('groups.few')
  if (children === 'not reported') return t('groups.notSaid')
  return children === 0 ? t('groups.none') : String(children)
}
