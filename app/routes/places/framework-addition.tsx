import { json } from '@remix-run/node'
import { Form, useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button.tsx'
import { Details } from '#app/components/details.tsx'
import { FrameworkOne } from '#app/components/framework-one.tsx'
import { useReturned } from '#app/components/returned.ts'
import { saving, unlessOffline } from '#app/components/saving.ts'
import { TextArea } from '#app/components/text-area.tsx'
import { TickFields } from '#app/components/tick-fields.tsx'
import { LONGEST_ADDITION } from '#app/domain/local-addition.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { readFramework } from '#app/services/framework-marks.server.ts'
import { frameworkAt, marksSent } from './framework-form.server.ts'
import { linePage } from './framework-line.server.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  const shown = await readFramework(context, frameworkAt(params))
  return json(linePage(shown, { what: 'addition', id: partOf(params, 'addition') }, context, request, language))
})

export const action = signedIn(marksSent)

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
export const shouldRevalidate = unlessOffline

export default function AdditionPage() {
  const line = useLoaderData<typeof loader>()
  return <FrameworkOne line={line}>{line.marks && <ItsWords />}</FrameworkOne>
}

/** Other words for it, or to take it out. */
function ItsWords() {
  const { t } = useTranslation()
  const { row, form } = useLoaderData<typeof loader>()
  const { wordsOf, typed } = useReturned()
  const problem = wordsOf('words')
  const seen = row.title.words
  return (
    <Details summary={t('framework.addition.change')} open={problem !== undefined}>
      <Form method="post" action={`${row.href}/words`} className="form">
        <TickFields fields={{ form, seen }} />
        <TextArea
          name="words"
          label={t('framework.addition.words')}
          hint={t('framework.addition.wordsHint', { longest: LONGEST_ADDITION })}
          rows={2}
          maxLength={LONGEST_ADDITION}
          defaultValue={typed.words ?? seen}
          problem={problem}
        />
        <Button variant="secondary">{t('framework.addition.saveChange')}</Button>
      </Form>
      <Form method="post" action={`${row.href}/removal`}>
        <TickFields fields={{ form, seen }} />
        <p>{t('framework.addition.removeWhy')}</p>
        <Button variant="secondary" danger>
          {t('framework.addition.remove')}
        </Button>
      </Form>
    </Details>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
