import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CycleName } from '#app/components/cycle-name.tsx'
import { Empty } from '#app/components/empty.tsx'
import { PlaceTitle } from '#app/components/place-title.tsx'
import { WheelPage } from '#app/components/wheel-page.tsx'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { wheelPath } from '#app/routes/cycles/paths.ts'
import { readPlaceYear } from '#app/services/place-wheel.server.ts'
import { datesPath, placePath, placeWheelPicturePath } from './paths.ts'
import { placeWheel } from './wheel-view.server.ts'

/** A page to read: it works without a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const placeId = partOf(params, 'place')
  const at = await readPlaceYear(context, yearOf(params), placeId)
  return json({ ...placeWheel(at, context.today, language), placeId })
})

export default function PlaceWheel() {
  const { t } = useTranslation()
  const shown = useLoaderData<typeof loader>()
  const { year, placeId, version, heading, drawing, words, months, lead, legend } = shown
  const place = placePath(year, placeId)
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place, words: heading },
        ]}
        here={t('wheel.short')}
      />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version} /> · {t('wheel.short')}
        </p>
        <h1>
          <PlaceTitle name={heading} />
        </h1>
        {drawing && <p className="lead">{lead}</p>}
        <p className="more no-print">
          <a href={wheelPath(year)}>{t('wheel.whole')}</a>
        </p>
      </header>
      {drawing ? (
        <WheelPage {...{ drawing, words, months, legend }} file={placeWheelPicturePath(year, placeId)}>
          {shown.datesMissing && <DatesMissing href={datesPath(year, placeId)} />}
        </WheelPage>
      ) : (
        <Empty
          title={t('wheel.nonePlace')}
          why={t('wheel.nonePlaceWhy')}
          next={<a href={place}>{t('wheel.toPlace')}</a>}
        />
      )}
    </>
  )
}

/** Says that no dates have been agreed, and where that is done. */
function DatesMissing({ href }: { href: string }) {
  const { t } = useTranslation()
  return (
    <section className="wheel-no-dates no-print">
      <h3>{t('wheel.noDates')}</h3>
      <p className="quiet">{t('wheel.noDatesWhy')}</p>
      <p className="more">
        <a href={href}>{t('wheel.toDates')}</a>
      </p>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.words.title ?? ''} – Overgang` }]
