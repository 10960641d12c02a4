import { useTranslation } from 'react-i18next'
import type { Part } from '#app/domain/draft.ts'
import { PutBack } from './taking-out.tsx'

/** Said on the page of a part that somebody has taken out of the draft: what is typed there cannot be saved. */
export function IsTakenOut(part: { what: Part; id: string; title: string; form: string; back: string }) {
  const { t } = useTranslation()
  return (
    <section className="is-taken-out" aria-labelledby="is-taken-out">
      <h2 id="is-taken-out">{t('draft.removal.heading')}</h2>
      <p>{t('draft.removal.how')}</p>
      <PutBack {...part} />
    </section>
  )
}
