import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Details } from './details.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

interface ImportSendingProps {
  form: string
  /** What was wrong with what was sent, by field. */
  problemOf: (field: string) => string | undefined
  typed: Readonly<Record<string, string>>
}

/** Where files of units are chosen or a table is pasted. */
export function ImportSending({ form, problemOf, typed }: ImportSendingProps) {
  const { t } = useTranslation()
  return (
    <Form method="post" encType="multipart/form-data" className="form">
      <input type="hidden" name="form" value={form} />
      <TextField
        type="file"
        name="file"
        multiple
        accept=".json,.csv,.txt,.tsv"
        label={t('unitImport.files')}
        hint={t('unitImport.filesHint')}
        problem={problemOf('file')}
      />
      <Details summary={t('unitImport.paste')} open={Boolean(typed.pasted)}>
        <TextArea
          name="pasted"
          rows={10}
          spellCheck={false}
          label={t('unitImport.pasted')}
          hint={t('unitImport.pastedHint')}
          defaultValue={typed.pasted}
          problem={problemOf('pasted')}
        />
      </Details>
      <Details summary={t('unitImport.neighboursTitle')} open={Boolean(typed.neighbours)}>
        <TextArea
          name="neighbours"
          rows={3}
          label={t('unitImport.neighbours')}
          hint={t('unitImport.neighboursHint')}
          defaultValue={typed.neighbours}
          problem={problemOf('neighbours')}
        />
      </Details>
      <p className="actions">
        <Button>{t('unitImport.read')}</Button> <span className="quiet">{t('unitImport.readHint')}</span>
      </p>
    </Form>
  )
}
