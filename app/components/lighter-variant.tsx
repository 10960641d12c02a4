import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import { Button } from './button.tsx'
import { Worded } from './worded.tsx'

/** The steps a small pair can leave out, with one button for all of them. */
export function LighterVariant({ action, form, titles }: { action: string; form: string; titles: readonly Wording[] }) {
  const { t } = useTranslation()
  if (titles.length === 0) return null
  return (
    <section className="card lighter" aria-labelledby="lighter">
      <h2 id="lighter">{t('lighter.title')}</h2>
      <p>{t('lighter.words')}</p>
      <ul>
        {titles.map((title) => (
          <li key={title.words}>
            <Worded wording={title} />
          </li>
        ))}
      </ul>
      <Form method="post" action={action}>
        <input type="hidden" name="form" value={form} />
        <Button variant="secondary">{t('lighter.leaveOut', { count: titles.length })}</Button>
      </Form>
    </section>
  )
}
