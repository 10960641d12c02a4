import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import { Button } from './button.tsx'
import { Details } from './details.tsx'
import { Checkbox } from './checkbox.tsx'
import type { Chosen } from './matrix-view.ts'
import { SelectField } from './select-field.tsx'

export interface Filters {
  routines: readonly { id: string; title: Wording }[]
  schools: readonly { id: string; name: string }[]
}

const VIEWS = ['pairs', 'kindergartens', 'schools', 'municipality'] as const

/** What to look at: links for which places, and a GET form for which of them, so that every view has an address. */
export function OverviewFilter({ year, chosen, filters }: { year: number; chosen: Chosen; filters: Filters }) {
  const { t } = useTranslation()
  const all = { value: '', words: t('overview.all') }
  const pairs = chosen.places === 'pairs'
  return (
    <>
      <nav aria-label={t('overview.which')}>
        <ul className="link-row">
          {VIEWS.map((places) => (
            <li key={places}>
              <a href={`/cycles/${year}?places=${places}`} aria-current={places === chosen.places ? 'page' : undefined}>
                {t(`overview.rows.${places}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {chosen.places !== 'municipality' && (
        <Details quiet open={isChosen(chosen)} summary={t('overview.filter')}>
          <form method="get" action={`/cycles/${year}`} className="filter">
            <input type="hidden" name="places" value={chosen.places} />
            {pairs && (
              <SelectField
                name="by"
                label={t('overview.by')}
                defaultValue={chosen.by}
                choices={(['school', 'kindergarten'] as const).map((value) => ({
                  value,
                  words: t(`side.heading.${value}`),
                }))}
              />
            )}
            <SelectField
              name="routine"
              label={t('overview.routine')}
              defaultValue={chosen.routine}
              choices={[all, ...filters.routines.map(({ id, title }) => ({ value: id, words: title.words }))]}
            />
            <SelectField
              name="ownership"
              label={t('overview.ownership')}
              defaultValue={chosen.ownership}
              choices={[
                all,
                { value: 'municipal', words: t('overview.municipal') },
                { value: 'private', words: t('overview.private') },
              ]}
            />
            {pairs && (
              <SelectField
                name="school"
                label={t('side.heading.school')}
                defaultValue={chosen.school}
                choices={[all, ...filters.schools.map(({ id, name }) => ({ value: id, words: name }))]}
              />
            )}
            <SelectField
              name="columns"
              label={t('overview.columns')}
              defaultValue={chosen.columns}
              choices={(['steps', 'routines'] as const).map((value) => ({
                value,
                words: t(`overview.columnsAre.${value}`),
              }))}
            />
            <SelectField
              name="sort"
              label={t('overview.sort')}
              defaultValue={chosen.sort}
              choices={(['name', 'behind'] as const).map((value) => ({ value, words: t(`overview.sortBy.${value}`) }))}
            />
            <Checkbox id="late" name="late" value="1" label={t('overview.onlyLate')} defaultChecked={chosen.late} />
            <Button variant="secondary">{t('overview.show')}</Button>
          </form>
        </Details>
      )}
    </>
  )
}

function isChosen({ by, columns, sort, routine, ownership, school, late }: Chosen): boolean {
  const unusual = by !== 'school' || columns !== 'steps' || sort !== 'name'
  return unusual || late || [routine, ownership, school].some((value) => value !== '')
}
