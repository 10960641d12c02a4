import type { TFunction } from 'i18next'
import { begunIn, type Coverage } from '#app/domain/coverage.ts'

/** "2 av 3 · 1 i gang": how far it has come, short for the eye and whole for the ear. */
export function CoverageWords({ coverage, t }: { coverage: Coverage; t: TFunction }) {
  const { asked, workedWith, workingWith, planned, notForUs } = coverage
  if (asked === 0) return <>{t(notForUs > 0 ? 'coverage.cell.notForUs' : 'coverage.cell.nothing')}</>
  const rest = [
    workingWith > 0 && t('coverage.cell.workingWith', { count: workingWith }),
    planned > 0 && t('coverage.cell.planned', { count: planned }),
  ].filter((words) => words !== false)
  return (
    <>
      <span className="coverage-count">{t('coverage.cell.workedWith', { count: workedWith, asked })}</span>
      <span className="ds-sr-only"> {t('coverage.cell.workedWithWords')}</span>
      {rest.length > 0 && <span className="coverage-rest"> {rest.join(', ')}</span>}
    </>
  )
}

/** How a cell looks: quiet where all is worked with or nothing begun. */
export function coverageClass(coverage: Coverage): string {
  if (coverage.asked > 0 && coverage.workedWith === coverage.asked) return 'cell-complete'
  if (begunIn(coverage) > 0) return 'cell-begun'
  return coverage.planned > 0 ? 'cell-upcoming' : 'cell-none'
}
