import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { CycleLinks } from '#app/components/cycle-links.tsx'
import { CycleName } from '#app/components/cycle-name.tsx'
import { Empty } from '#app/components/empty.tsx'
import { FlowPicture } from '#app/components/flow-picture.tsx'
import { FlowTable, totalInWords } from '#app/components/flow-table.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { can } from '#app/domain/permissions.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readFlow } from '#app/services/flow.server.ts'
import { flowView } from './flow-view.server.ts'
import { flowPath } from './paths.ts'

/** Drawn on the server: nothing here needs a script. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const schoolId = new URL(request.url).searchParams.get('school') || null
  const view = flowView(await readFlow(context, yearOf(params), schoolId), language)
  const { t } = wordsIn(language)
  const title = view.school
    ? t('flow.titleOf', { school: view.school.name, year: view.year })
    : t('flow.title', { year: view.year })
  const { actor } = context
  const links = can(actor, 'read the overview of a cycle') ? (can(actor, 'open a cycle') ? 'all' : 'reading') : null
  return json({ title, ...view, links })
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function FlowPage() {
  const { t } = useTranslation()
  const shown = useLoaderData<typeof loader>()
  const { title, year, version, links, arrivals, open, notReported } = shown
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          ...(links ? [{ to: `/cycles/${year}`, words: t('overview.title', { year }) }] : []),
        ]}
        here={links ? t('dueDays.links.flow') : title}
      />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version} />
        </p>
        <h1>{title}</h1>
        <p className="lead">{sumWords()}</p>
        {links && <CycleLinks year={year} here="flow" reads={links === 'reading'} />}
      </header>
      <WhichSchool shown={shown} />
      {arrivals.length === 0 && <Empty title={t('flow.none')} why={t('flow.noneWhy')} />}
      <Picture shown={shown} sum={sumWords()} />
      {notReported.length > 0 && (
        <section aria-labelledby="not-reported">
          <h2 id="not-reported">{t('flow.notReported')}</h2>
          <ul className="flow-not-reported">
            {notReported.map((pair) => (
              <li key={pair}>{pair}</li>
            ))}
          </ul>
        </section>
      )}
      {arrivals.length > 0 && (
        <section aria-labelledby="table">
          <h2 id="table">{t('flow.table')}</h2>
          <FlowTable arrivals={arrivals} open={open} />
        </section>
      )}
    </>
  )

  function sumWords(): string {
    const { children, few, kindergartens, schools } = shown.sum
    return t('flow.sum', {
      children: totalInWords({ sum: children, few, notReported: 0 }, t),
      kindergartens: t('flow.kindergartens', { count: kindergartens }),
      schools: t('flow.schools', { count: schools }),
    })
  }
}

/** One school at a time, for whoever sees several. */
function WhichSchool({ shown: { year, schools, school } }: { shown: Shown }) {
  const { t } = useTranslation()
  if (schools.length < 2) return null
  const choices = schools.map(({ id, name }) => ({ value: id, words: name }))
  return (
    <form className="filter" method="get" action={flowPath(year)}>
      <SelectField
        name="school"
        label={t('side.heading.school')}
        choices={[{ value: '', words: t('flow.allSchools') }, ...choices]}
        defaultValue={school?.id ?? ''}
      />
      <Button variant="secondary">{t('flow.show')}</Button>
    </form>
  )
}

/** The picture, and what there is to know to read it. */
function Picture({ shown, sum }: { shown: Shown; sum: string }) {
  const { t } = useTranslation()
  const { title, drawing, drawn, left, hasSmall, hasElsewhere, seesSmall } = shown
  if (!drawing) return null
  return (
    <section aria-labelledby="picture">
      <h2 id="picture">{t('flow.picture')}</h2>
      <FlowPicture drawing={drawing} name={title} words={t('flow.pictureWords', { sum })} />
      <ul className="flow-legend quiet">
        <li>{t('flow.legend.width')}</li>
        {hasSmall && <li>{t(seesSmall ? 'flow.legend.small' : 'flow.legend.hidden')}</li>}
        {hasElsewhere && <li>{t('flow.legend.elsewhere')}</li>}
        {left > 0 && <li>{t('flow.legend.left', { count: drawn, all: drawn + left })}</li>}
      </ul>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
