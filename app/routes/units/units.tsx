import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Empty } from '#app/components/empty.tsx'
import { UnitFilter } from '#app/components/unit-filter.tsx'
import { UnitTable } from '#app/components/unit-table.tsx'
import { signedIn } from '#app/http/guard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readUnits } from '#app/services/units.server.ts'
import { unitsView } from './units-view.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, request, language }) => {
  const units = await readUnits(context)
  const { t } = wordsIn(language)
  const title = t(units.all ? 'units.title' : 'units.ownTitle')
  return json({ title, ...unitsView(units, request, context.today, t), changes: units.changes })
})

export default function UnitsPage() {
  const { t } = useTranslation()
  const { title, groups, count, none, filters, changes } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        {changes && (
          <ul className="unit-links">
            <li>
              <a href="/units/new">{t('units.new.title')}</a>
            </li>
            <li>
              <a href="/units/import">{t('units.import')}</a>
            </li>
            <li>
              <a href="/people">{t('units.toPeople')}</a>
            </li>
          </ul>
        )}
      </header>
      {none && (
        <Empty
          title={t('units.none')}
          why={t('units.noneWhy')}
          next={changes && <a href="/units/import">{t('units.import')}</a>}
        />
      )}
      {!none && (
        <>
          <UnitFilter filters={filters} />
          <p role="status" className="quiet">
            {t('units.count', { count })}
          </p>
          {groups.map((group) => (
            <UnitTable key={group.group} {...group} />
          ))}
        </>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
