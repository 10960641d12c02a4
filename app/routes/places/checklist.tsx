import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { childrenWords } from '#app/components/children-words.ts'
import { CycleName } from '#app/components/cycle-name.tsx'
import { Details } from '#app/components/details.tsx'
import { GroupEnded } from '#app/components/group-ended.tsx'
import { LighterVariant } from '#app/components/lighter-variant.tsx'
import { PlaceClosed } from '#app/components/place-closed.tsx'
import { VacantUnits } from '#app/components/handover-vacant.tsx'
import { PlaceTitle } from '#app/components/place-title.tsx'
import { ProgressBar } from '#app/components/progress-bar.tsx'
import { ProgressWords } from '#app/components/progress-words.tsx'
import { unlessOffline } from '#app/components/saving.ts'
import { StatusLine } from '#app/components/status-line.tsx'
import { Answers, StepRow } from '#app/components/step-row.tsx'
import { Worded } from '#app/components/worded.tsx'
import { SEASONS } from '#app/domain/due-date.ts'
import { schoolMovedBy } from '#app/domain/due-day-move.ts'
import { childrenShownTo } from '#app/domain/discretion.ts'
import { inLanguage } from '#app/domain/language.ts'
import { hasEnded } from '#app/domain/place.ts'
import { sparedLines } from '#app/domain/small-pair.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { dueDaysPath } from '#app/routes/cycles/paths.ts'
import { vacanciesAt } from '#app/routes/units/handover-vacancy.server.ts'
import { readChecklist } from '#app/services/places.server.ts'
import { closingOf } from '#app/services/units.server.ts'
import { frameworkLinkAt } from './framework-view.server.ts'
import { groupOfPlace } from './group-line.server.ts'
import { closingView } from './closing-view.server.ts'
import { placePath } from './paths.ts'
import { placeLinks } from './place-links.server.ts'
import { goneView, headingOf, rowView, savedWords, titleOf } from './row-view.server.ts'
import { newForm } from './tick-form.server.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  const year = yearOf(params)
  const { cycle, place, rows, progress, dates, gone } = await readChecklist(context, year, partOf(params, 'place'))
  const agreed = { dates, today: context.today }
  return json({
    year,
    version: cycle.version.number,
    heading: headingOf(place, wordsIn(language).t),
    title: titleOf(place, year, wordsIn(language).t),
    children: place.kind === 'pair' && !hasEnded(place) ? childrenShownTo(context.actor, place) : null,
    closing: closingView(await closingOf(context, place)),
    vacant: await vacanciesAt(context, year, place),
    group: await groupOfPlace(context, year, place, language),
    framework: frameworkLinkAt(cycle, place, language),
    dueDays: schoolMovedBy(context.actor, place) ? dueDaysPath(year, place.id) : null,
    links: placeLinks(context, year, place, language),
    progress,
    rows: rows.map((row) => rowView(row, { year, language, named: false, agreed })),
    gone: gone.map((line) => goneView(line, language)),
    saved: savedWords(request, rows, language),
    lighter: sparedLines(rows)
      .filter(({ step, choices }) => choices.some(({ side }) => side === step.responsible))
      .map(({ step }) => inLanguage(step.title, language)),
    form: newForm(),
    back: placePath(year, place.id),
  })
})

export const shouldRevalidate = unlessOffline

export default function ChecklistPage() {
  const { t } = useTranslation()
  const {
    year,
    version,
    heading,
    children,
    closing,
    vacant,
    group,
    framework,
    dueDays,
    links,
    progress,
    rows,
    gone,
    lighter,
    saved,
    form,
    back,
  } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs trail={[{ to: '/', words: t('frame.home') }]} here={heading} />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version} />
        </p>
        <h1>
          <PlaceTitle name={heading} />
        </h1>
        {children !== null && <p className="lead">{childrenWords(children, t)}</p>}
        <PlaceClosed closing={closing} />
        <GroupEnded group={group} />
        <VacantUnits vacancies={vacant} />
        <ProgressBar count={progress.obliged} />
        <p>
          <ProgressWords progress={progress} />
        </p>
        {framework && (
          <p className="more">
            <a href={framework.href}>{framework.words}</a>
          </p>
        )}
        {dueDays && (
          <p className="more">
            <a href={dueDays}>{t('dueDays.ofSchool')}</a>
          </p>
        )}
        {links.length > 0 && (
          <ul className="link-row">
            {links.map(({ href, words }) => (
              <li key={href}>
                <a href={href}>{words}</a>
              </li>
            ))}
          </ul>
        )}
      </header>
      <LighterVariant action={`${back}/lighter`} form={form} titles={lighter} />
      <StatusLine key={saved} first={saved}>
        {SEASONS.map((season) => (
          <SeasonSteps key={season} season={season} rows={rows} form={form} back={back} />
        ))}
        <GoneSteps gone={gone} />
      </StatusLine>
    </>
  )
}

/** Answered steps that were taken out of the plan meanwhile: the answers are kept, and can be read. */
function GoneSteps({ gone }: { gone: readonly GoneView[] }) {
  const { t } = useTranslation()
  if (gone.length === 0) return null
  return (
    <Details quiet summary={t('checklist.gone', { count: gone.length })}>
      <ul className="adoption-fates">
        {gone.map(({ id, title, answers }) => (
          <li key={id}>
            <Worded wording={title} />
            <Answers answers={[]} earlier={answers} />
          </li>
        ))}
      </ul>
    </Details>
  )
}

type GoneView = ReturnType<typeof useLoaderData<typeof loader>>['gone'][number]
type Rows = ReturnType<typeof useLoaderData<typeof loader>>['rows']

function SeasonSteps({ season, rows, ...sending }: { season: string; rows: Rows; form: string; back: string }) {
  const { t } = useTranslation()
  const ofSeason = rows.filter((row) => row.season === season)
  if (ofSeason.length === 0) return null
  return (
    <section aria-labelledby={`season-${season}`.replaceAll(' ', '-')}>
      <h2 id={`season-${season}`.replaceAll(' ', '-')}>{t(`season.${ofSeason[0]?.season ?? 'autumn'}`)}</h2>
      <ol className="step-list">
        {ofSeason.map((row) => (
          <StepRow key={row.id} row={row} {...sending} />
        ))}
      </ol>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
