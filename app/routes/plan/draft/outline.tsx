import { json } from '@remix-run/node'
import { Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AreaInOutline, RoutineInOutline } from '#app/components/draft-outline.tsx'
import { Day } from '#app/components/day.tsx'
import { DraftFacts } from '#app/components/draft-facts.tsx'
import { DraftLinks } from '#app/components/draft-links.tsx'
import { Empty } from '#app/components/empty.tsx'
import type { OutlineView } from '#app/components/outline-view.ts'
import { PartList, type Sending, type Told } from '#app/components/part-list.tsx'
import { unlessOffline } from '#app/components/saving.ts'
import { StatusLine } from '#app/components/status-line.tsx'
import { TakenOutParts } from '#app/components/taken-out-parts.tsx'
import { Worded } from '#app/components/worded.tsx'
import { signedIn } from '#app/http/guard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readOutline } from '#app/services/outline.server.ts'
import { outlineView } from './outline-view.server.ts'
import { toldView } from './told-view.server.ts'

export const loader = signedIn(async ({ context, request, language }) => {
  const title = wordsIn(language).t('draft.name')
  const outline = await readOutline(context)
  const discarded = new URL(request.url).searchParams.has('discarded')
  if (!outline) return json({ title, begun: null, discarded })
  const begun = { outline: outlineView(outline, language), told: toldView(request, outline.draft, language) }
  return json({ title, begun: { ...begun, form: newForm() }, discarded: false })
})

export const shouldRevalidate = unlessOffline

export default function OutlinePage() {
  const { begun, discarded } = useLoaderData<typeof loader>()
  return begun ? <Begun {...begun} /> : <NotBegun discarded={discarded} />
}

function NotBegun({ discarded }: { discarded: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <h1>{t('draft.name')}</h1>
      <p className="status-line" role="status">
        {discarded && t('draft.isDiscarded')}
      </p>
      <Empty
        title={t('draft.none')}
        why={t('draft.noneWhy')}
        next={<Link to="/plan/draft/beginning">{t('draft.begin')}</Link>}
      />
    </>
  )
}

function Begun({ outline, told, form }: { outline: OutlineView; told: Told; form: string }) {
  const sending = { form, back: '/plan/draft' }
  return (
    <>
      <OutlineHead outline={outline} />
      <DraftLinks basedOn={outline.basedOn} />
      <DraftFacts outline={outline} />
      <StatusLine key={`told ${told.words}`} first={told.words}>
        <Routines outline={outline} told={told} {...sending} />
        <Framework outline={outline} told={told} {...sending} />
        <TakenOutParts takenOut={outline.takenOut} {...sending} />
      </StatusLine>
      <Discarding />
    </>
  )
}

function OutlineHead({ outline: { title, basedOn, begun, changed, changedBy } }: { outline: OutlineView }) {
  const { t } = useTranslation()
  return (
    <header className="page-head">
      <p className="eyebrow">
        {basedOn === null ? t('draft.fromNothing') : t('draft.basedOn', { number: basedOn })}
        {' · '}
        {t('draft.begun')} <Day at={begun} year />
      </p>
      <h1>
        {t('draft.name')}: <Worded wording={title} />
      </h1>
      <p className="quiet">
        {t('draft.changed')} <Day at={changed} year />
        {changedBy && ` ${t('draft.changedBy', { name: changedBy })}`}
      </p>
    </header>
  )
}

interface PartsProps extends Sending {
  outline: OutlineView
  told: Told
}

function Routines({ outline, ...rest }: PartsProps) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="routines">
      <h2 id="routines">{t('draft.routines')}</h2>
      {outline.routines.length === 0 && <p>{t('draft.noRoutines')}</p>}
      <PartList what="routine" parts={outline.routines} {...rest}>
        {(routine) => <RoutineInOutline routine={routine} />}
      </PartList>
      <p>
        <Link className="more" to="/plan/draft/routines/new">
          {t('draft.newRoutine')}
        </Link>
      </p>
    </section>
  )
}

function Framework({ outline, ...rest }: PartsProps) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="framework">
      <h2 id="framework">{t('plan.framework')}</h2>
      {outline.areas.length === 0 && <p>{t('draft.noAreas')}</p>}
      <PartList what="area" parts={outline.areas} {...rest}>
        {(area) => <AreaInOutline area={area} />}
      </PartList>
      <p>
        <Link className="more" to="/plan/draft/areas/new">
          {t('draft.newArea')}
        </Link>
      </p>
    </section>
  )
}

function Discarding() {
  const { t } = useTranslation()
  return (
    <p className="draft-end">
      <Link className="more" to="/plan/draft/discarding">
        {t('draft.discard')}
      </Link>
    </p>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
