import { useTranslation } from 'react-i18next'
import type { SaidNumber } from '#app/domain/child-group.ts'
import { Details } from './details.tsx'
import { GroupAgreement } from './group-agreement.tsx'
import { GroupSaid } from './group-said.tsx'
import type { GroupView } from './groups-view.ts'

/** How a group stands, under the name of the other unit. */
export function GroupStands({ group, reader }: { group: GroupView; reader: 'kindergarten' | 'school' | 'both' }) {
  const { t } = useTranslation()
  const { reported, received, agreement, movedTo } = group
  const shown = (said: SaidNumber | null) => said?.children ?? 'not reported'
  return (
    <>
      <GroupAgreement agreement={agreement} reported={shown(reported)} received={shown(received)} reader={reader} />
      {movedTo && <span>{t('groups.movedTo', { name: movedTo })}</span>}
      <GroupSaid said={reader !== 'school' && agreement === 'differs' ? received : reported} />
    </>
  )
}

/** The groups that have ended: nothing is asked of them, and what was ticked can still be read. */
export function EndedGroups({ groups }: { groups: readonly GroupView[] }) {
  const { t } = useTranslation()
  if (groups.length === 0) return null
  return (
    <Details quiet summary={t('groups.ended', { count: groups.length })}>
      <ul className="plain-list">
        {groups.map(({ pairId, name, href, movedTo }) => (
          <li key={pairId}>
            <a href={href}>{name}</a>
            {movedTo && <> {t('groups.movedTo', { name: movedTo })}</>}
          </li>
        ))}
      </ul>
    </Details>
  )
}
