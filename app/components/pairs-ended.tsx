import { useTranslation } from 'react-i18next'
import { Details } from './details.tsx'
import { GroupAgreement } from './group-agreement.tsx'
import type { EndedPairView } from './pairs-view.ts'

/** The pairs whose group has ended, with where it went. A difference that is left stands in the open. */
export function PairsEnded({ ended }: { ended: readonly EndedPairView[] }) {
  const { t } = useTranslation()
  if (ended.length === 0) return null
  return (
    <Details
      quiet
      open={ended.some(({ agreement }) => agreement === 'differs')}
      summary={t('groups.ended', { count: ended.length })}
    >
      <ul className="plain-list pairs-ended">
        {ended.map(({ id, href, kindergarten, school, movedTo, reason, ...stands }) => (
          <li key={id}>
            <a href={href}>
              {kindergarten} – {school}
            </a>
            {movedTo && (
              <>
                {' '}
                {t('pairs.movedTo')}{' '}
                <a href={movedTo.href}>
                  {movedTo.kindergarten} – {movedTo.school}
                </a>
              </>
            )}
            {reason && <> {t('groups.because', { reason })}</>}{' '}
            {stands.agreement === 'differs' && <GroupAgreement {...stands} />}
          </li>
        ))}
      </ul>
    </Details>
  )
}
