import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ChoiceGroup } from '#app/components/choice-group.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TextField } from '#app/components/text-field.tsx'
import { UnitOwnerFields } from '#app/components/unit-owner-fields.tsx'
import { UnitThere } from '#app/components/unit-there.tsx'
import { LONGEST_NAME } from '#app/domain/unit-change.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { addUnit, readNewUnit } from '#app/services/units.server.ts'
import { ownerChoices } from './change-view.server.ts'
import { UNITS, unitPath } from './paths.ts'
import { NewUnitForm } from './unit-form.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, language }) => {
  const { owners, over } = await readNewUnit(context)
  return json({
    title: wordsIn(language).t('units.new.title'),
    owners: ownerChoices(owners, language),
    over,
    today: context.today,
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, request }) => {
  const input = await readForm(request, NewUnitForm)
  if (!input.ok) return invalid(input)
  const { form, ...unit } = input.value
  const outcome = await addUnit(context, unit, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(outcome.unitId === null ? UNITS : `${unitPath(outcome.unitId)}?saved=added`)
})

export default function NewUnitPage() {
  const { t } = useTranslation()
  const { title, owners, over, today, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed, problems } = useReturned()
  return (
    <>
      <Breadcrumbs trail={[{ to: UNITS, words: t('frame.units') }]} here={title} />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('units.new.lead')}</p>
        <p className="more">
          <a href="/units/import">{t('units.new.orImport')}</a>
        </p>
      </header>
      <Form method="post" className="form answer-form" noValidate>
        <input type="hidden" name="form" value={form} />
        <ChoiceGroup
          type="radio"
          name="kind"
          label={t('units.new.kind')}
          choices={(['kindergarten', 'school'] as const).map((value) => ({ value, words: t(`units.kind.${value}`) }))}
          chosen={typed.kind ? [typed.kind] : []}
          problem={wordsOf('kind')}
        />
        <TextField
          name="name"
          label={t('units.name')}
          maxLength={LONGEST_NAME}
          defaultValue={typed.name}
          problem={wordsOf('name')}
        />
        <TextField
          name="orgNumber"
          label={t('units.orgNumber')}
          need="optional"
          hint={t('units.new.orgNumberHint')}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed.orgNumber}
          problem={wordsOf('orgNumber')}
        />
        <UnitThere problems={problems} />
        <UnitOwnerFields owners={owners} wordsOf={wordsOf} typed={typed} />
        <TextField
          name="externalMunicipality"
          label={t('units.new.municipality')}
          need="optional"
          hint={t('units.new.municipalityHint')}
          maxLength={LONGEST_NAME}
          defaultValue={typed.externalMunicipality}
          problem={wordsOf('externalMunicipality')}
        />
        <TextField
          name="openedOn"
          type="date"
          label={t('units.new.openedOn')}
          hint={over === null ? t('units.new.openedOnHint') : t('units.new.openedAfter', { year: over })}
          defaultValue={typed.openedOn ?? today}
          problem={wordsOf('openedOn')}
        />
        <Button>{t('units.new.save')}</Button>
      </Form>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
