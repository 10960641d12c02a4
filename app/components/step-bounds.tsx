import { Link } from '@remix-run/react'
import type { UseFormRegister } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Checkbox } from './checkbox.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { Details } from './details.tsx'
import { EditorGroup } from './editor-group.tsx'
import { idOf } from './field.tsx'
import type { StepFields } from './step-fields.ts'
import type { StepChoices } from './step-in-words.ts'
import { Worded } from './worded.tsx'

interface BoundsProps {
  fields: StepFields
  register: UseFormRegister<StepFields>
}

interface BasisProps extends BoundsProps {
  bases: StepChoices['bases']
  /** The codes that are ticked as the page is made. */
  ticked: readonly string[]
}

/** What a step follows from: law or plan, and which laws. */
export function StepBasis({ fields, register, bases, ticked }: BasisProps) {
  const { t } = useTranslation()
  const numbered = bases.map((basis, at) => ({ ...basis, name: `legalBasis.${at}` }))
  return (
    <EditorGroup id="basis" heading={t('stepEditor.group.basis')} lead={t('stepEditor.group.basisLead')}>
      <ChoiceGroup
        type="radio"
        name="binding"
        label={t('stepEditor.field.binding')}
        chosen={[fields.binding]}
        choices={(['law', 'plan'] as const).map((value) => ({
          value,
          words: t(`stepEditor.binding.${value}`),
          hint: t(`stepEditor.bindingHint.${value}`),
        }))}
        register={register('binding')}
      />
      <fieldset className="ds-fieldset" id="legalBasis">
        <legend className="ds-label">{t('stepEditor.field.legalBasis')}</legend>
        <Bases bases={numbered.filter(({ code }) => ticked.includes(code))} ticked />
        {bases.length > ticked.length && (
          <Details quiet summary={t('stepEditor.moreBasis', { count: bases.length - ticked.length })}>
            <Bases bases={numbered.filter(({ code }) => !ticked.includes(code))} />
          </Details>
        )}
        <p>
          {bases.length === 0 && `${t('stepEditor.noBasis')} `}
          <Link className="more" to="/plan/draft/legal-basis">
            {t('stepEditor.editBasis')}
          </Link>
        </p>
      </fieldset>
    </EditorGroup>
  )
}

function Bases({
  bases,
  ticked,
}: {
  bases: readonly (StepChoices['bases'][number] & { name: string })[]
  ticked?: true
}) {
  return bases.map(({ code, title, name }) => (
    <Checkbox
      key={code}
      id={idOf(name)}
      name={name}
      value={code}
      label={<Worded wording={title} />}
      defaultChecked={ticked}
    />
  ))
}

/** What others do not see, and what is never written here. */
export function StepShielding({ fields, register }: BoundsProps) {
  const { t } = useTranslation()
  return (
    <EditorGroup id="shielding" heading={t('stepEditor.group.shielding')} lead={t('stepEditor.group.shieldingLead')}>
      {(['sensitive', 'aboutSingleChildren', 'sparedSmallPairs'] as const).map((name) => (
        <Checkbox
          key={name}
          id={name}
          label={t(`stepEditor.field.${name}`)}
          hint={t(`stepEditor.${name}Hint`)}
          defaultChecked={fields[name]}
          {...register(name)}
        />
      ))}
    </EditorGroup>
  )
}
