import { useTranslation } from 'react-i18next'
import type { OtherSideView } from './other-side-view.ts'

/** "4 av 6 barnehager har arbeidet med det": what the other side has come to, in one line. */
export function OtherSideSum({ view: { side, coverage } }: { view: OtherSideView }) {
  const { t } = useTranslation()
  const { asked, workedWith, workingWith, planned } = coverage
  // Schools begin in the autumn: until then a kindergarten would read "0 of 2" at everything.
  const isEarly = side === 'school' && workedWith + workingWith + planned === 0
  if (asked === 0 || isEarly) return null
  const parts = [
    t(`otherSide.workedWith.${side}`, { count: workedWith, asked }),
    workingWith > 0 && t('otherSide.workingWith', { count: workingWith }),
    planned > 0 && t('otherSide.planned', { count: planned }),
  ]
  return <p className="other-side-sum">{parts.filter(Boolean).join(', ')}</p>
}

/** The same unit by unit, with when and how. */
export function OtherSideUnits({ view: { units } }: { view: OtherSideView }) {
  const { t } = useTranslation()
  if (units.length === 0) return null
  return (
    <ul className="other-side">
      {units.map(({ id, name, mark, months, how, reason }) => (
        <li key={id}>
          <strong>{name}</strong>
          {': '}
          {[t(`otherSide.mark.${mark ?? 'nothing'}`), months].filter(Boolean).join(', ')}
          {(how ?? reason) && <span className="other-side-how">{how ?? reason}</span>}
        </li>
      ))}
    </ul>
  )
}
