import { useTranslation } from 'react-i18next'
import { childrenWords } from './children-words.ts'
import { GroupStands } from './group-row.tsx'
import type { GroupView, ReportView } from './groups-view.ts'

/** The numbers of a cycle that is over, as they stayed. */
export function GroupsKept({
  groups,
  elsewhere,
}: {
  groups: readonly GroupView[]
  elsewhere: ReportView['elsewhere']
}) {
  const { t } = useTranslation()
  return (
    <ul className="group-rows groups">
      {groups.map((group) => (
        <li key={group.pairId}>
          <div className="group-head">
            <h2>
              <a href={group.href}>{group.name}</a>
            </h2>
            <p className="group-number">{childrenWords(group.reported?.children ?? 'not reported', t)}</p>
          </div>
          <p className="group-stands">
            <GroupStands group={group} reader="both" />
          </p>
        </li>
      ))}
      {elsewhere.map(({ field, destination, said }) => (
        <li key={field} className="group-head">
          <h2>{t(`groups.${destination}`)}</h2>
          <p className="group-number">{childrenWords(said?.children ?? 'not reported', t)}</p>
        </li>
      ))}
    </ul>
  )
}
