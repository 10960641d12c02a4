import { Form, Link } from '@remix-run/react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { weightOf, type Meant } from '#app/domain/meaning.ts'
import type { SchoolStart } from '#app/domain/due-date.ts'
import type { WrittenStep } from '#app/domain/plan.ts'
import { Button } from './button.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { Checkbox } from './checkbox.tsx'
import { DueRuleField } from './due-rule-field.tsx'
import { EditorGroup } from './editor-group.tsx'
import type { FieldProblem } from './error-summary.tsx'
import { GuidancePreview, type Rendered } from './guidance-preview.tsx'
import { MeantField } from './meant-field.tsx'
import { SelectField } from './select-field.tsx'
import { StepWho } from './step-who.tsx'
import { stepIn, tickedAmong, typedOver, type StepFields } from './step-fields.ts'
import type { StepChoices } from './step-in-words.ts'
import { TextsField } from './texts-field.tsx'
import { TickFields } from './tick-fields.tsx'
import { Unsaved } from './unsaved.tsx'
import { Worded } from './worded.tsx'

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
  const editing = useForm<StepFields>({ defaultValues: typedOver(step.fields, typed) })
  const now = editing.watch()
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.words
  const weight = before ? weightOf(before, { ...stepIn(now), id: before.id, legalBasis: [], meaning: 0 }) : 'nothing'
  return (
    <Form method="post" className="step-editor" id="editor">
      <TickFields fields={hidden} />
      <EditorGroup id="what" heading={t('stepEditor.group.what')} lead={t('stepEditor.group.whatLead')}>
        <TextsField
          name="title"
          label={t('stepEditor.field.title')}
          text={now.title}
          problems={problems}
          register={(language) => editing.register(`title.${language}`)}
        />
        <TextsField
          name="guidance"
          label={t('stepEditor.field.guidance')}
          hint={t('stepEditor.guidanceHint')}
          need="optional"
          rows={9}
          text={now.guidance}
          problems={problems}
          register={(language) => editing.register(`guidance.${language}`)}
        />
        <GuidancePreview saved={guidance} text={() => editing.getValues('guidance')} />
        <SelectField
          label={t('stepEditor.field.routineId')}
          hint={t('stepEditor.routineHint')}
          problem={problemOf('routineId')}
          choices={choices.routines}
          defaultValue={now.routineId}
          {...editing.register('routineId')}
        />
      </EditorGroup>
      <EditorGroup id="who" heading={t('stepEditor.group.who')} lead={t('stepEditor.group.whoLead')}>
        <StepWho fields={now} problemOf={problemOf} register={editing.register} />
      </EditorGroup>
      <EditorGroup id="when" heading={t('stepEditor.group.when')} lead={t('stepEditor.group.whenLead')}>
        <DueRuleField fields={now} next={next} problemOf={problemOf} register={editing.register} />
      </EditorGroup>
      <Basis step={step} now={now} typed={typed} editing={editing} />
      <Shielding now={now} editing={editing} />
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

interface GroupProps {
  now: StepFields
  editing: UseFormReturn<StepFields>
}

/** What a step follows from: law or plan, and which laws. */
function Basis({ step, now, typed, editing }: GroupProps & Pick<StepEditorProps, 'step' | 'typed'>) {
  const { t } = useTranslation()
  const { bases } = step.choices
  const all = bases.map(({ code }) => code)
  return (
    <EditorGroup id="basis" heading={t('stepEditor.group.basis')} lead={t('stepEditor.group.basisLead')}>
      <ChoiceGroup
        type="radio"
        name="binding"
        label={t('stepEditor.field.binding')}
        chosen={[now.binding]}
        choices={(['law', 'plan'] as const).map((value) => ({
          value,
          words: t(`stepEditor.binding.${value}`),
          hint: t(`stepEditor.bindingHint.${value}`),
        }))}
        register={editing.register('binding')}
      />
      {bases.length > 0 && (
        <ChoiceGroup
          type="checkbox"
          name="legalBasis"
          label={t('stepEditor.field.legalBasis')}
          chosen={'title.nb' in typed ? tickedAmong(all, typed.legalBasis) : step.codes}
          choices={bases.map(({ code, title }) => ({ value: code, words: <Worded wording={title} /> }))}
        />
      )}
      <p>
        {bases.length === 0 && `${t('stepEditor.noBasis')} `}
        <Link className="more" to="/plan/draft/legal-basis">
          {t('stepEditor.editBasis')}
        </Link>
      </p>
    </EditorGroup>
  )
}

/** What others do not see, and what is never written here. */
function Shielding({ now, editing }: GroupProps) {
  const { t } = useTranslation()
  return (
    <EditorGroup id="shielding" heading={t('stepEditor.group.shielding')} lead={t('stepEditor.group.shieldingLead')}>
      {(['sensitive', 'aboutSingleChildren'] as const).map((name) => (
        <Checkbox
          key={name}
          id={name}
          label={t(`stepEditor.field.${name}`)}
          hint={t(`stepEditor.${name}Hint`)}
          defaultChecked={now[name]}
          {...editing.register(name)}
        />
      ))}
    </EditorGroup>
  )
}
