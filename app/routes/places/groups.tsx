import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { GroupReceipt } from '#app/components/group-receipt.tsx'
import { GroupReport } from '#app/components/group-report.tsx'
import { GroupsKept } from '#app/components/groups-kept.tsx'
import { useReturned } from '#app/components/returned.ts'
import type { GroupUnit } from '#app/domain/child-group.ts'
import { canAtUnit, type Person } from '#app/domain/permissions.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { flowPath, gapPath } from '#app/routes/cycles/paths.ts'
import { readUnitGroups, sideOf } from '#app/services/child-groups.server.ts'
import { receiveGroups } from '#app/services/group-receipt.server.ts'
import { reportGroups } from '#app/services/group-report.server.ts'
import { ReceiptForm, ReportForm } from './groups-form.server.ts'
import { nameOf, receiptView, reportView } from './groups-view.server.ts'
import { groupsPath, placePath } from './paths.ts'
import { newForm } from './tick-form.server.ts'

/** Plain forms and links: nothing here needs a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const unit = await readUnitGroups(context, yearOf(params), partOf(params, 'place'))
  const { year, side, forUnit, over } = unit
  const { t } = wordsIn(language)
  const name = nameOf(unit.unit)
  return json({
    ...{ year, side, forUnit, over, name },
    title: `${t('groups.name')}: ${name} – ${t('cycle.name', { year })}`,
    place: placePath(year, unit.unit.id),
    report: side === 'kindergarten' ? reportView(unit) : null,
    receipt: side === 'school' ? receiptView(unit) : null,
    saved: new URL(request.url).searchParams.has('saved'),
    links: side === 'school' ? schoolLinks(context.actor, year, unit.unit) : [],
    form: newForm(),
  })
})

/** Where the principal holds the groups against those enrolled, and sees where they come from. */
function schoolLinks(actor: Person, year: number, { id, externalMunicipality }: GroupUnit) {
  const explains = externalMunicipality === null && canAtUnit(actor, 'explain a gap', id)
  return [
    ...(explains ? [{ to: gapPath(year, id), words: 'gap.fromGroups' as const }] : []),
    ...(canAtUnit(actor, 'read the flow of children', id)
      ? [{ to: flowPath(year, id), words: 'flow.fromGroups' as const }]
      : []),
  ]
}

export const action = signedIn(async ({ context, params, request }) => {
  const year = yearOf(params)
  const unitId = partOf(params, 'place')
  const side = await sideOf(context, year, unitId, context.db)
  const settled = await (side === 'kindergarten' ? report() : receive())
  if (settled) return invalid(settled)
  throw redirectTo(`${groupsPath(year, unitId)}?saved=1`)

  async function report() {
    const input = await readForm(request, ReportForm)
    if (!input.ok) return input
    const outcome = await reportGroups(context, { year, kindergartenId: unitId }, input.value.report, input.value.form)
    return outcome.saved ? null : { ok: false as const, problems: outcome.problems, typed: input.typed }
  }

  async function receive() {
    const input = await readForm(request, ReceiptForm)
    if (!input.ok) return input
    const outcome = await receiveGroups(context, { year, schoolId: unitId }, input.value.said, input.value.form)
    return outcome.saved ? null : { ok: false as const, problems: outcome.problems, typed: input.typed }
  }
})

export default function GroupsPage() {
  const { t } = useTranslation()
  const { year, side, name, place, forUnit, over, report, receipt, saved, links, form } = useLoaderData<typeof loader>()
  const { words, ...returned } = useReturned()
  const rows = report?.rows ?? receipt?.rows ?? []
  const named = words.map(({ field, words }) => {
    const row = rows.find(({ pairId }) => field.endsWith(`.${pairId}`))
    return { field, words: row ? `${row.name}: ${words}` : words }
  })
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place, words: name },
        ]}
        here={t('groups.name')}
      />
      <ErrorSummary problems={named} />
      <header className="page-head">
        <p className="eyebrow">
          {t('cycle.name', { year })} · {name}
        </p>
        <h1>{t(`groups.title.${side}`)}</h1>
        <p className="lead">{over ? t('problem.cycleOver', { year }) : t(`groups.lead.${side}`)}</p>
        {forUnit && !over && <p>{t(`groups.forUnit.${side}`)}</p>}
      </header>
      <p role="status" className="status-line">
        {saved && t('groups.saved')}
      </p>
      {over && <GroupsKept groups={rows} elsewhere={report?.elsewhere ?? []} />}
      {!over && report && <GroupReport {...{ report, forUnit, form, returned }} />}
      {!over && receipt && <GroupReceipt {...{ receipt, forUnit, form, returned }} />}
      {links.length > 0 && (
        <ul className="link-row">
          {links.map(({ to, words }) => (
            <li key={to}>
              <a href={to}>{t(words)}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
