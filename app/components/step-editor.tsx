import { Form, Link } from '@remix-run/react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { weightOf, type Meant } from '#app/domain/meaning.ts'
import type { SchoolStart } from '#app/domain/due-date.ts'
import type { WrittenStep } from '#app/domain/plan.ts'
import { Button } from './button.tsx'
import { DueRuleField } from './due-rule-field.tsx'
import { EditorGroup } from './editor-group.tsx'
import type { FieldProblem } from './error-summary.tsx'
import { GuidancePreview, type Rendered } from './guidance-preview.tsx'
import { MeantField } from './meant-field.tsx'
import { SelectField } from './select-field.tsx'
import { StepBasis, StepShielding } from './step-bounds.tsx'
import { StepWho } from './step-who.tsx'
import { stepIn, tickedAmong, typedOver, type StepFields } from './step-fields.ts'
import type { StepChoices } from './step-in-words.ts'
import { TextsField } from './texts-field.tsx'
import { TickFields } from './tick-fields.tsx'
import { Unsaved } from './unsaved.tsx'

/** A step of the draft in the shape its editor shows it in. */
export interface StepEditing {
  fields: StepFields
  codes: readonly string[]
  choices: StepChoices
  next: SchoolStart
  /** What it says in the version the draft was begun from. */
  before: WrittenStep | null
  answered: Meant | null
  guidance: readonly Rendered[]
  form: string
  /** Where the reader came from: the routine. */
  back: { to: string; words: string }
}

interface StepEditorProps {
  step: StepEditing
  /** What the form sends without being typed. */
  hidden: Readonly<Record<string, string>>
  problems: readonly FieldProblem[]
  typed: Readonly<Record<string, string>>
}

/** Everything a step says, in groups. The server decides; the page only shows at once what will follow. */
export function StepEditor({ step, hidden, problems, typed }: StepEditorProps) {
  const { t } = useTranslation()
  const { choices, next, before, answered, guidance, back } = step
  const { register, watch, getValues } = useForm<StepFields>({ defaultValues: typedOver(step.fields, typed) })
  const now = watch()
  const codes = choices.bases.map(({ code }) => code)
  const ticked = 'title.nb' in typed ? tickedAmong(codes, typed) : step.codes
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.words
  const weight = before ? weightOf(before, { ...stepIn(now), id: before.id, legalBasis: [], meaning: 0 }) : 'nothing'
  return (
    <Form method="post" className="step-editor" id="editor">
      <TickFields fields={hidden} />
      <EditorGroup id="what" heading={t('stepEditor.group.what')} lead={t('stepEditor.group.whatLead')}>
        <TextsField
          name="title"
          label={t('stepEditor.field.title')}
          rows={2}
          text={now.title}
          problems={problems}
          register={(language) => register(`title.${language}`)}
        />
        <TextsField
          name="guidance"
          label={t('stepEditor.field.guidance')}
          hint={t('stepEditor.guidanceHint')}
          need="optional"
          rows={9}
          text={now.guidance}
          problems={problems}
          register={(language) => register(`guidance.${language}`)}
        />
        <GuidancePreview saved={guidance} text={() => getValues('guidance')} />
        <SelectField
          label={t('stepEditor.field.routineId')}
          hint={before ? t('stepEditor.routineHint') : undefined}
          problem={problemOf('routineId')}
          choices={choices.routines}
          defaultValue={now.routineId}
          {...register('routineId')}
        />
      </EditorGroup>
      <EditorGroup id="who" heading={t('stepEditor.group.who')} lead={t('stepEditor.group.whoLead')}>
        <StepWho fields={now} problemOf={problemOf} register={register} />
      </EditorGroup>
      <EditorGroup id="when" heading={t('stepEditor.group.when')} lead={t('stepEditor.group.whenLead')}>
        <DueRuleField fields={now} next={next} problemOf={problemOf} register={register} />
      </EditorGroup>
      <StepBasis fields={now} register={register} bases={choices.bases} ticked={ticked} />
      <StepShielding fields={now} register={register} />
      <div className="step-editor-foot">
        <MeantField what="step" weight={weight} meant={typed.meant} answered={answered} problem={problemOf('meant')} />
        <div className="actions">
          <Button>{t('stepEditor.save')}</Button>
          <Link to={back.to}>{t('stepEditor.back', { routine: back.words })}</Link>
        </div>
      </div>
      <Unsaved unsaved={problems.length > 0} />
    </Form>
  )
}
